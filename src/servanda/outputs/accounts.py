"""Accounts: the evidence for and against a term, one account for each origin, copies folded into it (R6).

Invariant: every claim that bears on the term and was not set aside is in exactly one account; nothing is netted (R7).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from servanda.agreement.model import Term
from servanda.evidence.testimony import Bearing, Evidence, Testimony

Side = Literal["for", "against", "change", "notice", "count"]
SIDES: tuple[Side, ...] = ("against", "for", "change", "notice", "count")
_PLAIN: dict[str, Side] = {
    "performs": "for",
    "progress": "for",
    "fails": "against",
    "violates": "against",
    "amends": "change",
    "requests": "change",
    "warns": "notice",
    "counts": "count",
}


@dataclass(frozen=True, slots=True)
class Account:
    """One origin's account. `lead` is shown, `copies` repeat it; `deciding`: the status rests on it."""

    origin: str
    side: Side
    lead: Testimony
    bearing: Bearing
    copies: tuple[Testimony, ...]
    deciding: bool

    @property
    def level(self) -> int:
        """How much the lead can carry for this term, 0 to 2."""
        return self.bearing.level


def accounts(term: Term, evidence: Evidence, because: Collection[str]) -> dict[Side, tuple[Account, ...]]:
    """All accounts of a term by side; deciding ones first, then by what they can carry, then by day."""
    groups: dict[tuple[Side, str], list[tuple[Testimony, Bearing]]] = defaultdict(list)
    for item in evidence.by_term.get(term.id, ()):
        found = best_bearing(item, term.id)
        if found is not None:
            groups[(side_of(term, found), item.origin)].append((item, found))
    out: dict[Side, list[Account]] = {s: [] for s in SIDES}
    for (side, origin), items in groups.items():
        items.sort(key=lambda p: (p[0].id not in because, -p[1].level, _day(p[0]), p[0].claim.report, p[0].id))
        lead, bearing = items[0]
        rest = tuple(t for t, _ in items[1:])
        out[side].append(Account(origin, side, lead, bearing, rest, any(t.id in because for t, _ in items)))
    return {
        s: tuple(sorted(found, key=lambda a: (not a.deciding, -a.level, _day(a.lead), a.lead.id))) for s, found in out.items()
    }


def best_bearing(item: Testimony, term: str) -> Bearing | None:
    """Of a claim's bearings on a term the one that carries most; None where all are set aside or bear nothing."""
    counted = [b for b in item.on(term) if b.aside is None and b.as_ != "none"]
    return max(counted, key=lambda b: (b.level, b.bearer or ""), default=None)


def side_of(term: Term, bearing: Bearing) -> Side:
    """For, against, or neither: a denial speaks for a kept prohibition and against a performed obligation."""
    if bearing.as_ == "denies":
        return "against" if term.norm == "obligation" else "for"
    return _PLAIN.get(bearing.as_, "notice")


def _day(item: Testimony) -> date:
    claim = item.claim
    return claim.when.latest or claim.when.earliest or claim.said.latest or item.known
