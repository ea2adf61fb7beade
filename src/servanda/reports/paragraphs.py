"""Paragraphs of a plain text, as slices of it.

Invariant: the slices are in order, do not overlap, and begin and end with a character that is not white space.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_BLANK = re.compile(r"\n[ \t\f\v\u00a0]*(?:\n[ \t\f\v\u00a0]*)+")
_LINE = re.compile(r"[^\n]+")
_ENDS = re.compile(r"[.!?…:;\"”»’')\]]\s*\Z")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """text[start:end]; `lines` are the slices of its lines."""

    start: int
    end: int
    lines: tuple[tuple[int, int], ...]


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text: stretches between blank lines, and single lines where each line is a paragraph."""
    cuts = [0, *(m.end() for m in _BLANK.finditer(text)), len(text)]
    found: list[Paragraph] = []
    for begin, end in pairwise(cuts):
        lines = _lines(text, begin, end)
        if not lines:
            continue
        if len(lines) > 1 and not _wrapped(text, lines):
            found += [Paragraph(a, b, ((a, b),)) for a, b in lines]
        else:
            found.append(Paragraph(lines[0][0], lines[-1][1], tuple(lines)))
    return found


def _lines(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    lines = []
    for match in _LINE.finditer(text, begin, end):
        line = match.group()
        left = len(line) - len(line.lstrip())
        right = len(line.rstrip())
        if right > left:
            lines.append((match.start() + left, match.start() + right))
    return lines


def _wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether the lines are one paragraph broken at a margin: of like length, and seldom ending a sentence."""
    lengths = [b - a for a, b in lines]
    if max(lengths) > 140:
        return False
    ending = sum(bool(_ENDS.search(text, a, b)) for a, b in lines[:-1])
    return ending <= 0.5 * (len(lines) - 1)
