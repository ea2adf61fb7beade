"""Times in English text: spans, TIMEX3 values and whole-day intervals, each with what it rests on.

Start with `find_times(text, Anchor(published=...))`.
"""

from __future__ import annotations

from servanda.reading.times.expression import Anchor, Duration, TimeExpression
from servanda.reading.times.find import find_times

__all__ = ["Anchor", "Duration", "TimeExpression", "find_times"]
