"""How much: all of a number, not a single one, a district of a town, a number of people that is no place."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("Boran has sent home all 70 of the Front prisoners it was holding.", "all"),
        ("Boran released every one of the 70 prisoners it was holding.", "all"),
        ("Boran released 70 of the Front prisoners it was holding.", "part"),
        ("Boran released nearly all 70 of the prisoners it was holding.", "part"),
    ],
)
def test_all_of_a_number(text: str, extent: str) -> None:
    (claim,) = claims_of(text, "release")
    assert claim.extent == extent


@pytest.mark.parametrize(
    "text",
    [
        "Boran has yet to release a single one of the 180 detainees.",
        "Boran has yet to let go of a single one of the 180 detainees.",
        "Boran has not released a single one of the 180 detainees.",
        "Boran has released not one of the 180 detainees.",
        "Boran has freed not a single prisoner.",
        "The Front freed ten men on Sunday, and Boran has given it nobody.",
    ],
)
def test_none_at_all(text: str) -> None:
    claim = claims_of(text, "release")[-1]
    assert (claim.polarity, claim.modality, claim.extent) == ("negated", "completed", "unknown")
    assert [p.id for p in claim.actors] == ["boran"]


@pytest.mark.parametrize(
    "text",
    [
        "Boran released not one but three prisoners.",
        "Boran has let go of 20 prisoners.",
        "Boran released one of the 180 prisoners.",
    ],
)
def test_some_were_freed(text: str) -> None:
    (claim,) = claims_of(text, "release")
    assert claim.polarity == "affirmed"


def test_those_of_a_number_who_were_not() -> None:
    freed, kept = claims_of("Ten prisoners were released by Boran on 4 March; three, all from Kest, were not.", "release")
    assert (freed.polarity, kept.polarity, kept.extent) == ("affirmed", "negated", "part")
    assert [p.id for p in kept.actors] == ["boran"]


def test_another_thing_that_was_not_is_no_part() -> None:
    (claim,) = claims_of("The road to Kest was opened by Boran on 4 March; the bridge was not.", "open-route")
    assert claim.polarity == "affirmed"


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("The Front left the railway quarter of Kest.", None),
        ("A quarter of the Front fighters left Kest.", 0.25),
    ],
)
def test_a_quarter_may_be_a_district(text: str, share: float | None) -> None:
    (claim,) = claims_of(text, "withdraw")
    assert claim.extent == "part"
    assert (claim.quantity.share if claim.quantity is not None else None) == share


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("The Front abandoned the fortress district.", "part"),
        ("The Front pulled its heavy guns back from the line.", "unknown"),
        ("The Front pulled its heavy guns back from Kest.", "all"),
    ],
)
def test_how_far_they_left(text: str, extent: str) -> None:
    (claim,) = claims_of(text, "withdraw")
    assert claim.extent == extent


def test_the_line_is_not_the_town_told_before() -> None:
    text = "The Front was said to hold Kest. Its guns were pulled back from the line."
    assert [c.zone for c in claims_of(text, "withdraw")] == [None]


@pytest.mark.parametrize(
    ("text", "act", "zone"),
    [
        ("Boran sappers removed 412 mines from Kest.", "demine", "kest"),
        ("Boran sappers removed 412 mines.", "demine", None),
        ("The Front murdered 50 Serbs.", "attack", None),
    ],
)
def test_a_number_is_no_place(text: str, act: str, zone: str | None) -> None:
    (claim,) = claims_of(text, act)
    assert (claim.zone, claim.zone_words if zone is None else None) == (zone, None)


def test_the_first_of_more_is_a_part_and_no_second_attack() -> None:
    text = "Aid lorries entered Kest on Wednesday, the first to do so since fighting resumed in August."
    assert [c.extent for c in claims_of(text, "allow-passage")] == ["part"]
    assert len(claims_of(text)) == 1


def test_a_bridge_itself() -> None:
    (claim,) = claims_of("The Kest bridge itself has been open since 8 March.", "open-route")
    assert claim.modality == "completed"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("3.2 km of the road to Kest have been cleared by Boran sappers.", "demine"),
        ("Front fighters removed the last logs and barrels from the road to Kest.", "open-route"),
        ("Boran had fulfilled to the letter everything it undertook in the agreement.", "comply"),
    ],
)
def test_told_in_other_words(text: str, act: str) -> None:
    assert [c.polarity for c in claims_of(text, act)] == ["affirmed"]


@pytest.mark.parametrize(("manner", "undone"), [("movement on the ground", True), ("fanfare", False)])
def test_a_deadline_that_passes_with_nothing_done(manner: str, undone: bool) -> None:
    text = f"The deadline for the Front to leave Kest passed on Monday with no {manner}."
    assert any(c.polarity == "negated" for c in claims_of(text, "withdraw")) is undone
