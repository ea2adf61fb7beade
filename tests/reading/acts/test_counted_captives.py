"""Parts and remainders told by a number alone: of captives, of rifles, of mines, of houses."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of, every_claim_of


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Of the 60 prisoners promised by the Front, 41 had come home by Monday.", 41),
        ("The Front promised to free 60 captives. By Monday 41 had come home.", 41),
        ("Boran freed 85 captives and got back only 110 of the 160.", 110),
        ("Of the 30 captives of the Front, 27 were handed back to their families.", 27),
        ("Only eight of the twenty soldiers captured by the Front have returned to their families.", 8),
    ],
)
def test_some_of_the_captives_came_home(text: str, low: float) -> None:
    freed = [c for c in claims_of(text, "release") if c.modality == "completed" and c.quantity and c.quantity.low == low]
    assert len(freed) == 1
    assert freed[0].extent != "all"


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Of the 60 captives of the Front, 41 had come home; the other 19 were still being held.", 19),
        ("The Front promised to free 60 captives. By Monday 41 had come home. The other 19 were still being held.", 19),
        ("Of the 200 detainees of the Front, 120 have been freed and 80 are still in detention.", 80),
    ],
)
def test_the_others_are_held(text: str, low: float) -> None:
    (held,) = claims_of(text, "detain")
    assert held.modality == "under-way"
    assert held.quantity is not None
    assert held.quantity.low == low


def test_whose_hands_they_are_in() -> None:
    held = claims_of("Boran counted 40 captives. Eight remain in the hands of the Front.", "detain")
    assert [[p.id for p in c.actors] for c in held] == [["front"]]


@pytest.mark.parametrize(
    "text",
    [
        "Students from Boran came home for the holidays. Forty came home by train.",
        "Boran soldiers came home from Kest. Twelve had been killed.",
        "Boran got back three of its drones from the Front.",
    ],
)
def test_nobody_was_freed(text: str) -> None:
    assert claims_of(text, "release") == []


@pytest.mark.parametrize(
    ("text", "act", "low"),
    [
        ("Of the 300 rifles of the Front, 212 have been handed in.", "hand-over-weapons", 212),
        ("Of the 40 mines in Kest, 31 have been lifted by Boran.", "demine", 31),
        ("Of the 80 houses of Kest listed by Boran, 27 were handed back to their owners.", "hand-over", 27),
        ("Of the 300 fighters of the Front, 212 have left Kest.", "withdraw", 212),
    ],
)
def test_a_number_behind_its_whole(text: str, act: str, low: float) -> None:
    (told,) = claims_of(text, act)
    assert told.quantity is not None
    assert told.quantity.low == low
    assert told.extent != "all"


def test_a_part_of_the_force_is_of_the_side() -> None:
    (left,) = claims_of("Of the 300 fighters of the Front, 212 have left Kest.", "withdraw")
    assert [p.id for p in left.actors] == ["front"]


def test_the_day_when_they_were_taken_is_not_that_of_their_release() -> None:
    (freed,) = claims_of("Of the 112 people taken by the Front in January, 70 are back with their families.", "release")
    assert freed.when.earliest is None


def test_rifles_that_are_handed_over_are_no_captives() -> None:
    claims = every_claim_of("The Front brought 400 rifles to Kest; more than 200 of them were handed over on Monday.")
    assert [c.act for c in claims] == ["hand-over-weapons"]


def test_what_two_counts_share_stands_with_the_last() -> None:
    (given,) = claims_of("The Front surrendered 75 high-powered and 20 low-powered weapons.", "hand-over-weapons")
    assert given.quantity is not None
    assert (given.quantity.what, given.quantity.low) == ("weapons", 75)
