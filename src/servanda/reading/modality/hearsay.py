"""What somebody was told, with nobody named who told it: 'the team was told that the area was mined'; and what is
held at arm's length behind it: ', or so they say'.

Invariant: a teller that is named ('was told by the army that …') is heard, and what he says is no hearsay.
"""

from __future__ import annotations

import re

from servanda.reading.small_letters import compile_small, small

_TOLD = re.compile(
    r"\b(?:was|were|been|being) (?:\w+ly )?(?:told|informed|given to understand|led to believe) that\b", re.IGNORECASE
)
_CLOSED = re.compile(r"[;:.]|\b(?:but|and) (?:it|they|he|she|the|its|their)\b", re.IGNORECASE)

_OR_SO_THEY_SAY = compile_small(
    r",? or so (?:the |an? |its |their |some |[\w’'-]+ ){0,5}?"
    r"(?:say|says|said|claim|claims|claimed|tell|tells|told|believe|believes|believed|insists?|thinks?|was told|were told)\b"
)


def or_so_they_say(text: str, here: int) -> bool:
    """'X has left, or so it says': told as no more than what somebody says."""
    return " or so " in text and _OR_SO_THEY_SAY.search(small(text), here) is not None


def told_by_nobody(text: str, here: int) -> bool:
    """'Was told that the area was mined': so somebody says, and the one who was told does not."""
    cues = [m.end() for m in _TOLD.finditer(text, 0, here)]
    return bool(cues) and _CLOSED.search(text, cues[-1], here) is None
