"""Whose day, doer and place it is in plain wordings: rows of verbs, ways and agents, limits that are set, a truce as a whole."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of, every_claim_of


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Boran has broken the truce, has seized Kest and has blocked the road to Dolan.", "capture"),
        ("Boran has broken the truce, has seized Kest and has blocked the road to Dolan.", "block-route"),
        ("Boran had entered Kest, had freed ten prisoners and had opened the road.", "release"),
        ("The Front said Boran has taken Dolan, has freed ten men and has gone.", "release"),
    ],
)
def test_a_row_of_perfects_has_one_doer(text: str, act: str) -> None:
    (claim,) = claims_of(text, act)
    assert [p.id for p in claim.actors] == ["boran"]


def test_who_stands_behind_the_comma_does_the_next_thing() -> None:
    (claim,) = claims_of("Boran has freed ten men, the Front has entered Kest and the Joint Watch has gone.", "enter")
    assert [p.id for p in claim.actors] == ["front"]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Boran soldiers attacked Kest by land and by sea.", ["boran"]),
        ("Kest was attacked by land and by air, the Front said.", []),
        ("Kest was attacked by land forces of Boran.", ["boran"]),
        ("The Joint Watch blamed Boran for an air strike on an aid convoy near Kest.", ["boran"]),
        ("The Joint Watch blamed the raid on the Front.", ["front"]),
        ("On the 5th of March troops of Boran shelled Kest.", ["boran"]),
        ("On the 5th of March the Front shelled Kest.", ["front"]),
        ("The largest group, the Kest Front, shelled Dolan.", ["front"]),
        ("A Front sergeant beat a farmer in Dolan.", ["front"]),
    ],
)
def test_who_did_it(text: str, doers: list[str]) -> None:
    (claim,) = claims_of(text)
    assert [p.id for p in claim.actors if p.words] == doers


def test_a_group_beside_which_no_name_stands_alone_is_nobody() -> None:
    (claim,) = claims_of("The largest group, which the Kest Front leads, shelled Dolan.")
    assert {p.id for p in claim.actors} <= {None}


@pytest.mark.parametrize(
    ("text", "act", "days"),
    [
        ("Tomas Orlec on Wednesday declared the truce over.", "terminate", (date(2024, 3, 13), date(2024, 3, 13))),
        ("Boran on Wednesday declared the truce over.", "terminate", (date(2024, 3, 13), date(2024, 3, 13))),
        ("Boran said on Wednesday that the Front had left Kest.", "withdraw", (None, date(2024, 3, 13))),
        ("Boran told the Front to leave Kest by Monday.", "withdraw", (None, date(2024, 3, 18))),
        ("Boran gave the Front until Monday to leave Kest.", "withdraw", (None, date(2024, 3, 18))),
        ("Boran told reporters that the Front had left Kest by Monday.", "withdraw", (None, date(2024, 3, 11))),
        ("The Front has been shelling Kest since Monday.", "attack", (date(2024, 3, 11), date(2024, 3, 15))),
    ],
)
def test_when(text: str, act: str, days: tuple[date | None, date | None]) -> None:
    (claim,) = claims_of(text, act)
    assert (claim.when.earliest, claim.when.latest) == days


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The Front has been shelling Kest since Monday.", "under-way"),
        ("The Front has been shelling Kest.", "completed"),
        ("The Front had been shelling Kest since Monday when it left.", "completed"),
    ],
)
def test_what_goes_on_since_then(text: str, modality: str) -> None:
    (claim,) = claims_of(text)
    assert claim.modality == modality


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("No shots fired by Front: minister", "negated"),
        ("No attacks carried out by the Front", "negated"),
        ("No shots were fired by the Front.", "negated"),
        ("Shots fired by Front: minister", "affirmed"),
        ("No fewer than ten soldiers killed by Front in Dolan", "affirmed"),
    ],
)
def test_nothing_done_where_the_auxiliary_is_left_out(text: str, polarity: str) -> None:
    assert {c.polarity for c in claims_of(text)} == {polarity}


@pytest.mark.parametrize(
    ("text", "act", "zone"),
    [
        ("The Front shelled Kest. Boran has broken the truce, the Joint Watch said.", "breach-ceasefire", None),
        ("Shells hit Kest. The ceasefire is holding, the Joint Watch said.", "cease-fire", None),
        ("The truce was broken by the Front in Kest.", "breach-ceasefire", "kest"),
        ("Shells hit Kest. The Front killed two soldiers.", "attack", "kest"),
    ],
)
def test_a_truce_has_no_place_of_another_sentence(text: str, act: str, zone: str | None) -> None:
    assert {c.zone for c in claims_of(text, act)} == {zone}


@pytest.mark.parametrize("when", ["at night", "late at night", "before dawn", "in the evening", "shortly before midnight"])
def test_the_hour_of_saying_stands_before_what_is_said(when: str) -> None:
    (claim,) = claims_of(f"The Front said {when} that Boran had shelled Kest.")
    assert (claim.speaker.actor, claim.modality) == ("front", "completed")


def test_what_comes_before_something_else_is_open() -> None:
    (claim,) = claims_of("Boran will shell Kest before the Front leaves Dolan.", "withdraw")
    assert claim.modality == "possible"


def test_nobody_is_made_up() -> None:
    told = every_claim_of("They attacked Kest by mistake, the Front said.")
    assert all(p.words.lower() != "mistake" for c in told for p in c.actors)
