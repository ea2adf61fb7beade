"""R9, counts: what is counted, by whom, beside what other counts; and what they say of limits and quantities owed.

Invariant: rival tallies stand side by side; no two counts are ever added.
"""

from __future__ import annotations

from collections.abc import Iterable

from servanda.agreement.model import LimitStep, Term
from servanda.evidence.counting import counted, reaches
from servanda.evidence.testimony import Testimony
from servanda.findings.finding import Tally
from servanda.findings.propositions import Kind, Proposition


def tallies(term: Term, testimonies: Iterable[Testimony]) -> tuple[Tally, ...]:
    """Every count that bears on a term, one for each origin and thing counted."""
    seen: dict[tuple[str, str | None, float | None], Tally] = {}
    for item in testimonies:
        q = item.claim.quantity
        if q is None or q.share is not None or not any(b.aside is None and b.as_ != "none" for b in item.on(term.id)):
            continue
        tally = Tally(item.id, item.origin, q.what, q.low, q.high, q.unit)
        seen.setdefault((item.origin, q.what, q.low), tally)
    return tuple(sorted(seen.values(), key=lambda t: (t.what or "", t.claim)))


def count_propositions(term: Term, testimonies: Iterable[Testimony]) -> tuple[Proposition, ...]:
    """What counts say of a limit to be kept: INC where even the low count passes, NOINC where the high one keeps."""
    found: list[Proposition] = []
    for item in testimonies:
        for b in item.on(term.id):
            said = counted(term, item.claim) if b.as_ == "counts" and b.aside is None else None
            if said is None:
                continue
            last = item.claim.when.latest or item.claim.said.latest or item.known
            first = item.claim.when.earliest or item.claim.said.earliest
            kind: Kind = "NOINC" if said == "within" else "INC"
            found.append(Proposition(kind, b.bearer, last, first, b.level, item))
    return tuple(found)


def quantity_propositions(term: Term, step: LimitStep | None, testimonies: Iterable[Testimony]) -> tuple[Proposition, ...]:
    """What counts say of a quantity owed: DONE where it is surely reached, PART where it falls short or is some of it, NOT
    where the count lies above what may be left (R11)."""
    if step is None:
        return ()
    found: list[Proposition] = []
    for item in testimonies:
        for b in item.on(term.id):
            said = reaches(term, step, item.claim) if b.as_ == "counts" and b.aside is None else None
            if said is None:
                continue
            claim = item.claim
            last = claim.when.latest or claim.said.latest or item.known
            if said == "over":
                day = claim.when.earliest or claim.said.earliest
                if day is not None:
                    found.append(Proposition("NOT", b.bearer, day, claim.when.earliest, b.level, item))
            else:
                kind: Kind = "DONE" if said == "within" else "PART"
                found.append(Proposition(kind, b.bearer, last, claim.when.earliest, b.level, item))
    return tuple(found)
