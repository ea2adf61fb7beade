"""Days and periods: when something counted from a day ends, and which day is the last in time.

Invariant: arithmetic is on whole days of the calendar; a month that is too short ends on its last day.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from servanda.agreement.model import Bound, Period


def add(day: date, period: Period, times: int = 1) -> date:
    """The day that lies `times` periods after `day`; years and months first, then days. Clamped to date.max."""
    months = day.month - 1 + times * (12 * period.years + period.months)
    year, month = day.year + months // 12, months % 12 + 1
    if year > date.max.year:
        return date.max
    moved = date(year, month, min(day.day, monthrange(year, month)[1]))
    try:
        return moved + timedelta(days=times * period.days)
    except OverflowError:
        return date.max


def last_day_in_time(day: date, bound: Bound) -> date:
    """The last day on which performance is in time: `by` a day that day, `before` it the day before (R3).

    An unclear bound is read here in the bearer's favour, as `by`; findings compute both readings.
    """
    return day - timedelta(days=1) if bound == "before" else day
