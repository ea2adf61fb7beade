"""What is left of what was counted before: '41 of the 60 guns were surrendered. The remaining nineteen were not handed over.'

Invariant: a number alone that is called the rest is of the kind that the nearest claim of a handing over before it tells of,
in the same paragraph; where none is told, nothing is read, so that guns that were kept are never taken for captives.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.lexicon import lexicon
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.triggers import Trigger
from servanda.reading.claim import Claim, identified
from servanda.reading.frozen import replace

_KINDS = frozenset({"hand-over", "hand-over-weapons", "release", "return-bodies"})
_SAME_KIND = {"exchange-prisoners": "release", "detain": "release", "disarm": "hand-over-weapons"}
_HANDS = frozenset({"hand", "deliver", "surrender", "return", "give", "turn", "transfer", "receive", "bring", "send"})
"""Verbs of whatever changes hands; who is freed or let go is somebody."""
_KEEPS = frozenset({"keep", "retain"})
_LEFT = frozenset({"remaining", "other", "others", "rest", "remainder"})
_UNITS = frozenset({"piece", "item", "one"})


def as_the_rest(view: View, trigger: Trigger, claim: Claim, earlier: Sequence[Claim]) -> Claim | None:
    """The claim with the act told of those counted before; None where it is of things that nothing before tells of."""
    if claim.act not in _KINDS or trigger.frame.group is None or not _is_of(view, trigger, _HANDS | _KEEPS):
        return claim
    given = [p for slot in ("obj", "subj") for p in trigger.frame.slots.get(slot, []) if _is_the_rest(view, p)]
    if not given:
        return claim
    near = (c for c in reversed(earlier) if c.paragraph == claim.paragraph and c.segment == claim.segment)
    told = next((c for c in near if _SAME_KIND.get(c.act, c.act) in _KINDS), None)
    if told is None:
        return None
    act = _SAME_KIND.get(told.act, told.act)
    zone = told.zone if act == "hand-over" and claim.zone is None else claim.zone
    kept = _is_of(view, trigger, _KEEPS)  # 'the remainder have kept their weapons': those who were to give them up
    if kept and act != claim.act:
        return None
    actors = told.actors if kept else claim.actors or told.actors
    extent = "part" if kept else claim.extent
    return identified(replace(claim, act=act, kind=told.kind, zone=zone, actors=actors, extent=extent))


def _is_of(view: View, trigger: Trigger, verbs: frozenset[str]) -> bool:
    """'Were handed over', 'gave back': it may be a thing; not 'were freed'."""
    forms = lexicon().forms
    return any(lemma in verbs for w in trigger.words for lemma, _ in forms.get(view.doc[w].lower_, ()))


def _is_the_rest(view: View, phrase: Phrase) -> bool:
    """'The remaining nineteen', 'the other three', 'the rest', 'the remaining nineteen pieces'; not 'the rest of the men'."""
    doc = view.doc
    if phrase.prep is not None or (phrase.end < len(doc) and doc[phrase.end].lower_ == "of"):
        return False
    head = doc[phrase.head]
    words = {t.lower_ for t in doc[phrase.start : phrase.end]}
    bare = head.pos_ == "NUM" or head.lower_ in _LEFT or bool(noun_lemmas(head.text) & _UNITS)
    return bare and not words.isdisjoint(_LEFT)


__all__ = ["as_the_rest"]
