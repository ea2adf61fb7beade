"""Diaries: the sections that stand under days of their own ('12 March', '**Monday, 14 June**', 'Day 3 (14 March)').

The day may also head its line ('12 March: the army leaves'), and in a live report the hour does ('14:05 – shots are heard').

Invariant: a text has sections only where days of at least two headings are known; one day alone on a line is the date
of the text. A section holds from its heading to the next one, and ends where another subject is headed ('Background').
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from servanda.reading.frozen import dataclass, replace
from servanda.reading.times.expression import Anchor, TimeExpression
from servanda.reading.times.find import find_times

_LINE = re.compile(r"[^\r\n]+")
_CLOSED = frozenset(("", *'.!?:*_"”»'))  # what a line ends in where the next one begins anew
_MARKS = " \t\u00a0#*_=>•[](){}|.,:;–—-"
_LEAD = re.compile(
    r"(?:(?:day|d)[ -]?(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)|on|the|night(?:\s+of)?|\W|\d{1,2}[.)])*",
    re.IGNORECASE,
)
_TAIL = re.compile(r"(?:[(,–—-]*\s*(?:day\s+\d{1,3}|the\s+same\s+day|continued|updates?|events)?\W*)", re.IGNORECASE)
_UNKNOWN_DAY = re.compile(r"day\s+(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)", re.IGNORECASE)
_ANOTHER = re.compile(
    r"(?:\d{1,2}[.)]\s+)?(?:background|context|history|analysis|assessment|conclusions?|recommendations?|summary|overview|outlook|next\s+steps|"
    r"about\b.*|notes?(?:\s+to\s+editors)?|annex\b.*|sources?|comments?|reactions?|glossary|contacts?|general(?:\s+remarks)?)",
    re.IGNORECASE,
)
_BEFORE_ENTRY = re.compile(r"\s*[*_]*\s*(?:[.:–—|]|-(?=\s))[*_]*\s*(?=\S)")
"""Between the day and what is told of it on the same line."""
_BULLET = re.compile(r"[ \t]*[*_•·‣–—-]")
_LONGEST = 60  # a heading has no more characters


@dataclass(frozen=True, slots=True)
class DaySection:
    """What stands under a heading that names a day, from the heading's end; the days are None where it names none."""

    start: int
    end: int
    earliest: date | None
    latest: date | None


def day_sections(text: str, times: Sequence[TimeExpression], last: date | None) -> tuple[DaySection, ...]:
    """The sections of a diary, in order; none for another text. `last` is the day of publication: days after it head a
    plan, no account."""
    if not times:
        return ()
    if (entries := _hours(text, last)) is not None:
        return entries
    heads = sorted(_headings(text, times), key=lambda head: head[:2])
    if (period := _period(text, times, last)) is not None and len(heads) < 2:
        return (period,)
    days = {(t.earliest, t.latest) for _, _, t in heads if t is not None}
    if len(days) < 2 or any(t is not None and last is not None and t.earliest and t.earliest > last for _, _, t in heads):
        return ()
    ends = [start for start, _, _ in heads[1:]] + [len(text)]
    return tuple(
        DaySection(after, end, t.earliest if t else None, t.latest if t else None)
        for (_, after, t), end in zip(heads, ends, strict=True)
    )


_HOUR = re.compile(
    r"^[ \t*•]*(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:[ \t]*(?:GMT|UTC|CET|CEST|EET|local(?:[ \t]time)?|hrs?|[ap]\.?m\.?))?"
    r"[ \t]*[–—|:-][ \t]",
    re.MULTILINE | re.IGNORECASE,
)
_ENTRIES = 3  # so many lines under an hour make a log of one day


def _hours(text: str, last: date | None) -> tuple[DaySection, ...] | None:
    """The entries of a live report ('14:05 – Shots are heard'), all of the day on which it was published."""
    found = list(_HOUR.finditer(text)) if last is not None else []
    if len(found) < _ENTRIES:
        return None
    ends = [m.start() for m in found[1:]] + [len(text)]
    return tuple(DaySection(m.start(), end, last, last) for m, end in zip(found, ends, strict=True))


_PERIOD = re.compile(
    r"\b(?:reporting\s+period|period\s+(?:covered|under\s+review|of\s+reporting|of\s+observation)|covering\s+the\s+period"
    r"|(?:present|this)\s+report\s+covers(?:\s+(?:the\s+period|developments|events))?)\b",
    re.IGNORECASE,
)


