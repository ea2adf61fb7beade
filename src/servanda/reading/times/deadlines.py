"""Deadlines read from time expressions.

Invariant: a deadline is a day that the words give, with the bound they put on it (R3).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from servanda.reading.times.expression import TimeExpression
from servanda.reading.times.moment import Moment, day_of

_LAST_DAY_IN_TIME = frozenset({"by", "no-later-than", "until", "to", "on", "within", "as-of", None})
_NO_DEADLINE = frozenset({"after", "since", "from", "not-before", "between"})


@dataclass(frozen=True, slots=True)
class Deadline:
    """`bound` is 'by' (overdue the day after `day`) or 'before' (overdue on `day`)."""

    day: date
    bound: str
    words: str


def deadline(expression: TimeExpression, base: date | None = None, base_day: str = "excluded") -> Deadline | None:
    """The deadline that an expression sets, None where it sets none or its day is unknown.

    'by 25 November' is by that day, 'before 25 November' before it, 'by the end of November' by
    the last day of it; a bare date ('is now 25 November') counts as by. A length ('within 10
    days of signing') needs `base`, the day of the event it is counted from; `base_day` says
    whether that day is the first day counted ('included') or not ('excluded').
    """
    if expression.bound in _NO_DEADLINE or expression.granularity in ("set", "ref"):
        return None
    if expression.granularity == "duration":
        return _after(expression, base, base_day)
    if expression.bound == "before":
        return None if expression.earliest is None else Deadline(expression.earliest, "before", expression.text)
    if expression.latest is None or expression.bound not in _LAST_DAY_IN_TIME:
        return None
    starts_that_day = (
        expression.clock is not None and expression.value.endswith("T00:00") and expression.bound is not None
    )
    return Deadline(expression.latest, "before" if starts_that_day else "by", expression.text)


def _after(expression: TimeExpression, base: date | None, base_day: str) -> Deadline | None:
    length = expression.duration
    if base is None and expression.latest is not None and expression.bound is not None:
        return Deadline(expression.latest, "by", expression.text)  # 'within the next ten days'
    if base is None or length is None or length.amount is None or length.amount != int(length.amount):
        return None
    end = day_after(base, int(length.amount), length.unit)
    if end is None:
        return None
    if base_day == "included":
        end -= timedelta(days=1)
    return Deadline(end, "by", expression.text)


def day_after(base: date, count: int, unit: str) -> date | None:
    """The day `count` days, weeks, months or years after a day; None outside the calendar.

    A month that lacks the day of the month ends on its last day (31 January + 1 month).
    """
    if unit in ("month", "year"):
        moved = Moment(base.year, "month", base.month).shift(count * (12 if unit == "year" else 1), "month")
        first, last = moved.days
        return None if first is None or last is None else first.replace(day=min(base.day, last.day))
    days = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
    if days is None or abs(count) > 100_000:
        return None
    return day_of(base).shift(count * days, "day").first
