"""Which terms a claim may bear on at all, by its act and place: thousands of claims need not ask every term.

Invariant: `bear` gives nothing for a term that is left out here; whether one that is named here is touched, it decides.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from servanda.agreement.model import Agreement, Term
from servanda.evidence.bearing import changes_duties, relation_of_acts
from servanda.reading.claim import Claim


@dataclass(slots=True)
class Touching:
    """The terms of an agreement by act and zone; each pair is looked at once."""

    agreement: Agreement
    _found: dict[tuple[str, str | None], tuple[Term, ...]] = field(default_factory=dict)

    def terms(self, claim: Claim) -> tuple[Term, ...]:
        """The terms that a claim may bear on, in the order of the agreement."""
        key = (claim.act, claim.zone)
        if key not in self._found:
            self._found[key] = tuple(t for t in self.agreement.terms.values() if self._may_touch(t, *key))
        return self._found[key]

    def _may_touch(self, term: Term, act: str, zone: str | None) -> bool:
        if changes_duties(act):
            return True
        by_article = act == "comply" and term.article is not None  # 'has kept article 3'
        going_in = act == "advance" and "enter" in term.act  # who advances 'into' a place
        if not by_article and not going_in and relation_of_acts(act, term.act, term.norm) == (None, False):
            return False
        if term.zone is None or zone is None or zone not in self.agreement.zones:
            return True
        return term.zone in self.agreement.zone_chain(zone) or zone in self.agreement.zone_chain(term.zone)
