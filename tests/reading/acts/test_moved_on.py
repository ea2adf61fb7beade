"""Dates that are moved on: to which day, from which, whose it was, and how long somebody still has."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("The deadline for the withdrawal has been moved to midnight on Tuesday, Boran said.", date(2024, 3, 19)),
        ("Boran moved the deadline for the withdrawal from 10 March to 20 June.", date(2024, 6, 20)),
        ("Boran and the Front agreed to move the date for the handover from 31 March to 30 October.", date(2024, 10, 30)),
        ("On Monday the deadline for the withdrawal was put off to Wednesday.", date(2024, 3, 13)),
    ],
)
def test_a_day_to_which_a_date_is_moved_lies_ahead(text: str, due: date) -> None:
    (moved,) = claims_of(text, "extend-deadline")
    assert moved.new_due == due


def test_a_day_told_in_passing_may_have_passed() -> None:
    (moved,) = claims_of("The deadline, which had been moved to Wednesday, passed without a withdrawal.", "extend-deadline")
    assert moved.new_due == date(2024, 3, 13)


def test_the_old_day_is_one_near_the_telling() -> None:
    (moved,) = claims_of("Boran put back the deadline for the withdrawal from 22 April to 30 June 2025.", "extend-deadline")
    assert (moved.old_due, moved.new_due) == (date(2024, 4, 22), date(2025, 6, 30))


def test_a_stretch_keeps_its_year() -> None:
    (held,) = claims_of("The Front held the prisoners in Kest from 22 April to 30 June 2023.", "detain")
    assert (held.when.earliest, held.when.latest) == (date(2023, 4, 22), date(2023, 6, 30))


@pytest.mark.parametrize(
    "text",
    [
        "The deadline for the Front was moved to 30 March, Boran said.",
        "The deadline for the Front, which was to run out on Monday, has been moved to 30 March.",
    ],
)
def test_whose_date_it_was(text: str) -> None:
    (moved,) = claims_of(text, "extend-deadline")
    assert moved.target is not None
    assert moved.target.id == "front"


def test_a_deadline_for_a_deed_is_nobodys() -> None:
    (moved,) = claims_of("The deadline for the withdrawal was moved to 30 March, Boran said.", "extend-deadline")
    assert moved.target is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Boran said that the Front will have ten more days, until 30 March, to leave Kest.", 10),
        ("The Front will not keep Friday's deadline to leave Kest, but will have two more weeks.", 14),
    ],
)
def test_who_will_have_more_time_is_given_it(text: str, days: int) -> None:
    (moved,) = claims_of(text, "extend-deadline")
    assert (moved.adds_days, moved.target and moved.target.id) == (days, "front")


@pytest.mark.parametrize(
    "text",
    ["The Front has ten more days to leave Kest, Boran said.", "The Front will have two weeks to leave Kest, Boran said."],
)
def test_time_that_is_left_is_not_given(text: str) -> None:
    assert claims_of(text, "extend-deadline") == []
