"""What somebody was told, with nobody named who told it: 'the team was told that the area was mined'.

Invariant: a teller that is named ('was told by the army that …') is heard, and what he says is no hearsay.
"""

from __future__ import annotations

import re

_TOLD = re.compile(
    r"\b(?:was|were|been|being) (?:\w+ly )?(?:told|informed|given to understand|led to believe) that\b", re.IGNORECASE
)
_CLOSED = re.compile(r"[;:.]|\b(?:but|and) (?:it|they|he|she|the|its|their)\b", re.IGNORECASE)


def told_by_nobody(text: str, here: int) -> bool:
    """'Was told that the area was mined': so somebody says, and the one who was told does not."""
    cues = [m.end() for m in _TOLD.finditer(text, 0, here)]
    return bool(cues) and _CLOSED.search(text, cues[-1], here) is None
