"""Headline, body and comments of a text, told apart.

Invariant: the segments are slices of the text, in order, without overlap; white space between them belongs to none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from servanda.reports.comments import first_comment
from servanda.reports.model import Segment, SegmentKind
from servanda.reports.paragraphs import Paragraph, paragraphs

_HEADLINE_CHARS = 220
_HEADLINE_WORDS = 30
_HEADLINES = 3
_SENTENCE_END = re.compile(r"[.;…][\"”»’')\]]*\Z|:\Z")
_NO_TITLE = re.compile(
    r"\A(?:by|text|photo|from|source|published|updated|date|posted|last modified|www\.|https?:)\b.{0,80}\Z"
    r"|\A[\W\d]*(?:\d{1,2}[ ./-])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
    r"[ ,./-]*\d[\d ,.:/apm-]*\Z"
    r"|\A[\W\d]+\Z|\A\S+@\S+\Z|\A[-*•·]\s|\A\(?\d+[.)]\s",
    re.I,
)
_DANGLING = re.compile(
    r"\b(?:a|an|the|of|in|on|at|to|by|for|with|from|and|or|but|that|which|as|is|are|was|were|has|have|had|its|their)\Z",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Segmented:
    """Segments of a text, and whether its comments were told by style alone."""

    segments: tuple[Segment, ...]
    guessed: bool


def segment(text: str, *, headline_end: int | None = None, comments_from: int | None = None) -> Segmented:
    """The segments of a plain text.

    `headline_end` and `comments_from` are code points known from markup; where they are None, title lines at the top
    and comments at the end are looked for.
    """
    blocks = paragraphs(text)
    if headline_end is None:
        headline_end = _headline_end(text, blocks)
    heads = [p for p in blocks if p.end <= headline_end]
    rest = [p for p in _split_at(text, blocks, headline_end) if p.end > headline_end]
    guessed = False
    body, comments = rest, [p for p in rest if comments_from is not None and p.start >= comments_from]
    body = rest[: len(rest) - len(comments)]
    cut, by_style = first_comment(text, body)
    if cut is not None:
        body, comments, guessed = body[:cut], [*body[cut:], *comments], by_style
    if heads == [] and headline_end:
        heads = [Paragraph(0, headline_end, ())]
    kinds: list[tuple[SegmentKind, list[Paragraph]]] = [("headline", heads), ("body", body), ("comment", comments)]
    return Segmented(tuple(Segment(kind, ps[0].start, ps[-1].end) for kind, ps in kinds if ps), guessed)


def _split_at(text: str, blocks: list[Paragraph], at: int) -> list[Paragraph]:
    """The paragraphs, with the one that the headline ends in cut there."""
    if not at:
        return blocks
    cut = []
    for p in blocks:
        if p.start < at < p.end:
            lines = tuple((a, b) for a, b in p.lines if a >= at)
            if lines:
                cut.append(Paragraph(lines[0][0], p.end, lines))
        else:
            cut.append(p)
    return cut


def _headline_end(text: str, blocks: list[Paragraph]) -> int:
    """Where the title lines at the top end; 0 where the text begins with its first sentence."""
    lines = [(line, p) for p in blocks[: _HEADLINES + 1] for line in p.lines]
    end = 0
    for number, ((a, b), p) in enumerate(lines[:_HEADLINES]):
        alone = len(p.lines) == 1 or _stands_out(text, p, (a, b))
        followed = number + 1 < len(lines) or len(blocks) > 1
        if not (alone and followed and _is_title(text[a:b])):
            break
        end = b
    if end and not any(p.end > end for p in blocks):
        return 0  # nothing but lines without a full stop: a list or a fragment, not an article
    return end


def _is_title(line: str) -> bool:
    return (
        len(line) <= _HEADLINE_CHARS
        and len(line.split()) <= _HEADLINE_WORDS
        and not _SENTENCE_END.search(line)
        and not _NO_TITLE.search(line)
        and any(c.isalpha() for c in line)
    )


def _stands_out(text: str, paragraph: Paragraph, line: tuple[int, int]) -> bool:
    """Whether the first of several lines is a title above the paragraph, not the start of a wrapped sentence."""
    if paragraph.lines[0] != line:
        return False
    a, b = line
    others = [d - c for c, d in paragraph.lines[1:]]
    nxt = text[paragraph.lines[1][0]]
    if nxt.islower() or _DANGLING.search(text[a:b]) or text[a:b].endswith(","):
        return False
    return max(others) > 140 or (b - a) < 0.7 * max(others)
