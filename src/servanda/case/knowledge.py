"""What was known on a day: the reports and claims that had come by then, in the versions that then stood.

Invariant: `known(…, K)` depends on nothing that came after K; the agreement, the reader and reviewers' decisions
are the present ones (DESIGN section 2, the clocks).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    versions = [v for v in _versions(ledger.reports()) if _stands(case, v, day)]
    standing = [v.stored for v in versions]
    days = {v.stored.report.path: _known_on(case, v) for v in versions}
    dated = {s.id: days[s.report.path] for s in standing}
    claims: dict[int, tuple[Claim, ...]] = {}
    barred: dict[int, str] = {}
    for reader, names in readers(case.agreement, in_use(ledger)):
        claims |= ledger.claims(reader, names, dated)
        barred |= ledger.unread(reader, names)
    decisions = ledger.decisions()
    rejected = frozenset(d.claim for d in decisions.values() if d.verdict == "rejected")
    accepted = frozenset(d.claim for d in decisions.values() if d.verdict == "accepted")
    documents = [d for d in ledger.documents() if d.gone_at is None and d.unread]
    unread = [Unread(d.path, d.unread or "", d.sha256) for d in documents if case.day_of(d.seen_at) <= day]
    unread += [Unread(s.report.path, barred[s.id], s.report.sha256) for s in standing if s.id in barred]
    reports = {s.report.path: s.report for s in standing}
    kept = tuple(
        replace(c, reviewed=True) if c.id in accepted else c
        for s in standing
        for c in claims.get(s.id, ())
        if c.id not in rejected and (c.known is None or c.known <= day)
    )
    listed = sorted(translated(unread, reports), key=lambda u: u.path)
    return Knowledge(reports, days, kept, tuple(listed), rejected)


@dataclass(frozen=True, slots=True)
class _Version:
    """A version of a report, and whether nothing else was ever read under its path before it."""

    stored: StoredReport
    first: bool


def _versions(reports: Iterable[StoredReport]) -> list[_Version]:
    """The versions of each report in order; where only what stands around the text was corrected, the later for both."""
    out: dict[str, list[_Version]] = {}
    for stored in sorted(reports, key=lambda s: s.document.version):
        before = out.setdefault(stored.report.path, [])
        if before and _corrects(before[-1].stored, stored):
            before[-1] = _Version(stored, before[-1].first)
        else:
            before.append(_Version(stored, not before))
    return [v for group in out.values() for v in group]


def _corrects(old: StoredReport, new: StoredReport) -> bool:
    """The same text with another day, source or title, put in its place at once."""
    return old.report.text == new.report.text and old.document.gone_at == new.document.seen_at


def _known_on(case: Case, version: _Version) -> date:
    """The day a report is known from: received, else published, else first seen; a changed text, when first seen."""
    seen = case.day_of(version.stored.document.seen_at)
    if not version.first:
        return seen
    return version.stored.report.received or version.stored.report.published or seen


def _stands(case: Case, version: _Version, day: date) -> bool:
    gone = version.stored.document.gone_at
    return _known_on(case, version) <= day and (gone is None or day < case.day_of(gone))
