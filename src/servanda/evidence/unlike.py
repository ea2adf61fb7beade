"""Acts told that touch what is owed and yet are no word on it: others were detained, not all was given, some may stay.

Invariant: a duty is neither done nor failed, and nobody acquitted, by an act of another kind, or by a number of another
thing.
"""

from __future__ import annotations

import re

from servanda.agreement.model import Term
from servanda.evidence.acts import aspect, excluded, leaves_open
from servanda.evidence.counting import limit_for
from servanda.evidence.testimony import BearsAs
from servanda.reading.claim import Claim

Relation = str

ANOTHER = "R2: another act, which does not say that what is owed was left undone"
OPPOSITE = "R1: that the opposite was done elsewhere does not say that this was not"
NOT_ALL = "R11: that not all was done says nothing of the part that is owed"
MAY_STAY = "R9: that some are left is no word on how many may be"

_LASTS = frozenset(["hold", "holds", "held", "holding", "keep", "keeps", "kept", "keeping", "remain", "remained", "stayed"])
_ALL = re.compile(r"\b(?:all|every|entire|whole|complete(?:ly)?|full(?:y)?|everything)\b", re.IGNORECASE)


def why_unlike(term: Term, claim: Claim, relation: Relation, as_: BearsAs) -> str | None:
    """Why a claim that would perform or fail a duty, or speak for the accused, does neither; None where it may. Who freed
    prisoners may have taken others."""
    if term.norm != "obligation":
        against = [a for a in term.act if claim.act in excluded(a)]
        opposite = as_ == "denies" and relation == "contrary" and claim.modality != "denied"
        return OPPOSITE if opposite and against and all(map(leaves_open, against)) else None
    if as_ == "fails" and relation == "contrary" and leaves_open(claim.act) and _is_deed(claim):
        return ANOTHER
    steps = [s for limit in term.limits for s in limit.steps]
    if as_ == "fails" and steps and all(s.at_least is not None for s in steps) and _not_all(claim):
        return NOT_ALL
    if as_ == "fails" and relation == "contrary" and aspect(claim.act) == "state" and any(s.at_most for s in steps):
        return MAY_STAY
    told = claim.quantity
    if as_ == "performs" and relation == "part" and steps and told is not None and told.low is not None:
        return None if limit_for(term, told.what) else f"R9: counts {told.what}, and {term.limits[0].quantity} are owed"
    return None


def _is_deed(claim: Claim) -> bool:
    """'Abducted a journalist', 'laid mines': done once, and not that others 'are still held'."""
    return claim.modality in {"completed", "alleged"} and _LASTS.isdisjoint(claim.words.lower().split())


def _not_all(claim: Claim) -> bool:
    """'Has not handed over all its weapons': some may have been; 'not a single one' says that none was."""
    return claim.polarity == "negated" and claim.extent == "all" and _ALL.search(claim.quote) is not None
