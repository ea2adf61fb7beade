"""Sentences and paragraphs with exact places in the report's text.

Invariant: sentences are in order, never overlap, hold no space at either end, lie within one segment and one
paragraph, and together cover every code point of the text that is not white space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from servanda.reading.frozen import dataclass
from servanda.reports.model import Segment
from servanda.vocabulary import vocabulary

Span = tuple[int, int]

_NOT_SPACE = re.compile(r"\S")
_BLANK_LINE = re.compile(r"[ \t\u00a0\u200b]*(?:\r\n?|\n|\u2029)(?:[ \t\u00a0\u200b]*(?:\r\n?|\n|\u2029))+")
_LINE = re.compile(r"\r\n?|\n|\u2028|\u2029|\x0b|\x0c|\x85")
_BULLET = re.compile(
    r"\s*(?:[-–—*•‣◦▪●·■□►▶✓✔]\s+|\(?(?:\d{1,3}|[ivxlc]{1,5}|[a-zA-Z])[.)]\s+|#{1,6}\s|>\s|(?:Article|Section)\s+\d+)",
)
_CLOSERS = "\"'”’»›)]}“‘"
_OPENERS = "\"'“‘„«‹([{*_¿¡"
_END = re.compile(r"[.!?…。！？؟۔]+(?:\[\d{1,3}\])*[" + re.escape(_CLOSERS) + r"]*(?=\s)")
_TERMINAL = frozenset('.!?…:"”»')
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[ivxlcIVXLC]{1,5}|[a-zA-Z])$")
_SPACED_CLOSER = re.compile(r"\s{1,2}[\"”»](?=\s|$)")
_NO_WORD = frozenset("\"'“”‘’„«»()[]{}")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?\.?$")
_DATELINE = re.compile(
    r"(?P<place>(?:[A-Z][A-Z.'’\-]+|[A-Z][\w.'’\-]+)(?:[ /,]{1,2}(?:[A-Z][\w.'’\-]*|of|the|de|al))*)"
    r"(?P<date>[,.]?\s+(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
    r"(?:\s+\d{1,2})?(?:,?\s+\d{4})?)?"
    r"(?P<agency>,?\s*\((?:[A-Z][\w.&'’]*|/)(?:[ /\-][A-Z][\w.&'’]*){0,3}\))?"
    r"\s*(?P<dash>[-–—]{1,3}|:|/)\s+(?=[\"“«‘']?[A-Z0-9])",
)
_DASH = re.compile(r"[-–—:/]\s")
"""What every dateline ends with; most paragraphs have none."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `start` to `end` in code points (end excluded), its segment kind, paragraph and own number.

    `paragraph` counts over the whole text from 0, `index` is the place in the list that `split` returned.
    """

    start: int
    end: int
    segment: str
    paragraph: int
    index: int


def split(report_text: str, segments: Sequence[Segment] = ()) -> list[Sentence]:
    """The sentences of a text. Text outside every segment is taken as body; without segments all of it is.

    Handles abbreviations, initials, decimal points, quotations that hold several sentences, bullets, datelines and
    text wrapped at a line width. Raises nothing.
    """
    found: list[Sentence] = []
    paragraph = 0
    for kind, start, end in _stretches(report_text, segments):
        for block in paragraphs_within(report_text, start, end):
            for a, b in sentences_within(report_text, *block):
                found.append(Sentence(a, b, kind, paragraph, len(found)))
            paragraph += 1
    return found


def is_title(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is set as a headline: in the headline, or a short line without a full stop of its own."""
    if sentence.segment == "headline":
        return True
    words = text[sentence.start : sentence.end].split()
    return (
        2 < len(words) <= 25 and text[sentence.end - 1].isalnum() and text[sentence.end : sentence.end + 1] in {"", "\n", "\r"}
    )


def paragraphs(sentences: Sequence[Sentence]) -> list[Span]:
    """First to last code point of every paragraph that the sentences make up, in order."""
    spans: dict[int, Span] = {}
    for s in sentences:
        first, _ = spans.get(s.paragraph, (s.start, s.end))
        spans[s.paragraph] = (first, s.end)
    return list(spans.values())


def _stretches(text: str, segments: Sequence[Segment]) -> Iterator[tuple[str, int, int]]:
    """(kind, start, end) in order without overlap or gap; a gap is body."""
    at = 0
    for segment in sorted(segments, key=lambda s: (s.start, s.end)):
        start, end = min(max(segment.start, at), len(text)), min(segment.end, len(text))
        if start > at:
            yield "body", at, start
            at = start
        if end > start:
            yield segment.kind, start, end
            at = end
    if at < len(text):
        yield "body", at, len(text)


