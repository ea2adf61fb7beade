"""Verbs of saying: 'X said that …', '…, said X', '"…," X said. "…"', 'X quoted Y as saying …', participles.

Invariant: a cue is a verb of the data file that has a subject before or behind it; a noun of the same form is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from servanda.reading.attribution.cues import (
    TIME_RE,
    Verb,
    any_of,
    noun_too,
    setting_pattern,
    verb_pattern,
    verbs,
    words,
)
from servanda.reading.attribution.model import Attribution, Source, Words
from servanda.reading.attribution.sources import Context, noun_phrase_back, noun_phrase_on, source_of
from servanda.reading.quotes import Quoted
from servanda.reading.sentences import Sentence

_AUXILIARY = re.compile(
    r"(?:(?<=\s)|^)(?:(?:has|have|had|did|does|do|also|later|earlier|then|further|again|repeatedly|immediately|now|still|already|"
    r"once|separately|previously|recently|publicly|officially|reportedly|however|always|often|only|would|will|may|might|could|"
    r"should|must|not|never|even|nevertheless|thus|therefore|quickly|promptly|strongly|firmly|flatly|categorically|consistently|"
    r"today|yesterday|in\s+turn|for\s+his\s+part|for\s+its\s+part|himself|herself|itself|themselves)\s+)+$",
    re.IGNORECASE,
)
_NOT_SAID = re.compile(r"\b(?:would|will|may|might|could|should|must|not|never|to|if)\s", re.IGNORECASE)
_BE = re.compile(r"\b(?:is|are|was|were|been|being|be)\s+(?:[\w-]+ly\s+|also\s+|once\s+|later\s+)*$", re.IGNORECASE)
_DETERMINED = re.compile(
    r"(?:\b(?:the|an?|this|that|his|her|its|their|our|any|no|such|of|in|official|new|latest|last|first)|['’]s)\s+(?:[a-z-]+\s+)?$",
    re.I,
)
_NO_SUBJECT = re.compile(r"\b(?:to|and|or|of|by|for|without|before|after|while|in)\s+$", re.IGNORECASE)
_COORDINATE = re.compile(
    r"\s*[,;]\s*(?:but|while|whereas|although|though|and)\s+(?:[\w'’-]+\s+){0,1}$|\s*;\s*(?:[\w'’-]+\s+){0,2}$|\s*,\s*(?:but|while|whereas)\s+[^,;]{0,40}$"
)
_THAT = re.compile(r"\s*,?\s*(?:that|how|whether)\s+")
_COLON = re.compile(r"\s*[:,]?\s*(?=[\"“„«'‘])|\s*:\s*")
_AS_SAYING = re.compile(
    r"\s+as\s+(?:saying|stating|telling|having\s+said|reporting|claiming|announcing|declaring|writing)\b"
)
_OF = re.compile(r"\s+(?:of|for|to|over|about)\s")


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying at its place, with the sentence's limits."""

    start: int
    end: int
    verb: Verb

    def words(self, text: str) -> Words:
        """The cue as a stretch of text."""
        return Words(self.start, self.end, text[self.start : self.end])


def in_sentence(
    context: Context, sentence: Sentence, doc: Doc | None, quotes: Sequence[Quoted], last: Source | None
) -> list[Attribution]:
    """The attributions by verbs in one sentence, in the order of their cues."""
    text = context.text
    cues = [c for c in _cues(text, sentence) if not _is_noun(text, sentence, c, doc)]
    found: list[Attribution] = []
    speaker = last
    subject: Source | None = None
    for n, cue in enumerate(cues):
        ahead = cues[n + 1] if n + 1 < len(cues) else None
        made = _attribute(context, sentence, cue, ahead, quotes, speaker, subject, doc)
        found += made
        if made:
            subject = made[0].source
            speaker = subject if subject.kind != "outlet" else speaker
    return found


def _cues(text: str, sentence: Sentence) -> list[Cue]:
    found = []
    for match in verb_pattern().finditer(text, sentence.start, sentence.end):
        form = re.sub(r"\s+", " ", match.group().lower())
        found.append(Cue(match.start(), match.end(), verbs()[form]))
    return found


