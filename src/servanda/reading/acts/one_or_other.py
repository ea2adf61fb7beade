"""One of two doers, and the words do not say which: 'either the army or the rebels shelled the town'.

Invariant: what is told of one or the other is held against neither.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.phrases import Phrase
from servanda.reading.claim import Party
from servanda.reading.modality.outcome import REAL, Force

_TOLD = frozenset({*REAL, "alleged"})


def one_or_other(view: View, phrases: Sequence[Phrase], actors: tuple[Party, ...], force: Force) -> tuple[Party, ...]:
    """The doers, those joined by 'or' as words alone: 'the army or the rebels', where something was done."""
    if not phrases or force.polarity == "negated" or force.modality not in _TOLD or not any(p.id for p in actors):
        return actors
    start, end = min(p.start for p in phrases), max(p.end for p in phrases)
    if not any(_parts_two(view, k, start, end, phrases) for k in range(start + 1, end - 1) if view.doc[k].lower_ == "or"):
        return actors
    return (Party(view.doc.words(start, end)),)


def _parts_two(view: View, k: int, start: int, end: int, phrases: Sequence[Phrase]) -> bool:
    """Whether an 'or' stands between two doers; in 'two or three men of the army' it does not."""
    if view.doc[k - 1].lower_ == "and":
        return False  # 'and/or'
    (left, at), (_, right) = view.span(start, k), view.span(k + 1, end)
    named = [m for p in phrases for m in p.mentions if m.kind in {"actor", "group", "person"} and m.id is not None]
    before = {m.id for m in named if left <= m.start < at}
    after = {m.id for m in named if at <= m.start < right}
    apart = any(p.end == k for p in phrases) and any(p.start == k + 1 for p in phrases)
    return bool(before | after) and before != after and (apart or bool(before and after))
