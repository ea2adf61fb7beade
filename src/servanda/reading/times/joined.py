"""Times as facts are dated by them: the ends of a range made one, a night given both its days, a length counted from
the day or event it names.

Invariant: the result is in the order of the text, and no two of its members share a place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from servanda.reading.frozen import replace
from servanda.reading.times.deadlines import day_after
from servanda.reading.times.expression import TimeExpression
from servanda.reading.times.ranges import TimeRange, time_ranges

_BACKWARDS = re.compile(r"\s*(?:before|prior\s+to|ahead\s+of|earlier\s+than)\b", re.IGNORECASE)
_BASE_GAP = 60  # the day counted from stands within so many characters
_PAPER = frozenset(
    {"the", "of", "this", "its", "agreement", "accord", "deal", "truce", "ceasefire", "statement", "treaty", "was", "took"}
    | {"entered", "came"}
)
_DAYS = frozenset({"day", "time"})


def joined(text: str, times: Sequence[TimeExpression], events: Mapping[str, date]) -> list[TimeExpression]:
    """The times of a stretch of text, joined. `events` are the known days of events, by the words that name them."""
    found: list[TimeExpression] = []
    gone: set[int] = set()
    ranges = {r.first.start: r for r in time_ranges(text, times)}
    ranges |= {r.first.start: r for r in _nights(text, times)}
    named = {a.start: b for a, b in pairwise(times) if _NAMED_DAY.fullmatch(text[a.start : b.end + 1])}
    for time in times:
        if time.start in gone:
            continue
        if (day := named.get(time.start)) is not None:
            gone.add(day.start)
            found.append(replace(day, start=time.start, text=text[time.start : day.end]))
            continue
        if time.granularity in _DAYS and time.earliest and _INTO.search(text, max(0, time.start - 24), time.start):
            if found and _NIGHT.search(found[-1].text) and time.start - found[-1].end < 12:
                found.pop()
            found.append(replace(time, earliest=_day_before(time.earliest), bound=None))
        elif time.granularity in _DAYS and time.earliest and _EVE.search(text, max(0, time.start - 60), time.start):
            before = _day_before(time.earliest)
            found.append(replace(time, earliest=before, latest=before, bound="on"))
        elif (near := _by_the_hour(text, time)) is not None:
            found.append(near)
        elif _of_two_days(text, time) and time.latest is not None:
            found.append(replace(time, latest=time.latest + timedelta(days=1)))  # 'at midnight on Monday': of two days
        elif (spanned := ranges.get(time.start)) is not None:
            last = spanned.last
            if found and found[-1].text.casefold() == "overnight" and _ON.fullmatch(text, found[-1].end, time.start):
                found.pop()
            gone.add(last.start)
            words = text[time.start : last.end]
            value = f"{time.value}/{last.value}"
            whole = replace(time, end=last.end, text=words, value=value, latest=last.latest, bound=None)
            found.append(replace(whole, granularity=last.granularity))
        elif time.granularity == "duration" and time.relative_to is not None:
            counted, base = _counted(text, time, times, events)
            if base is not None:
                gone.add(base.start)
            found.append(counted)
        else:
            found.append(time)
    return found


def _by_the_hour(text: str, time: TimeExpression) -> TimeExpression | None:
    """'Before noon on Monday' lies up to Monday, not up to the day before it; 'shortly before noon on Monday' on it, 'just
    after midnight on Monday' on it or the next day."""
    if time.granularity != "time" or time.bound not in ("before", "after") or time.earliest is None or time.latest is None:
        return None
    midnight = time.value.endswith("T24:00")
    if time.value.endswith("T00:00") or time.latest == date.max:
        return None
    if _JUST.search(text, max(0, time.start - 40), time.start):
        until = time.latest + timedelta(days=1) if midnight and time.bound == "after" else time.latest
        return replace(time, latest=until, bound="on")
    return replace(time, bound="by") if time.bound == "before" else None


