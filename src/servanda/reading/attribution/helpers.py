"""Those who speak for another person: 'a spokesman for President NAME', 'NAME's press secretary'.

Invariant: whoever is named speaks himself where his office stands behind the name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.reading.attribution.speaker_kinds import proper_name
from servanda.reading.names.mention import Mention

_HELPER = r"(?:spokes(?:man|woman|person|people)|(?:press )?secretary|(?:aide|advis[eo]r|assistant|envoy|representative)s?)"
HELPER_OF = rf"(?:(?:an?|the|one|two|several)\s+)?(?:[\w-]+\s+)?{_HELPER}\s+(?:for|to|of)\s+(?:the\s+)?"
_BEHIND = re.compile(rf"{HELPER_OF}|.*['’]s?\s+(?:[\w-]+\s+)?{_HELPER}$", re.IGNORECASE | re.DOTALL)
_APPOSED = re.compile(r",\s+(?:the\s+|an?\s+)?[^,]+$")


def speaks_for_another(words: str, inside: Sequence[Mention]) -> bool:
    """'a spokesman for President NAME', 'NAME's press secretary': the one named is not the one who speaks."""
    behind = _BEHIND.match(words)
    named = next((n for m in inside if (n := proper_name(m)) is not None), None)
    if behind is None or named is None:
        return False
    at = words.find(named)
    if at == 0 and _APPOSED.match(words, len(named)) is not None:
        return False  # 'NAME, the Guard's spokesman,' is NAME
    if behind.end() == len(words):
        return at >= 0
    return at >= behind.end() and "," not in words[behind.end() : at]  # 'a spokesman for the Guard, NAME' is NAME