def _is_noun(text: str, sentence: Sentence, cue: Cue, doc: Doc | None) -> bool:
    form = text[cue.start : cue.end].lower()
    before = text[max(sentence.start, cue.start - 40) : cue.start]
    if _BE.search(before):
        return True
    if form in noun_too() or cue.verb.form == "base":
        if _DETERMINED.search(before):
            return True
        token = _token_at(doc, cue.start - sentence.start)
        if token is not None:
            return token.pos_ not in ("VERB", "AUX")
    return False


def _token_at(doc: Doc | None, offset: int):  # type: ignore[no-untyped-def]
    if doc is None:
        return None
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None


def _attribute(
    context: Context,
    sentence: Sentence,
    cue: Cue,
    ahead: Cue | None,
    quotes: Sequence[Quoted],
    speaker: Source | None,
    subject: Source | None,
    doc: Doc | None,
) -> list[Attribution]:
    text = context.text
    if cue.verb.form == "participle":
        return _participle(context, sentence, cue, ahead, quotes, subject)
    floor = _floor(text, sentence, cue, quotes)
    back = _AUXILIARY.search(text[floor : cue.start])
    verb_start = floor + back.start() if back else cue.start
    adverbial = text[verb_start : cue.start]
    if _NOT_SAID.search(adverbial + " ") and re.search(r"\b(?:to|if)\s", adverbial + " ", re.I):
        return []
    at = _before_time(text, floor, verb_start)
    before = text[floor:at].rstrip()
    inverted = _inverted(text, sentence, cue, at, quotes)
    if not inverted:
        if _NO_SUBJECT.search(text[floor:at] if at > floor else ""):
            return _shared_subject(context, sentence, cue, ahead, quotes, subject, text[floor:at])
        span = noun_phrase_back(context, floor, at) or _parsed_subject(context, sentence, cue, doc)
        if span is None or not before:
            return []
        if not _can_speak(context, span):
            return []
        source = source_of(context, span, cue.start, speaker)
        return _with_content(context, sentence, cue, source, span[0], cue.end, ahead, quotes)
    span = noun_phrase_on(context, cue.end, sentence.end)
    if span is None:
        return []
    source = source_of(context, span, cue.end, speaker)
    return _with_content(context, sentence, cue, source, cue.start, span[1], ahead, quotes)


def _can_speak(context: Context, span: tuple[int, int]) -> bool:
    """Things that report nothing themselves: a year, a number, a bare 'which'."""
    words_ = context.text[slice(*span)].strip().lower()
    return bool(re.search(r"[^\W\d_]", words_)) and words_ not in {"which", "that", "there", "this", "what"}


def _parsed_subject(context: Context, sentence: Sentence, cue: Cue, doc: Doc | None) -> tuple[int, int] | None:
    """The parser's subject of the verb, where the words before it gave none."""
    token = _token_at(doc, cue.start - sentence.start)
    if token is None:
        return None
    for child in token.children:
        if child.dep_ in ("nsubj", "nsubj:outer"):
            left, right = child.left_edge.idx, child.right_edge.idx + len(child.right_edge.text)
            if right <= cue.start - sentence.start:
                return sentence.start + left, sentence.start + right
    return None


def _floor(text: str, sentence: Sentence, cue: Cue, quotes: Sequence[Quoted]) -> int:
    """From where on the cue's clause may begin: the sentence, or the quotation that it stands in or behind."""
    floor = sentence.start
    for q in quotes:
        if q.start >= cue.start:
            break
        if q.end < cue.start and q.end >= floor:
            floor = min(q.end + 1, cue.start)
        elif q.start <= cue.start <= q.end and q.start > floor:
            floor = q.start
    return floor


def _before_time(text: str, floor: int, at: int) -> int:
    """Leaves out words of time between subject and verb ('the ministry on Sunday said')."""
    for match in TIME_RE.finditer(text, floor, at):
        if (
            not text[match.end() : at].strip(" ,")
            and match.start() > floor
            and text[floor : match.start()].strip(" ,")
        ):
            return match.start()
    return at


