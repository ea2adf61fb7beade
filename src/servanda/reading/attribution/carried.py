"""Whom an outlet quotes: 'X quoted Y as saying that …', '…, X quoted Y as saying'.

Invariant: the outlet carries and the one quoted speaks; a day behind 'saying' is that of the words.
"""

from __future__ import annotations

import re

from servanda.reading.attribution.contents import THAT, Cue, trim_end
from servanda.reading.attribution.context import Context
from servanda.reading.attribution.cues import TIME, TIME_RE
from servanda.reading.attribution.model import Attribution, Source, Words
from servanda.reading.attribution.sources import noun_phrase_on, source_of
from servanda.reading.sentences import Sentence

_AS_SAYING = re.compile(
    r"\s+as\s+(?:saying|stating|telling|having\s+said|reporting|claiming|announcing|declaring|writing|finding|concluding|confirming"
    r"|warning|admitting|alleging|noting|adding|insisting|estimating)\b"
)
_ON_A_DAY = re.compile(rf"(?:\s*,?\s+(?i:{TIME}))?(?=\s*,?\s+that\s|\s*[.!]?\s*$)")
_CLOSES = re.compile(rf"(?:\s*,?\s+(?i:{TIME}))?\s*[.!]?\s*$")


def carried(
    context: Context,
    sentence: Sentence,
    cue: Cue,
    source: Source,
    at: int,
    hint: Words | None,
    told: tuple[int, int] | None,
) -> list[Attribution]:
    """'TASS quoted the spokesman as saying that …', '…, TASS quoted the spokesman as saying': the outlet carries, the one
    quoted speaks; `told` is what stands before."""
    text = context.text
    match = _AS_SAYING.search(text, at, min(at + 160, sentence.end))
    if match is None:
        return []
    inner = noun_phrase_on(context, at, match.start())
    if inner is None:
        return []
    day = _ON_A_DAY.match(text, match.end(), sentence.end)
    day = day if day is not None and day.end() > match.end() else None
    that = THAT.match(text, day.end() if day is not None else match.end(), sentence.end)
    start = that.end() if that else match.end()
    said = TIME_RE.search(text, *day.span()) if day is not None else None
    when = Words(said.start(), said.end(), said.group()) if said is not None else None
    while start < sentence.end and text[start] in ' \n:,"“':
        start += 1
    end = trim_end(text, start, sentence.end)
    before = told is not None and _CLOSES.match(text, match.end(), sentence.end) is not None
    if start >= end and not before:
        return []
    spoken = source_of(context, (inner[0], match.start()), at)
    whole = Words(inner[0], end, text[inner[0] : end])
    if told is not None and before:
        start, end = told
        whole = Words(start, end, text[start:end])
    content = Words(start, end, text[start:end])
    saying = Words(match.start() + 1, match.end(), text[match.start() + 1 : match.end()])
    quoted = '"' in text[match.end() : start] or "“" in text[match.end() : start]
    return [
        Attribution(source, cue.words(text), whole, None, False, sentence.index, hint, cue.verb.lemma),
        Attribution(spoken, saying, content, None, quoted, sentence.index, when, "say"),
    ]