def paragraphs_within(text: str, start: int, end: int) -> Iterator[Span]:
    """Paragraphs of text[start:end]: parted by blank lines, bullets, and line ends that no wrapping explains."""
    at = start
    for blank in [*_BLANK_LINE.finditer(text, start, end), None]:
        stop = blank.start() if blank else end
        yield from _lines_joined(text, at, stop)
        at = blank.end() if blank else end


def _lines_joined(text: str, start: int, end: int) -> Iterator[Span]:
    lines: list[Span] = []
    at = start
    for brk in [*_LINE.finditer(text, start, end), None]:
        stop = brk.start() if brk else end
        if text[at:stop].strip():
            lines.append((at, stop))
        at = brk.end() if brk else end
    if not lines:
        return
    if _listed([text[a:b].strip() for a, b in lines]):
        yield from (_trimmed(text, a, b) for a, b in lines)
        return
    width = max(b - a for a, b in lines)
    proof = any(text[a:b].rstrip()[-1:] not in _TERMINAL for a, b in lines[:-1])
    first, last = lines[0]
    for line in lines[1:]:
        if _wrapped(text, (first, last), line, width, proof):
            last = line[1]
        else:
            yield _trimmed(text, first, last)
            first, last = line
    yield _trimmed(text, first, last)


def _listed(lines: Sequence[str]) -> bool:
    """Lines each of which is a whole: headlines under headlines. No line is broken off, none holds two sentences."""
    return (
        len(lines) > 2
        and all(not line[0].islower() for line in lines)
        and not any(_BROKEN_OFF.search(line) or _INNER_END.search(line) for line in lines)
        and sum(line[-1] == "." for line in lines) <= 1
    )


_BROKEN_OFF = re.compile(
    r"(?:,|\b(?:a|an|the|of|in|on|at|to|by|for|with|from|and|or|but|that|which|as|is|are|was|were|has|have|had|its|their))\Z",
    re.IGNORECASE,
)
_INNER_END = re.compile(r"[a-z]{2}[.;]\s+[A-Z]")


def _wrapped(text: str, before: Span, line: Span, width: int, proof: bool) -> bool:
    """Whether `line` goes on the paragraph above: it starts in lower case, or its first word had no room there.

    `proof`: some line of the block breaks off in the middle of a sentence.
    """
    here = text[line[0] : line[1]]
    if _BULLET.match(here):
        return False
    above_start = max(text.rfind(c, before[0], before[1]) for c in "\n\r\u2028\u2029\x0b\x0c\x85") + 1
    above = text[max(above_start, before[0]) : before[1]].rstrip()
    ends = above[-1:] in _TERMINAL
    if here.lstrip()[:1].islower():
        return not ends or width <= 120
    if width > 120 or len(above) < 30 or (ends and not proof):
        return False
    word = here.split(maxsplit=1)[0]
    return len(above) + 1 + len(word) > width - 3 or (not ends and len(above) > width * 0.7)


def _trimmed(text: str, start: int, end: int) -> Span:
    raw = text[start:end]
    return start + len(raw) - len(raw.lstrip()), end - (len(raw) - len(raw.rstrip()))


def sentences_within(text: str, start: int, end: int) -> Iterator[Span]:
    """Sentences of one paragraph."""
    at = start
    dateline = _DATELINE.match(text, start, end) if _DASH.search(text, start, end) else None
    if dateline and _is_dateline(dateline):
        yield _trimmed(text, start, dateline.end())
        at = dateline.end()
    pos = at
    while match := _END.search(text, pos, end):
        stop = match.end()
        spaced = _SPACED_CLOSER.match(text, stop, end)
        if spaced and text.count('"', at, stop) % 2 + (text.count("“", at, stop) - text.count("”", at, stop)) > 0:
            stop = spaced.end()
        pos = stop
        if _breaks(text, at, match, stop, end):
            span = _trimmed(text, at, stop)
            if span[0] < span[1]:
                yield span
            at = stop
    span = _trimmed(text, at, end)
    if span[0] < span[1]:
        yield span


def _is_dateline(match: re.Match[str]) -> bool:
    place, dash = match["place"], match["dash"]
    if match["agency"] or match["date"]:
        return True
    return place.split(",")[0].isupper() and len(place) > 3 and dash not in ":/"


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    """Abbreviations never and seldom at the end of a sentence, without their last dot, in lower case."""
    data = vocabulary("abbreviations.yaml")
    return frozenset(data["before_name"]), frozenset(data["inside"])


@cache
def _speech_after() -> re.Pattern[str]:
    """'Name [Name…] said' or 'said Name' right after a quotation's closing mark."""
    verbs = "|".join(vocabulary("abbreviations.yaml")["speech_after_quote"])
    name = r"(?:(?:the|a|an|his|her|their)\s+)?[\w.'’\-]+(?:\s+[\w.'’\-]+){0,4}?"
    return re.compile(rf"\s*(?:{name}\s+(?:{verbs})\b|(?:{verbs})\s+(?:the\s+)?[A-Z])", re.IGNORECASE)


