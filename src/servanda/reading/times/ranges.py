"""Ranges of two times ('from 15 to 25 November', '1914-1918'): both ends are expressions of the text, in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from servanda.reading.times.expression import TimeExpression

_DASH = re.compile(r"\s*[-–—−]\s*")
_TO = re.compile(r"\s*,?\s+(?:to|until|till|through|up\s+to)\s+(?:the\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
_POINTS = frozenset({"time", "day", "week", "month", "quarter", "season", "half", "year", "decade", "century"})


@dataclass(frozen=True, slots=True)
class TimeRange:
    """From the first to the last expression; `earliest` and `latest` are whole days, both included."""

    first: TimeExpression
    last: TimeExpression
    earliest: date | None
    latest: date | None


def range_link(text: str, first: TimeExpression, last: TimeExpression) -> bool:
    """Whether two neighbouring expressions are the ends of one range."""
    if first.granularity not in _POINTS or last.granularity not in _POINTS or last.start - first.end > 24:
        return False
    gap = text[first.end : last.start]
    if _DASH.fullmatch(gap):
        return True
    if _TO.fullmatch(gap):
        return first.bound in ("from", "since", "between", "after") or first.granularity == last.granularity
    return first.bound == "between" and _AND.fullmatch(gap) is not None


def time_ranges(text: str, times: Sequence[TimeExpression]) -> list[TimeRange]:
    """All ranges of a text whose ends do not run backwards, in order."""
    ranges = []
    for first, last in pairwise(times):
        if not range_link(text, first, last):
            continue
        if first.earliest and last.latest and last.latest < first.earliest:
            continue
        ranges.append(TimeRange(first, last, first.earliest, last.latest))
    return ranges
