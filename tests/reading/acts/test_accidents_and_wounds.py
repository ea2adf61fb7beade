"""Accidents, wounds and days put in front: what is no attack, who is the victim, and where the doer begins."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of, claims_under


def who(text: str, act: str = "attack") -> list[list[str]]:
    """The doers of each claim."""
    return [[p.label for p in c.actors] for c in claims_of(text, act)]


@pytest.mark.parametrize(
    ("text", "act", "actors", "extent"),
    [
        ("On 2 March five of the nine Boran guns left Kest.", "withdraw", ["boran"], "part"),
        ("On Tuesday three of the five Boran guns left Kest.", "withdraw", ["boran"], "part"),
        ("On 2 March seven soldiers of Boran entered Kest.", "enter", ["boran"], "unknown"),
        ("On 2 March 14 soldiers of Boran entered Kest.", "enter", ["boran"], "unknown"),
        ("On Tuesday 12 March Boran left Kest.", "withdraw", ["boran"], "all"),
        ("On 2 March 2024 Boran left Kest.", "withdraw", ["boran"], "all"),
    ],
)
def test_a_number_behind_a_day_counts_what_follows(text: str, act: str, actors: list[str], extent: str) -> None:
    (claim,) = claims_of(text, act)
    assert ([p.label for p in claim.actors], claim.extent) == (actors, extent)


@pytest.mark.parametrize(
    ("text", "act", "actors"),
    [
        ("With this convoy Boran has returned all the bodies.", "return-bodies", ["boran"]),
        ("Over the past ten hours units of the Front shelled Kest.", "attack", ["front"]),
        ("In Dolan soldiers of the Front shelled a house.", "attack", ["front"]),
        ("The Kest Front soldiers shelled a house.", "attack", ["front"]),
    ],
)
def test_a_phrase_in_front_is_no_part_of_the_subject(text: str, act: str, actors: list[str]) -> None:
    assert who(text, act) == [actors]


@pytest.mark.parametrize(
    "text",
    [
        "One Boran soldier sustained shrapnel wounds to the arm.",
        "Three soldiers of the Boran army sustained wounds in Kest.",
        "The Boran army suffered heavy losses in Kest.",
    ],
)
def test_whoever_is_wounded_is_the_victim(text: str) -> None:
    (claim,) = claims_of(text)
    assert claim.actors == ()


@pytest.mark.parametrize(
    "text",
    [
        "A Boran army helicopter hit a cable near Kest and crashed.",
        "A Boran pick-up collided with a bus in Kest, killing two people.",
        "A lorry overturned near Kest after its brakes failed, and its driver was killed.",
        "A photographer's drone hit a power line in Kest.",
        "Four Boran soldiers were killed when their helicopter crashed in Kest.",
        "A Boran truck struck a pedestrian in Kest.",
        "The aircraft lost power and came down near Kest.",
    ],
)
def test_an_accident_is_no_attack(text: str) -> None:
    assert claims_of(text) == []


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("A Boran drone hit a power station in Kest.", ["boran"]),
        ("A Boran missile hit a power line in Kest.", ["boran"]),
        ("A Boran helicopter struck a bus in Kest, killing four.", ["boran"]),
        ("Boran soldiers killed two men whose car had overturned in Kest.", ["boran"]),
        ("Front fighters shot down a helicopter over Kest.", ["front"]),
    ],
)
def test_arms_are_no_accident(text: str, actors: list[str]) -> None:
    assert actors in who(text)


@pytest.mark.parametrize("verb", ["deplores", "mourns", "condemns"])
def test_who_deplores_a_killing_has_not_killed(verb: str) -> None:
    assert all(c.actors == () for c in claims_under(f"Boran {verb} killing of judge"))


def test_who_starts_a_shelling_shells() -> None:
    (claim,) = (c for c in claims_under("Front starts shelling of Kest") if c.act == "attack")
    assert [p.id for p in claim.actors] == ["front"]


@pytest.mark.parametrize(
    ("text", "act", "zone"),
    [
        ("A Boran drone violated the airspace of Kest.", "enter", "kest"),
        ("A Boran drone strayed into Kest.", "enter", "kest"),
        ("A Boran drone strayed over Kest.", "enter", "kest"),
        ("A Boran patrol was seen in Kest; they had entered it from the north.", "enter", "kest"),
        ("Boran violated the truce in Kest.", "breach-ceasefire", "kest"),
    ],
)
def test_entering_by_air(text: str, act: str, zone: str) -> None:
    assert [c.zone for c in claims_of(text, act)] == [zone]


def test_airspace_of_nowhere_in_particular_breaks_no_truce() -> None:
    assert claims_of("Boran jets violated the Front's airspace.", "breach-ceasefire") == []


@pytest.mark.parametrize(
    ("text", "act", "polarity"),
    [
        ("A patrol of the Joint Watch was stopped at a roadblock of the Front.", "block-route", "affirmed"),
        ("The withdrawal was prevented by an attack of the Front.", "attack", "affirmed"),
        ("The Joint Watch stopped an attack by the Front.", "attack", "negated"),
        ("Nobody has claimed the attack on Kest.", "attack", "affirmed"),
        ("The Front has not attacked Kest.", "attack", "negated"),
    ],
)
def test_what_stopped_it_was_not_stopped(text: str, act: str, polarity: str) -> None:
    assert {c.polarity for c in claims_of(text, act)} == {polarity}


@pytest.mark.parametrize(
    "text",
    [
        "The last of the Boran army's guns were towed off Kest on Monday.",
        "Six Boran launchers were shipped from Kest to the mainland.",
    ],
)
def test_guns_towed_and_shipped_have_left(text: str) -> None:
    (claim,) = claims_of(text, "withdraw")
    assert (claim.zone, claim.modality) == ("kest", "completed")


def test_a_wreck_towed_off_is_no_withdrawal() -> None:
    assert claims_of("A burnt-out bus was towed off the road in Kest.", "withdraw") == []


def test_who_takes_people_from_a_house_detains_them() -> None:
    assert claims_of("Front fighters took two school inspectors from a guesthouse in Kest.", "capture") == []
    assert who("Front fighters took two school inspectors from a guesthouse in Kest.", "detain") == [["front"]]
