"""When an undated report can have been written.

Invariant: bounded by its own words only, and never stamped with the day of reading (R2).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from servanda.reading.times.expression import TimeExpression
from servanda.reading.times.tense import Cue, cues_of, guess_tense, plain_sentences, sentence_at


@dataclass(frozen=True, slots=True)
class UndatedBounds:
    """Days between which an undated report was written, inferred; None is unbounded.

    `told_past` and `to_come` are the expressions that gave the bounds, for the explanation.
    """

    not_before: date | None
    not_after: date | None
    told_past: TimeExpression | None = None
    to_come: TimeExpression | None = None


_WAS_DUE = re.compile(
    r"\b(?:was|were|had\s+been)\s+(?:supposed|due|scheduled|expected|meant|set|obliged|required|planned)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not|no\s+longer|instead\s+of|rather\s+than)\s+(?:by\s+|on\s+|until\s+)?(?:the\s+)?$", re.IGNORECASE
)


def undated_bounds(
    text: str,
    times: Sequence[TimeExpression],
    sentences: Sequence[tuple[int, int]] | None = None,
    tenses: Callable[[int], str | None] | None = None,
) -> UndatedBounds:
    """Not before the latest day told as past, not after the earliest day told as still to come.

    Whole months or years told as past bound from their first day, those to come up to their last.
    Where the words contradict each other, what is told as past stands and the other bound is dropped.
    """
    spans = list(sentences) if sentences else plain_sentences(text)
    starts = [start for start, _ in spans]
    past: TimeExpression | None = None
    future: TimeExpression | None = None
    before = 0
    cues: dict[tuple[int, int], list[Cue]] = {}
    for time in times:
        here, before = before, time.end
        if time.earliest is None or time.latest is None or time.granularity in ("duration", "ref", "set"):
            continue
        sentence = sentence_at(spans, starts, time.start, len(text))
        if sentence not in cues:
            cues[sentence] = cues_of(text, sentence)
        given = tenses(time.start) if tenses else None
        tense = given or guess_tense(text, time.start, time.end, cues[sentence])
        told = _told(time, text[max(sentence[0], here) : time.start], tense)
        if told == "past" and (past is None or past.earliest is None or time.earliest > past.earliest):
            past = time
        elif told == "future" and (future is None or future.latest is None or time.latest < future.latest):
            future = time
    not_before = past.earliest if past else None
    not_after = future.latest if future else None
    if not_before and not_after and not_after < not_before:
        return UndatedBounds(not_before, None, past, None)
    return UndatedBounds(not_before, not_after, past, future)


_MOVED = re.compile(r"\b(?:extend|postpon|prolong|delay|mov|push)", re.IGNORECASE)
_FINE = frozenset({"day", "time", "week", "month"})


def _told(time: TimeExpression, head: str, tense: str | None) -> str | None:
    """'past', 'future' or None: how the text tells one time; `head` is what stands since the time before it."""
    if _NEGATED.search(head[-24:]):
        return None  # 'not 15 November but 25 November' tells nothing of the fifteenth
    if _WAS_DUE.search(head):
        return "past"
    if time.bound in ("until", "by", "no-later-than", "before") and _MOVED.search(head):
        return None  # set for a day in the past tense: the day itself may lie on either side
    if tense in ("past", "perhaps-past"):
        return "past"
    return "future" if tense in ("future", "present") and time.granularity in _FINE else None
