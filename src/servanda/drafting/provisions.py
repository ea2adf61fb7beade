"""The layout of an agreement's text: its head, its provisions with their numbers, and what closes it.

Invariant: `says` of a provision stands in the text word for word, but for line breaks and runs of spaces; an item of a
list keeps the words that lead it in `sentence`, so that '(b) to hand over all weapons' is read with who undertakes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from servanda.reading.sentences import sentences_within

_ARTICLE = r"(?:Article|Section|Clause|Point|Paragraph|Chapter|Annex)\s+(?P<article>\d{1,3}(?:\.\d{1,2})*|[IVXL]{1,6}|[A-Z])\b"
_NUMBER = r"(?P<number>\d{1,3}(?:\.\d{1,2})+|\d{1,3}(?=[.)])|[IVXL]{1,6}(?=[.)]))"
_LETTER = r"\(?(?P<letter>[a-z]|[ivx]{1,4})\)"
_BULLET = r"(?P<bullet>[-–—•*·▪])(?=\s)"
_LABEL = re.compile(rf"(?:{_ARTICLE}|{_NUMBER}|{_LETTER}|{_BULLET})\s*[.):–—-]*\s*", re.IGNORECASE)
_PHASE = re.compile(
    r"(?:the\s+)?(?:(?:phase|stage)\s+(?P<after>\w+)|(?P<before>first|second|third|fourth|fifth)\s+(?:phase|stage))\b(?P<rest>.*)",
    re.IGNORECASE,
)
_PHASES = {w: str(n) for n, words in enumerate(("one first i a", "two second ii b", "three third iii c", "four fourth iv d"), 1)
           for w in words.split()}  # fmt: skip
_DUTIES = 3
_CLOSING = re.compile(
    r"(?:done|signed|concluded|agreed|adopted|issued)\s+(?:at|in|on|by|this)\b|in witness\b|for (?:and on behalf of )?the\s+\S|"
    r"for [A-Z][\w -]*$|witness(?:ed|es)?\b|signator(?:y|ies)\b|participants\b|guarantors?\b|mediators?\b|in the presence of\b|"
    r"\d{1,2}\.? [A-Z][a-z]+ \d{4}$",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"\b(?:follow(?:ing|s)|steps|measures|below|as under)\b", re.IGNORECASE)
DUTY = "shall|will|must|undertakes?|agrees?|commits?|pledges?"
"""Words by which an agreement lays a duty on the one named before them, as alternatives of a pattern."""
_OWES = re.compile(rf"^(?P<who>.{{2,160}}?)\s+(?:{DUTY}|(?:is|are) (?:obliged )?to)\b", re.IGNORECASE | re.DOTALL)
_ENDS = re.compile(r"[;,]?\s*(?:\b(?:and|or))?\s*[;,.]*\s*$")
_TWICE = re.compile(
    r"\b(?:(?:one|two|three|four|five|six|seven|eight|nine) hundred (?:and )?)?[a-z]+(?:-[a-z]+)? \((\d{1,4})\)", re.IGNORECASE
)
_HEADING_WORDS = 8
_TITLE_WORDS = 12


@dataclass(frozen=True, slots=True)
class Provision:
    """One sentence or item. `article` is its number ('2.1(a)'), `listed` whether it stands under a number or mark.

    `sentence` is what is read: with the words that lead the item, and 'thirty (30) days' as '30 days'.
    """

    article: str | None
    says: str
    sentence: str
    phase: str | None = None
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A text taken apart. `title` is one line; `head` is what stands before the first provision, `close` what closes."""

    title: str
    head: str
    provisions: tuple[Provision, ...]
    close: str


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph or an item: its label as a mapping of one kind to its words, and the rest on one line."""

    kind: str | None
    label: str
    words: str
    alone: bool


def layout(text: str) -> Layout:
    """The layout of a text, whatever it is; an empty one has no provisions."""
    blocks = list(_blocks(text))
    numbered = any(b.kind is not None for b in blocks)
    first = next((n for n, b in enumerate(blocks) if b.kind is not None), len(blocks) if numbered else 0)
    last = _closing(blocks, first)
    title = _title(blocks)
    head = blocks[:first]
    provisions = [*_recited(head), *_provisions(blocks[first:last], numbered)]
    return Layout(title, "\n".join(b.words for b in head), tuple(provisions), "\n".join(b.words for b in blocks[last:]))


def _blocks(text: str) -> Iterator[_Block]:
    """Lines put together into paragraphs: a label, an empty line or a full line's end begins a new one."""
    lines = [line.strip() for line in text.replace("\t", "  ").splitlines()]
    width = max((len(line) for line in lines), default=0)
    kind: str | None = None
    label, words, alone, before = "", "", True, ""
    for line in [*lines, ""]:
        found = _labelled(line)
        goes_on = bool(words) and found is None and line and _wrapped(before, line, width, bool(label))
        if goes_on:
            words += " " + line
        else:
            if words or label:
                yield _Block(kind, label, " ".join(words.split()), alone)
            kind, label, words = found or (None, "", line)
            alone = not before
        before = line


def _labelled(line: str) -> tuple[str, str, str] | None:
    phase = _PHASE.fullmatch(line)
    if phase and len(line.split()) <= _HEADING_WORDS and not line.endswith("."):
        which = (phase["after"] or phase["before"]).lower()
        return "phase", _PHASES.get(which, which), ""
    match = _LABEL.match(line)
    if not match:
        return None
    kind = str(match.lastgroup)
    rest = line[match.end() :]
    if kind == "article" and rest and not re.match(r"\s*[.):–—-]", line[match.end("article") :]) and not rest[0].isupper():
        return None  # 'Article 3 shall not apply' is a sentence
    if kind == "number" and re.match(r"\d{1,2}\.\d{1,2}\.\d{4}|(?:19|20)\d\d\b", line):
        return None  # a date
    return kind, match[kind], rest