def _inverted(text: str, sentence: Sentence, cue: Cue, at: int, quotes: Sequence[Quoted]) -> bool:
    """'…," said X': a verb straight after a quotation, a dash or a comma, with its subject behind it."""
    if cue.verb.form == "participle" or cue.verb.takes not in ("clause", "thing", "told"):
        return False
    lead = text[sentence.start : at].rstrip()
    if not lead:
        return any(q.end in (sentence.start - 1, sentence.start - 2, sentence.start - 3) for q in quotes)
    if lead[-1] not in "\"”»’',-–—":
        return False
    after = text[cue.end : cue.end + 40]
    if re.match(r"\s+(?:that\b|[\"“«:,.])|\s*[:,.]", after):
        return False
    if lead[-1] == ",":
        return bool(re.match(r"\s+(?:the\s|an?\s|[A-Z])", after)) and len(lead.split()) >= 3 and not _is_apposed(lead)
    return True


def _is_apposed(lead: str) -> bool:
    """'NAME, the minister, said' has its subject before the verb."""
    parts = lead.rstrip(",").rsplit(",", 1)
    return (
        len(parts) == 2
        and len(parts[1].split()) <= 9
        and bool(
            re.match(
                r"\s*(?:the|an?|its|his)?\s*(?:[\w-]+\s){0,3}(?:minister|president|spokes\w+|head|chief|leader|aide|commander|official|"
                r"secretary|ambassador|envoy|adviser|advisor|director|general|colonel|analyst|expert|resident|governor|mayor)\b",
                parts[1],
                re.I,
            )
        )
    )


def _shared_subject(
    context: Context,
    sentence: Sentence,
    cue: Cue,
    ahead: Cue | None,
    quotes: Sequence[Quoted],
    subject: Source | None,
    before: str,
) -> list[Attribution]:
    """'X said A and added B': the verb goes with the subject before it. 'to say' goes with nobody."""
    if subject is None or not re.search(r"\band\s+$", before) or cue.verb.form == "base":
        return []
    return _with_content(context, sentence, cue, subject, cue.start, cue.end, ahead, quotes)


def _participle(
    context: Context,
    sentence: Sentence,
    cue: Cue,
    ahead: Cue | None,
    quotes: Sequence[Quoted],
    subject: Source | None,
) -> list[Attribution]:
    """', adding that …', ', accusing Y of …': with the subject of the verb before, or of the clause."""
    text = context.text
    form = text[cue.start : cue.end].lower()
    before = text[sentence.start : cue.start]
    if (
        form not in words("participles")
        or cue.verb.lemma in ("cite", "quote")
        or not re.search(r",\s*(?:\w+ly\s+|also\s+)?$|^$", before)
    ):
        return []
    source = subject
    if source is None:
        first = next((m for m in context.within(sentence.start, cue.start) if m.kind in ("actor", "person")), None)
        if first is None or not before:
            return []
        source = source_of(context, (first.start, first.end), cue.start)
    return _with_content(context, sentence, cue, source, cue.start, cue.end, ahead, quotes)


def _with_content(
    context: Context,
    sentence: Sentence,
    cue: Cue,
    source: Source,
    phrase_start: int,
    phrase_end: int,
    ahead: Cue | None,
    quotes: Sequence[Quoted],
) -> list[Attribution]:
    """The content before the phrase of saying, behind it, or both; several attributions where there are several."""
    text = context.text
    begin = min(phrase_start, source.start if source.text else phrase_start, cue.start)
    if source.start > cue.end or source.end < sentence.start or source.start < sentence.start:
        begin = phrase_start
    setting = setting_pattern().match(text, phrase_end, sentence.end)
    resume = setting.end() if setting else phrase_end
    hint = _hint(text, begin, cue, resume)
    if cue.verb.takes == "told":
        resume = _past_addressee(context, resume, sentence.end)
    if cue.verb.takes == "carry":
        return _carried(context, sentence, cue, source, resume, hint)
    spans: list[tuple[int, int]] = []
    behind = _behind(context, sentence, cue, resume, ahead, quotes)
    front = _front(context, sentence, begin, quotes)
    if behind is not None:
        spans.append(behind)
        if front is not None and front[2]:
            spans.append(front[:2])
    elif front is not None:
        spans.append(front[:2])
    return [_make(context, sentence, cue, source, span, quotes, hint) for span in sorted(spans)]


