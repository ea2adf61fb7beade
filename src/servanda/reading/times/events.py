"""Days told by an event of the agreement ('the day the accord was signed', 'since the truce began', 'on the third day of
the ceasefire', 'two days after the deadline').

Invariant: an event is dated by the agreement or by the text's own words, never where these differ; what names another
paper ('the 2013 accord', 'a local truce') is no event of this one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from math import ceil

from servanda.reading.frozen import dataclass
from servanda.reading.small_letters import compile_small, small
from servanda.reading.times.deadlines import day_after
from servanda.reading.times.expression import TimeExpression
from servanda.reading.times.lexicon import NUMBER, ORDINALS, alternatives, number_of

_PAPER_OR_PEACE = (
    r"(?:agreement|accords?|deal|pact|treaty|protocol|truce|cease-?fire|armistice|cessation\s+of\s+hostilities|memorandum"
    r"|measures|statement)"
)
_PACT = rf"(?:(?:peace|ceasefire|truce|final)\s+)?{_PAPER_OR_PEACE}"
_THE = r"(?:the|this|its|their)\s+"
_HAD = r"(?:had\s+|has\s+)?"
_BEGUN = r"(?:beg[au]n|started|(?:c[ao]me|entered|went|gone)\s+into\s+(?:force|effect)|(?:took|taken)\s+(?:effect|hold))"
_TO_BEGIN = (
    r"(?:was|were|had\s+been)\s+(?:(?:supposed|due|meant|scheduled|set|expected)\s+)?to\s+"
    r"(?:begin|start|(?:come|enter|go)\s+into\s+(?:force|effect)|take\s+(?:effect|hold))"
)
_SIGNED = (
    rf"(?:{_THE}{_PACT}\s+(?:(?:was|were|had\s+been|has\s+been)\s+)(?:formally\s+|finally\s+)?(?:signed|concluded)"
    rf"|(?:the\s+|its\s+)?(?:signing|signature)(?:\s+of\s+{_THE}{_PACT})?)"
)
_STARTED = (
    rf"(?:{_THE}{_PACT}\s+(?:{_HAD}{_BEGUN}|{_TO_BEGIN})|(?:the\s+|its\s+)?entry\s+into\s+force(?:\s+of\s+{_THE}{_PACT})?"
    rf"|the\s+(?:start|beginning|onset)\s+of\s+{_THE}{_PACT})"
)
_DEADLINE = r"(?:the\s+(?:final\s+|agreed\s+)?deadline(?:\s+(?:had\s+)?(?:expired|passed|ran\s+out|lapsed))?)"
_ELSE = r"(?!\s+(?:of|with|between|for)\b|['’])"
_EVENT = rf"(?:(?P<signed>{_SIGNED})|(?P<start>{_STARTED})|(?P<deadline>{_DEADLINE}))\b{_ELSE}"
_LASTING = rf"{_THE}{_PACT}\b{_ELSE}"
_UNIT = r"(?P<unit>minute|hour|day|week|month|year)s?"
_COUNT = rf"(?P<n>{NUMBER}|an?)\s+{_UNIT}"

_JUST = r"(?:(?:just|only|barely|mere)\s+)?"

_NAMED = re.compile(rf"\b(?:{_EVENT}|{_LASTING})", re.IGNORECASE)
"""One of these is in each wording that follows."""
_DAY_OF = re.compile(rf"\bthe\s+(?:very\s+|same\s+)?day\s+(?:(?:that|when|on\s+which|of)\s+)?{_EVENT}", re.IGNORECASE)
_NEXT_TO = re.compile(
    rf"\bthe\s+(?:day|morning|night|evening|afternoon)\s+(?P<way>after|before|following)\s+{_EVENT}", re.IGNORECASE
)
_COUNTED = re.compile(rf"\b{_JUST}{_COUNT}\s+(?P<way>after|before|following|from|since)\s+{_EVENT}", re.IGNORECASE)
_WITHIN = re.compile(
    rf"\bwithin\s+(?:the\s+first\s+)?(?:{_COUNT}|(?P<few>minutes|hours))\s+(?:of|after|from|following)\s+{_EVENT}",
    re.IGNORECASE,
)
_SOON = re.compile(rf"\b{_JUST}(?P<few>minutes|hours)\s+(?P<way>after|before)\s+{_EVENT}", re.IGNORECASE)
_BOUND = re.compile(rf"\b(?P<way>since|before|after|until|following)\s+{_EVENT}", re.IGNORECASE)
_INTO = re.compile(rf"\b(?:{_COUNT}|(?P<few>minutes|hours))\s+into\s+{_LASTING}", re.IGNORECASE)
_NTH = re.compile(
    rf"\b(?:the\s+)?(?:(?P<nth>{alternatives(ORDINALS)}|opening)\s+(?P<unit>day|week|month)|day\s+(?P<day>{NUMBER}))\s+of\s+{_LASTING}",
    re.IGNORECASE,
)
_FIRST = re.compile(rf"\bthe\s+(?:first|opening)\s+{_COUNT}\s+of\s+{_LASTING}", re.IGNORECASE)
_WORTH_A_LOOK = compile_small(rf"\b(?:{_PAPER_OR_PEACE}|sign(?:ing|ature)|entry\s+into\s+force|deadline)\b")

_ON = r"\s+(?:(?:on|at\s+midnight\s+on|from)\s+)?(?:the\s+)?$"
_PAPER = rf"\b(?:the|this|a|an|its|their)\s+{_PACT}\b(?:,?\s+(?:which|that)\b)?"
_SAYS = {
    "signed": re.compile(rf"{_PAPER}[^.;,]{{0,30}}?\s(?:signed|concluded){_ON}", re.IGNORECASE),
    "start": re.compile(rf"{_PAPER}\s+{_HAD}{_BEGUN}{_ON}", re.IGNORECASE),
    "deadline": re.compile(
        r"\bdeadline\s+(?:of|on|(?:was|is|fell|expired|passed|ran\s+out|set)(?:\s+set)?(?:\s+(?:on|for))?)\s+(?:the\s+)?$",
        re.IGNORECASE,
    ),
}
_ITS_DEADLINE = re.compile(r"\s+deadline\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Events:
    """The days of the agreement's events that are certain in a text; None where they are not."""

    signed: date | None = None
    start: date | None = None
    deadline: date | None = None

    def by_words(self) -> dict[str, date]:
        """The same by the nouns that a length may be counted from."""
        days = dict.fromkeys(("signing", "signature", "signed"), self.signed)
        days |= dict.fromkeys(("entry into force", "into force", "effect"), self.start)
        return {words: day for words, day in days.items() if day is not None}


