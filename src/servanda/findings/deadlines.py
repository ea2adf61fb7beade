"""R3, deadlines: the day by which a duty is due, after what moved it.

Invariant: a day is whole and ends in the agreement's time zone; `by` a day that day is in time, `before` it is not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from servanda.agreement.calendar import add, last_day_in_time
from servanda.agreement.model import Agreement, Bound, Due, Event, Term

When = Callable[[Event], date | None]


@dataclass(frozen=True, slots=True)
class Deadline:
    """The deadline standing on a day.

    `due` is the day as worded now, `last` the last day in time; `strict` the last day in time before any extension
    that came late, `late_from` the day on which such a one was made. All None where no day is set (yet).
    """

    due: date | None
    last: date | None
    original: date | None
    strict: date | None = None
    late_from: date | None = None
    open: bool = False


def first_deadline(term: Term, agreement: Agreement, happened: When, bound: Bound | None = None) -> Deadline:
    """R3: the deadline of the text itself. `happened` gives the day of an event, or None if it has not happened."""
    due = term.due
    if due is None:
        return Deadline(None, None, None, open=True)
    day = due.day if due.day is not None else _relative(due, agreement, happened)
    if day is None:
        return Deadline(None, None, None)
    last = last_day_in_time(day, bound or due.bound)
    return Deadline(day, last, day, strict=last)


def moved(deadline: Deadline, bound: Bound, new_due: date, made: date, in_time: bool) -> Deadline:
    """R4: the deadline after an extension made on a day; one that came late leaves `strict` where it was."""
    last = last_day_in_time(new_due, bound)
    if in_time and deadline.late_from is None:
        return Deadline(new_due, last, deadline.original, strict=last)
    return Deadline(new_due, last, deadline.original, deadline.strict, deadline.late_from or made)


def repeated(term: Term, first: Deadline, bound: Bound, as_of: date) -> tuple[Deadline, date | None]:
    """For a recurring duty: the deadline of the round that stands on a day, and the last day of the round before.

    A round ends with its last day in time; the round after it begins on the day after.
    """
    if term.every is None or first.due is None or first.last is None:
        return first, None
    number, before = 0, None
    due, last = first.due, first.last
    while last < as_of and number < 10_000:
        number += 1
        before = last
        due = add(first.due, term.every, number)
        last = last_day_in_time(due, bound)
    return Deadline(due, last, due, strict=last), before


def _relative(due: Due, agreement: Agreement, happened: When) -> date | None:
    assert due.of is not None and due.within is not None
    base = event_day(due.of, agreement, happened)
    if base is None:
        return None
    day = add(base, due.within)
    return day - timedelta(days=1) if due.base_day == "included" else day


def event_day(event: Event, agreement: Agreement, happened: When) -> date | None:
    """The day of an event: fixed by the agreement (signed, in force) or found."""
    if event.kind == "signed":
        return agreement.signed
    if event.kind == "in-force":
        return agreement.start
    return happened(event)
