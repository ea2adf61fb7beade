"""Time that is given, put off, slipped: what moves a date, to which day, and what sets one only."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("The deadline for Kest, originally 15 March, has slipped to 20 March.", date(2024, 3, 20)),
        ("The handover of Kest has slipped to 20 March.", date(2024, 3, 20)),
        ("The handover of Kest has been pushed to April.", date(2024, 4, 30)),
        ("Boran pushed the handover of Kest to 20 April.", date(2024, 4, 20)),
        ("The Front extended the truce, which began on 1 February, to 20 March.", date(2024, 3, 20)),
        ("Boran gave the Front until 30 March to leave Kest.", date(2024, 3, 30)),
    ],
)
def test_the_new_day_lies_ahead(text: str, due: date) -> None:
    (moved,) = claims_of(text, "extend-deadline")
    assert moved.new_due == due


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The Boran general gave the Front three more days to leave Kest.", 3),
        ("The Front was given an extra 48 hours to leave Kest.", 2),
        ("Boran granted the Front a grace period of ten days.", 10),
    ],
)
def test_more_days(text: str, days: int) -> None:
    (moved,) = claims_of(text, "extend-deadline")
    assert moved.adds_days == days


@pytest.mark.parametrize(
    "text",
    [
        "The Boran general gave the Front three days to leave Kest.",
        "The Front was given 48 hours to leave Kest.",
        "Boran was pushed by the mediators to leave Kest by 20 March.",
    ],
)
def test_an_ultimatum_moves_no_date(text: str) -> None:
    assert claims_of(text, "extend-deadline") == []


@pytest.mark.parametrize("more", ["an additional week", "an extra week", "another week", "a further week"])
def test_one_more_week(more: str) -> None:
    (moved,) = claims_of(f"Boran has given the Front {more} to leave Kest.", "extend-deadline")
    assert moved.adds_days == 7
