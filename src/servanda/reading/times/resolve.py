"""Drafts to values.

Invariant: each value rests on the words, the publication day or an earlier time of the text, and says on which.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

from servanda.reading.times.draft import Draft
from servanda.reading.times.expression import Anchor, Duration
from servanda.reading.times.lexicon import section
from servanda.reading.times.moment import UNKNOWN, Days, Moment, day_of, easter, narrowed, week_of
from servanda.reading.times.relative_drafts import duration_value
from servanda.reading.times.years import by_narrative, by_publication, nearest


@dataclass(slots=True)
class Running:
    """What the text has told so far; one of these lives for the reading of one text."""

    anchor: Anchor
    narrative: bool
    time: Moment | None = None  # the last time told
    day: Moment | None = None  # the last day told
    background: bool = False  # this paragraph tells of another year than that of publication
    first_year: int | None = None  # the first year that the text names, for dates before any year
    told_here: bool = False  # this paragraph has told a time
    guessed: bool = False  # the last time told was itself a guess


@dataclass(frozen=True, slots=True)
class Resolved:
    """A draft's value. `moment` is what later times may be counted from, None for lengths and references."""

    value: str
    days: Days
    granularity: str
    basis: str
    moment: Moment | None = None
    duration: Duration | None = None


def resolve(draft: Draft, running: Running, tense: str | None) -> Resolved:
    """The value of one draft, given what the text told before it."""
    resolved = _resolve(draft, running, tense)
    if running.guessed and resolved.basis == "text" and resolved.days != UNKNOWN:
        return replace(resolved, basis="guessed")  # counted from a guess
    return resolved


def _resolve(draft: Draft, running: Running, tense: str | None) -> Resolved:
    match draft.kind:
        case "date":
            return _calendar(draft, running, tense)
        case "unit":
            return _unit(draft, running, tense)
        case "part":
            return _part(draft, running)
        case "shift":
            return _shift(draft, running)
        case "period":
            return _period(draft, running)
        case "duration":
            return _length(draft)
        case "clock":
            return _clock(draft, running)
        case "set":
            return Resolved(draft.value or "XXXX", UNKNOWN, "set", "explicit")
    return _reference(draft, running)


def _of(moment: Moment, basis: str, mod: str | None = None) -> Resolved:
    unit = {"weekend": "week"}.get(moment.unit, moment.unit)
    granularity = "time" if moment.unit == "day" and ":" in moment.part else unit
    return Resolved(moment.value, narrowed(moment.days, mod), granularity, basis, moment)


# --- calendar dates -------------------------------------------------------------------------------


def _calendar(draft: Draft, running: Running, tense: str | None) -> Resolved:
    if draft.weekday is not None:
        return _weekday(draft, running, tense)
    if draft.decade or draft.century:
        return _of(Moment(draft.year, "decade" if draft.decade else "century"), "explicit", draft.mod)
    if draft.which and (draft.month is not None or draft.season is not None):
        return _picked(draft, running)
    if draft.day is not None and draft.month is None:
        return _day_alone(draft, running, tense)
    if draft.year is not None:
        return _of(_built(draft, draft.year), "explicit", draft.mod)
    if draft.year_which:
        year, basis = _named_year(draft.year_which, running)
        return _of(_built(draft, year), basis, draft.mod)
    moment, basis = _yearless(draft, running, tense)
    return _of(moment, basis, draft.mod)


def _built(draft: Draft, year: int | None) -> Moment:
    """The draft's calendar parts in a given year."""
    if draft.holiday:
        return _holiday(draft.holiday, year)
    if draft.month is not None and draft.day is not None:
        return Moment(year, "day", draft.month, draft.day, draft.part)
    if draft.month is not None:
        return Moment(year, "month", draft.month)
    if draft.season is not None:
        return Moment(year, "season", draft.season)
    if draft.quarter is not None:
        return Moment(year, "quarter", draft.quarter)
    if draft.half is not None:
        return Moment(year, "half", draft.half)
    return Moment(year, "year")


