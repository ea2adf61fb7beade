"""Ranges join two expressions of the text and never run backwards."""

from __future__ import annotations

from datetime import date

import pytest

from servanda.reading.times import Anchor, find_times, time_ranges


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("from 15 to 25 November 2020", date(2020, 11, 15), date(2020, 11, 25)),
        ("between 3 April and 5 May 2019", date(2019, 4, 3), date(2019, 5, 5)),
        ("in 1914-1918", date(1914, 1, 1), date(1918, 12, 31)),
        ("from October 1987 to March 1988", date(1987, 10, 1), date(1988, 3, 31)),
        ("from 1 January 2014 through 31 December 2014", date(2014, 1, 1), date(2014, 12, 31)),
        ("from 15 November 2020 until 5 January 2021", date(2020, 11, 15), date(2021, 1, 5)),
    ],
)
def test_both_ends(text: str, earliest: date, latest: date) -> None:
    (found,) = time_ranges(text, find_times(text, Anchor(None)))
    assert (found.earliest, found.latest) == (earliest, latest)
    assert found.last.bound in ("to", "until")


@pytest.mark.parametrize(
    "text", ["In May 1995 and June 1996 it was calm.", "On 3 May 1995, 4 June was far.", "Nothing."]
)
def test_lists_are_no_ranges(text: str) -> None:
    assert time_ranges(text, find_times(text, Anchor(None))) == []


def test_a_range_that_runs_backwards_is_none() -> None:
    text = "from 25 November 2020 to 15 November 2020"
    assert time_ranges(text, find_times(text, Anchor(None))) == []
