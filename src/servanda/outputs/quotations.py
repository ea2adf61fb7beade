"""A quotation in its context: the words before and after it, as they stand in the report.

Invariant: the quoted words are a slice of the report's text, unchanged; the context is cut at words and never joins
text across a paragraph without showing it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from servanda.reports.model import Report

CONTEXT = 150


@dataclass(frozen=True, slots=True)
class Quotation:
    """`before` and `after` surround `quote`; an ellipsis stands where text was left out."""

    before: str
    quote: str
    after: str
    language: str


def quotation(report: Report | None, start: int, end: int, quote: str, context: int = CONTEXT) -> Quotation:
    """The words of a report from `start` to `end` with up to `context` code points on either side."""
    if report is None or report.text[start:end] != quote:
        return Quotation("", quote, "", "und")
    text = report.text
    return Quotation(
        _before(text[max(0, start - context) : start], cut=start > context),
        _flat(quote),
        _after(text[end : end + context], cut=end + context < len(text)),
        report.language or "und",
    )


def _before(text: str, *, cut: bool) -> str:
    last = text.rsplit("\n\n", 1)[-1]
    cut = cut and last == text
    if cut:
        last = re.sub(r"^\S*\s+", "", last)
    return ("… " if cut else "") + _flat(last)


def _after(text: str, *, cut: bool) -> str:
    first = text.split("\n\n", 1)[0]
    cut = cut and first == text
    if cut:
        first = re.sub(r"\s+\S*$", "", first)
    return _flat(first) + (" …" if cut else "")


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)
