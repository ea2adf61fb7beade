"""What was known on a day: the reports and claims that had come by then, in the versions that then stood.

Invariant: `Stored.at(K)` depends on nothing that came after K; the agreement, the reader and reviewers' decisions
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
    """Reports by path, the day each was known, their claims, and what could not be read.

    `undated`: reports that tell no day of their own and were first seen after the day asked about.
    """

    reports: Mapping[str, Report]
    known: Mapping[str, date]
    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...]
    rejected: frozenset[str] = frozenset()
    undated: int = 0


@dataclass(frozen=True, slots=True)
class Stored:
    """All that a ledger holds, loaded once to be asked for any day K.

    A claim that tells its own day (a row of a table) is known from that day on. A file that tells no day because it cannot
    be read is listed for every day: it may be of any.
    """

    versions: tuple[_Version, ...]
    claims: Mapping[int, tuple[Claim, ...]]
    barred: Mapping[int, str]
    documents: tuple[Unread, ...]
    rejected: frozenset[str]

    @classmethod
    def of(cls, case: Case, ledger: Ledger) -> Stored:
        """What a case's ledger holds now."""
        versions = tuple(_versions(case, ledger.reports()))
        dated = {v.stored.id: v.known for v in versions}
        claims: dict[int, tuple[Claim, ...]] = {}
        barred: dict[int, str] = {}
        for reader, names in readers(case.agreement, in_use(ledger)):
            claims |= ledger.claims(reader, names, dated)
            barred |= ledger.unread(reader, names)
        verdicts = {d.claim: d.verdict for d in ledger.decisions().values()}
        kept = {key: _decided(found, verdicts) for key, found in claims.items()} if verdicts else claims
        unread = tuple(Unread(d.path, d.unread, d.sha256) for d in ledger.documents() if d.gone_at is None and d.unread)
        return cls(versions, kept, barred, unread, frozenset(c for c, v in verdicts.items() if v == "rejected"))

    def at(self, day: date) -> Knowledge:
        """What was known by the end of a day."""
        standing = [v for v in self.versions if v.known <= day and (v.gone is None or day < v.gone)]
        reports = {v.stored.report.path: v.stored.report for v in standing}
        claims = tuple(
            c for v in standing for c in self.claims.get(v.stored.id, ()) if c.known is None or c.known <= day
        )
        later = [v for v in self.versions if v.undated and v.known > day and v.gone is None]
        barred = [v.stored for v in (*standing, *later) if v.stored.id in self.barred]
        told = [Unread(s.report.path, why, s.report.sha256) for s in barred for why in self.barred[s.id].split("\n")]
        listed = sorted(translated((*self.documents, *told), reports), key=lambda u: u.path)
        known = {v.stored.report.path: v.known for v in standing}
        undated = sum(1 for v in later if v.stored.id not in self.barred)
        return Knowledge(reports, known, claims, tuple(listed), self.rejected, undated)


def _decided(claims: tuple[Claim, ...], verdicts: Mapping[str, str]) -> tuple[Claim, ...]:
    """The claims that no person rejected, with a mark on those that one accepted."""
    marked = (replace(c, reviewed=True) if verdicts.get(c.id) == "accepted" else c for c in claims)
    return tuple(c for c in marked if verdicts.get(c.id) != "rejected")


@dataclass(frozen=True, slots=True)
class _Version:
    """A version of a report, the day it is known from, and the day from which it no longer stands; `undated`: it is known
    from the day it was first seen, since it tells none."""

    stored: StoredReport
    known: date
    gone: date | None
    undated: bool


def _versions(case: Case, reports: Iterable[StoredReport]) -> list[_Version]:
    """The versions of each report in order; where only what stands around the text was corrected, the later for both."""
    out: dict[str, list[tuple[StoredReport, bool]]] = {}
    for stored in sorted(reports, key=lambda s: s.document.version):
        before = out.setdefault(stored.report.path, [])
        if before and _corrects(before[-1][0], stored):
            before[-1] = (stored, before[-1][1])
        else:
            before.append((stored, not before))
    return [_version(case, *item) for group in out.values() for item in group]


def _version(case: Case, stored: StoredReport, first: bool) -> _Version:
    """A report is known from the day it was received, else published, else first seen; a changed text, when first seen."""
    document, report = stored.document, stored.report
    told = report.received or report.published if first else None
    gone = case.day_of(document.gone_at) if document.gone_at else None
    return _Version(stored, told or case.day_of(document.seen_at), gone, first and told is None)


def _corrects(old: StoredReport, new: StoredReport) -> bool:
    """The same text with another day, source or title, or the same bytes read otherwise, put in its place at once."""
    same = old.report.text == new.report.text or old.report.sha256 == new.report.sha256
    return same and old.document.gone_at == new.document.seen_at
