"""Who holds captives whom no subject names: 'remained in X custody', 'are in the Front's hands', 'our men are in their cells'.

Invariant: a captor is named beside the custody, or is the only side that stands against the one that says 'our men'; between
two nobody is chosen, and nobody holds his own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from servanda.agreement.model import Agreement
from servanda.reading.acts.opponents import opponent_of
from servanda.reading.claim import Claim, Party, identified
from servanda.reading.frozen import replace

if TYPE_CHECKING:
    from servanda.reading.acts.claims import Context

_IN = re.compile(r"\bin\s+(?:the\s+)?$", re.IGNORECASE)
_CUSTODY = re.compile(
    r"(?:['’]s?)?\s+(?:custody|captivity|hands|detention|prisons?|jails?|camps?|cells|dungeons)\b", re.IGNORECASE
)
_HELD = frozenset({"completed", "under-way"})


def with_captors(claims: Sequence[Claim], context: Context) -> list[Claim]:
    """The claims with whoever holds captives that nobody is named to hold."""
    return [_held_by(c, context) for c in claims]


def _held_by(claim: Claim, context: Context) -> Claim:
    open_ = claim.act == "detain" and not any(p.id for p in claim.actors) and claim.modality in _HELD
    if not open_ or claim.sentence is None or context.agreement is None:
        return claim
    who = _by_custody(claim, context) or _by_the_other(claim, context.agreement)
    if who is None or _same_side(context.agreement, who, claim.target):
        return claim
    return identified(replace(claim, actors=(who,)))


def _by_custody(claim: Claim, context: Context) -> Party | None:
    """'Fourteen remained in X custody', 'no soldier is in the Front's hands'."""
    text = context.report.text
    start, end = claim.sentence or (0, 0)
    named = [
        m
        for m in context.mentions
        if start <= m.start < end
        and m.kind == "actor"
        and m.id
        and _CUSTODY.match(text, m.end)
        and _IN.search(text, start, m.start)
    ]
    return Party(named[0].text, named[0].id) if len({m.id for m in named}) == 1 else None


def _by_the_other(claim: Claim, agreement: Agreement) -> Party | None:
    """'Eleven of our men are still in the cells', said for one of two sides."""
    ours = claim.target.id if claim.target is not None else None
    speaker = claim.speaker.actor
    if ours is None or speaker is None or {ours, speaker} - agreement.actors.keys():
        return None
    if agreement.side(ours) != agreement.side(speaker):
        return None
    other = opponent_of(agreement, speaker, ())
    return Party(agreement.actors[other].name, other) if other is not None else None


def _same_side(agreement: Agreement, who: Party, held: Party | None) -> bool:
    if held is None or held.id is None or who.id is None or {held.id, who.id} - agreement.actors.keys():
        return False
    return agreement.side(held.id) == agreement.side(who.id)


__all__ = ["with_captors"]