def _make(
    context: Context,
    sentence: Sentence,
    cue: Cue,
    source: Source,
    span: tuple[int, int],
    quotes: Sequence[Quoted],
    hint: Words | None,
) -> Attribution:
    text = context.text
    quoted = any(q.start < span[1] and span[0] < q.end for q in quotes)
    content = Words(span[0], span[1], text[span[0] : span[1]])
    return Attribution(source, cue.words(text), content, None, quoted, sentence.index, hint, cue.verb.lemma)


def _hint(text: str, begin: int, cue: Cue, resume: int) -> Words | None:
    for start, end in ((cue.end, resume), (begin, cue.start)):
        match = TIME_RE.search(text, start, end)
        if match is not None:
            return Words(match.start(), match.end(), match.group())
    return None


def _past_addressee(context: Context, at: int, ceiling: int) -> int:
    """Behind whoever is told: 'told Reuters that …', 'told the council: …'."""
    text = context.text
    stop = re.compile(r"\s*[:,]|\s+(?:that|how|whether)\s|\s*[\"“«]").search(text, at, min(at + 80, ceiling))
    for m in context.within(at, min(at + 50, ceiling)):
        if re.fullmatch(r"\s*(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,2}", text[at : m.start]):
            if stop is None or m.end <= stop.start():
                at = m.end
            break
    else:
        name = re.compile(
            r"\s+(?:the\s+)?[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*)*|\s+(?:him|her|them|us|me|reporters|journalists)\b"
        ).match(text, at, ceiling)
        at = name.end() if name else at
    setting = setting_pattern().match(text, at, ceiling)
    at = setting.end() if setting else at
    near = stop if stop is not None and stop.start() >= at else None
    return near.start() if near is not None and len(text[at : near.start()].split()) <= 7 else at


def _behind(
    context: Context, sentence: Sentence, cue: Cue, at: int, ahead: Cue | None, quotes: Sequence[Quoted]
) -> tuple[int, int] | None:
    """The content that follows the phrase of saying, or None where only a full stop or an aside follows."""
    text = context.text
    end = _limit(context, sentence, cue, at, ahead, quotes)
    quote = next((q for q in quotes if at <= q.start <= end and not re.search(r"[^\W_]", text[at : q.start])), None)
    if quote is not None:
        return quote.start, max(quote.end, _quote_tail(text, quote, end))
    that = _THAT.match(text, at, end)
    start = that.end() if that else at
    if that is None and (colon := _COLON.match(text, at, end)):
        start = colon.end()
    rest = text[start:end]
    if that is None and re.match(r"\s*(?:[.;!?)\]]|,)", rest) and not re.match(r"\s*,\s*(?:that|however)\b", rest):
        return None
    while start < end and (text[start].isspace() or text[start] in ",:"):
        start += 1
    end = _trim_end(text, start, end)
    minimum = 1 if cue.verb.takes in ("thing", "object") or that else 2
    return (start, end) if len(text[start:end].split()) >= minimum else None


def _quote_tail(text: str, quote: Quoted, end: int) -> int:
    """A quotation that is part of a longer clause: the content runs on ('said "terrorists" had attacked')."""
    inside = text[quote.start : quote.end]
    if len(inside.split()) > 6 or inside.rstrip()[-1:] in ".!?,":
        return quote.end
    tail = text[quote.end + 1 : end]
    return _trim_end(text, quote.start, end) if re.match(r"\s+[a-z]", tail) else quote.end


