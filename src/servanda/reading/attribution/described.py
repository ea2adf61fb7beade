"""A word for what a speaker is, right before its name and without an article: 'mediator Ruritania', 'regional bloc ABC'.

Invariant: it is part of the words for the speaker and tells nothing of whose word it is, or how good.
"""

from __future__ import annotations

import re

from servanda.reading.attribution.context import Context
from servanda.reading.names.mention import Mention

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


def twice_named(context: Context, floor: int, last: Mention) -> int:
    """Where the words for a speaker begin who is described and then named: 'the observer mission JW said'."""
    before = context.before(last.start)
    same = before is not None and before.id is not None and before.id == last.id and before.start >= floor
    return before.start if before is not None and same and context.text[before.end : last.start] == " " else last.start


def without_description(words: str) -> str:
    """The name alone."""
    return _FIRST.sub("", words, count=1) if _FIRST.match(words) is not None else words


__all__ = ["described_back", "twice_named", "without_description"]
