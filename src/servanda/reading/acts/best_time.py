"""Which of the times that stand with an act is its day.

Invariant: it is one of them, or the stretch from the first to the last of a list of days.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.date_words import WEEKDAYS
from servanda.reading.acts.moments import dated
from servanda.reading.acts.owned_times import names_text
from servanda.reading.acts.triggers import Trigger
from servanda.reading.claim import When
from servanda.reading.frozen import replace
from servanda.reading.modality.outcome import REAL, Force
from servanda.reading.times import TimeExpression


def best_time(view: View, trigger: Trigger, force: Force, mine: list[TimeExpression]) -> TimeExpression | None:
    """The day-giving time that stands nearest to the act, else a stretch it lies in ('within ten days'); one after it
    is preferred."""
    at = view.offset + view.doc[trigger.at].idx
    counted = [t for t in mine if t.bound == "within" and t.relative_to is None and not names_text(view.doc.text)]
    options = [t for t in mine if dated(t)] or counted
    if force.modality in _AHEAD and any(t.bound in _LIMITS and t.start > at for t in options):
        options = [t for t in options if t.bound in _LIMITS and t.start > at]  # 'agreed on the 18th to leave by 1 February'
    if force.modality == "under-way" and force.present and not force.past:
        options = [t for t in options if not _granted(view, at, t)]
    best = min(options, key=lambda t: (abs(t.start - at) + (15 if t.start < at else 0), t.start), default=None)
    if best is not None and _stood_then(view, trigger, force, best):
        return replace(best, bound="by")
    return _listed(view, best, options) if best is not None and force.modality in REAL else best


def _stood_then(view: View, trigger: Trigger, force: Force, time: TimeExpression) -> bool:
    """'As of last week half of them had left': they had by then, and nobody says that they left in that week."""
    group = trigger.frame.group
    told = force.modality == "completed" and force.polarity == "affirmed" and time.bound in (None, "on", "as-of")
    if not told or group is None or not group.perfect:
        return False
    return _AS_OF.search(view.doc.text[: time.start - view.offset]) is not None


_AS_OF = re.compile(r"\bas\s+(?:of|(?:recently|late)\s+as)\s+(?:the\s+)?$", re.IGNORECASE)


def _granted(view: View, at: int, time: TimeExpression) -> bool:
    """'Keeps it shut although the deadline ran out yesterday': the day of what is granted, and not of what goes on now."""
    return time.start > at and _ALTHOUGH.search(view.doc.text, at - view.offset, time.start - view.offset) is not None


_ALTHOUGH = re.compile(r"\b(?:although|though|even after|whereas|(?:despite|in spite of) the fact that)\b", re.IGNORECASE)


def still_to_come(force: Force, time: TimeExpression, said: When) -> bool:
    """'The truce ends on the 16th': told in the present of a day to come."""
    if not (force.present and force.modality == "completed" and force.polarity == "affirmed" and time.bound in (None, "on")):
        return False
    return said.latest is not None and time.earliest is not None and time.earliest > said.latest


def coming(force: Force, time: TimeExpression | None, said: When, at: int, *, done: bool) -> TimeExpression | None:
    """'They leave on Monday', 'the truce ends on Friday': a day of the week told in the present is the coming one, for an
    act that somebody is to do (`done`); for others the present may tell of what was ('X shells Z on Monday')."""
    told = done and force.present and force.modality == "completed" and force.polarity == "affirmed"
    told = told or (force.modality == "announced" and time is not None and time.start > at)  # 'to free them Monday, X says'
    if time is None or not told or time.bound not in (None, "on") or said.latest is None:
        return time
    if time.text.casefold() not in WEEKDAYS or time.earliest is None or time.latest is None or time.latest >= said.latest:
        return time
    week = timedelta(days=7)
    return replace(time, earliest=time.earliest + week, latest=time.latest + week)


def takes_effect(view: View, act: str, times: Sequence[TimeExpression], said: When) -> TimeExpression | None:
    """The day to come from which an end or a break of the agreement counts: 'hereby ends it with effect from 12 May'."""
    if act not in {"terminate", "suspend", "resume"} or said.latest is None:
        return None
    text = view.doc.text
    for time in times:
        begins = _FROM.search(text, 0, time.start - view.offset)
        if begins is not None and time.granularity == "day" and time.earliest is not None and time.earliest > said.latest:
            return replace(time, bound=None)
    return None


_FROM = re.compile(
    r"\b(?:with\s+effect\s+(?:from|as\s+of|on)|effective(?:\s+(?:from|as\s+of|on))?|as\s+of|as\s+from|from|starting(?:\s+on)?"
    r"|beginning(?:\s+on)?)\s+(?:the\s+|midnight\s+(?:on|of)\s+)?\Z",
    re.IGNORECASE,
)


_AHEAD = frozenset({"announced", "promised", "requested", "required", "possible"})
_LIMITS = frozenset({"by", "before", "no-later-than", "within", "until"})
_AND = re.compile(r"\s*,?\s*(?:and|&|,)\s+(?:(?:then|again|once\s+more)\s+)?(?:on\s+|in\s+)?(?:the\s+)?", re.IGNORECASE)


def _listed(view: View, time: TimeExpression, options: Sequence[TimeExpression]) -> TimeExpression:
    """'On 12 and 13 September', 'on Monday and again on Tuesday': from the first of the days to the last."""
    text, whole = view.doc.text, time
    fine = {"day", "time"}
    for other in sorted(options, key=lambda t: t.start):
        gap = text[whole.end - view.offset : other.start - view.offset]
        if other.start < whole.end or other.duration is not None or not _AND.fullmatch(gap):
            continue
        if not {whole.granularity, other.granularity} <= fine:
            continue
        days = [d for d in (whole.earliest, whole.latest, other.earliest, other.latest) if d is not None]
        if len(days) == 4 and {whole.bound, other.bound} <= {None, "on"}:
            whole = replace(whole, end=other.end, earliest=min(days), latest=max(days))
    return whole
