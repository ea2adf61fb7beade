"""Parts of a day that somebody tells of without naming the day: '"They came in the morning," a villager said'.

Invariant: the day of speaking is not the day of what is told; without a day named in the same words it stays open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from servanda.reading.sentences import Sentence
from servanda.reading.times import TimeExpression

if TYPE_CHECKING:
    from servanda.reading.acts.claims import Context

_PART_ONLY = re.compile(r".*T(?:MO|AF|EV|NI|DT)")


def without_bare_parts(
    context: Context, sentence: Sentence, owned: Sequence[list[TimeExpression]]
) -> list[list[TimeExpression]]:
    """The times of each act without a part of day whose day was taken from outside the words quoted."""
    return [[t for t in mine if not _of_no_day(context, sentence, t)] for mine in owned]


def _of_no_day(context: Context, sentence: Sentence, time: TimeExpression) -> bool:
    bare = time.granularity == "time" and time.basis == "text" and time.clock is None
    if not bare or _PART_ONLY.fullmatch(time.value) is None or _ITS_DAY.search(time.text):
        return False
    if not any(q.start <= time.start < q.end for q in context.quotes):
        return False
    first = min((s.start for s in context.sentences if s.paragraph == sentence.paragraph), default=sentence.start)
    return not any(first <= t.start < sentence.end and t is not time and t.granularity == "day" for t in context.times)


_ITS_DAY = re.compile(r"\b(?:that|same|this|last|next|following|day)\b|day$", re.IGNORECASE)
