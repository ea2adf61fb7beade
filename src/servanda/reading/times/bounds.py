"""The words just before a time that make it a bound.

Invariant: 'by', 'no later than', 'until'; a bound is always one of BOUNDS.
"""

from __future__ import annotations

import re
from functools import cache

from servanda.reading.small_letters import compile_small
from servanda.reading.times.lexicon import alternatives, section


@cache
def _pattern() -> re.Pattern[str]:
    return compile_small(rf"(?:^|(?<=\W))(?P<b>{alternatives(section('bounds'))})\s+{_DATE_OF}(?:the\s+)?$")


_DATE_OF = r"(?:(?:the|an?)\s+(?:[a-z]+\s+){0,2}(?:date|deadline|day)\s+of\s+)?"
"""'By the agreed date of 15 October'."""
_REACH = 60


def bound_before(text: str, start: int) -> str | None:
    """The bound worded just before an offset, None where there is none."""
    head = text[max(0, start - _REACH) : start].lower()
    found = None
    # The pattern is anchored at its end, so the leftmost match is the longest wording.
    match = _pattern().search(head)
    if match:
        found = section("bounds")[" ".join(match.group("b").split())]
    return found
