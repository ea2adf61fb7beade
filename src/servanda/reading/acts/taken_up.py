"""A noun that takes up an act told before: 'the withdrawal', 'the phased handover' of the sentences above.

Invariant: only what the noun's own words leave open is filled; it is filled from the nearest claim of the same act that
names who does it, in the same paragraph or the one before, and the confidence falls.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.lexicon import lexicon
from servanda.reading.acts.triggers import Trigger
from servanda.reading.claim import Claim, identified

_OWN = frozenset({"by", "of", "between"})
_NEW = frozenset({"a", "an", "another", "no", "any", "every", "each", "further", "new", "some", "several"})
_LESS = 0.12


def with_taken_up(view: View, trigger: Trigger, claim: Claim, earlier: Sequence[Claim]) -> Claim:
    """The claim with the actors (and the zone, where it has none) of the act that its noun takes up."""
    if claim.actors or trigger.frame.group is not None or _is_new(view, trigger):
        return claim
    told = next((c for c in reversed(earlier) if _same_act(c, claim)), None)
    if told is None:
        return claim
    return identified(
        replace(
            claim,
            actors=told.actors,
            zone=claim.zone or told.zone,
            confidence=round(max(0.05, claim.confidence - _LESS), 2),
        )
    )


def _same_act(told: Claim, claim: Claim) -> bool:
    near = 0 <= claim.paragraph - told.paragraph <= 1 and told.segment == claim.segment
    return told.act == claim.act and near and bool(told.actors) and all(p.id for p in told.actors)


def _is_new(view: View, trigger: Trigger) -> bool:
    """'An attack', 'sniper fire', 'a further exchange', 'withdrawal of X': an act of its own."""
    phrase = view.phrase_of(trigger.at)
    if phrase is None or any(view.doc[k].lower_ in _NEW for k in range(phrase.start, phrase.head)):
        return True
    forbidden = lexicon().acts[trigger.pattern.act].norm == "forbidden"
    if forbidden and view.doc[phrase.start].lower_ not in {"the", "this", "that", "these", "those"}:
        return True
    return any(p.mentions for slot in _OWN for p in trigger.frame.slots.get(slot, []))
