"""Which claims say that somebody broke the agreement: that a ban or a truce was broken, or a duty left undone.

Invariant: what a side says of itself charges nobody with leaving a duty undone, nor does a word that names nobody.
"""

from __future__ import annotations

from servanda.agreement.model import Agreement
from servanda.evidence.acts import entailed
from servanda.evidence.testimony import Testimony

_CHARGED = frozenset({"completed", "alleged", "under-way"})


def is_charge(agreement: Agreement, item: Testimony) -> bool:
    """Whether the claim says that somebody broke the agreement; comments, demands, 'may' and rows of tables are none."""
    claim = item.claim
    if claim.segment == "comment" or claim.speaker.kind in {"commenter", "dataset"}:
        return False
    if claim.act != "comply" and left_undone(item):
        return True
    if claim.modality not in _CHARGED:
        return False
    if claim.act == "comply":  # that it is kept charges nobody; that it is not does
        return claim.polarity == "negated"
    if claim.polarity != "affirmed":
        return False
    if claim.act == "breach-ceasefire" or claim.generic:
        return True
    return any(b.as_ == "violates" for b in item.bearings) or _charged_stranger(agreement, item)


def left_undone(item: Testimony) -> tuple[str, ...]:
    """The duties that another says somebody did not do or refuses: 'has not opened the road', 'accused the army of
    failing to leave Merin', 'refuses to hand over its guns'."""
    claim = item.claim
    if claim.generic or not any(p.id for p in claim.actors):
        return ()
    undone = claim.modality == "alleged" or (claim.modality == "completed" and claim.polarity == "negated")
    words = {"fails"} if undone else {"warns"} if claim.modality == "refused" else set()
    told = (b for b in item.bearings if b.as_ in words and b.aside is None and b.interest != "against-interest")
    return tuple(dict.fromkeys(b.term for b in told))


def _charged_stranger(agreement: Agreement, item: Testimony) -> bool:
    """A forbidden act by somebody who is not bound, in a place of the case."""
    forbidden = {a for t in agreement.terms.values() if t.norm == "prohibition" for a in t.act}
    if not entailed(item.claim.act) & forbidden or not item.claim.actors:
        return False
    return any((b.aside or "").startswith("R8: not an act") for b in item.bearings)
