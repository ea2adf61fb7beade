"""Credits: agencies in datelines and at the end of a text, and the colon of a headline.

Invariant: an agency's credit covers the body of the report that it stands in, never the comments.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from servanda.reading.attribution.context import Context
from servanda.reading.attribution.country_headings import tells_of_its_own
from servanda.reading.attribution.cues import agency_pattern, any_of, official_pattern, verb_pattern, words
from servanda.reading.attribution.model import Attribution, Source, Words
from servanda.reading.attribution.sources import source_of
from servanda.reading.names.folding import folded_word
from servanda.reading.names.lexicon import word_set
from servanda.reading.sentences import Sentence


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(rf"\(\s*(?P<who>{any_of(words('agencies'))})(?:\s*/\s*[\w .]+)?\s*\)")


@cache
def _closing() -> re.Pattern[str]:
    names = any_of(words("agencies"))
    return re.compile(rf"(?:[-–—]+\s*|\bSource\s*:\s*|\bVia\s*:?\s+|\(\s*)(?P<who>{names})\s*\)?[.\s]*$")


def of_agencies(context: Context, sentences: Sequence[Sentence]) -> list[Attribution]:
    """Credits of agencies: '(Reuters)' in the dateline, '— AFP' at the end."""
    body = [s for s in sentences if s.segment == "body"]
    if not body:
        return []
    found: list[Attribution] = []
    for sentence in (*body[:2], *body[2:][-2:]):
        opening = _bracketed().search(context.text, sentence.start, sentence.end)
        if opening is not None and sentence.start == body[0].start and opening.start() - sentence.start < 60:
            found.append(_credit(context, opening.span("who"), (opening.end(), body[-1].end), sentence))
            continue
        closing = _closing().search(context.text, sentence.start, sentence.end)
        if closing is None or found:
            continue
        alone = closing.start() - sentence.start <= 2
        start = body[0].start if alone or sentence is body[-1] else sentence.start
        if start < closing.start():
            found.append(_credit(context, closing.span("who"), (start, closing.start()), sentence))
        elif alone and sentence is body[-1]:
            found.append(_credit(context, closing.span("who"), (body[0].start, sentence.start), sentence))
    return found


def _credit(context: Context, who: tuple[int, int], span: tuple[int, int], sentence: Sentence) -> Attribution:
    text = context.text
    start, end = span
    while start < end and (text[start].isspace() or text[start] in "-–—:,"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    words_ = text[slice(*who)]
    source = Source(*who, words_, "outlet", words_, None)
    return Attribution(
        source, Words(*who, words_), Words(start, end, text[start:end]), None, False, sentence.index, None, "credit"
    )


def headline_colon(context: Context, sentence: Sentence, before: Sequence[Attribution]) -> list[Attribution]:
    """'Minister: troops have left', 'Troops have left: minister', 'Truce broken - monitors' in a headline."""
    if before:
        return []
    text = context.text
    for match in re.compile(r"\s*:\s+|\s+[-–—]\s+|,\s+(?=says\b)").finditer(text, sentence.start, sentence.end):
        place = _DATELINE.match(text, sentence.start, match.start())
        left, right = (place.end() if place else sentence.start, match.start()), (match.end(), sentence.end)
        first = match.group().strip() == ":" and _is_source(context, left)
        second = _is_source(context, right)
        if first and (_is_label(context, left, right) or tells_of_its_own(context, left, right)):
            return []
        if first and (not second or left[1] - left[0] <= right[1] - right[0]):
            return [_colon(context, sentence, left, right, match)]
        if second:
            return [_colon(context, sentence, right, left, match)]
    return []


def _is_label(context: Context, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """'Norland: UN mission collects weapons': where it is, and not who says so."""
    place, text = context.within(*left), context.text
    alone = len(place) == 1 and text[slice(*left)].strip() == place[0].text and place[0].kind == "actor"
    told = next((m for m in context.within(*right) if m.kind == "actor"), None)
    if not alone or told is None or told.start - right[0] > 4:
        return False
    verb = re.match(
        r"\s+([a-z]+s)\b", text[told.end : right[1]]
    )  # what it did is the country's word, what it does the outlet's
    if told.id not in context.monitors and verb is None:
        return False
    return any(re.match(rf"{re.escape(body)}\b", folded_word(told.text)) for body in word_set("no_side"))


_TOPIC = re.compile(
    r"\b(?:live(?: blog| updates?)?|latest|updates?|explain(?:ed|er)|timeline|analysis|opinion|war|conflict|crisis|truce"
    r"|cease-?fire|talks|peace(?: deal| process)?|deal|unrest|violence|fighting)\s*$",
    re.IGNORECASE,
)
"""'Boran live: first prisoners freed', 'Kest crisis: …': what it is about, and nobody who says so."""
_DATELINE = re.compile(r"\([A-Z][^()]{2,30}\)\s+")
_FINITE = re.compile(r"\b(?:will|would|has|have|had|is|are|was|were|be|been|to|can|may|must)\b", re.IGNORECASE)


def _is_source(context: Context, span: tuple[int, int]) -> bool:
    words_ = context.text[slice(*span)]
    if not words_.strip() or len(words_.split()) > 6 or verb_pattern().search(words_) or _FINITE.search(words_):
        return False
    if _TOPIC.search(words_):
        return False
    source = source_of(context, span, span[0])
    inside = [m for m in context.within(*span) if m.kind in ("actor", "person") and m.how != "guessed"]
    covered = sum(m.end - m.start for m in inside)
    headed = official_pattern().search(words_.strip()[-24:])
    return bool(agency_pattern().fullmatch(words_.strip())) or (
        source.kind != "unknown"
        and (
            covered * 2 >= len(words_)
            or source.kind in ("expert", "witness", "monitor", "unnamed-official")
            or (headed is not None and len(words_.split()) <= 3 and words_.strip().endswith(headed.group()))
        )
    )


def _colon(
    context: Context, sentence: Sentence, who: tuple[int, int], span: tuple[int, int], match: re.Match[str]
) -> Attribution:
    text = context.text
    source = source_of(context, who, who[0])
    cue = Words(match.start(), match.end(), match.group())
    return Attribution(source, cue, Words(*span, text[slice(*span)]), None, False, sentence.index, None, "say")
