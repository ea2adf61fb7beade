"""Statements that speak: '"…," read a statement by X', 'a letter from X reads: "…"'.

Invariant: the source is whoever issued the statement; where the text does not say, nobody is given.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from servanda.reading.attribution.context import Context
from servanda.reading.attribution.cues import TIME_RE, any_of, words
from servanda.reading.attribution.model import Attribution, Source, Words
from servanda.reading.attribution.sources import noun_phrase_back, noun_phrase_on, source_of
from servanda.reading.quotes import Quoted
from servanda.reading.sentences import Sentence

_READS = r"(?:read|reads|ran|runs|went|goes)"
_ISSUED = (
    r"(?:\s*,?\s*(?:which\s+was\s+|later\s+)?(?:issued|released|signed|published|posted|put\s+out|circulated|sent|carried))?"
    r"(?:\s+[^\s,.;:\"“”]+){0,3}?\s+(?:by|from|of)\s+"
)


@cache
def _paper() -> str:
    return rf"(?:[\w'’-]+\s+){{0,4}}?(?:{any_of(words('papers'))})"


@cache
def _behind() -> re.Pattern[str]:
    """'"…," read a statement'."""
    return re.compile(rf"[\"”»’']\s*,?\s*(?P<cue>{_READS})\s+(?P<paper>{_paper()})(?![\w-])", re.IGNORECASE)


@cache
def _ahead() -> re.Pattern[str]:
    """'a statement … read: "…"'."""
    return re.compile(
        rf"(?<![\w-])(?P<paper>{_paper()})(?![\w-])(?P<of>[^.;:\"“”]{{0,80}}?)\s(?P<cue>{_READS})\s*[:,]?\s*[\"“«]",
        re.IGNORECASE,
    )


@cache
def _closing() -> re.Pattern[str]:
    """'"…", the statement of X reads'."""
    return re.compile(
        rf"[\"”»’']\s*,?\s*(?:[-–—]\s*)?(?P<paper>{_paper()})(?![\w-])(?P<of>[^.;:\"“”]{{0,80}}?)\s(?P<cue>{_READS})\s*[.\n]?\s*$",
        re.IGNORECASE,
    )


def in_sentence(context: Context, sentence: Sentence, quotes: Sequence[Quoted], last: Source | None) -> list[Attribution]:
    """The quotations of one sentence that a statement gives; `quotes` are those that touch it."""
    found: list[Attribution] = []
    if not quotes:
        return found
    for match in _behind().finditer(context.text, sentence.start, sentence.end):
        quote = next((q for q in quotes if q.end == match.start()), None)
        source = _issuer(context, match.span("paper"), sentence.end, last) if quote is not None else None
        if quote is not None and source is not None:
            found.append(_make(context, sentence, source, match.span("cue"), quote))
    for match in _closing().finditer(context.text, sentence.start, sentence.end):
        quote = next((q for q in quotes if q.end == match.start()), None)
        source = _issuer(context, match.span("paper"), match.start("cue"), last) if quote is not None else None
        if quote is not None and source is not None:
            found.append(_make(context, sentence, source, match.span("cue"), quote))
    for match in _ahead().finditer(context.text, sentence.start, sentence.end):
        quote = next((q for q in quotes if q.start == match.end()), None)
        source = _issuer(context, match.span("paper"), match.start("cue"), last) if quote is not None else None
        if quote is not None and source is not None:
            found.append(_make(context, sentence, source, match.span("cue"), quote))
    return found


def _issuer(context: Context, paper: tuple[int, int], ceiling: int, last: Source | None) -> Source | None:
    """Who issued it: 'by X' behind it, 'X's' before it, else whoever spoke before for 'its' or 'the' statement."""
    text = context.text
    by = re.compile(_ISSUED, re.IGNORECASE).match(text, paper[1], ceiling)
    if by is not None and (span := noun_phrase_on(context, by.end(), ceiling)) is not None:
        return source_of(context, span, paper[0])
    owner = next((m for m in context.within(*paper) if m.kind in ("actor", "person", "group")), None)
    if owner is not None:
        return source_of(context, (owner.start, owner.end), paper[0])
    on = _ON_CHANNEL.match(text, paper[1], ceiling)
    if on is not None and (span := noun_phrase_on(context, on.end(), ceiling)) is not None:
        source = source_of(context, span, paper[0])
        return source if source.actor is not None else last
    before = next((m for m in context.within(max(0, paper[0] - 60), paper[0]) if m.kind in ("actor", "person")), None)
    if before is not None and re.fullmatch(r"['’]s?\s+", text[before.end : paper[0]]):
        return source_of(context, (before.start, before.end), paper[0])
    return last


