"""Whom a side speaks of is not that side: 'the rebels' of whoever accuses them, 'the troops' that it wants gone."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import AGREEMENT, claims_of
from tests.reading.claims import claims_in

OTHER_NAMES = AGREEMENT.replace("Kest Front", "Kest Guard").replace("[Front]", "[Guard]")


@pytest.mark.parametrize(
    "text",
    [
        "Boran says rebels shelled Kest.",
        "Boran said rebels had shelled Kest on Monday.",
        "The Boran army said that the rebels shelled Kest.",
        "Boran accused rebels of shelling Kest.",
        "The rebels shelled Kest on Monday, Boran said.",
    ],
)
@pytest.mark.parametrize("agreement", [AGREEMENT, OTHER_NAMES], ids=["a front", "a guard"])
def test_who_speaks_of_rebels_is_none(text: str, agreement: str) -> None:
    (attack,) = (c for c in claims_in(text, agreement, date(2024, 3, 15)) if c.act == "attack")
    assert attack.speaker.actor == "boran"
    assert {p.id for p in attack.actors} == {"front"}


@pytest.mark.parametrize("agreement", [AGREEMENT, OTHER_NAMES], ids=["a front", "a guard"])
def test_a_heading_names_none_of_the_rebels(agreement: str) -> None:
    (attack,) = (c for c in claims_in("Boran: rebels shelled Kest.", agreement, date(2024, 3, 15)) if c.act == "attack")
    assert {p.id for p in attack.actors} == {"front"}


def test_who_fights_rebels_is_none() -> None:
    (attack,) = claims_of("Boran and rebels clashed in Kest.")
    assert [p.id for p in attack.actors] == ["boran", "front"]


def test_rebels_told_of_after_the_front_are_its() -> None:
    (attack,) = claims_of("The Front left Dolan on Monday. The rebels shelled Kest.")
    assert [p.id for p in attack.actors] == ["front"]


@pytest.mark.parametrize(
    ("text", "act", "doer"),
    [
        ("The Front asked for the troops to be withdrawn from Kest.", "withdraw", None),
        ("Boran accused the soldiers of shelling Kest.", "attack", None),
        ("Boran urged its troops to leave Kest.", "withdraw", "boran"),
        ("Boran ordered its troops to be withdrawn from Kest by Friday.", "withdraw", "boran"),
    ],
)
def test_bare_troops_are_not_those_of_whoever_wants_them_gone(text: str, act: str, doer: str | None) -> None:
    (claim,) = claims_of(text, act)
    assert [p.id for p in claim.actors] == [doer]