def _wrapped(before: str, line: str, width: int, labelled: bool) -> bool:
    """Whether a line goes on with the one before it: it was full or unfinished, and this one does not open anew."""
    if not before or _CLOSING.match(line):
        return False
    if line[0].islower():
        return True
    full = len(before) > 0.75 * width and width > 50
    return full and not before.endswith((".", ":", ";", "!", "?")) and (labelled or len(before) > 50)


def _binds(blocks: list[_Block]) -> bool:
    """Whether a duty is still laid on somebody in several of these paragraphs or sentences: then they close nothing."""
    return len(re.findall(r"\b(?:shall|will|must)\b", " ".join(b.words for b in blocks))) >= _DUTIES


def _closing(blocks: list[_Block], first: int) -> int:
    """Where the closing begins: the first closing words behind which nothing is numbered any more."""
    for n in range(len(blocks) - 1, max(first - 1, -1), -1):
        if blocks[n].kind in {"article", "number", "letter"}:
            start = n + 1
            break
    else:
        start = first
    for n in range(start, len(blocks)):
        if blocks[n].kind is None and _CLOSING.match(blocks[n].words) and not _binds(blocks[n:]):
            return n
    return len(blocks)


def _title(blocks: list[_Block]) -> str:
    """The first line; a first line that only says what it is ('AGREEMENT') goes on with those below it."""
    if not blocks:
        return ""
    words = blocks[0].words
    if words.endswith(".") and len(words.split()) > _TITLE_WORDS:
        return " ".join(words.split()[:_TITLE_WORDS]).rstrip(",;.") + " …"
    for block in blocks[1:3]:
        if block.kind is None and (len(words.split()) < 3 or block.words[:1].islower() or words.endswith((" and", " of"))):
            words += " " + block.words
        else:
            break
    return words.strip(" #*_")


def _recited(head: list[_Block]) -> Iterator[Provision]:
    """Sentences before the first number: of no article; recitals ('Recognising …', 'We, …') promise nothing."""
    for block in head[1:] if len(head) > 1 else head:
        if re.match(r"(?:we,|\w+ing\b|have (?:agreed|stated)|the parties have)", block.words, re.IGNORECASE):
            continue
        for says in _sentences(block.words):
            if says.endswith((".", "!")):
                yield Provision(None, says, _TWICE.sub(r"\1", says))


def _provisions(blocks: list[_Block], numbered: bool) -> Iterator[Provision]:
    article = number = letter = None
    phase: str | None = None
    lead = ""
    for n, block in enumerate(blocks):
        if block.kind == "phase":
            phase, article, number, letter, lead = block.label, None, None, None, ""
            continue
        if block.kind == "article":
            article, number, letter, lead = block.label, None, None, ""
        elif block.kind == "number":
            number, letter, lead = block.label, None, ""
        elif block.kind == "letter":
            letter = block.label
        elif block.kind is None and letter is not None:
            letter, lead = None, ""
        if not block.words or _is_heading(block, blocks[n + 1 : n + 2], blocks[n - 1 : n] if n else []):
            continue
        key = _key(article, number, letter)
        listed = key is not None or block.kind == "bullet"
        if block.words.endswith(":") and n + 1 < len(blocks) and blocks[n + 1].kind in {"letter", "bullet", "number"}:
            *whole, lead = _sentences(block.words)
            yield from (Provision(key, s, s, phase, listed) for s in whole)
            continue
        led = lead if block.kind in {"letter", "bullet"} else ""
        for k, says in enumerate(_sentences(block.words)):
            yield Provision(key, says, _TWICE.sub(r"\1", _together(led, says) if k == 0 else says), phase, listed)
        if not numbered or block.kind is None:
            lead = ""


def _key(article: str | None, number: str | None, letter: str | None) -> str | None:
    if article and number and not number.startswith(f"{article}.") and number != article:
        number = f"{article}.{number}"
    key = number or article
    return f"{key or ''}({letter})" if letter else key


def _is_heading(block: _Block, after: list[_Block], before: list[_Block]) -> bool:
    """A short line without a full stop, under an article's number alone or over items of its own."""
    words = block.words
    if words.endswith((".", ";", ":", ",")) or len(words.split()) > _HEADING_WORDS:
        return False
    if block.kind is None:
        return bool(before) and before[0].kind in {"article", "number", "phase"} and not before[0].words
    below = after[0].kind if after else None
    deeper = {"article": ("number", "letter", "bullet", None), "number": ("letter", "bullet")}.get(block.kind, ())
    return (bool(after) and below in deeper) or (
        block.kind == "number" and "." in (after[0].label if after else "") and "." not in block.label
    )


def _sentences(words: str) -> list[str]:
    return [words[a:b].strip() for a, b in sentences_within(words, 0, len(words)) if words[a:b].strip()]


def _together(lead: str, item: str) -> str:
    """The lead and its item as one sentence: 'X undertakes:' with 'to leave Y;' is 'X undertakes to leave Y.'"""
    plain = _ENDS.sub("", item)
    lead = lead.rstrip(": ").strip()
    if not lead:
        return item
    if not _TO_COME.search(lead):
        return f"{lead} {plain[:1].lower() + plain[1:] if plain[1:2].islower() else plain}."
    owes = _OWES.match(lead)
    if owes and plain[:1].islower():
        return f"{owes['who']} shall {plain.removeprefix('to ')}."
    return item