def _holiday(name: str, year: int | None) -> Moment:
    rule = section("holidays")[name]
    if "easter" in rule:
        if year is None or not 1 < year < MAXYEAR:
            return Moment(year, "day")
        return day_of(easter(year) + timedelta(days=int(rule["easter"])))
    if "weekday" in rule:
        if year is None or not 1 < year < MAXYEAR:
            return Moment(year, "day", int(rule["month"]))
        return day_of(_nth_weekday(year, int(rule["month"]), int(rule["weekday"]), int(rule["nth"])))
    return Moment(year, "day", int(rule["month"]), int(rule["day"]))


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = (date(year, month + 1, 1) if month < 12 else date(year + 1, 1, 1)) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def _named_year(which: str, running: Running) -> tuple[int | None, str]:
    """'of that year', 'last year'."""
    published = running.anchor.published
    step = {"last": -1, "next": 1, "previous": -1, "preceding": -1, "following": 1}.get(which, 0)
    told = running.time.year if running.time else None
    if which in ("this", "last", "next") and published and not running.narrative:
        return published.year + step, "publication"
    if told is None and published and not running.narrative and which == "the":
        return published.year, "publication"
    return (None if told is None else told + step), "text"


def _yearless(draft: Draft, running: Running, tense: str | None) -> tuple[Moment, str]:
    def build(year: int) -> Moment:
        return _built(draft, year or None)

    published = running.anchor.published
    told = running.time if running.time and running.time.year is not None else None
    ahead = tense in ("future", "due", "present")  # a day still to come is counted from publication
    if told and (running.narrative or (running.background and not ahead)):
        return by_narrative(build, told), "text"
    if published and not running.narrative:
        return by_publication(build, published, tense), "publication"
    if running.anchor.around:
        return nearest(build, running.anchor.around), "guessed"
    if running.first_year is not None:
        return build(running.first_year), "guessed"
    return _built(draft, None), "text"


def _picked(draft: Draft, running: Running) -> Resolved:
    """'last May', 'next winter', 'that spring': the nearest one on the side that the word names."""
    which = draft.which or "this"
    published = running.anchor.published
    base, basis = running.time, "text"
    if (
        published
        and not running.narrative
        and which in ("last", "next", "this", "this past", "this coming", "past", "coming")
    ):
        base, basis = day_of(published), "publication"
    if base is None or base.year is None:
        return _of(_built(draft, None), basis, draft.mod)
    here, year = base.month_number(), base.year
    options = [_built(draft, candidate) for candidate in (year - 1, year, year + 1) if candidate != 0]
    if here is None:
        return _of(_built(draft, year), basis, draft.mod)
    gaps = [(option, (option.month_number() or here) - here) for option in options]
    reach = 1 if draft.season is not None else 0  # a season's months lie on both sides of its middle
    match which:
        case "last" | "previous" | "preceding" | "past" | "this past":
            chosen = [option for option, gap in gaps if gap < -reach][-1:]
        case "next" | "following" | "coming" | "this coming":
            chosen = [option for option, gap in gaps if gap > reach][:1]
        case "this" if draft.season != 3:
            chosen = [option for option, _ in gaps if option.year == year]
        case _:
            chosen = [min(gaps, key=lambda pair: abs(pair[1]))[0]]
    return _of((chosen or [_built(draft, year)])[0], basis, draft.mod)


def _day_alone(draft: Draft, running: Running, tense: str | None) -> Resolved:
    """'the 25th': the month told last, or the nearest such day to publication."""
    day = draft.day or 1
    told = running.time
    if told and told.unit in ("day", "month") and told.index is not None:
        candidate = Moment(told.year, "day", told.index, day, draft.part)
        if told.unit == "day" and told.day is not None and day < told.day - 20 and told.year is not None:
            ahead = told.shift(1, "month")
            candidate = Moment(ahead.year, "day", ahead.index, day, draft.part)
        return _of(candidate, "text")
    reference = running.anchor.published or running.anchor.around
    if reference is None or (running.narrative and running.anchor.around is None):
        return _of(Moment(None, "day", None, day, draft.part), "text")
    here = Moment(reference.year, "month", reference.month)
    options = [Moment(m.year, "day", m.index, day, draft.part) for m in (here.shift(n, "month") for n in (-1, 0, 1))]
    known = [(option, option.first) for option in options]
    dated = [(option, first) for option, first in known if first]
    if tense == "past":
        dated = [pair for pair in dated if pair[1] <= reference] or dated
        dated = dated[-1:]
    elif tense == "future":
        dated = [pair for pair in dated if pair[1] >= reference] or dated
        dated = dated[:1]
    if not dated:
        return _of(Moment(None, "day", None, day, draft.part), "text")
    best = min(dated, key=lambda pair: abs((pair[1] - reference).days))[0]
    return _of(best, "publication" if running.anchor.published else "guessed")


