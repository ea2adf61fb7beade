"""Who holds a place, that there is a truce or none, and where what is fired from a place falls."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Kest is under Front control.", "front"),
        ("Kest remains under the control of the Front.", "front"),
        ("Kest remains firmly in Front hands.", "front"),
        ("Kest is in the hands of the Front.", "front"),
        ("Kest was under Front control until Monday.", "front"),
        ("Kest has been under Boran occupation since January.", "boran"),
    ],
)
def test_who_holds_it(text: str, holder: str) -> None:
    (held,) = claims_of(text, "remain")
    assert (held.zone, [p.id for p in held.actors], held.modality) == ("kest", [holder], "under-way")


def test_into_whose_hands_it_fell() -> None:
    (fell,) = claims_of("Kest fell into Front hands.", "capture")
    assert [p.id for p in fell.actors] == ["front"]


@pytest.mark.parametrize(
    "text",
    [
        "Kest is under control, the police said.",
        "The situation in Kest is under control.",
        "The fire in Kest was under control on Monday.",
        "Kest is in safe hands.",
    ],
)
def test_nobody_holds_it(text: str) -> None:
    assert not claims_of(text, "remain")


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("There is a ceasefire in Kest.", "affirmed"),
        ("There is no ceasefire in Kest.", "negated"),
        ("There is no longer a ceasefire in Kest.", "negated"),
        ("There was never a ceasefire in Kest, the Front said.", "negated"),
        ("The ceasefire no longer exists, the Front said.", "negated"),
        ("There is no longer any shelling in Kest.", None),
    ],
)
def test_there_is_a_truce_or_none(text: str, polarity: str | None) -> None:
    assert [c.polarity for c in claims_of(text, "cease-fire")] == ([polarity] if polarity else [])


def test_there_is_no_longer_any() -> None:
    (attack,) = claims_of("There is no longer any shelling in Kest.")
    assert attack.polarity == "negated"


@pytest.mark.parametrize(
    ("text", "zones"),
    [
        ("Shells fired from Front-held Dolan hit Kest.", {None, "kest"}),
        ("Boran fired on Kest from Dolan.", {"kest"}),
        ("The Front launched rockets from Dolan.", {None}),
        ("Attacks from Dolan have continued.", {None}),
        ("Boran soldiers from Dolan attacked Kest.", {"kest"}),
    ],
)
def test_fire_falls_elsewhere_than_where_it_comes_from(text: str, zones: set[str | None]) -> None:
    assert {c.zone for c in claims_of(text)} == zones


@pytest.mark.parametrize(
    "text",
    [
        "The two sides blamed each other for the shelling of Kest.",
        "Boran and the Front accused each other of shelling Kest.",
        "Boran and the Front blamed one another for shelling Kest.",
        "Boran and the Front accused one another of attacks on Kest.",
    ],
)
def test_each_charges_the_other(text: str) -> None:
    (attack,) = claims_of(text)
    assert (attack.modality, [p.id for p in attack.actors]) == ("alleged", ["boran", "front"])


def test_what_was_committed_was_not_agreed() -> None:
    assert not claims_of("Of the 15 violations, 12 were committed by Boran.", "agree")
