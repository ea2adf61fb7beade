"""The blocks of an agreement's text: paragraphs and items, each with its label.

Invariant: the words of a block stand in the text word for word, but for line breaks and runs of spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ARTICLE = (
    r"(?:Article|Section|Clause|Point|Paragraph|Chapter|Part|Title)\s+(?P<article>\d{1,3}(?:\.\d{1,2})*|[IVXL]{1,6}|[A-Z])\b"
    r"|(?:Articles|Sections|Clauses|Points|Paragraphs)\s+(?P<articles>\d{1,3})(?:(?:, | and |, and | to |[-–])\d{1,3})+\b"
)
_NUMBER = r"\(?(?P<number>\d{1,3}(?:\.\d{1,2})+|\d{1,3}(?=[.)]|\s?[-–—]\s+[^\W\d_])|(?-i:[IVXL]{1,6})(?=\)|\.(?:\s|$)))"
_LETTER = r"\(?(?P<letter>[a-z](?=\))|[ivx]{1,4}(?=\))|(?-i:[a-z])(?=\. ))[.)]"
_BULLET = r"(?P<bullet>[-–—•*·▪])(?=\s)"
_LABEL = re.compile(rf"(?:{_ARTICLE}|{_NUMBER}|{_LETTER}|{_BULLET})\s*[.):–—-]*\s*", re.IGNORECASE)
_ORDINALS = {
    stem: str(n)
    for n, stem in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"],
        1,
    )
}
_ORDINAL = re.compile(rf"(?P<stem>{'|'.join(_ORDINALS)})(?:ly\s*[.,:–—-]|\s*[.:])\s*(?=\S)", re.IGNORECASE)
_ANNEX = re.compile(
    r"(?P<word>annex|appendix|schedule)(?:\s+(?P<which>\d{1,2}|[IVX]{1,4}|[A-Z])\b)?\s*[.):–—-]*\s*", re.IGNORECASE
)
_COUNTED_DAY = re.compile(
    r"(?P<day>[A-Z]-Day|[A-Z]{1,4} ?\+ ?\d{1,3}(?: days?)?|Day \d{1,3}(?: ?(?:to|-|–) ?(?:Day )?\d{1,3})?)\s*[:–—|-]\s*(?=\S)",
    re.IGNORECASE,
)
_PHASE = re.compile(
    r"(?:the\s+)?(?:(?:phase|stage)\s+(?P<after>\w+)|(?P<before>first|second|third|fourth|fifth)\s+(?:phase|"
    r"stage))\b(?P<rest>.*)",
    re.IGNORECASE,
)
_PHASES = {w: str(n) for n, words in enumerate(("one first i a", "two second ii b", "three third iii c", "four fourth iv d"), 1)
           for w in words.split()}  # fmt: skip
CLOSING = re.compile(
    r"(?:done|signed|concluded|agreed|adopted|issued)\s+(?:at|in|on|by|this)\b|\(?signed\)?:?\s+(?=\S)|in witness\b|"
    r"for (?:and on behalf of )?the\s+\S|"
    r"for [A-Z][\w -]*$|from [A-Z][\w -]*:|witness(?:ed|es)?\b|signator(?:y|ies)\b|participants\b|guarantors?\b|mediators?\b|"
    r"in the presence of\b|\d{1,2}\.? [A-Z][a-z]+ \d{4}\.?$|(?:[A-Z][\w.' -]*, ){1,2}(?:the )?\d{1,2}\.? [A-Z][a-z]+ \d{4}\.?$",
    re.IGNORECASE,
)
_COLUMNS = re.compile(r"(?<=\S)\s{4,}(?=\S)")
HEADING_WORDS = 8


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or an item: the kind of its label and the label, the rest on one line; `alone` after an empty line."""

    kind: str | None
    label: str
    words: str
    alone: bool


def blocks(text: str) -> Iterator[Block]:
    """Lines put together into paragraphs: a label, an empty line or a full line's end begins a new one."""
    lines = [part for line in text.replace("\t", "    ").splitlines() for part in _columns(line.strip())]
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
                yield Block(kind, label, " ".join(words.split()), alone)
            kind, label, words = found or (None, "", line)
            alone = not before
        before = line


def _columns(line: str) -> list[str]:
    """Two signatures side by side are two lines; a day and what falls on it are one."""
    parts = _COLUMNS.split(line)
    if len(parts) > 1 and _COUNTED_DAY.match(f"{parts[0]}: {parts[1]}"):
        return [f"{parts[0]}: {' '.join(parts[1:])}"]
    if len(parts) > 1 and all(len(p.split()) <= 12 for p in parts) and not re.search(r"[a-z]{3}[.;]$", line):
        return parts
    return [line]


_STAGE = re.compile(
    r"(?:phase|stage|step) (?P<which>\w{1,6})"
    r"(?: \((?:[^()]*(?<![\w+])(?P<day>[A-Z]{1,4} ?\+ ?\d{1,3}|Day \d{1,3})|[^()]*)\))?: (?=(?:from|in|to|at|into|out of)\b)",
    re.IGNORECASE,
)
"""A stage of what the words above lead: 'Phase 1 (D-Day to D+30): from the districts of …'."""


def _labelled(line: str) -> tuple[str, str, str] | None:
    if (stage := _STAGE.match(line)) is not None:
        return "stage", f"{stage['which']}|{stage['day'] or ''}", line[stage.end() :]
    phase = _PHASE.fullmatch(line)
    if phase and len(line.split()) <= HEADING_WORDS and not line.endswith("."):
        which = (phase["after"] or phase["before"]).lower()
        return "phase", _PHASES.get(which, which), ""
    annex = _ANNEX.match(line)
    if annex and _stands_alone(line, annex):
        word, which = annex["word"].capitalize(), annex["which"] or ""
        return "annex", which if which.isalpha() and len(which) == 1 else f"{word} {which}".strip(), line[annex.end() :]
    day = _COUNTED_DAY.match(line)
    if day:
        return "day", day["day"], line[day.end() :]
    ordinal = _ORDINAL.match(line)
    if ordinal:
        return "ordinal", _ORDINALS[ordinal["stem"].lower()], line[ordinal.end() :]
    match = _LABEL.match(line)
    if not match:
        return None
    kind = str(match.lastgroup)
    rest = line[match.end() :]
    if kind == "articles":  # 'Articles 4 and 5.' of one text stands at the first
        return None if rest and not rest[0].isupper() else ("article", match[kind], rest)
    if kind == "article" and rest and not re.match(r"\s*[.):–—-]", line[match.end("article") :]) and not rest[0].isupper():
        return None  # 'Article 3 shall not apply' is a sentence
    if kind == "number" and re.match(r"\d{1,2}\.\d{1,2}\.\d{4}|(?:19|20)\d\d\b", line):
        return None  # a date
    return kind, match[kind], rest


def _stands_alone(line: str, annex: re.Match[str]) -> bool:
    """'ANNEX A - Timetable' heads what follows; 'Annex A forms part of this Agreement' is a sentence."""
    rest = line[annex.end() :]
    return len(line.split()) <= HEADING_WORDS and not line.endswith(".") and (not rest or not rest[0].islower())


def _wrapped(before: str, line: str, width: int, labelled: bool) -> bool:
    """Whether a line goes on with the one before it: it was full or unfinished, and this one does not open anew."""
    if not before or CLOSING.match(line):
        return False
    if line[0].islower():
        return True
    full = len(before) > 0.75 * width and width > 50
    return full and not before.endswith((".", ":", ";", "!", "?")) and (labelled or len(before) > 50)
