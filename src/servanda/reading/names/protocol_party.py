"""'The X party': a side of an agreement as protocols and envoys call it.

Invariant: a political party, whose name has a capital or which is 'a party', is never taken for a side.
"""

from __future__ import annotations

import re

from servanda.reading.names.casing import UPPER

_PARTY = re.compile(
    rf" party(?! (?:leader|chief|boss|chair|official|member|congress|headquarters|spokes|head)|[ -][{UPPER}])(?![\w-])"
)
_POLITICAL = re.compile(
    r"(?:^|\W)(?:an?|two|several|some|every|any|no|political|ruling|opposition|largest|main) $", re.IGNORECASE
)


def as_a_party(text: str, start: int, end: int) -> int | None:
    """Where 'party' ends behind a name at `start` to `end`, if the two stand for a side."""
    match = _PARTY.match(text, end)
    return match.end() if match is not None and not _POLITICAL.search(text[max(0, start - 12) : start]) else None
