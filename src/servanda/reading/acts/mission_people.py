"""People of a mission who are named by something else: its head in its own bulletin, an officer lent by a guarantor.

Invariant: only what has no side, or the side of a state that only guarantees, is set; no party's word is taken from it.
"""

from __future__ import annotations

import re

from servanda.agreement.model import Agreement
from servanda.reading.attribution.model import Source
from servanda.reading.claim import Speaker
from servanda.reading.frozen import replace


def of_a_mission(source: Source, carrier: Speaker, agreement: Agreement | None) -> Speaker:
    """The speaker of a source: the carrier's where its own head speaks in its bulletin ('the Special Representative of the
    Secretary-General, NAME, said'), nobody's where he is a guarantor's officer ('Ruritanian General NAME said') in a case
    with a monitor, whom such officers mostly serve."""
    speaker = source.speaker
    if agreement is None:
        return speaker
    if speaker.actor is None and carrier.kind == "monitor" and _heads(source.text, carrier, agreement):
        return replace(speaker, actor=carrier.actor, kind="monitor", untold=False)
    actor = agreement.actors.get(speaker.actor or "")
    if actor is None or {"signatory", "bound", "monitor"} & set(actor.roles) or _OFFICER.match(source.text) is None:
        return speaker
    watched = any("monitor" in a.roles for a in agreement.actors.values())
    return replace(speaker, actor=None) if watched else speaker


def _heads(words: str, carrier: Speaker, agreement: Agreement) -> bool:
    """Whether an office is that of a mission's own head: the Secretary-General's man only in a mission of the UN."""
    if _HEAD.match(words) is not None:
        return True
    actor = agreement.actors.get(carrier.actor or "")
    names = (actor.name, *actor.aliases) if actor is not None else ()
    return _OF_THE_SECRETARY.match(words) is not None and any(_UN.search(name) for name in names)


_HEAD = re.compile(
    r"(?:the\s+|our\s+)?(?:(?:acting|deputy)\s+)?(?:head\s+of\s+(?:the\s+)?mission|force\s+commander|chief\s+(?:military\s+)?observer)"
    r"(?:,|\s+(?!of\b)|$)",
    re.IGNORECASE,
)
_OF_THE_SECRETARY = re.compile(
    r"(?:the\s+)?(?:(?:acting|deputy)\s+)*(?:special\s+representative|SRSG|DSRSG)\b(?!\s+(?:of|for)\s+(?!the\s+(?:UN\s+|U\.N\.\s+)?Secretary))",
    re.IGNORECASE,
)
_UN = re.compile(r"\bUnited Nations\b|\bUN\b|\bU\.N\.")
_OFFICER = re.compile(
    r"(?:the\s+)?[A-Z][a-z]+\s+(?:(?:army|navy|marine)\s+)?(?:(?:Lieutenant|Lt\.?|Brigadier|Brig\.?|Major|Maj\.?)[\s-]+)?"
    r"(?:General|Gen\.?|Colonel|Col\.?|Major|Maj\.?|Captain|Capt\.?|Brigadier|Admiral)\s+[A-Z]"
)


__all__ = ["of_a_mission"]
