"""Find: the status of every term on a day D, by what was known on a day K. The one door of this room.

Invariant: a pure function of agreement, evidence and day (DESIGN section 3); arrival order changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from servanda.agreement.model import Agreement
from servanda.errors import FindingError
from servanda.evidence.testimony import Evidence, Testimony
from servanda.findings.checks import checks
from servanda.findings.finding import Check, TermFinding, Unknown
from servanda.findings.inquiry import Inquiry


@dataclass(frozen=True, eq=False)
class Findings:
    """All terms of an agreement on a day D, by what was known on a day K; each is found when it is first asked for."""

    inquiry: Inquiry

    @property
    def as_of(self) -> date:
        """The day asked about."""
        return self.inquiry.as_of

    @property
    def known_at(self) -> date:
        """The day whose knowledge is used."""
        return self.inquiry.evidence.known_at

    def term(self, key: str) -> TermFinding:
        """One term, found alone. Raises KeyError."""
        return self.inquiry.finding(key)

    @cached_property
    def terms(self) -> tuple[TermFinding, ...]:
        """All terms, in the order of the agreement."""
        return tuple(self.inquiry.finding(key) for key in self.inquiry.agreement.terms)

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """The verdicts on claims of breach."""
        return checks(self.inquiry)

    @cached_property
    def unknowns(self) -> tuple[Unknown, ...]:
        """What is said not to be known."""
        return unknowns(self.inquiry.evidence)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Findings) and self._whole() == other._whole()

    __hash__ = None  # type: ignore[assignment]

    def _whole(self) -> tuple[object, ...]:
        return self.as_of, self.known_at, self.terms, self.checks, self.unknowns


def find(agreement: Agreement, evidence: Evidence, as_of: date, before: Inquiry | None = None) -> Findings:
    """All terms on `as_of`, with checks of breach claims and what is said to be unknown.

    `before` is an inquiry into the same agreement and evidence on another day: what it found is not found again.
    """
    return Findings(before.on(as_of) if before is not None else Inquiry(agreement, evidence, as_of))


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