def _weekday(draft: Draft, running: Running, tense: str | None) -> Resolved:
    weekday, which = draft.weekday or 0, draft.which
    told = running.day.first if running.day else None
    published = running.anchor.published
    counted_from_text = which in ("that", "following", "previous", "same") or (which == "next" and running.narrative)
    base, basis = (published, "publication")
    if running.narrative or (counted_from_text and told):
        base, basis = told, "text"
    if base is None:
        return Resolved(f"XXXX-WXX-{weekday + 1}", UNKNOWN, "day", "text")
    back, ahead = -((base.weekday() - weekday) % 7), (weekday - base.weekday()) % 7
    match which:
        case "last" | "previous" | "this past":
            offset = back or -7
        case "next" | "following" | "this coming":
            offset = ahead or 7
        case "last week" | "next week" | "this week":
            step = {"last week": -7, "next week": 7, "this week": 0}[which]
            offset = weekday - base.weekday() + step
        case _:
            if basis == "text" or tense == "future" or (which == "this" and tense != "past") or tense == "due":
                offset = ahead
            else:
                offset = back
    try:
        day = base + timedelta(days=offset)
    except OverflowError:
        return Resolved(f"XXXX-WXX-{weekday + 1}", UNKNOWN, "day", "text")
    if tense is None and basis == "publication" and which in (None, "the", "early", "late"):
        basis = "guessed"
    return _of(replace(day_of(day), part=draft.part), basis)


# --- units, parts of days, shifts -----------------------------------------------------------------


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


def _unit(draft: Draft, running: Running, tense: str | None) -> Resolved:
    which, unit = draft.which or "the", draft.unit or "day"
    base, basis = _unit_base(which, running)
    if base is None and running.anchor.published and not running.narrative and which == "previous" and unit != "day":
        base, basis = day_of(running.anchor.published), "guessed"
    if unit == "then":
        if running.time is None:
            return Resolved("XXXX-XX-XX", UNKNOWN, "ref", "text")
        return replace(_of(running.time, "text"), moment=None)
    if which == "past":
        return _period(replace(draft, amount=1.0, which="past"), running)
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
    resolved = _of(moment, basis, draft.mod)
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


def _part(draft: Draft, running: Running) -> Resolved:
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
    moment = base.shift(step, "day") if step else base.at("day")
    return replace(_of(replace(moment, part=draft.part), basis), granularity="time")


def _shift(draft: Draft, running: Running) -> Resolved:
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
        return replace(_of(base, basis), granularity="time", duration=length, moment=None)
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
    resolved = replace(_limited(_of(moment, basis), draft.limit, base), duration=length)
    if draft.part == "NI" and draft.limit == "over" and resolved.days[0]:
        return replace(resolved, days=(_moved(resolved.days[0], -1), resolved.days[1]))  # 'overnight'
    return resolved


def _days_in(amount: float, unit: str) -> int:
    per = {
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
    return round(amount * per)


def _period(draft: Draft, running: Running) -> Resolved:
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


def _length(draft: Draft) -> Resolved:
    unit = draft.unit or "day"
    length = Duration(draft.amount, unit, draft.mod)
    return Resolved(
        duration_value(draft.amount, unit),
        UNKNOWN,
        "duration",
        "event" if draft.event else "explicit",
        duration=length,
    )


def _clock(draft: Draft, running: Running) -> Resolved:
    base, basis = running.day, "text"
    published = running.anchor.published
    if base is None and published and not running.narrative:
        # A bare hour in a report is most often of its own day, but may be of the day before.
        guess = Moment(published.year, "day", published.month, published.day, draft.part)
        return Resolved(guess.value, (_moved(published, -1), published), "time", "guessed")
    if base is None or base.unit != "day":
        return Resolved(f"XXXX-XX-XXT{draft.part}", UNKNOWN, "time", "text")
    return replace(_of(replace(base, part=draft.part), basis), granularity="time", moment=None)


def _reference(draft: Draft, running: Running) -> Resolved:
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


def in_calendar(day: date | None) -> bool:
    return day is None or MINYEAR <= day.year <= MAXYEAR


__all__ = ["Resolved", "Running", "counted", "resolve", "week_of"]
