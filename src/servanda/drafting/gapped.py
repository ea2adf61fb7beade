"""What a second party owes without a verb: 'X will hand over 86 prisoners and Y 54', 'no X against a Y, nor Y against an X'.

Invariant: the second promise is the first one with another bearer; where its words name nobody there is none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from servanda.drafting.promises import Promise

_COUNTED = frozenset({"release", "exchange-prisoners", "return-bodies", "hand-over-weapons", "withdraw"})
_AND_OTHER = re.compile(
    r"\b\d[\d,]* (?P<what>[a-z]+)\b[^.;]*? and (?P<who>(?:the )?[A-Z][^,;.]{1,50}?|the [a-z]+) \d[\d,]*"
    r"(?: (?P<again>[a-z]+))?\b"
)
_AND_NO = re.compile(
    r",? (?:and no|nor(?: any)?|and neither) (?P<who>[A-Z][\w'’-]*|man of (?:the )?[A-Z][^,;.]{1,40}?) against\b"
)


def without_verb(sentence: str, at: int, first: Promise) -> Promise | None:
    """The promise of whoever is named behind the first one's act at `at`, without a verb."""
    if not first.doer:
        return None
    if first.norm == "prohibition":
        found = _AND_NO.search(sentence, at)
    else:
        found = _AND_OTHER.search(sentence, at) if first.act in _COUNTED else None
        found = found if found is not None and found["again"] in {None, found["what"]} else None
    return replace(first, doer=(found["who"],), bearer=(found["who"],)) if found is not None else None