def known_events(text: str, times: Sequence[TimeExpression], signed: date | None, start: date | None) -> Events:
    """The days that the agreement gives and the text's own words give ('a truce that took effect on 2 October')."""
    if not _WORTH_A_LOOK.search(small(text)):
        return Events(signed, start)
    told: dict[str, set[date]] = {"signed": set(), "start": set(), "deadline": set()}
    for time in times:
        if time.granularity not in {"day", "time"} or time.earliest is None or time.earliest != time.latest:
            continue
        head = text[max(0, time.start - 90) : time.start]
        for name, words in _SAYS.items():
            if words.search(head):
                told[name].add(time.earliest)
        if _ITS_DEADLINE.match(text, time.end):
            told["deadline"].add(time.earliest)
    return Events(*(_sole(day, told[name]) for name, day in (("signed", signed), ("start", start), ("deadline", None))))


def _sole(given: date | None, told: Iterable[date]) -> date | None:
    days = {*told, *([given] if given is not None else [])}
    return days.pop() if len(days) == 1 else None


def with_events(text: str, times: Sequence[TimeExpression], start: int, end: int, events: Events) -> list[TimeExpression]:
    """The times of a stretch of text, with those that events give; a day of its own behind an event is left as it is."""
    if not _WORTH_A_LOOK.search(small(text), start, end):
        return list(times)
    found: list[TimeExpression] = []
    for time in _event_times(text, start, end, events):
        beside = [t for t in times if t.start < time.end + _OWN_DAY and time.start < t.end and t.earliest is not None]
        if not any(t.start < time.end and time.start < t.end for t in found) and not any(
            t.start >= time.end or t.relative_to is None for t in beside
        ):
            found.append(time)
    kept = [t for t in times if not any(t.start < f.end and f.start < t.end for f in found)]
    return sorted([*kept, *found], key=lambda t: t.start)