_ON_CHANNEL = re.compile(r"\s+(?:posted\s+|published\s+|released\s+)?(?:on|in|via|through)\s+", re.IGNORECASE)


@cache
def _issued_by() -> re.Pattern[str]:
    """'A press release issued by', 'the statement, signed by'."""
    done = r"(?:issued|released|signed|published|put\s+out|posted|circulated|sent|written|distributed|made|read(?:\s+out)?)"
    return re.compile(
        rf"(?:(?:the|an?|its|their|joint|another)\s+)?{_paper()},?\s+{done}\s+(?:[\w-]+\s+){{0,4}}?by\s+", re.IGNORECASE
    )


def issuer_of(context: Context, start: int, ceiling: int) -> tuple[int, int] | None:
    """Who issued the paper that begins at `start`, where words right behind it say so."""
    match = _issued_by().match(context.text, start, ceiling)
    span = noun_phrase_on(context, match.end(), ceiling) if match is not None else None
    return span if span is not None and context.within(*span) else None


@cache
def _issued() -> re.Pattern[str]:
    """'issued a statement', 'sent a letter to the council' right before 'saying'."""
    verb = r"(?:issued|issues|released|releases|published|sent|signed|circulated|wrote|posted|read|put\s+out|made"
    verb += r"|shared|uploaded|distributed|broadcast|aired|spread)"
    posts = r"(?:messages|videos?|posts|recordings?|footage|leaflets|pictures|images|tweets|statements|letters)"
    return re.compile(
        rf"(?:^|\s)(?P<verb>{verb})\s+(?:(?:an?|the|another|its|their|his|her)\s+(?P<paper>{_paper()})"
        rf"|(?:(?:an?|the|its|their|several|two|more)\s+)?(?:[a-z]+\s+)?{posts})"
        r"(?:\s+(?:on|to|in|late|early|from)\s[^,.;:\"“”]{1,40}?)?\s+$",
        re.IGNORECASE,
    )


def issuer_before(context: Context, sentence: Sentence, at: int, last: Source | None) -> Source | None:
    """Who issued the paper that ends right before `at`: 'NAME on Saturday issued a statement saying'."""
    match = _issued().search(context.text, sentence.start, at)
    if match is None:
        return None
    end, cut = match.start("verb"), " "
    for time in TIME_RE.finditer(context.text, sentence.start, end):
        if not context.text[time.end() : end].strip(" ,"):
            end, cut = time.start(), " ,"
            break
    stretch = context.text[sentence.start : end].rstrip(cut)
    stretch = re.sub(r"\s(?:has|have|had|also|later|then)$", "", stretch)
    span = noun_phrase_back(context, sentence.start, sentence.start + len(stretch))
    return source_of(context, span, end, last) if span is not None else None


def _make(context: Context, sentence: Sentence, source: Source, cue: tuple[int, int], quote: Quoted) -> Attribution:
    text = context.text
    content = Words(quote.start, quote.end, text[quote.start : quote.end])
    return Attribution(source, Words(*cue, text[slice(*cue)]), content, None, True, sentence.index, None, "say")
