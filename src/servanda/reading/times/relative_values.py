"""Values of drafts counted from another time: units, parts of days, shifts, periods, clock times, references.

Invariant: what has no base to be counted from stays unknown; nothing is counted from the day of reading.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from math import ceil

from servanda.reading.times.draft import Draft
from servanda.reading.times.expression import Duration
from servanda.reading.times.moment import UNKNOWN, Days, Moment, day_of
from servanda.reading.times.relative_drafts import duration_value
from servanda.reading.times.running import Resolved, Running, resolved_at


def _unit_base(which: str, running: Running) -> tuple[Moment | None, str]:
    """What 'this', 'last', 'that' unit is counted from."""
    published = running.anchor.published
    deictic = which in ("this", "last", "next", "current", "past", "this past", "this coming", "coming", "the")
    if deictic and published and not running.narrative and not (which == "the" and running.time):
        return day_of(published), "publication"
    if running.time is None and published and not running.narrative and which in ("the", "same"):
        return day_of(published), "publication"
    return running.time, "text"


_STEPS = {
    "last": -1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "next": 1,
    "following": 1,
    "coming": 1,
    "this coming": 1,
    "this past": -1,
    "very next": 1,
}


def unit_value(draft: Draft, running: Running, tense: str | None) -> Resolved:
    which, unit = draft.which or "the", draft.unit or "day"
    base, basis = _unit_base(which, running)
    if base is None and running.anchor.published and not running.narrative and which == "previous" and unit != "day":
        base, basis = day_of(running.anchor.published), "guessed"
    if unit == "then":
        if running.time is None:
            return Resolved("XXXX-XX-XX", UNKNOWN, "ref", "text")
        return replace(resolved_at(running.time, "text"), moment=None)
    if which == "past":
        return period_value(replace(draft, amount=1.0, which="past"), running)
    if which in ("first", "final"):
        return Resolved(duration_value(1, unit), UNKNOWN, "duration", "explicit", duration=Duration(1, unit))
    if base is None:
        return Resolved(Moment(None, unit).value, UNKNOWN, unit, "text")
    step = _STEPS.get(which, 0)
    if unit == "weekend" and which == "the" and base.first and base.first.weekday() < 5:
        step = 0 if tense == "future" else -1
    if unit == "day" and base.unit != "day":
        known = running.day if step == 0 and running.day and running.day.year == base.year else None
        base = known or base
    if unit == "day" and step and running.day and basis == "text":
        base = running.day
    if unit == "season":
        base = base if base.unit in ("season", "month", "day") else Moment(base.year, "season", None)
        if base.index is None:
            return Resolved(Moment(base.year, "year").value, UNKNOWN, "season", basis)
    moment = base.shift(step, unit) if step else base.at(unit)
    if draft.part:
        moment = replace(moment, part=draft.part)
    resolved = resolved_at(moment, basis, draft.mod)
    return _limited(resolved, "later" if draft.mod == "REST" else draft.limit, base)


def _limited(resolved: Resolved, limit: str | None, base: Moment) -> Resolved:
    """'earlier this week' ends on the day of publication, 'later that month' begins on the day told."""
    first, last = resolved.days
    pivot = base.first if base.unit == "day" else None
    if limit not in ("earlier", "later") or pivot is None or first is None or last is None:
        return resolved
    if not first <= pivot <= last:
        return resolved
    return replace(resolved, days=(first, pivot) if limit == "earlier" else (pivot, last))


_MORNINGS = frozenset({"MO", "MI"})


def part_value(draft: Draft, running: Running) -> Resolved:
    which = draft.which or "the"
    published = running.anchor.published
    base, basis = (running.day, "text")
    if which in ("this", "last") and published and not running.narrative:
        base, basis = day_of(published), "publication"
    if base is None or (which == "the" and draft.part == "NI"):
        return Resolved(f"XXXX-XX-XXT{draft.part}", UNKNOWN, "time", "text")
    step = {"last": -1, "previous": -1, "next": 1, "following": 1, "very next": 1}.get(which, 0)
    if which == "next" and basis == "text":
        step = 1
    if which == "the" and running.night and draft.part in _MORNINGS:
        step = 1  # 'On Monday night they came. In the morning …'
    moment = base.shift(step, "day") if step else base.at("day")
    return replace(resolved_at(replace(moment, part=draft.part), basis), granularity="time")


def shift_value(draft: Draft, running: Running) -> Resolved:
    unit = draft.unit or "day"
    unit = {"night": "day", "fortnight": "week"}.get(unit, unit)
    amount = draft.amount if draft.unit != "fortnight" or draft.amount is None else draft.amount * 2
    length = Duration(amount, unit, draft.mod)
    if draft.base == "event":
        return Resolved(duration_value(amount, unit), UNKNOWN, "duration", "event", duration=length)
    published = running.anchor.published
    base: Moment | None
    if draft.base == "pub" and published and not running.narrative:
        base, basis = day_of(published), "publication"
    elif draft.base == "pub" and not draft.amount:
        today = draft.amount == 0 and not draft.part
        value = "PRESENT_REF" if today else "XXXX-XX-XX" + (f"T{draft.part}" if draft.part else "")
        return Resolved(value, UNKNOWN, "ref" if today else "day", "text")
    elif draft.base == "pub" and unit == "day" and draft.amount == 1:
        return Resolved("XXXX-XX-XX", UNKNOWN, "day", "text")
    else:
        base, basis = (running.day if unit == "day" and running.day else running.time), "text"
        if base is None and published and not running.narrative and draft.sign < 0:
            base, basis = day_of(published), "guessed"  # 'a year earlier'; 'a year later' needs a time told
    return counted(draft, base, basis, length)


def counted(draft: Draft, base: Moment | None, basis: str, length: Duration) -> Resolved:
    """The moment `length` away from `base`, in the draft's direction."""
    unit, amount = length.unit, length.amount
    if amount is None:
        day = base.first if base else None
        value = "PAST_REF" if draft.sign < 0 else "FUTURE_REF"
        days = (None, day) if draft.sign < 0 else (day, None)
        return Resolved(value, days, "ref", basis, duration=length)
    if unit in ("second", "minute", "hour"):
        if base is None or base.unit != "day":
            return Resolved("XXXX-XX-XX", UNKNOWN, "time", basis, duration=length)
        return replace(resolved_at(base, basis), granularity="time", duration=length, moment=None)
    if amount != int(amount):
        amount, unit = (
            (amount * 12, "month")
            if unit == "year"
            else (amount * 10, "year")
            if unit == "decade"
            else (round(amount), unit)
        )
    if base is None:
        return Resolved(Moment(None, unit).value, UNKNOWN, unit, basis, duration=length)
    if abs(amount) > 20000:
        return Resolved("PAST_REF" if draft.sign < 0 else "FUTURE_REF", UNKNOWN, "ref", basis, duration=length)
    moment = base.shift(int(amount) * (draft.sign or 1), unit) if amount else base.at("day")
    if draft.part:
        moment = replace(moment, part=draft.part)
    resolved = replace(_limited(resolved_at(moment, basis), draft.limit, base), duration=length)
    if draft.part == "NI" and draft.limit == "over" and resolved.days[0]:
        return replace(resolved, days=(_moved(resolved.days[0], -1), resolved.days[1]))  # 'overnight'
    return resolved


