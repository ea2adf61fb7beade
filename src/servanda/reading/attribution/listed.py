"""What is announced with a colon at a paragraph's end: 'The army received reports. The incidents are as follows:'.

Invariant: only a sentence that says so in words ('as follows:', 'the following incidents:') announces a list, and only
whoever speaks in it, or right before it in its paragraph, is taken to tell what is listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from servanda.reading.attribution.context import Context
from servanda.reading.attribution.model import Attribution, Words
from servanda.reading.sentences import Sentence

_ANNOUNCES = re.compile(
    r"\b(?:as\s+follows|(?:the\s+)?following(?:\s+[\w-]+){0,5}|the\s+details|as\s+listed\s+below)\s*:\s*$", re.IGNORECASE
)
_ITEM = re.compile(r"\s*(?:[-–—•*·]|\(?\w{1,3}[.)])\s")


def of_lists(context: Context, sentences: Sequence[Sentence], found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions of what is listed behind such a colon."""
    made: list[Attribution] = []
    for n, sentence in enumerate(sentences[:-1]):
        colon = context.text.rfind(":", sentence.start, sentence.end)
        announced = _ANNOUNCES.search(context.text, sentence.start, sentence.end) if colon >= 0 else None
        if announced is None:
            continue
        teller = _teller(sentences, n, found)
        last = max(_items(context, sentences, n), key=lambda s: s.end, default=None)
        if teller is None or last is None:
            continue
        start, end = sentences[n + 1].start, last.end
        cue = Words(announced.start(), announced.end(), announced.group())
        content = Words(start, end, context.text[start:end])
        made.append(Attribution(teller.source, cue, content, None, False, sentence.index, None, "say"))
    return made


def _teller(sentences: Sequence[Sentence], n: int, found: Sequence[Attribution]) -> Attribution | None:
    """The last speaker of the announcing sentence, else of the one before it in its paragraph."""
    for k in (n, n - 1):
        if k < 0 or sentences[k].paragraph != sentences[n].paragraph:
            return None
        here = [a for a in found if a.sentence == sentences[k].index and a.source.text]
        outer = [a for a in here if not any(b.content.start <= a.cue.start < b.content.end for b in here if b is not a)]
        if outer:
            return outer[-1]
    return None


def _items(context: Context, sentences: Sequence[Sentence], n: int) -> Iterator[Sentence]:
    """The sentences behind the colon: of its paragraph, else of the next one and of the items of a list after it."""
    home = sentences[n].paragraph
    same = [s for s in sentences[n + 1 :] if s.paragraph == home]
    if same:
        yield from same
        return
    first = sentences[n + 1].paragraph
    opened = {first}
    for s in sentences[n + 1 :]:
        if s.paragraph not in opened:
            if s.paragraph != max(opened) + 1 or not _ITEM.match(context.text, s.start):
                return
            opened.add(s.paragraph)
        yield s
