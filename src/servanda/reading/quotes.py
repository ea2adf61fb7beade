"""Quotations: the text inside quotation marks, paired even where a mark is missing or of the wrong kind.

Invariant: quotations are sorted by start; `start <= end`; the marks themselves lie outside; a quotation stays
within one paragraph (one that runs over several paragraphs is one `Quoted` for each of them).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.reading.frozen import dataclass

Span = tuple[int, int]

_CLOSED_BY = {
    "“": '”"““',
    "„": '“”"„',
    "«": '»"',
    "»": "«",
    "‹": "›",
    '"': '"”“',
    "”": "”",
    "‘": "’'",
    "'": "'’",
    "``": "''",
}
_DOUBLE = re.compile(r"``|''|[“”„‟«»\"]")
_SINGLE = re.compile(r"(?<![\w.,!?…])['‘](?=[\w(\[\"“])")
_SINGLE_END = re.compile(r"(?<=[\w.,!?…)\]])['’](?!\w)")
_BACK = re.compile(r"(?:^|[.!?:;]\s+|\n)(?=\S[^.!?:;\n]*$)")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation: `start` to `end` inside the marks, the opening mark ('' where it is missing), closed or not.

    `closed` is False where no closing mark was found; a quotation that goes on in the next paragraph is so too.
    `continues` is True where it takes up the quotation of the paragraph before.
    """

    start: int
    end: int
    open: str
    closed: bool
    continues: bool = False


def find_quotes(text: str, paragraphs: Sequence[Span]) -> list[Quoted]:
    """All quotations of a text, outermost only, in order. `paragraphs` are spans of the text, in order."""
    found: list[Quoted] = []
    running: str | None = None
    for start, end in paragraphs:
        here = _of_paragraph(text, start, end, running)
        running = here[-1].open if here and not here[-1].closed and here[-1].end >= end - 1 else None
        found.extend(here)
    return found


def _of_paragraph(text: str, start: int, end: int, running: str | None) -> list[Quoted]:
    found: list[Quoted] = []
    opened: tuple[int, str] | None = None
    for match in _DOUBLE.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if opened is not None and _closes(text, opened[1], mark, at, end):
            found.append(Quoted(opened[0], at, opened[1], True, _takes_up(opened, start, running)))
            opened = None
        elif opened is None and _opens(text, mark, at, start, end):
            opened = (match.end(), mark)
        elif opened is None and mark in '”"»' and not _is_measure(text, at):
            floor = found[-1].end + 1 if found else start
            begin = _sentence_back(text, floor, at)
            if begin < at:
                found.append(Quoted(begin, at, "", True))
        elif opened is not None and mark in "“«" and _fresh(text, at, start):
            found.append(Quoted(opened[0], _before_space(text, opened[0], at), opened[1], False))
            opened = (match.end(), mark)
    if opened is not None:
        found.append(Quoted(opened[0], end, opened[1], False, _takes_up(opened, start, running)))
    return _with_single(text, start, end, found)


def _takes_up(opened: tuple[int, str], start: int, running: str | None) -> bool:
    return running is not None and opened[0] - start <= len(opened[1])


def _closes(text: str, opening: str, mark: str, at: int, end: int) -> bool:
    if mark not in _CLOSED_BY.get(opening, "") or (len(mark) == 2) != (len(opening) == 2):
        return False
    if mark == "“" and opening == "“":
        return _fits_close(text, at, end)
    return not (mark == '"' and _is_measure(text, at))


def _fits_close(text: str, at: int, end: int) -> bool:
    after = text[at + 1 : at + 2] if at + 1 < end else " "
    return bool(at) and not text[at - 1].isspace() and (after.isspace() or after in ".,;:!?)-–—")


def _opens(text: str, mark: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + len(mark)] if at + len(mark) < end else " "
    if mark in "“„«‟``":
        return True
    if mark == '"':
        return (before.isspace() or before in "([{—–-:,;/>") and not after.isspace()
    if mark == "»":
        return (before.isspace() or at == start) and not after.isspace()
    return mark == "”" and (before.isspace() or at == start) and after.isalnum()


def _is_measure(text: str, at: int) -> bool:
    """A double prime: the seconds of an arc or the inches of a calibre ('39°45'12"')."""
    return bool(re.search(r"\d['′’]\s?\d{1,2}(?:\.\d+)?$", text[max(0, at - 10) : at]))


def _fresh(text: str, at: int, start: int) -> bool:
    return at == start or text[at - 1].isspace() or text[at - 1] in "([—–-"


def _sentence_back(text: str, floor: int, at: int) -> int:
    """Where a quotation without an opening mark begins: at the sentence, or after a colon."""
    match = _BACK.search(text[floor:at])
    begin = floor + (match.end() if match else 0)
    while begin < at and text[begin].isspace():
        begin += 1
    return begin


def _before_space(text: str, start: int, at: int) -> int:
    while at > start and text[at - 1].isspace():
        at -= 1
    return at


def _with_single(text: str, start: int, end: int, found: list[Quoted]) -> list[Quoted]:
    """Adds quotations in single marks that lie outside the double ones and hold none of them."""
    at = start
    extra: list[Quoted] = []
    while match := _SINGLE.search(text, at, end):
        at = match.end()
        if any(q.start <= match.start() < q.end for q in found):
            continue
        close = _single_close(text, match.end(), end)
        if close is None or any(q.start < close and match.end() < q.end for q in found):
            continue
        extra.append(Quoted(match.end(), close, match.group(), True))
        at = close + 1
    return sorted([*found, *extra], key=lambda q: (q.start, q.end))


def _single_close(text: str, at: int, end: int) -> int | None:
    """The closing single mark; a plural's possessive ("the rebels' demands") is taken only if nothing else fits."""
    fallback: int | None = None
    for match in _SINGLE_END.finditer(text, at, end):
        possessive = text[match.start() - 1] in "sS" and re.match(r"\s+[a-z]", text[match.end() : match.end() + 3])
        if not possessive:
            return match.start()
        fallback = fallback if fallback is not None else match.start()
    return fallback
