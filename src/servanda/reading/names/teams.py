"""Whose 'the team' is: 'UN observers have seen the place. The team spoke to survivors.'

Invariant: the team is the monitor's only where the monitor was named before and the text tells of no other team.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.reading.names.mention import Mention

_OTHER_TEAM = re.compile(r"\b(?!the\b|our\b|its\b|their\b|whole\b|same\b)[\w-]+ teams?\b", re.IGNORECASE)
_WATCHING = re.compile(r"\b(?:UN|U\.N\.|observer|observers|monitoring|verification|monitors|inspection)\b", re.IGNORECASE)


def is_the_monitors(text: str, at: int, before: Sequence[Mention], monitor: str | None) -> bool:
    """Whether 'the team' at a place is the monitor that was named before it."""
    if monitor is None or not any(m.id == monitor for m in before):
        return False
    named = [(m.start, m.end) for m in before if m.id == monitor]
    others = (t for t in _OTHER_TEAM.finditer(text, 0, at) if not _WATCHING.search(t.group()))
    return all(any(start < t.end() and t.start() < end for start, end in named) for t in others)
