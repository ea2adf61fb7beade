"""Outlets that speak for a side: 'X state television', 'the official newspaper of X', 'the Front's radio'.

Invariant: an outlet is a side's only where the words say so; 'X newspapers', 'a website close to X' are nobody's voice.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from servanda.reading.names.mention import Mention

_OWNED = r"(?:state(?:[-\s](?:run|owned|controlled))?|official|government(?:[-\s]run)?|army|military|party)"
_OUTLET = r"(?:tv|television|radio|media|news\s+agency|agency|newspaper|daily|broadcaster|channel|station|website|portal|press)"
_OF_STATE = re.compile(rf"(?:['’]s?)?\s+(?:\w+\s+)?{_OWNED}\s+(?:\w+\s+)?{_OUTLET}\b", re.IGNORECASE)
_OF_GROUP = re.compile(
    r"(?:['’]s?)?\s+(?:own\s+|official\s+)?(?:telegram\s+|radio\s+|tv\s+|news\s+)?(?:radio|channel|mouthpiece|station|media\s+arm)\b",
    re.IGNORECASE,
)
_SPEAKING_FOR = re.compile(
    rf"\b(?:{_OWNED}\s+(?:\w+\s+)?{_OUTLET}|mouthpiece|organ|{_OUTLET}\s+(?:run|owned|controlled)\s+by)\s+(?:of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_RUN_BY_GROUP = re.compile(r"\b(?:radio|station|channel|mouthpiece|voice|organ)\s+of\s+(?:the\s+)?$", re.IGNORECASE)
"""'The radio of the Front'."""


def voice_of(text: str, span: tuple[int, int], inside: Sequence[Mention], states: Collection[str]) -> str | None:
    """The actor that an outlet named in the span speaks for; None where the words do not say so."""
    start, end = span
    for m in inside:
        if m.id is None or m.kind not in {"actor", "group"} or re.search(r"\b[\w]+-$", text[start : m.start]):
            continue
        own = _OF_STATE.match(text, m.end, end) or _SPEAKING_FOR.search(text[start : m.start])
        of_group = _OF_GROUP.match(text, m.end, end) or _RUN_BY_GROUP.search(text[start : m.start])
        if own or (m.id not in states and of_group):
            return m.id
    return None
