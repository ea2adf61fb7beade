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


LIKELY_DAYS = 60
"""A day this near to publication is meant, even where the tense (or what looks like one) points the other way:
'shall leave the areas taken on 15 November', 'the deadline of 1 December was broken'."""


def by_publication(build: Build, published: date, tense: str | None, bounded: bool = False) -> Moment:
    """The candidate that a report of that day means: the latest past one for the past tense, the
    next one for the future, otherwise the nearest.

    `bounded`: the words set a limit ('by', 'until'), so that a past tense need not make the day past.
    """
    near = nearest(build, published)
    centre = middle(near)
    ahead = centre.toordinal() - published.toordinal() if centre else 0
    fine = near.unit == "day"
    if tense == "past" and ahead > 1 and not (bounded and ahead <= LIKELY_DAYS):
        return _on_side(build, published, past=True) or near
    if tense == "perhaps-past" and ahead > LIKELY_DAYS:
        return _on_side(build, published, past=True) or near
    if tense == "due" and bounded and ahead < -LIKELY_DAYS:
        return _on_side(build, published, past=False) or near  # 'extended until November'
    if tense == "future" and ahead < -1 and not (fine and ahead >= -LIKELY_DAYS):
        return _on_side(build, published, past=False) or near
    return near


def _on_side(build: Build, published: date, past: bool) -> Moment | None:
    """The candidate next to publication on one side of it."""
    options = [build(year) for year in (published.year - 1, published.year, published.year + 1) if 1 <= year <= 9999]
    day = published.toordinal()
    if past:
        before = [option for option in options if option.days[0] and option.days[0].toordinal() <= day + 1]
        return before[-1] if before else None
    after = [option for option in options if option.days[1] and option.days[1].toordinal() >= day - 1]
    return after[0] if after else None


def nearest(build: Build, day: date) -> Moment:
    """The candidate nearest to a day."""
    options = [build(year) for year in (day.year - 1, day.year, day.year + 1) if 1 <= year <= 9999]

    def distance(option: Moment) -> int:
        centre = middle(option)
        return abs((centre - day).days) if centre else 10**6

    return min(options, key=distance)
