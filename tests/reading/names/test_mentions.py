
"""Mentions: aliases, variants, demonyms, offices, persons, references, over eleven conflicts. All wording is ours."""

from __future__ import annotations

import importlib.util
from itertools import pairwise
from pathlib import Path

import pytest

from servanda.agreement.model import Agreement
from servanda.reading.names import Mention, Names

_spec = importlib.util.spec_from_file_location("agreements_for_tests", Path(__file__).parent / "agreements.py")
assert _spec is not None and _spec.loader is not None
cases = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(cases)


def found(agreement: Agreement | None, text: str) -> list[Mention]:
    mentions = Names.of(agreement).find(text)
    for m in mentions:
        assert text[m.start : m.end] == m.text
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    return mentions


def mention(agreement: Agreement | None, text: str, words: str) -> Mention | None:
    return next((m for m in found(agreement, text) if m.text == words), None)


@pytest.mark.parametrize(
    ("case", "text", "words", "ident"),
    [
        # aliases, case, line ends, possessives, hyphens
        ("KARABAKH", "The Artsakh\nDefence Army left.", "Artsakh\nDefence Army", "artsakh-army"),
        ("KARABAKH", "The Artsakh army left.", "Artsakh army", "artsakh-army"),
        ("KARABAKH", "Units of the army of Artsakh stayed.", "Units of the army of Artsakh", "artsakh-army"),
        ("KARABAKH", "Azerbaijan's units advanced.", "Azerbaijan's units", "azerbaijan"),
        ("KARABAKH", "The Kalbajar-Lachin road is open.", "Kalbajar", "kalbajar"),
        ("KARABAKH", "The Kalbajar-Lachin road is open.", "Lachin", "lachin"),
        ("KARABAKH", "Trucks used the Lachin corridor.", "Lachin corridor", "corridor"),
        ("COLOMBIA", "The FARC-EP handed in rifles.", "FARC-EP", "farc"),
        ("SOUTH_SUDAN", "SPLM/A-IO units left Malakal.", "SPLM/A-IO units", "splm-io"),
        ("ETHIOPIA", "The Tigray People’s Liberation Front agreed.", "Tigray People’s Liberation Front", "tplf"),
        ("PHILIPPINES", "MORO ISLAMIC LIBERATION FRONT DISARMS", "MORO ISLAMIC LIBERATION FRONT", "milf"),
        # variants of spelling
        ("KARABAKH", "They left the Kelbadjar region.", "Kelbadjar region", "kalbajar"),
        ("KARABAKH", "They left Kəlbəcər.", "Kəlbəcər", "kalbajar"),
        ("KARABAKH", "They left Kälbäcär and Laçın.", "Kälbäcär", "kalbajar"),
        ("KARABAKH", "They left Kelbecer and Laçın.", "Laçın", "lachin"),
        ("KARABAKH", "They left Ağdam and Füzuli.", "Ağdam", "aghdam"),
        ("KARABAKH", "They left Agdam and Fizuli.", "Fizuli", "fuzuli"),
        ("SUDAN", "Shells fell on al-Fashir.", "al-Fashir", "fasher"),
        ("SUDAN", "Shells fell on El-Fasher.", "El-Fasher", "fasher"),
        ("YEMEN", "Troops left Hudaydah.", "Hudaydah", "hodeidah"),
        ("YEMEN", "Troops left Al Hudaydah.", "Al Hudaydah", "hodeidah"),
        ("UKRAINE", "Shells fell on Debaltsevo.", "Debaltsevo", "debaltseve"),
        ("UKRAINE", "Shells fell on the Lugansk region.", "Lugansk region", "luhansk"),
        ("CONGO", "They took Rutchuru.", "Rutchuru", "rutshuru"),
        ("SRI_LANKA", "Guns fired at Kilinochi.", "Kilinochi", "kilinochchi"),
        ("ETHIOPIA", "Trucks reached Mekele.", "Mekele", "mekelle"),
        ("YEMEN", "The government of Yemen agreed.", "government of Yemen", "government"),
        ("MYANMAR", "The Kachin Independence army left.", "Kachin Independence army", "kia"),
        # demonyms and capitals
        ("KARABAKH", "The Armenian side was late.", "Armenian side", "armenia"),
        ("KARABAKH", "Yerevan protested.", "Yerevan", "armenia"),
        ("KARABAKH", "Azerbaijani troops entered.", "Azerbaijani troops", "azerbaijan"),
        ("KARABAKH", "Azeri artillery opened fire.", "Azeri artillery", "azerbaijan"),
        ("KARABAKH", "The Armenians left at night.", "Armenians", "armenia"),
        ("UKRAINE", "Kiev accused Moscow.", "Kiev", "ukraine"),
        ("UKRAINE", "Kiev accused Moscow.", "Moscow", "russia"),
        ("CONGO", "Congolese soldiers fled.", "Congolese soldiers", "drc"),
        ("CONGO", "Kigali denied it.", "Kigali", "rwanda"),
        ("COLOMBIA", "Bogota replied.", "Bogota", "government"),
        ("SRI_LANKA", "Colombo accepted the plan.", "Colombo", "sri-lanka"),
        ("PHILIPPINES", "Philippine troops pulled back.", "Philippine troops", "government"),
        ("PHILIPPINES", "Manila accepted.", "Manila", "government"),
        ("SOUTH_SUDAN", "South Sudanese soldiers left.", "South Sudanese soldiers", "government"),
        ("ETHIOPIA", "Eritrean forces stayed in the town.", "Eritrean forces", "eritrea"),
        # an army of the case before its state
        ("SUDAN", "The Sudanese army shelled the town.", "Sudanese army", "saf"),
        ("SUDAN", "Sudan's military left.", "Sudan's military", "saf"),
        ("MYANMAR", "Myanmar troops fired.", "Myanmar troops", "tatmadaw"),
        ("ETHIOPIA", "Tigrayan forces handed in heavy weapons.", "Tigrayan forces", "tdf"),
        # groups with nouns
        ("CONGO", "M23 rebels took a hill.", "M23 rebels", "m23"),
        ("YEMEN", "Houthi fighters left the port.", "Houthi fighters", "houthis"),
        ("SRI_LANKA", "Tamil Tigers attacked.", "Tamil Tigers", "ltte"),
        # offices and bodies
        ("KARABAKH", "An aide to the president of Azerbaijan spoke.", "aide to the president of Azerbaijan", "azerbaijan"),
        ("KARABAKH", "The Armenian defence ministry spoke.", "Armenian defence ministry", "armenia"),
        ("KARABAKH", "The Ministry of Defence of Azerbaijan spoke.", "Ministry of Defence of Azerbaijan", "azerbaijan"),
        ("UKRAINE", "Russia's foreign minister spoke.", "Russia's foreign minister", "russia"),
        ("SUDAN", "A spokesman for the Sudanese army spoke.", "spokesman for the Sudanese army", "saf"),
        ("CONGO", "The M23 spokesman spoke.", "M23 spokesman", "m23"),
        ("KARABAKH", "President Ilham Aliyev of Azerbaijan spoke.", "President Ilham Aliyev of Azerbaijan", "azerbaijan"),
        ("ETHIOPIA", "Ethiopian Prime Minister Abiy Ahmed spoke.", "Ethiopian Prime Minister Abiy Ahmed", "ethiopia"),
    ],
)
def test_finds(case: str, text: str, words: str, ident: str) -> None:
    m = mention(getattr(cases, case), text, words)
    assert m is not None, [x.text for x in found(getattr(cases, case), text)]
    assert m.id == ident


