"""Laws of the time reader, for any text: exact spans, order, intervals that run forward, no surprises."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.reading.times import Anchor, deadline, find_times, undated_bounds
from servanda.reading.times.expression import BASES, BOUNDS, GRANULARITIES

WORDS = st.sampled_from(
    [
        "the",
        "a",
        "of",
        "in",
        "on",
        "by",
        "until",
        "before",
        "within",
        "10",
        "ten",
        "two",
        "days",
        "weeks",
        "years",
        "ago",
        "later",
        "after",
        "November",
        "May",
        "March",
        "Monday",
        "2020",
        "1914-18",
        "25th",
        "15",
        "31",
        "february",
        "490",
        "BC",
        "1960s",
        "century",
        "last",
        "next",
        "this",
        "that",
        "following",
        "year",
        "month",
        "morning",
        "night",
        "now",
        "today",
        "early",
        "late",
        "end",
        "summer",
        "winter",
        "00:00",
        "6",
        "p.m.",
        "GMT",
        "and",
        "to",
        "from",
        "–",
        ",",
        ".",
        "(",
        ")",
        "\n",
        "every",
        "daily",
        "Q3",
        "quarter",
        "first",
        "half",
        "of",
        "additional",
        "Easter",
        "9999",
        "0001",
        "30.12.9999",
        "2020-02-30",
        "15/11/2020",
        "seconds",
        "decade",
        "centuries",
        "hundred",
        "thousand",
        "several",
        "an",
        "half",
        "'",
        "’",
        '"',
        "earlier",
    ]
)
PHRASES = st.lists(WORDS, max_size=25).map(" ".join)
TEXTS = st.one_of(st.text(max_size=120), PHRASES)
DAYS = st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max, date(2020, 2, 29)]))
ANCHORS = st.builds(Anchor, DAYS, st.sampled_from([None, True, False]), DAYS)
VALUE = re.compile(
    r"(?:BC)?[\dX]{2,4}(?:-.+)?|P(?:T)?[\dX.]+[A-Z]+|PRESENT_REF|PAST_REF|FUTURE_REF|(?:BC)?[\dX]{4}-.*"
)


@settings(max_examples=400, deadline=None)
@given(TEXTS, ANCHORS)
def test_spans_values_and_intervals(text: str, anchor: Anchor) -> None:
    times = find_times(text, anchor)
    end = 0
    for time in times:
        assert text[time.start : time.end] == time.text and time.text
        assert time.start >= end
        end = time.end
        assert time.basis in BASES and time.granularity in GRANULARITIES and time.bound in (None, *BOUNDS)
        assert VALUE.fullmatch(time.value), time.value
        if time.earliest and time.latest:
            assert time.earliest <= time.latest
        deadline(time, anchor.published)
    bounds = undated_bounds(text, times)
    if bounds.not_before and bounds.not_after:
        assert bounds.not_before <= bounds.not_after


@settings(max_examples=100, deadline=None)
@given(TEXTS, ANCHORS)
def test_same_input_same_output(text: str, anchor: Anchor) -> None:
    assert find_times(text, anchor) == find_times(text, anchor)


@settings(max_examples=150, deadline=None)
@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2099, 12, 31)), st.sampled_from([
    "%d {month} %Y", "{month} %d, %Y", "%Y-%m-%d", "%d.%m.%Y", "the %dth of {month} %Y",
]))  # fmt: skip
def test_a_written_day_is_read_as_that_day(day: date, form: str) -> None:
    names = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
    words = day.strftime(form.replace("{month}", names[day.month - 1])) if day.year >= 1000 else ""
    (time,) = find_times(f"They left on {words}.", Anchor(None))
    assert (time.earliest, time.latest, time.basis) == (day, day, "explicit")


@settings(max_examples=60, deadline=None)
@given(PHRASES)
def test_an_undated_text_takes_no_day_from_the_clock_of_the_reader(text: str) -> None:
    for time in find_times(text, Anchor(None)):
        if time.basis == "publication":
            raise AssertionError(time)


def test_long_runs_of_numbers_stay_quick() -> None:
    text = "1, " * 3000 + "the " * 3000 + "15 and " * 2000 + "two hundred and " * 1000
    find_times(text, Anchor(date(2020, 1, 1)))
