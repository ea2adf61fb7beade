"""Words that tie a state to the moment of speaking ('still', 'until now').

Invariant: each cue reaches back from there, never ahead (R2).
"""

from __future__ import annotations

import re

_STANDING = re.compile(
    r"\b(?:still|until\s+now|till\s+now|up\s+to\s+now|to\s+this\s+day|to\s+date|so\s+far|as\s+yet|not\s+yet|yet\s+to|even\s+now"
    r"|to\s+the\s+present(?:\s+day)?|at\s+(?:the\s+)?present|currently|as\s+of\s+(?:now|today))\b",
    re.IGNORECASE,
)


def standing_cues(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Spans (code points) of the words that say a state held up to the moment of speaking."""
    return [match.span() for match in _STANDING.finditer(text, start, len(text) if end is None else end)]
