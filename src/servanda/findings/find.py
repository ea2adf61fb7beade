"""Find: the status of every term on a day D, by what was known on a day K. The one door of this room.

Invariant: a pure function of agreement, evidence and day (DESIGN section 3); arrival order changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from servanda.agreement.model import Agreement
from servanda.errors import FindingError
from servanda.evidence.testimony import Evidence, Testimony
from servanda.findings.checks import checks
from servanda.findings.finding import Findings, TermFinding, Unknown
from servanda.findings.inquiry import Inquiry


def find(agreement: Agreement, evidence: Evidence, as_of: date, *, with_checks: bool = True) -> Findings:
    """All terms on `as_of`, with checks of breach claims and what is said to be unknown."""
    inquiry = Inquiry(agreement, evidence, as_of)
    terms = tuple(inquiry.finding(key) for key in agreement.terms)
    judged = checks(inquiry) if with_checks else ()
    return Findings(as_of, evidence.known_at, terms, judged, unknowns(evidence))


def find_term(agreement: Agreement, evidence: Evidence, term: str, as_of: date) -> TermFinding:
    """One term on a day. Raises FindingError F101 for a term that the agreement does not have."""
    if term not in agreement.terms:
        known = ", ".join(agreement.terms)
        raise FindingError("F101", f"the agreement has no term {term!r}. Allowed: {known}")
    return Inquiry(agreement, evidence, as_of).finding(term)


def unknowns(evidence: Evidence) -> tuple[Unknown, ...]:
    """What reports say is not known; comments left out (R10)."""
    found = [t.claim for t in evidence.testimonies if _unknown(t)]
    return tuple(Unknown(c.id, c.quote, c.about) for c in sorted(found, key=lambda c: (c.report, c.start, c.id)))


def _unknown(item: Testimony) -> bool:
    return item.claim.modality == "unknown" and item.claim.segment != "comment" and not item.retracted


def history(
    agreement: Agreement, evidence_at: Callable[[date], Evidence], term: str, first: date, last: date
) -> list[tuple[date, date, TermFinding]]:
    """The findings of a term day by day with K = D, equal neighbours merged: (from, to, finding)."""
    out: list[tuple[date, date, TermFinding]] = []
    day = first
    while day <= last:
        found = find_term(agreement, evidence_at(day), term, day)
        if out and _same(out[-1][2], found):
            out[-1] = (out[-1][0], day, found)
        else:
            out.append((day, day, found))
        day += timedelta(days=1)
    return out


def _same(one: TermFinding, other: TermFinding) -> bool:
    def key(f: TermFinding) -> tuple[object, ...]:
        return f.status, f.force, f.compliance, f.epistemic, f.due, f.flags, f.bearers

    return key(one) == key(other)
