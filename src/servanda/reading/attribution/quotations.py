"""Quotations without a verb of their own: carried on from the speaker before, credited by a dash or a colon.

Invariant: a quotation that has a source keeps it; one for which nobody can be told stays without any.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from servanda.reading.attribution.context import Context
from servanda.reading.attribution.model import Attribution, Source, Words
from servanda.reading.attribution.sources import source_of
from servanda.reading.quotes import Quoted
from servanda.reading.sentences import Sentence

_CREDIT = re.compile(r"[\"”»’']?\s*[-–—]+\s*(?=[^\W\d_])")
_HOUR = r"(?:\d{1,2}[:.]\d\d(?:\s*(?:am|pm|GMT|UTC|h))?\s*(?:[-–—|:]\s*)?)?"
_COLON = re.compile(_HOUR + r"(?P<who>[^.!?\"“”«»:\n]{2,120}):\s*[\"“„«‘']?$")


def without_cue(
    context: Context, sentences: Sequence[Sentence], quotes: Sequence[Quoted], found: Sequence[Attribution]
) -> list[Attribution]:
    """Attributions for the quotations of four words and more (three, where they are a sentence) that no cue covers."""
    added: list[Attribution] = []
    spoken: dict[int, list[Attribution]] = {}
    for a in found:
        spoken.setdefault(sentences[a.sentence].paragraph, []).append(a)
    for quote in quotes:
        here = _sentence_at(sentences, quote.start)
        whole = context.text[quote.end - 1 : quote.end] in ".!?"
        if here is None or len(context.text[quote.start : quote.end].split()) < (3 if whole else 4):
            continue
        near = [*spoken.get(here.paragraph - 1, ()), *spoken.get(here.paragraph, ())]
        if any(_covers(a, quote) for a in near):
            continue
        made = _by_colon(context, here, quote) or _by_dash(context, sentences, quote)
        made = made or _resumed(context, here, quote, near)
        made = made or _carried_on(context, sentences, quote, here, near)
        if made is not None:
            added.append(made)
            spoken.setdefault(here.paragraph, []).append(made)
    return added


def _covers(a: Attribution, quote: Quoted) -> bool:
    shared = min(a.content.end, quote.end) - max(a.content.start, quote.start)
    return shared * 2 > quote.end - quote.start and (a.quoted or a.verb == "cite")


def _sentence_at(sentences: Sequence[Sentence], at: int) -> Sentence | None:
    n = bisect_right(sentences, at, key=lambda s: s.start) - 1
    return sentences[n] if n >= 0 else None


def _by_colon(context: Context, sentence: Sentence, quote: Quoted) -> Attribution | None:
    """'The minister: "…"'."""
    text = context.text
    match = _COLON.match(text, sentence.start, quote.start)  # in a live blog behind the hour
    if match is None:
        return None
    span = match.span("who")
    inside = context.within(*span)
    if len(text[slice(*span)].split()) > 12 or not inside:
        return None
    source = source_of(context, span, quote.start)
    if source.kind == "unknown" and not any(m.kind == "person" for m in inside):
        return None
    cue = Words(match.end("who"), match.end("who") + 1, text[match.end("who") : match.end("who") + 1])
    return _make(context, source, cue, quote, sentence.index)


def _by_dash(context: Context, sentences: Sequence[Sentence], quote: Quoted) -> Attribution | None:
    """'"…" - NAME, office.': what follows the dash, up to the end of the sentence."""
    text = context.text
    sentence = _sentence_at(sentences, max(quote.start, quote.end - 1))
    ceiling = sentence.end if sentence is not None else quote.end
    if ceiling <= quote.end + 1:
        after = _sentence_at(sentences, min(len(text) - 1, quote.end + 4))
        ceiling = after.end if after is not None else ceiling
    match = _CREDIT.match(text, quote.end, ceiling)
    if match is None:
        return None
    end = ceiling
    while end > match.end() and text[end - 1] in ' .\n"”':
        end -= 1
    span = (match.end(), end)
    inside = context.within(*span)
    if not span[0] < span[1] or len(text[slice(*span)].split()) > 12 or not inside:
        return None
    cue = Words(match.end() - 1, match.end() - 1, "")
    return _make(context, source_of(context, span, quote.end), cue, quote, sentence.index if sentence else 0)


def _resumed(context: Context, here: Sentence, quote: Quoted, found: Sequence[Attribution]) -> Attribution | None:
    """'"A," she said of them, pegging a sheet, "and B."': the rest of the quotation that the phrase of saying parts."""
    before = [a for a in found if a.sentence == here.index and a.source.text and a.content.start < quote.start]
    last = max(before, key=lambda a: a.cue.start, default=None)
    if last is None or not last.quoted or not last.content.end <= last.cue.start < quote.start:
        return None
    between = context.text[max(last.cue.end, last.source.end) : quote.start].rstrip(" \"“„«‘'")
    opened = _REST.match(context.text, quote.start, quote.end)
    if opened is None or not between.endswith(",") or _OTHERS.search(between):
        return None
    return _make(context, last.source, last.cue, quote, here.index, last.verb, last.said)


_REST = re.compile(r"[a-z]")
_OTHERS = re.compile(r"[.;:\"”]|,\s(?:but|and|while|whereas|yet|although)\s", re.IGNORECASE)


def _carried_on(
    context: Context, sentences: Sequence[Sentence], quote: Quoted, here: Sentence, found: Sequence[Attribution]
) -> Attribution | None:
    """'"A," X said. "B."': the speaker of the quotation before, in this paragraph or the one before."""
    if not re.fullmatch(r"\s*[\"“„«‘'`]*\s*", context.text[here.start : quote.start]):
        return None
    before = [
        a
        for a in found
        if a.quoted and a.source.text and a.content.start < quote.start and _near(sentences, a, here, quote.continues)
    ]
    if not before:
        return _speaker_announced(context, sentences, here, quote, found)
    last = max(before, key=lambda a: (max(a.content.end, a.cue.end), a.cue.start))
    return _make(context, last.source, last.cue, quote, last.sentence, last.verb, last.said)


def _speaker_announced(
    context: Context, sentences: Sequence[Sentence], here: Sentence, quote: Quoted, found: Sequence[Attribution]
) -> Attribution | None:
    """A quotation that stands alone right after a sentence of indirect speech is that speaker's."""
    if here.index == 0:
        return None
    before = [a for a in found if a.sentence == here.index - 1 and a.source.text and a.source.kind != "outlet"]
    if not before or sentences[here.index - 1].paragraph < here.paragraph - 1:
        return None
    last = before[0]
    return _make(context, last.source, last.cue, quote, last.sentence, last.verb, last.said)


def _near(sentences: Sequence[Sentence], a: Attribution, here: Sentence, continues: bool) -> bool:
    """In the same paragraph, or in the one before where that one ended with the quotation or it goes on here."""
    paragraph = sentences[a.sentence].paragraph
    if paragraph == here.paragraph:
        return True
    tail = _sentence_at(sentences, a.content.end - 1)
    ended = tail is not None and (
        tail.index + 1 == here.index or (a.sentence + 1 == here.index and sentences[a.sentence].paragraph == here.paragraph - 1)
    )
    return paragraph == here.paragraph - 1 and (continues or ended)


def _make(
    context: Context,
    source: Source,
    cue: Words,
    quote: Quoted,
    sentence: int,
    verb: str = "say",
    said: Words | None = None,
) -> Attribution:
    content = Words(quote.start, quote.end, context.text[quote.start : quote.end])
    return Attribution(source, cue, content, None, True, sentence, said, verb)