def _heads_line(text: str, stated: re.Match[str]) -> bool:
    """Whether the words open their line or a short one; 'in the reporting period, the mission saw' is no frame."""
    begin, end = text.rfind("\n", 0, stated.start()) + 1, text.find("\n", stated.end())
    line = text[begin : end if end >= 0 else len(text)]
    lead = text[begin : stated.start()].strip(" \t#*_0123456789.()").casefold()
    return lead in {"", "the"} or (stated.group().casefold().startswith("covering") and len(line.split()) <= 15)


def _period(text: str, times: Sequence[TimeExpression], last: date | None) -> DaySection | None:
    """The days that a bulletin says that it is about: 'Reporting period: 4 June, 0730 hrs, to 5 June, 0730 hrs'."""
    stated = next((m for m in _PERIOD.finditer(text) if _heads_line(text, m)), None)
    if stated is None:
        return _known_until(text, times, last) or _titled(text, times, last)
    end = re.compile(r"\n|\.\s").search(text, stated.end())
    stop = end.start() if end is not None else len(text)
    inside = [t for t in times if stated.end() <= t.start and t.end <= stop and t.granularity == "day"]
    days = [d for t in inside for d in (t.earliest, t.latest) if d is not None]
    if not days or (last is not None and max(days) > last):
        return None
    return DaySection(stop, len(text), min(days), max(days))


_KNOWN = re.compile(
    r"\binformation\b(?:\s+(?!until|as\b|up\b)[\w-]+){0,8}\s+(?:as\s+of|until|up\s+to)\s+(?:(?P<hour>\d{1,2})[:.]?\d\d[^\n.]{0,24})?",
    re.IGNORECASE,
)


def _known_until(text: str, times: Sequence[TimeExpression], last: date | None) -> DaySection | None:
    """'Based on information received as of 19:30 on 21 March' at the head of a daily report: that day, and the one before
    where it was closed in the morning."""
    stated = _KNOWN.search(text, 0, _TITLE_ENDS)
    at = stated.end() if stated is not None else -1
    near = [t for t in times if at - 25 <= t.start <= at + 12 and t.latest is not None]
    day = next((t.latest for t in near if t.granularity != "duration" and t.earliest == t.latest), None)
    line = text.find("\n", near[-1].end) if near else -1
    if stated is None or day is None or line < 0 or (last is not None and not day <= last <= day + timedelta(days=3)):
        return None
    closed = int(stated["hour"]) if stated["hour"] else 0
    return DaySection(line, len(text), day if closed >= _EVENING else day - timedelta(days=1), day)


_EVENING = 17
_OF_A_BULLETIN = re.compile(r"\b(?:report|bulletin|update|sitrep|digest|round-?up)\b", re.IGNORECASE)


def _titled(text: str, times: Sequence[TimeExpression], last: date | None) -> DaySection | None:
    """The days that end the title of a bulletin: 'Weekly report No. 4, 6 March - 12 March'."""
    for line in _LINE.finditer(text, 0, _TITLE_ENDS):
        inside = [t for t in times if line.start() <= t.start and t.end <= line.end() and t.granularity == "day"][-2:]
        head = line.group()[: inside[0].start - line.start()] if inside else ""
        if not inside or not _OF_A_BULLETIN.search(head) or len(head.split()) > _TITLE_WORDS:
            continue
        if text[inside[-1].end : line.end()].strip(_MARKS):
            continue
        link = text[inside[0].end : inside[-1].start].strip().casefold()
        days = [d for t in inside for d in (t.earliest, t.latest) if d is not None]
        if link not in {"", "-", "–", "—", "to", "until"} or not days or min(days) == max(days):
            continue
        if (max(days) - min(days)).days <= _MONTH and (last is None or max(days) <= last):
            return DaySection(line.end(), len(text), min(days), max(days))
    return None


_TITLE_ENDS, _TITLE_WORDS, _MONTH = 400, 10, 31


def section_at(sections: Sequence[DaySection], offset: int) -> DaySection | None:
    """The section that holds a place of the text."""
    return next((s for s in sections if s.start <= offset < s.end), None)


def _headings(text: str, times: Sequence[TimeExpression]) -> Iterator[tuple[int, int, TimeExpression | None]]:
    """Lines that are headings of days, or end the section of one: where they begin and end, and the day."""
    at, until, before = 0, 0, ""
    for line in _LINE.finditer(text):
        words = line.group().strip(_MARKS)
        parted = text.count("\n", until, line.start()) > 1 or before in _CLOSED
        until, before = line.end(), line.group().rstrip()[-1:]
        if not words or not (parted or _BULLET.match(line.group())):
            continue
        while at < len(times) and times[at].start < line.start():
            at += 1
        time = times[at] if at < len(times) and times[at].end <= line.end() else None
        if (entry := _entry(text, line.start(), line.end(), time)) is not None:
            yield line.start(), entry, time
        elif time is not None and (entry := _placed(text, line.start(), line.end(), time)) is not None:
            yield line.start(), entry, time
            blank = _BLANK.search(text, line.end())
            closed = blank.start() if blank is not None else len(text)
            yield closed, closed, None
        if entry is not None or not parted or len(words) > _LONGEST:
            continue
        if time is not None and _is_day(text, line.start(), line.end(), time, times[at + 1 : at + 2]):
            yield line.start(), line.end(), _spanned(times, at, line.end())
        elif _UNKNOWN_DAY.fullmatch(words) or _ANOTHER.fullmatch(words):
            yield line.start(), line.end(), None


