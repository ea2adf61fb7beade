"""Times joined as facts are dated by them: ranges, nights, lengths counted from days and events."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.reading.times import Anchor, TimeExpression, find_times, joined

FRIDAY = date(2013, 3, 22)
EVENTS = {"signing": date(2013, 3, 1), "entry into force": date(2013, 3, 4)}


def dated(text: str) -> list[TimeExpression]:
    return joined(text, find_times(text, Anchor(FRIDAY, narrative=False)), EVENTS)


def march(*days: int) -> tuple[date, ...]:
    return tuple(date(2013, 3, d) for d in days)


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("They fired from 8 to 14 March.", "8 to 14 March", march(8, 14)),
        ("It fell between 3 and 5 March.", "3 and 5 March", march(3, 5)),
        ("It fell on the night of 13/14 March.", "the night of 13/14 March", march(13, 14)),
        ("It fell on the night of 7 and 8 March.", "the night of 7 and 8 March", march(7, 8)),
        ("It fell in the night to 15 March.", "15 March", march(14, 15)),
        ("They fired overnight into Friday.", "Friday", march(21, 22)),
        ("They left two days after the signing on March 10.", "two days", march(12, 12)),
        ("They left a week before the deal of 20 March.", "a week", march(13, 13)),
        ("They left three days after 10 March.", "three days after 10 March", march(13, 13)),
        ("They must leave within ten days of the signing.", "ten days", march(1, 11)),
        ("They left two days after the entry into force of the agreement.", "two days", march(6, 6)),
    ],
)  # fmt: skip
def test_one_time_with_both_its_days(text: str, words: str, days: tuple[date, date]) -> None:
    (time,) = dated(text)
    assert (time.text, time.earliest, time.latest) == (words, *days)


@pytest.mark.parametrize(
    "text",
    [
        "They left two days after the raid.",  # nobody knows when that was
        "They left some days after the signing.",  # how many is not said
        "They left two days after the signing of another pact in Rome.",  # not the event that is known
    ],
)
def test_what_cannot_be_counted_stays_open(text: str) -> None:
    assert all(t.earliest is None and t.latest is None for t in dated(text))


def test_two_days_of_which_neither_is_a_night_stay_two() -> None:
    assert [t.text for t in dated("They fired on 13 and 17 March.")] == ["13", "17 March"]


@given(st.integers(1, 27), st.integers(1, 3), st.sampled_from(["before", "after"]))
def test_counting_is_addition(day: int, length: int, way: str) -> None:
    number = ["one", "two", "three"][length - 1]
    plural = "" if length == 1 else "s"
    (time,) = dated(f"They left {number} day{plural} {way} the signing on {day} March 2013.")
    base = date(2013, 3, day)
    assert time.earliest == time.latest == base + timedelta(days=length if way == "after" else -length)


@given(st.lists(st.sampled_from(["on Monday", "overnight", "from 8 to 14 March", "two days after the signing", "at noon"]), max_size=5))
def test_in_order_and_no_two_share_a_place(parts: list[str]) -> None:
    found = dated("They fired " + " and ".join(parts) + ".")
    assert all(a.end <= b.start for a, b in pairwise(found))
