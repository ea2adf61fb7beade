"""Deadlines keep their words and bound, and a length is a deadline only from a known day (R3)."""

from __future__ import annotations

from datetime import date

import pytest

from servanda.reading.times import Anchor, Deadline, TimeExpression, day_after, deadline, find_times

PUBLISHED = date(2020, 11, 15)


def only(text: str) -> TimeExpression:
    (time,) = find_times(text, Anchor(PUBLISHED))
    return time


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("They shall leave by 25 November 2020.", "by"),
        ("They shall leave no later than 25 November 2020.", "no-later-than"),
        ("They shall leave not later than the 25 November 2020.", "no-later-than"),
        ("They shall leave before 25 November 2020.", "before"),
        ("They shall leave prior to 25 November 2020.", "before"),
        ("The time was extended until 25 November 2020.", "until"),
        ("They have held it since 25 November 2020.", "since"),
        ("It applies from 25 November 2020.", "from"),
        ("They left after 25 November 2020.", "after"),
        ("They left on 25 November 2020.", "on"),
        ("It was 25 November 2020.", None),
    ],
)
def test_bounds_are_read_from_the_words_before(text: str, bound: str | None) -> None:
    assert only(text).bound == bound


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Withdrawal is due by 25 November.", (date(2020, 11, 25), "by")),
        ("Withdrawal is due before 25 November.", (date(2020, 11, 25), "before")),
        ("Withdrawal is due no later than 25 November.", (date(2020, 11, 25), "by")),
        ("The withdrawal was extended until 25 November.", (date(2020, 11, 25), "by")),
        ("The date is now 25 November.", (date(2020, 11, 25), "by")),
        ("Withdrawal is due by the end of November 2020.", (date(2020, 11, 30), "by")),
        ("Withdrawal is due before December 2020.", (date(2020, 12, 1), "before")),
    ],
)
def test_deadline_of_one_expression(text: str, expected: tuple[date, str]) -> None:
    times = [t for t in find_times(text, Anchor(PUBLISHED)) if t.granularity != "ref"]
    found = deadline(times[-1])
    assert found is not None and (found.day, found.bound) == expected


@pytest.mark.parametrize(
    "text", ["They left after 25 November 2020.", "It has held since 25 November 2020.", "They meet daily."]
)
def test_what_sets_no_deadline_gives_none(text: str) -> None:
    assert deadline(only(text)) is None


def test_within_days_of_an_event_keeps_both_and_needs_the_day() -> None:
    time = only("All prisoners shall be freed within 10 days of the signing of this statement.")
    assert (time.value, time.bound, time.basis) == ("P10D", "within", "event")
    assert time.relative_to == "the signing of this statement"
    assert time.duration is not None and (time.duration.amount, time.duration.unit) == (10, "day")
    assert deadline(time) is None
    assert deadline(time, base=date(2020, 11, 9)) == Deadline(date(2020, 11, 19), "by", "10 days")
    assert deadline(time, date(2020, 11, 9), "included") == Deadline(date(2020, 11, 18), "by", "10 days")


def test_days_after_an_event_that_is_not_a_date() -> None:
    time = only("They left two days after the deadline.")
    assert (time.text, time.value, time.relative_to, time.basis) == ("two days", "P2D", "the deadline", "event")


def test_days_after_a_date_are_a_date() -> None:
    time = only("They left two days after 25 November 2020.")
    assert (time.text, time.value) == ("two days after 25 November 2020", "2020-11-27")
    assert time.earliest == time.latest == date(2020, 11, 27)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("two weeks after 25 November 2020", date(2020, 12, 9)),
        ("three months after 30 November 2020", date(2021, 2, 28)),
        ("ten days before 25 November 2020", date(2020, 11, 15)),
        ("two days from 25 November 2020", date(2020, 11, 27)),
    ],
)
def test_lengths_from_a_named_day_count_to_the_day(words: str, expected: date) -> None:
    time = only(f"They must leave {words}.")
    assert (time.text, time.earliest, time.latest) == (words, expected, expected)


@pytest.mark.parametrize("words", ["an additional 10 days", "10 additional days", "another ten days", "10 more days"])
def test_additional_days_are_a_length(words: str) -> None:
    time = only(f"They were given {words} to leave.")
    assert time.value == "P10D"
    assert time.duration is not None and time.duration.amount == 10


def test_midnight_at_the_start_of_a_day_is_before_it() -> None:
    found = deadline(only("They shall leave by 00:00 on 25 November 2020."))
    assert found is not None and (found.day, found.bound) == (date(2020, 11, 25), "before")


@pytest.mark.parametrize(
    ("base", "count", "unit", "expected"),
    [
        (date(2020, 1, 31), 1, "month", date(2020, 2, 29)),
        (date(2020, 2, 29), 1, "year", date(2021, 2, 28)),
        (date(2020, 11, 9), 2, "week", date(2020, 11, 23)),
        (date(9999, 12, 31), 1, "day", None),
        (date(2020, 1, 1), 1, "fancy", None),
    ],
)
def test_day_after(base: date, count: int, unit: str, expected: date | None) -> None:
    assert day_after(base, count, unit) == expected


def test_within_the_next_days_is_counted_from_publication() -> None:
    found = deadline(only("They must leave within the next ten days."))
    assert found is not None and (found.day, found.bound) == (date(2020, 11, 25), "by")


def test_an_ordinal_day_after_an_event_is_a_length_from_it() -> None:
    time = only("Arms are handed over not later than the third day after the signing.")
    assert (time.value, time.bound, time.relative_to) == ("P3D", "no-later-than", "the signing")
    found = deadline(time, base=date(2020, 11, 9))
    assert found is not None and found.day == date(2020, 11, 12)


@pytest.mark.parametrize("words", ["extended to", "postponed to", "put off until"])
def test_a_day_moved_to_is_a_limit(words: str) -> None:
    time = only(f"The withdrawal is {words} November 25.")
    assert (time.bound, time.value) == ("until", "2020-11-25")