def _days_in(amount: float, unit: str) -> int:
    per = {
        "minute": 1 / 1440,
        "hour": 1 / 24,
        "day": 1,
        "night": 1,
        "week": 7,
        "weekend": 7,
        "fortnight": 14,
        "month": 31,
        "quarter": 92,
        "season": 92,
        "year": 366,
        "decade": 3653,
        "century": 36525,
    }.get(unit, 0)
    return ceil(amount * per)


def period_value(draft: Draft, running: Running) -> Resolved:
    """'the past three days': a length that ends, or begins, at a known day."""
    unit, which = draft.unit or "day", draft.which or ""
    length = Duration(draft.amount, unit, draft.mod)
    value = duration_value(draft.amount, unit)
    published = running.anchor.published if not running.narrative else None
    pivot, basis = published, "publication"
    if which in ("previous", "preceding", "following", "ensuing", "subsequent", "intervening") or pivot is None:
        pivot, basis = (running.day.first if running.day else None), "text"
    days: Days = UNKNOWN
    if pivot is not None:
        reach = None if draft.amount is None else _days_in(draft.amount, unit)
        if which in ("last", "past", "recent", "previous", "preceding"):
            days = (_moved(pivot, None if reach is None else -reach), pivot)
        elif which in ("next", "coming", "following", "ensuing", "subsequent"):
            days = (pivot, _moved(pivot, reach))
    return Resolved(value, days, "duration", basis, duration=length)


def _moved(day: date, days: int | None) -> date | None:
    try:
        return None if days is None else day + timedelta(days=days)
    except OverflowError:
        return None


def length_value(draft: Draft) -> Resolved:
    unit = draft.unit or "day"
    length = Duration(draft.amount, unit, draft.mod)
    return Resolved(
        duration_value(draft.amount, unit),
        UNKNOWN,
        "duration",
        "event" if draft.event else "explicit",
        duration=length,
    )


def clock_value(draft: Draft, running: Running) -> Resolved:
    base, basis = running.day, "text"
    published = running.anchor.published
    if base is None and published and not running.narrative:
        # A bare hour in a report is most often of its own day, but may be of the day before.
        guess = Moment(published.year, "day", published.month, published.day, draft.part)
        return Resolved(guess.value, (_moved(published, -1), published), "time", "guessed")
    if base is None or base.unit != "day":
        return Resolved(f"XXXX-XX-XXT{draft.part}", UNKNOWN, "time", "text")
    return replace(resolved_at(replace(base, part=draft.part), basis), granularity="time", moment=None)


def reference_value(draft: Draft, running: Running) -> Resolved:
    published = running.anchor.published if not running.narrative else None
    value = draft.value or "PRESENT_REF"
    days: Days = UNKNOWN
    if published:
        days = {
            "PRESENT_REF": (published, published),
            "PAST_REF": (None, published),
            "FUTURE_REF": (published, None),
        }[value]
    return Resolved(value, days, "ref", "publication" if published else "text")