def _entry(text: str, start: int, end: int, time: TimeExpression | None) -> int | None:
    """Where an entry begins that stands on the line of its day; None for another line."""
    if time is None or time.granularity != "day" or time.earliest is None or not _LEAD.fullmatch(text, start, time.start):
        return None
    mark = _BEFORE_ENTRY.match(text, time.end, end)
    return mark.end() if mark is not None else None


_PLACE = re.compile(r"\W*[A-Z][\w'’-]*(?: [A-Z(][\w'’)-]*){0,4},?\s+")
_BLANK = re.compile(r"\n[ \t]*\n|\Z")


def _placed(text: str, start: int, end: int, time: TimeExpression) -> int | None:
    """Where a paragraph begins that stands under a place and a day: 'Prey Chan, 12 November. The Team …'. The day holds for
    this paragraph alone."""
    if time.granularity != "day" or time.earliest is None or not _PLACE.fullmatch(text, start, time.start):
        return None
    mark = _BEFORE_ENTRY.match(text, time.end, end)
    return mark.end() if mark is not None else None


def _is_day(text: str, start: int, end: int, time: TimeExpression, following: Sequence[TimeExpression]) -> bool:
    """Whether a line says a day, or two that make a range, and nothing else."""
    if (
        time.granularity != "day"
        or time.earliest is None
        or time.latest is None
        or not _LEAD.fullmatch(text, start, time.start)
    ):
        return False
    after = following[0] if following and following[0].end <= end else None
    if after is None:
        return _TAIL.fullmatch(text, time.end, end) is not None
    link = text[time.end : after.start].strip().casefold()
    linked = link in {"", ",", "-", "–", "—", "/", "to", "and", "&", "until", "("}
    return (
        linked and after.granularity == "day" and after.latest is not None and _TAIL.fullmatch(text, after.end, end) is not None
    )


def _spanned(times: Sequence[TimeExpression], at: int, end: int) -> TimeExpression:
    """'12–13 March', 'Friday (15 June)': both days of a heading as one stretch."""
    first = times[at]
    last = times[at + 1] if at + 1 < len(times) and times[at + 1].end <= end else first
    days = [d for d in (first.earliest, first.latest, last.earliest, last.latest) if d is not None]
    if last is not first and last.basis == "explicit" and (max(days) - min(days)).days > 6:
        return last  # a weekday beside its own date
    return replace(first, earliest=min(days), latest=max(days))


def times_of_sections(
    text: str,
    times: Sequence[TimeExpression],
    sections: Sequence[DaySection],
    sentences: Sequence[tuple[int, int]],
    tenses: Callable[[int], str | None] | None,
) -> list[TimeExpression]:
    """The times of a diary: in a section they are counted from its day, as if it had been written on it."""
    found: list[TimeExpression] = [t for t in times if section_at(sections, t.start) is None]
    for section in sections:
        inside = [t for t in times if section.start <= t.start < section.end]
        if section.latest is None or not inside:
            found += inside
            continue
        low, high = section.start, section.end
        spans = [(max(a, low) - low, min(b, high) - low) for a, b in sentences if a < high and b > low]

        def tense(offset: int, low: int = low) -> str | None:
            return tenses(offset + low) if tenses else None

        anew = find_times(text[low:high], Anchor(published=section.latest, narrative=False), spans, tense)
        found += [_told_by_heading(replace(t, start=t.start + low, end=t.end + low), section) for t in anew]
    return sorted(found, key=lambda t: t.start)


def _told_by_heading(time: TimeExpression, section: DaySection) -> TimeExpression:
    """What is counted from the heading's day rests on the text; a bare hour is one of that day."""
    if time.basis == "guessed" and time.clock is not None:
        return replace(time, earliest=section.earliest, latest=section.latest, basis="text")
    later = time.latest
    if later is not None and time.text.casefold() == "overnight":  # the night before that day, or the one after it
        later += timedelta(days=1)
    return replace(time, latest=later, basis="text" if time.basis == "publication" else time.basis)