_JUST = re.compile(
    r"\b(?:shortly|just|soon|immediately|right|(?:(?:a\s+few|several|some|\w+)\s+)?(?:minutes?|moments|seconds|hours?))\s+(?:before|after)\s+$",
    re.IGNORECASE,
)


def _of_two_days(text: str, time: TimeExpression) -> bool:
    """Midnight, but not 'one minute past midnight'."""
    if not time.value.endswith("T24:00") or time.bound not in (None, "on") or time.latest in (None, date.max):
        return False
    return not text[: time.start].rstrip().endswith((" past", " after", " before", " to"))


_NAMED_DAY = re.compile(
    r"(?:today|tonight|yesterday),?\s+\((?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day\)", re.IGNORECASE
)
"""'Today (Monday)' in what is published on a Tuesday: the Monday."""
_NIGHT = re.compile(r"\b(?:over)?night\b", re.IGNORECASE)
_INTO = re.compile(r"\b(?:over)?night\s+(?:in)?to\s+(?:the\s+)?$", re.IGNORECASE)
_EVE = re.compile(
    r"\b(?:on|at)\s+the\s+eve\s+of\s+(?:(?:the|a|its|their)\s+(?:\w+\s+){1,3}(?:of|on)\s+)?(?:the\s+)?$", re.IGNORECASE
)
_ON = re.compile(r"\s*,?\s*(?:on|of|between)?\s*", re.IGNORECASE)
_NIGHT_LINK = re.compile(r"\s*(?:[/&]|\band\b|\bto\b|[-–])\s*", re.IGNORECASE)


def _nights(text: str, times: Sequence[TimeExpression]) -> list[TimeRange]:
    """'the night of 13/14 March', 'on the night of 7 and 8 November': one night, of two days; '13/14 March' is the same,
    and so are both of 'on 24 and 25 July'."""
    found = []
    for first, last in pairwise(times):
        days = {first.granularity, last.granularity} <= _DAYS
        both = days and text[first.end : last.start].strip() in {"/", "and", "&"}
        if not (both or _NIGHT.search(first.text)) or not _NIGHT_LINK.fullmatch(text, first.end, last.start):
            continue
        if first.earliest and last.latest and _day_before(last.latest) == first.earliest:
            found.append(TimeRange(first, last, first.earliest, last.latest))
    return found


def _day_before(day: date) -> date:
    return day - timedelta(days=1) if day > date.min else day


def _counted(
    text: str, time: TimeExpression, times: Sequence[TimeExpression], events: Mapping[str, date]
) -> tuple[TimeExpression, TimeExpression | None]:
    """The day that lies a length after or before another, with the time that gave that other day."""
    length = time.duration
    if length is None or length.amount is None or length.amount != int(length.amount):
        return time, None
    base = next(
        (t for t in times if time.end <= t.start < time.end + _BASE_GAP and t.granularity in _DAYS and t.earliest), None
    )
    words = (time.relative_to or "").lower()
    if base is not None and base.text.lower() not in words and not _on_day(text, time, base, words):
        base = None
    day = base.earliest if base is not None else _known(words, events)
    if day is None:
        return time, None
    count = -int(length.amount) if _BACKWARDS.match(text, time.end) else int(length.amount)
    end = day_after(day, count, length.unit)
    if end is None:
        return time, None
    first = day if time.bound in ("within", "no-later-than", "by") else end
    return replace(time, earliest=first, latest=end, granularity="day", basis="event"), base


def _on_day(text: str, time: TimeExpression, base: TimeExpression, words: str) -> bool:
    """'two days after the signing on 23 October': the event's own day stands behind its words."""
    between = " ".join(text[time.end : base.start].lower().split())
    return bool(words) and re.fullmatch(rf"\w+ {re.escape(words)},? (?:on|of)(?: the)?", between) is not None


def _known(words: str, events: Mapping[str, date]) -> date | None:
    """The day of the event that words name, where they name nothing else ('the signing of the agreement')."""
    for event, day in events.items():
        rest = words.replace(event, " ", 1) if event in words else None
        if rest is not None and all(word in _PAPER for word in re.findall(r"\w+", rest)):
            return day
    return None
