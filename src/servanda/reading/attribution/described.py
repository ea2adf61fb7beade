"""A word for what a speaker is, right before its name and without an article: 'mediator Ruritania', 'regional bloc ABC'.

Invariant: it is part of the words for the speaker and tells nothing of whose word it is, or how good.
"""

from __future__ import annotations

import re

_WHAT = (
    r"(?:[a-z][\w-]*\s+){0,2}(?:mediator|group|bloc|neighbou?r|ally|guarantor|broker|host|charity|watchdog|movement"
    r"|militia|faction|party|union|alliance|organi[sz]ation|power|rival)s?\s+"
)
_BEFORE = re.compile(rf",\s+(?P<what>{_WHAT})$")
_FIRST = re.compile(rf"{_WHAT}(?=[A-Z])")


def described_back(text: str, floor: int, start: int) -> int:
    """Where the words for a speaker begin whose name begins at `start`: '…, mediator Ruritania said'."""
    told = _BEFORE.search(text, floor, start)
    return told.start("what") if told is not None else start


def without_description(words: str) -> str:
    """The name alone."""
    return _FIRST.sub("", words, count=1) if _FIRST.match(words) is not None else words


__all__ = ["described_back", "without_description"]