_OWN_DAY = 12
"""A day so near behind an event is the event's own ('since the truce expired on 2 October')."""


def _event_times(text: str, start: int, end: int, events: Events) -> Iterator[TimeExpression]:
    """The longest wordings first."""
    if not _NAMED.search(text, start, end):
        return
    for pattern, days in _FORMS:
        for match in pattern.finditer(text, start, end):
            found = match.groupdict()
            name = next((n for n in ("signed", "start", "deadline") if found.get(n)), "start")
            base: date | None = getattr(events, name)
            span = days(found, base) if base is not None else None
            if span is not None:
                first, last, bound = span
                value = first.isoformat() if first == last else f"{first}/{last}"
                yield TimeExpression(match.start(), match.end(), match.group(), value, first, last, "day", "event", bound=bound)


_Span = tuple[date, date, str | None]


def _that_day(found: Mapping[str, str | None], base: date) -> _Span | None:
    return base, base, "on"


def _next_to(found: Mapping[str, str | None], base: date) -> _Span | None:
    day = _moved(base, -1 if found["way"] == "before" else 1)
    return day, day, "on"


def _bounded(found: Mapping[str, str | None], base: date) -> _Span | None:
    way = (found["way"] or "").lower()
    return base, base, {"following": "after"}.get(way, way)


def _length(found: Mapping[str, str | None]) -> tuple[int, str] | None:
    """How many of which unit; minutes and hours in days that they may touch."""
    if found.get("few"):
        return 1, "day"
    number = number_of(found.get("n") or "")
    if number is None or number != int(number):
        return None
    unit = (found.get("unit") or "day").lower()
    if unit in {"minute", "hour"}:
        return (0, "day") if unit == "minute" and number < 60 else (ceil(number / 24), "day")
    return int(number), unit


def _counted(found: Mapping[str, str | None], base: date) -> _Span | None:
    way = (found["way"] or "").lower()
    if way == "since":
        return base, base, "since"
    length = _length(found)
    if length is None or length[1] in {"month", "year"}:
        return None
    day = day_after(base, -length[0] if way == "before" else length[0], length[1])
    if day is None:
        return None
    if (found.get("unit") or "").lower() in {"minute", "hour"}:
        return min(base, day), max(base, day), None
    return day, day, "on"


def _within(found: Mapping[str, str | None], base: date) -> _Span | None:
    length = _length(found)
    last = day_after(base, *length) if length is not None else None
    return None if last is None else (base, last, "within")


def _soon(found: Mapping[str, str | None], base: date) -> _Span | None:
    beside = _moved(base, -1 if found["way"] == "before" else 1)
    return min(base, beside), max(base, beside), None


def _into(found: Mapping[str, str | None], base: date) -> _Span | None:
    length = _length(found)
    if length is None:
        return None
    unit = (found.get("unit") or "hour").lower()
    if unit in {"minute", "hour"}:
        return base, _moved(base, length[0]), None
    if unit == "day":
        return _moved(base, length[0] - 1), _moved(base, length[0]), None
    return base, base, "since"  # 'a month into the truce': some time after it began


def _nth(found: Mapping[str, str | None], base: date) -> _Span | None:
    word = (found.get("nth") or "").lower()
    number = ORDINALS.get(word, 1) if word else int(number_of(found.get("day") or "") or 0)
    unit = (found.get("unit") or "day").lower()
    first, after = day_after(base, number - 1, unit), day_after(base, number, unit)
    return None if first is None or after is None or number < 1 else (first, _moved(after, -1), None)


def _first(found: Mapping[str, str | None], base: date) -> _Span | None:
    length = _length(found)
    after = day_after(base, *length) if length is not None and length[0] else None
    return None if after is None else (base, _moved(after, -1), None)


def _moved(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


_FORMS = (
    (_WITHIN, _within),
    (_COUNTED, _counted),
    (_INTO, _into),
    (_FIRST, _first),
    (_NTH, _nth),
    (_SOON, _soon),
    (_NEXT_TO, _next_to),
    (_DAY_OF, _that_day),
    (_BOUND, _bounded),
)
