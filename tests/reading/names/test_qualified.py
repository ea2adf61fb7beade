"""Bodies that a word beside them gives to somebody are never the case's own army."""

from __future__ import annotations

import pytest

from servanda.agreement import loads
from servanda.reading.names.registry import Names

CASE = loads(
    """
servanda: 1
id: x
title: x
actors:
  govt: {name: Government of Ethiopia, aliases: [federal government, Ethiopian army], role: signatory}
  front: {name: Kesh People's Front, aliases: [Kesh forces], role: signatory}
  eritrea: {name: Eritrea, role: third-party}
zones:
  kesh: {name: Kesh}
  tarn: {name: Tarn, within: kesh}
terms:
  t: {norm: obligation, bearer: [front], act: disarm}
"""
)


@pytest.mark.parametrize(
    ("text", "words", "ident"),
    [
        ("Troops shelled Tarn.", "Troops", "govt"),
        ("Soldiers from Eritrea shelled Tarn.", "Soldiers", "eritrea"),
        ("The government withdrew soldiers from Eritrea.", "soldiers", "govt"),
        ("Troops from Uganda shelled Tarn.", "Troops", None),
        ("Anti-government forces shelled Tarn.", "Anti-government forces", None),
        ("Pro-government fighters shelled Tarn.", "Pro-government fighters", None),
        ("The withdrawal of non-federal forces began.", "non-federal forces", None),
        ("The Kesh army shelled Tarn.", "army", "front"),
        ("Tarn's government was dissolved.", "government", None),
        ("In Tarn soldiers fired.", "soldiers", "govt"),
        ("Eritrean soldiers left. Nobody said whether the troops would stay.", "troops", "eritrea"),
    ],
)
def test_whose_body(text: str, words: str, ident: str | None) -> None:
    found = {m.text: m.id for m in Names.of(CASE).find(text)}
    assert found.get(words, "none found") == ident, found


@pytest.mark.parametrize(
    ("text", "words", "ident"),
    [
        ("Ethiopia's Southern Movement shelled Tarn.", "Ethiopia's Southern Movement", None),
        ("Ethiopia's Supreme Revolutionary Committee left.", "Ethiopia's Supreme Revolutionary Committee", None),
        ("Ethiopian Revolutionary Front fighters left.", "Ethiopian Revolutionary Front fighters", None),
        ("Ethiopia's Foreign Ministry said so.", "Ethiopia's Foreign Ministry", "govt"),
        ("Ethiopia's Kesh People's Front left.", "Kesh People's Front", "front"),
        ("The head of Ethiopia's army left.", "head of Ethiopia's army", "govt"),
    ],
)
def test_a_body_with_a_name_of_its_own_is_not_the_country(text: str, words: str, ident: str | None) -> None:
    found = {m.text: m.id for m in Names.of(CASE).find(text)}
    assert found.get(words, "none found") == ident, found


def test_the_leader_of_a_countrys_rebels_speaks_for_no_government() -> None:
    found = Names.of(CASE).find("Ali Tam, the head of Ethiopia's Revolutionary Council, said so.")
    assert not [m for m in found if m.kind == "person" and m.id == "govt"]


def test_another_man_of_the_same_given_name_is_not_he() -> None:
    text = "Ethiopia's Foreign Minister Khalid Tamrat spoke. Prince Khalid bin Salman answered. Then Khalid left."
    assert [m.id for m in Names.of(CASE).find(text) if "Khalid" in m.text] == ["govt", None, "govt"]


@pytest.mark.parametrize(
    ("text", "words", "ident"),
    [
        ("Tarn was shelled by the forces loyal to the Kesh People's Front.", "forces", "front"),
        ("Tarn was shelled by the forces of a warlord.", "forces", None),
        ("Tarn was shelled by troops backed by Eritrea.", "troops", None),
        ("Tarn was shelled by troops backed by helicopters.", "troops", "govt"),
        ("Tarn was shelled by soldiers loyal to Ali Demba.", "soldiers", None),
    ],
)
def test_to_whom_a_body_is_loyal(text: str, words: str, ident: str | None) -> None:
    assert {m.text: m.id for m in Names.of(CASE).find(text)}.get(words, "none found") == ident
