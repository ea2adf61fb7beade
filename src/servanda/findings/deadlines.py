"""R3, deadlines: the day by which a duty is due, after what moved it.

Invariant: a day is whole and ends in the agreement's time zone; `by` a day that day is in time, `before` it is not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from servanda.agreement.calendar import add, last_day_in_time
from servanda.agreement.model import Agreement, Bound, Due, Event, Term

When = Callable[[Event], date | None]


@dataclass(frozen=True, slots=True)
class Deadline:
    """The deadline standing on a day.

    `due` is the day as worded now, `last` the last day in time; `strict` the last day in time before any extension
    that came late, `late_from` the day on which such a one was made. All None where no day is set (yet). `blurred`: the
    day ends in another time zone than the agreement's, so that `last` is in time only in part.
    """

    due: date | None
    last: date | None
    original: date | None
    strict: date | None = None
    late_from: date | None = None
    open: bool = False
    blurred: bool = False


def first_deadline(term: Term, agreement: Agreement, happened: When, bound: Bound | None = None) -> Deadline:
    """R3: the deadline of the text itself. `happened` gives the day of an event, or None if it has not happened."""
    due = term.due
    if due is None:
        return Deadline(None, None, None, open=True)
    day = due.day if due.day is not None else _relative(due, agreement, happened)
    if day is None:
        return Deadline(None, None, None)
    last = last_day_in_time(day, bound or due.bound)
    last, blurred = in_zone(last, due.timezone, agreement.timezone)
    return Deadline(day, last, day, strict=last, blurred=blurred)


def in_zone(last: date, zone: str | None, own: str) -> tuple[date, bool]:
    """R3: the last day that lies in time at least in part, in the agreement's own days, and whether only in part."""
    if zone is None or zone == own or last >= date.max - timedelta(days=1):
        return last, False
    ends = datetime.combine(last + timedelta(days=1), time(), ZoneInfo(zone)).astimezone(ZoneInfo(own))
    if ends.time() == time():
        return ends.date() - timedelta(days=1), False
    return ends.date(), True


def moved(
    deadline: Deadline, bound: Bound, new_due: date, made: date, in_time: bool, zones: tuple[str | None, str]
) -> Deadline:
    """R4: the deadline after an extension made on a day; one that came late leaves `strict` where it was.

    `zones` are the deadline's own time zone, if it has one, and the agreement's.
    """
    last, blurred = in_zone(last_day_in_time(new_due, bound), *zones)
    if in_time and deadline.late_from is None:
        return Deadline(new_due, last, deadline.original, strict=last, blurred=blurred)
    return Deadline(new_due, last, deadline.original, deadline.strict, deadline.late_from or made, blurred=blurred)


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
