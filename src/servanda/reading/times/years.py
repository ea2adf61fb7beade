"""Choosing the year (and month) that a date leaves out.

Invariant: the chosen day is always one of the candidates, never made up.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from servanda.reading.times.moment import Moment

Build = Callable[[int], Moment]
BACKWARD_MONTHS = 5
"""In running text a month up to this many months before the last time told is a step back in the
same account; anything earlier is read as the following year."""


def middle(moment: Moment) -> date | None:
    first, last = moment.days
    return first + (last - first) / 2 if first and last else None


def by_narrative(build: Build, base: Moment) -> Moment:
    """The candidate that continues the account: at or after `base`, or a short step back."""
    year = base.year
    if year is None:
        return build(0)
    if base.unit == "year":
        return build(year)
    here = base.month_number()
    if here is None:
        return build(year)
    options = [build(candidate) for candidate in (year - 1, year, year + 1) if candidate != 0]
    for option in options:
        there = option.month_number()
        if there is not None and -BACKWARD_MONTHS <= there - here < 12 - BACKWARD_MONTHS:
            return option
    return build(year)


def by_publication(build: Build, published: date, tense: str | None) -> Moment:
    """The candidate that a report of that day means: the latest past one for the past tense, the
    next one for the future, otherwise the nearest."""
    options = [build(year) for year in (published.year - 1, published.year, published.year + 1) if 1 <= year <= 9999]
    known = [(option, *option.days) for option in options]
    if tense == "past":
        past = [option for option, first, _ in known if first and first.toordinal() <= published.toordinal() + 1]
        if past:
            return past[-1]
    if tense == "future":
        future = [option for option, _, last in known if last and last.toordinal() >= published.toordinal() - 1]
        if future:
            return future[0]
    return nearest(build, published)


def nearest(build: Build, day: date) -> Moment:
    """The candidate nearest to a day."""
    options = [build(year) for year in (day.year - 1, day.year, day.year + 1) if 1 <= year <= 9999]

    def distance(option: Moment) -> int:
        centre = middle(option)
        return abs((centre - day).days) if centre else 10**6

    return min(options, key=distance)
