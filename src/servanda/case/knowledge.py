"""What was known on a day: the reports and claims that had come by then, in the versions that then stood.

Invariant: `known(…, K)` depends on nothing that came after K; the agreement, the reader and reviewers' decisions
are the present ones (DESIGN section 2, the clocks).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from servanda.case.folder import Case, readers
from servanda.case.prose import in_use
from servanda.case.translations import translated
from servanda.ledger import Ledger, StoredReport
from servanda.reading.claim import Claim
from servanda.reports.model import Report, Unread


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Reports by path, the day each was known, their claims, and what could not be read."""

    reports: Mapping[str, Report]
    known: Mapping[str, date]
    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...]
    rejected: frozenset[str] = frozenset()

    def at(self, day: date) -> Knowledge:
        """The same with only what was known by the end of a day."""
        kept = {p: d for p, d in self.known.items() if d <= day}
        return Knowledge(
            {p: r for p, r in self.reports.items() if p in kept},
            kept,
            tuple(c for c in self.claims if c.report in kept),
            self.unread,
            self.rejected,
        )


def known(case: Case, ledger: Ledger, day: date) -> Knowledge:
    """What the ledger held for a day K (its own day included), as the present readers read it.

    A claim that tells its own day (a row of a table) is known from that day on.
    """
    standing = [s for s in ledger.reports() if _stands(case, s, day)]
    claims: dict[int, tuple[Claim, ...]] = {}
    barred: dict[int, str] = {}
    for reader, names in readers(case.agreement, in_use(ledger)):
        claims |= ledger.claims(reader, names)
        barred |= ledger.unread(reader, names)
    decisions = ledger.decisions()
    rejected = frozenset(d.claim for d in decisions.values() if d.verdict == "rejected")
    accepted = frozenset(d.claim for d in decisions.values() if d.verdict == "accepted")
    documents = [d for d in ledger.documents() if d.gone_at is None and d.unread]
    unread = [Unread(d.path, d.unread or "", d.sha256) for d in documents if case.day_of(d.seen_at) <= day]
    unread += [Unread(s.report.path, barred[s.id], s.report.sha256) for s in standing if s.id in barred]
    reports = {s.report.path: s.report for s in standing}
    days = {s.report.path: known_on(case, s) for s in standing}
    kept = tuple(
        replace(c, known=c.known or days[s.report.path], reviewed=c.id in accepted)
        for s in standing
        for c in claims.get(s.id, ())
        if c.id not in rejected and (c.known is None or c.known <= day)
    )
    listed = sorted(translated(unread, reports), key=lambda u: u.path)
    return Knowledge(reports, days, kept, tuple(listed), rejected)


def known_on(case: Case, stored: StoredReport) -> date:
    """The day a report is known from: received, else published, else first seen; a changed file, when first seen."""
    seen = case.day_of(stored.document.seen_at)
    if stored.document.version > 1:
        return seen
    return stored.report.received or stored.report.published or seen


def _stands(case: Case, stored: StoredReport, day: date) -> bool:
    gone = stored.document.gone_at
    return known_on(case, stored) <= day and (gone is None or day < case.day_of(gone))
