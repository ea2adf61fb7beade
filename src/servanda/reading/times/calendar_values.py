"""Values of calendar drafts: dates with parts missing, weekdays, named months.

Invariant: a part that the words leave out comes from the publication day, the running time or the nearest year, and
the basis says which; where none is known it stays unknown.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import MAXYEAR, date, timedelta

from servanda.reading.times.draft import Draft
from servanda.reading.times.lexicon import section
from servanda.reading.times.moment import UNKNOWN, Moment, day_of, easter
from servanda.reading.times.running import Resolved, Running, resolved_at
from servanda.reading.times.years import by_narrative, by_publication, nearest


def calendar_value(draft: Draft, running: Running, tense: str | None) -> Resolved:
    if draft.weekday is not None:
        return _weekday(draft, running, tense)
    if draft.decade or draft.century:
        return resolved_at(Moment(draft.year, "decade" if draft.decade else "century"), "explicit", draft.mod)
    if draft.which and (draft.month is not None or draft.season is not None):
        return _picked(draft, running)
    if draft.day is not None and draft.month is None:
        return _day_alone(draft, running, tense)
    if draft.year is not None:
        return resolved_at(_built(draft, draft.year), "explicit", draft.mod)
    if draft.year_which:
        year, basis = _named_year(draft.year_which, running)
        return resolved_at(_built(draft, year), basis, draft.mod)
    moment, basis = _yearless(draft, running, tense)
    return resolved_at(moment, basis, draft.mod)


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
    background = running.background and not draft.spoken  # nor is the day on which somebody said so one of what is told of
    if told and (running.narrative or (background and not ahead)):
        return by_narrative(build, told), "text"
    if published and not running.narrative:
        return by_publication(build, published, tense, draft.bounded or draft.starts), "publication"
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
        return resolved_at(_built(draft, None), basis, draft.mod)
    here, year = base.month_number(), base.year
    options = [_built(draft, candidate) for candidate in (year - 1, year, year + 1) if candidate != 0]
    if here is None:
        return resolved_at(_built(draft, year), basis, draft.mod)
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
    return resolved_at((chosen or [_built(draft, year)])[0], basis, draft.mod)


def _day_alone(draft: Draft, running: Running, tense: str | None) -> Resolved:
    """'the 25th': the month told last, or the nearest such day to publication."""
    day = draft.day or 1
    told = running.time
    if told and told.unit in ("day", "month") and told.index is not None:
        candidate = Moment(told.year, "day", told.index, day, draft.part)
        if told.unit == "day" and told.day is not None and day < told.day - 20 and told.year is not None:
            ahead = told.shift(1, "month")
            candidate = Moment(ahead.year, "day", ahead.index, day, draft.part)
        return resolved_at(candidate, "text")
    reference = running.anchor.published or running.anchor.around
    if reference is None or (running.narrative and running.anchor.around is None):
        return resolved_at(Moment(None, "day", None, day, draft.part), "text")
    here = Moment(reference.year, "month", reference.month)
    options = [Moment(m.year, "day", m.index, day, draft.part) for m in (here.shift(n, "month") for n in (-1, 0, 1))]
    known = [(option, option.first) for option in options]
    dated = [(option, first) for option, first in known if first]
    if tense in ("past", "perhaps-past") and not draft.bounded:
        dated = [pair for pair in dated if pair[1] <= reference] or dated
        dated = dated[-1:]
    elif tense == "future":
        dated = [pair for pair in dated if pair[1] >= reference] or dated
        dated = dated[:1]
    if not dated:
        return resolved_at(Moment(None, "day", None, day, draft.part), "text")
    best = min(dated, key=lambda pair: abs((pair[1] - reference).days))[0]
    return resolved_at(best, "publication" if running.anchor.published else "guessed")


def _weekday(draft: Draft, running: Running, tense: str | None) -> Resolved:
    weekday, which = draft.weekday or 0, draft.which
    told = running.day.first if running.day else None
    published = running.anchor.published
    counted_from_text = which in ("that", "following", "previous", "same") or (which == "next" and running.narrative)
    base, basis = (published, "publication")
    if running.narrative or (counted_from_text and told):
        base, basis = told, "text"
    elif draft.moved_to and told and running.told_here and base is not None and told < base:
        base = told  # 'said on Saturday that the date had been moved to Tuesday': the next one from Saturday on
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
            if (
                basis == "text"
                or tense == "future"
                or (which == "this" and tense not in ("past", "perhaps-past"))
                or tense == "due"
            ):
                offset = ahead
            else:
                offset = back
    try:
        day = base + timedelta(days=offset)
    except OverflowError:
        return Resolved(f"XXXX-WXX-{weekday + 1}", UNKNOWN, "day", "text")
    if tense is None and basis == "publication" and which in (None, "the", "early", "late"):
        basis = "guessed"
    return resolved_at(replace(day_of(day), part=draft.part), basis)
