"""'The Coast Guard' in a communiqué of a state's own coast guard, 'the navy' in one of its ministry of defence.

Invariant: only what the text leaves without a side becomes the carrier's, and only where the carrier is a service or a
ministry of a state; 'the army' in a movement's own paper is another's.
"""

from __future__ import annotations

import re

from servanda.reading.claim import Party, Speaker
from servanda.reading.frozen import replace

_SERVICE = re.compile(
    r"(?:the )?(?:(?:coast|border|national|state) ?guards?|coastguard|navy|army|air force|armed forces|border service"
    r"|gendarmerie|marines|customs service|military police)",
    re.IGNORECASE,
)
_OF_ARMS = re.compile(
    r"\b(?:ministry of defen[cs]e|defen[cs]e ministry|general staff|high command|supreme command)\b", re.IGNORECASE
)


def of_the_carrier(actors: tuple[Party, ...], speaker: Speaker, carrier: Speaker) -> tuple[Party, ...]:
    """The actors, a service named without its state being the carrier's own in what the carrier itself says."""
    own = carrier.actor if carrier.kind != "monitor" and speaker == carrier else None
    if own is None or not any(p.id is None and _is_own(p.words, carrier.name or "") for p in actors):
        return actors
    return tuple(replace(p, id=own) if p.id is None and _is_own(p.words, carrier.name or "") else p for p in actors)


def _is_own(words: str, carrier: str) -> bool:
    if _SERVICE.fullmatch(words) is None:
        return False
    named = re.search(rf"\b{re.escape(words.lower().removeprefix('the '))}\b", carrier.lower()) is not None
    return named or _OF_ARMS.search(carrier) is not None
