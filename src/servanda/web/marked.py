"""A report's text with its claims marked: pieces of text, and where each claim begins and ends.

Invariant: the pieces joined are the text, unchanged; claims may overlap.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from servanda.evidence.testimony import Testimony
from servanda.reports.model import Report


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: the claims that cover it, begin at its start and end at its end."""

    text: str
    covers: tuple[str, ...]
    begins: tuple[str, ...]
    ends: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A segment (headline, body, comment) in pieces."""

    kind: str
    pieces: tuple[Piece, ...]


def marked(report: Report, claims: Iterable[Testimony]) -> tuple[Part, ...]:
    """The text of a report in parts and pieces; text outside every segment is a part of kind `body`."""
    spans = sorted({(t.claim.start, t.claim.end, t.id) for t in claims})
    out, at = [], 0
    segments = sorted((s.start, s.end, str(s.kind)) for s in report.segments)
    bounds: list[tuple[int, int, str]] = []
    for start, end, kind in segments:
        if start > at and report.text[at:start].strip():
            bounds.append((at, start, "body"))
        bounds.append((max(at, start), end, kind))
        at = max(at, end)
    if report.text[at:].strip():
        bounds.append((at, len(report.text), "body"))
    for start, end, kind in bounds:
        if start < end:
            out.append(Part(kind, _pieces(report.text, start, end, spans)))
    return tuple(out)


def _pieces(text: str, start: int, end: int, spans: list[tuple[int, int, str]]) -> tuple[Piece, ...]:
    inside = [s for s in spans if s[0] < end and s[1] > start]
    cuts = sorted({start, end, *(c for a, b, _ in inside for c in (a, b) if start < c < end)})
    out = []
    for a, b in pairwise(cuts):
        covering = tuple(i for x, y, i in inside if x <= a and y >= b)
        begins = tuple(i for x, _, i in inside if max(x, start) == a)
        ends = tuple(i for _, y, i in inside if min(y, end) == b)
        out.append(Piece(text[a:b], covering, begins, ends))
    return tuple(out)
