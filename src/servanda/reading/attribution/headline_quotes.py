"""Quotations that a headline gives without a name: '“We have not had one body back”' above an interview.

Invariant: they are the words of whoever says them below; where nobody does, of somebody unknown and never of the carrier.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.reading.attribution.context import Context
from servanda.reading.attribution.model import Attribution, Words
from servanda.reading.attribution.sources import implicit
from servanda.reading.quotes import Quoted
from servanda.reading.sentences import Sentence

_MINE = re.compile(r"\b(?:we|our|us|i|my)\b", re.IGNORECASE)
_LEAST = 4


def of_headlines(
    context: Context, sentences: Sequence[Sentence], quotes: Sequence[Quoted], found: Sequence[Attribution]
) -> list[Attribution]:
    """Attributions for quotations of a headline that have none, also where the marks are left off ('We have lost all')."""
    added = []
    for head in (s for s in sentences if s.segment == "headline"):
        marked = [(q.start, q.end) for q in quotes if head.start <= q.start and q.end <= head.end]
        for start, end in marked or [(head.start, head.end)]:
            words = context.text[start:end].rstrip(".,!?")
            if len(words.split()) < _LEAST or any(a.content.start <= start < a.content.end for a in found):
                continue
            again = context.text.find(words, head.end)
            below = [a for a in found if a.source.text and a.content.start <= again < a.content.end]
            said = min(below, key=lambda a: a.content.end - a.content.start, default=None)
            if said is not None or (marked and _MINE.search(words) is not None):
                added.append(_made(context, head, (start, end), said))
    return added


def _made(context: Context, head: Sentence, span: tuple[int, int], said: Attribution | None) -> Attribution:
    source = said.source if said is not None else implicit(span[0])
    content = Words(*span, context.text[slice(*span)])
    return Attribution(
        source, Words(span[0], span[0], ""), content, None, True, head.index, None, "say", said.doubt if said else False
    )