def _breaks(text: str, start: int, match: re.Match[str], stop: int, end: int) -> bool:
    """Whether a sentence ends at `stop`, after the marks in `match`."""
    nxt = _NOT_SPACE.search(text, stop, end)
    if nxt is None:
        return False
    marks = match.group()
    ahead = text[nxt.start()]
    if ahead in "-–—,;:/" or (ahead in ")]}" and marks[-1] not in '"”»'):
        return ahead not in ",;:/" and _dash_starts(text, nxt.start(), end, marks)
    closed = marks[-1] in "\"”»’'"
    if closed and _speech_after().match(text, stop, min(end, stop + 90)):
        return _speech_is_new(text, nxt.start())
    if ahead in _OPENERS:
        following = _NOT_SPACE.search(text, nxt.start() + 1, end)
        ahead_letter = text[following.start()] if following else " "
    else:
        ahead_letter = ahead
    before = _word_before(text, start, match.start())
    if "!" in marks or "?" in marks or "…" in marks or "..." in marks:
        return not ahead_letter.islower() or (ahead in _OPENERS and not closed)
    if set(marks) & set("。！？؟۔"):
        return True
    if marks == "." and text[start : match.start()].strip() == before and _ENUMERATOR.match(before):
        return False
    if before.lower() in _COUNTRIES and marks == ".":
        return _opens_sentence(text, nxt.start())
    if before.lower() in _HOURS and marks == "." and _OF_DAY.match(text, nxt.start(), end):
        return False  # 'until 8 p.m. Friday'
    return _full_stop(before, marks, ahead, ahead_letter)


def _word_before(text: str, start: int, end: int) -> str:
    """The word of text[start:end] that ends there; '' where none does."""
    at = end
    while at > start and text[at - 1] not in _NO_WORD and not text[at - 1].isspace():
        at -= 1
    return text[at:end]


def _opens_sentence(text: str, at: int) -> bool:
    """Whether the word there is one with which sentences begin ('The', 'It'): after 'U.S.' a name may follow."""
    word = re.match(r"[\"'“‘«(]?(\w+)", text[at : at + 24])
    opener = word is not None and word.group(1)[0].isupper() and word.group(1).lower() in _openers()
    return opener and _OF_THEIR_FORCES.match(text, at) is None


_OF_THEIR_FORCES = re.compile(
    r"(?:(?:North|South|East|West)(?:ern)?|Central|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth)\s"
    r"(?:Command|Fleet|Army|Forces?|Division|Brigade|Corps|District)\b"
)
"""'The head of U.S. Central Command': an opening word that begins the name of a command."""


@cache
def _openers() -> frozenset[str]:
    return frozenset(str(w) for w in vocabulary("folding.yaml")["function_words"])


def _dash_starts(text: str, at: int, end: int, marks: str) -> bool:
    """A dash after a full stop opens a new turn of speech unless it follows a closed quotation."""
    return text[at] in "-–—" and marks[-1] in ".!?…" and not _speech_after().match(text, at + 1, min(end, at + 90))


def _speech_is_new(text: str, at: int) -> bool:
    """After a quotation closed with its own full stop, 'Name said' starts a sentence only if it goes on to say more.

    'said' straight after belongs to the quotation ('"We left." Hajiyev said.'); a longer clause is its own.
    """
    line = text[at : at + 160]
    stop = re.search(r"[.!?](?:\s|$)", line)
    return text[at].isupper() and (stop is None or stop.start() > 60)


def _full_stop(before: str, marks: str, ahead: str, ahead_letter: str) -> bool:
    never, inside = _abbreviations()
    folded = before.lower()
    closed = marks[-1] in _CLOSERS
    if folded in never and not closed:
        return False
    if len(before) == 1 and before.isalpha() and before.isupper() and not closed:
        return False
    if folded in inside and not closed:
        return (
            ahead_letter.isupper()
            and folded not in {"no", "nos", "vol", "fig", "art", "para", "approx"}
            and (folded not in _MONTHS)
        )
    if _DOTTED.match(before + ".") and "." in before and not closed:
        return ahead in _OPENERS or (ahead_letter.isupper() and len(before) <= 4 and folded in _ENDING_DOTTED)
    if ahead_letter.isupper() or ahead_letter.isdigit() or ahead in _OPENERS:
        return True
    if ahead_letter.islower():
        return (len(before) > 3 and before.isalpha() and before.islower()) or closed
    return True


_HOURS = frozenset(["a.m", "p.m"])
_OF_DAY = re.compile(r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{2,4}\b|(?:local|Moscow|GMT|Greenwich|Eastern)\s)")
_MONTHS = frozenset(["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"])
_COUNTRIES = frozenset(["u.s", "u.n", "u.k", "e.u", "u.s.a", "d.r"])
_ENDING_DOTTED = frozenset(["a.m", "p.m", "d.c"])