@pytest.mark.parametrize(
    ("case", "text", "ident"),
    [
        ("KARABAKH", "Lychen is a town in Germany.", "lachin"),
        ("KARABAKH", "A shop on Aghdam Street burned down.", "aghdam"),
        ("KARABAKH", "Lachin Mammadov opened a shop.", "lachin"),
        ("KARABAKH", "The plane landed in Baku.", "azerbaijan"),
        ("KARABAKH", "Azerbaijan-backed groups advanced.", "azerbaijan"),
        ("KARABAKH", "A pro-Armenian rally was held.", "armenia"),
        ("KARABAKH", "Armenian villages burned.", "armenia"),
        ("KARABAKH", "Karabakh Armenians fled.", "armenia"),
        ("KARABAKH", "Former Armenian president Robert Kocharyan objected.", "armenia"),
        ("SUDAN", "South Sudan closed the border.", "saf"),
        ("SUDAN", "South Sudanese troops watched.", "saf"),
        ("SUDAN", "Let us go.", "us"),
        ("CONGO", "The FDLR-M23X group is new.", "m23"),
        ("SOUTH_SUDAN", "Sudan and its army kept out.", "government"),
        ("YEMEN", "A Houthi-run court sat.", "houthis"),
        ("MYANMAR", "A kia car drove past.", "kia"),
        ("COLOMBIA", "An ex-FARC fighter spoke.", "farc"),
        ("SUDAN", "The ambassador to Saudi Arabia left.", "x"),
    ],
)
def test_does_not_take_for(case: str, text: str, ident: str) -> None:
    assert ident not in {m.id for m in found(getattr(cases, case), text)}


def test_an_ambassador_to_a_country_does_not_speak_for_it() -> None:
    m = mention(cases.SUDAN, "The ambassador to Saudi Arabia left.", "Saudi Arabia")
    assert m is not None and m.office is None
    assert mention(cases.SUDAN, "The ambassador of Saudi Arabia left.", "ambassador of Saudi Arabia") is not None


def test_bodies_of_another_name_are_not_the_country() -> None:
    text = "The Sudanese Popular Congress and the Free Sudanese Army met."
    assert {m.id for m in found(cases.SUDAN, text)} <= {None}