def _limit(
    context: Context, sentence: Sentence, cue: Cue, at: int, ahead: Cue | None, quotes: Sequence[Quoted]
) -> int:
    """Where the content behind must end: at the sentence, its quotation, or a coordinate clause of another speaker."""
    end = sentence.end
    for q in quotes:
        if q.start <= cue.start < q.end:
            end = min(end, q.end)
        elif at <= q.start and q.end > end and q.start < end:
            end = q.end
    text = context.text
    if ahead is not None and ahead.start < end and ahead.verb.form != "participle":
        stretch = text[at : ahead.start]
        other = re.search(
            r"(?:,\s*(?:but|while|whereas|although|though)\s|;\s|,\s*and\s(?=(?:the\s|an?\s)?[\w-]+(?:\s[\w-]+){0,4}\s$))",
            stretch,
        )
        if other is not None and not any(q.start <= at + other.start() < q.end for q in quotes):
            return at + other.start()
    if ahead is not None and ahead.verb.form == "participle" and ahead.start < end:
        comma = text.rfind(",", at, ahead.start)
        if (
            comma > at
            and len(text[comma + 1 : ahead.start].split()) <= 1
            and text[ahead.start : ahead.end].lower() in words("participles")
        ):
            return comma
    return end


def _front(
    context: Context, sentence: Sentence, begin: int, quotes: Sequence[Quoted]
) -> tuple[int, int, bool] | None:
    """The content before the phrase of saying: (start, end, is a quotation)."""
    text = context.text
    edge = begin
    while edge > sentence.start and (text[edge - 1].isspace() or text[edge - 1] in "-–—,"):
        edge -= 1
    for q in reversed(quotes):
        if q.start > begin:
            continue
        if q.end < begin and not re.search(r"[^\W_]", text[q.end : begin]):
            start = q.start
            if q.start >= sentence.start and _runs_on(text, sentence.start, q.start):
                start = sentence.start
            return start, q.end, True
        break
    if edge <= sentence.start or edge == begin:
        return None
    if text[edge : edge + 1] != "," and not re.match(r"\s*[-–—]", text[edge:begin]):
        return None
    floor = sentence.start
    for q in quotes:
        if q.start <= begin <= q.end:
            floor = max(floor, q.start)
    start, end = floor, _trim_end(text, floor, edge)
    return (start, end, False) if len(text[start:end].split()) >= 3 else None


def _runs_on(text: str, start: int, quote: int) -> bool:
    """Whether words before a quotation belong to the same content ('Troops "will stay," he said')."""
    lead = text[start : quote - 1].strip()
    return len(lead.split()) >= 2 and lead[-1:] not in ":.!?" and not verb_pattern().search(lead)


def _carried(
    context: Context, sentence: Sentence, cue: Cue, source: Source, at: int, hint: Words | None
) -> list[Attribution]:
    """'TASS quoted the spokesman as saying that …': the outlet carries, the one quoted speaks."""
    text = context.text
    match = _AS_SAYING.search(text, at, min(at + 160, sentence.end))
    if match is None:
        return []
    inner = noun_phrase_on(context, at, match.start())
    if inner is None:
        return []
    that = _THAT.match(text, match.end(), sentence.end)
    start = that.end() if that else match.end()
    while start < sentence.end and text[start] in ' \n:,"“':
        start += 1
    end = _trim_end(text, start, sentence.end)
    if start >= end:
        return []
    spoken = source_of(context, (inner[0], match.start()), at)
    whole = Words(inner[0], end, text[inner[0] : end])
    content = Words(start, end, text[start:end])
    saying = Words(match.start() + 1, match.end(), text[match.start() + 1 : match.end()])
    quoted = '"' in text[match.end() : start] or "“" in text[match.end() : start]
    return [
        Attribution(source, cue.words(text), whole, None, False, sentence.index, hint, cue.verb.lemma),
        Attribution(spoken, saying, content, None, quoted, sentence.index, None, "say"),
    ]


def _trim_end(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] in '.,;:-–—"”»!?…'):
        end -= 1
    return end


__all__ = ["any_of", "in_sentence"]