def test_abbreviation_in_brackets() -> None:
    text = "The Kachin Independence Organisation (KIOX) agreed. Later the KIOX left."
    assert [m.id for m in found(cases.MYANMAR, text) if m.text == "KIOX"] == ["kio", "kio"]


def test_a_person_keeps_the_actor() -> None:
    text = (
        "Hikmet Hajiyev, an aide to Azerbaijani President Ilham Aliyev, gave a briefing. Hajiyev named a new date. "
        "Aliyev had agreed. Armenia's foreign minister, Ara Ayvazyan, was told. Mr Ayvazyan thanked him."
    )
    ids = {m.text: m.id for m in found(cases.KARABAKH, text) if m.kind == "person"}
    assert ids["Hikmet Hajiyev"] == ids["Hajiyev"] == ids["Aliyev"] == "azerbaijan"
    assert ids["Ara Ayvazyan"] == ids["Mr Ayvazyan"] == "armenia"


def test_one_surname_for_two_actors_stands_for_none() -> None:
    text = "Armenian General Ivan Petrov met Russian General Oleg Petrov. Petrov smiled."
    last = [m for m in found(cases.KARABAKH, text) if m.text == "Petrov"]
    assert all(m.id is None for m in last)


def test_both_sides_and_they() -> None:
    text = "Both sides exchanged prisoners. They will meet again."
    both, they = found(cases.KARABAKH, text)
    assert both.members == they.members == ("armenia", "azerbaijan")


def test_the_army_and_they_are_resolved_only_where_one_fits() -> None:
    safe = "Azerbaijani troops entered the town. They raised a flag."
    assert mention(cases.KARABAKH, safe, "They").id == "azerbaijan"  # type: ignore[union-attr]
    open_ = "Armenian troops fired at Azerbaijani troops. They withdrew."
    assert mention(cases.KARABAKH, open_, "They").id is None  # type: ignore[union-attr]
    text = "The Armenian defence ministry spoke first. Baku was silent. The ministry spoke again."
    assert mention(cases.KARABAKH, text, "ministry").id == "armenia"  # type: ignore[union-attr]
    two = "The Armenian defence ministry spoke. The Azerbaijani defence ministry spoke. The ministry lied."
    assert mention(cases.KARABAKH, two, "ministry").id is None  # type: ignore[union-attr]


def test_the_army_is_whom_the_file_says_where_nobody_else_fits() -> None:
    assert mention(cases.SUDAN, "The army left the bridge.", "army").id == "saf"  # type: ignore[union-attr]
    assert mention(cases.SUDAN, "Eritrea's army left. The army fired.", "army").id is None  # type: ignore[union-attr]


def test_an_empty_it_is_no_actor() -> None:
    assert not [m for m in found(cases.SUDAN, "The RSF fired. It is not known why.") if m.kind == "pronoun"]


def test_unnamed_fighters_are_a_group() -> None:
    m = mention(cases.CONGO, "Gunmen attacked a convoy.", "Gunmen")
    assert m is not None and m.kind == "group" and m.id is None


def test_without_a_case() -> None:
    text = "Hezbollah fighters shelled Avivim, Israeli officials said. President Joseph Aoun met Nabih Berri in Tyre."
    kinds = {m.text: (m.kind, m.id) for m in found(None, text)}
    assert kinds["Hezbollah fighters"] == ("actor", None)
    assert kinds["Israeli officials"][1] is None
    assert kinds["President Joseph Aoun"] == ("person", None)
    assert kinds["Tyre"] == ("zone", None)


def test_extra_names() -> None:
    names = Names.of(cases.SUDAN, {"the Janjaweed": "rsf"})
    assert [m.id for m in names.find("The Janjaweed came.")] == ["rsf"]


def test_zone_core_goes_to_the_wider_zone() -> None:
    from servanda.agreement.model import Zone

    agreement = cases.agreement([], [Zone("town", "town of Sirte", (), "district"), Zone("district", "Sirte district")])
    ids = {m.text: m.id for m in Names.of(agreement).find("In Sirte district, the town of Sirte; Sirte.")}
    assert ids == {"Sirte district": "district", "town of Sirte": "town", "Sirte": "district"}


def test_the_government_is_the_only_side_that_is_one_and_never_a_monitor() -> None:
    text = "The United Nations said so. The government says the same men are still there."
    assert mention(cases.YEMEN, text, "government").id == "government"  # type: ignore[union-attr]
    two = "The mission said so. The government says the same men are still there."
    assert mention(cases.KARABAKH, two, "government").id is None  # type: ignore[union-attr]


def test_names_of_one_word_are_found_in_both_numbers() -> None:
    agreement = cases.agreement([cases.actor("x", "Ansar Allah", "Houthis")], [])
    assert [m.id for m in Names.of(agreement).find("A Houthi rocket fell.")] == ["x"]
