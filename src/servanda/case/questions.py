"""Further questions to a case: why, what of this text, what changed, what is due.

Invariant: each is answered from the same ledger and by the same findings as `ask`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from typing import Any

from servanda.agreement.model import Agreement
from servanda.case.answer import Answer, Loaded, ask
from servanda.case.folder import Case
from servanda.errors import CaseError, LedgerError, ReadingError
from servanda.evidence import Evidence, weigh
from servanda.findings.changes import Change
from servanda.findings.changes import changes as differences
from servanda.findings.checks import checks
from servanda.findings.due import DueItem
from servanda.findings.due import due as falling_due
from servanda.findings.explain import Explanation, explained
from servanda.findings.finding import Check
from servanda.findings.inquiry import Inquiry
from servanda.outputs.assemble import claim_part
from servanda.reading.claim import Claim
from servanda.reading.readers import ReaderName
from servanda.reports.model import Report


@dataclass(frozen=True, slots=True)
class Checked:
    """The verdicts on a text's breach claims. `read` is how many claims were read in it."""

    report: Report
    evidence: Evidence
    as_of: date
    known_at: date
    checks: tuple[Check, ...]
    read: int
    unread: str | None = None

    def plain(self) -> dict[str, Any]:
        """As JSON values: the checks and the claims they speak of."""
        used = {i for c in self.checks for i in (c.claim, *c.because)}
        claims = [claim_part(t) for t in self.evidence.testimonies if t.id in used]
        return {
            "report": self.report.path,
            "published": _iso(self.report.published),
            "as_of": _iso(self.as_of),
            "known_at": _iso(self.known_at),
            "read": self.read,
            "unread": self.unread,
            "checks": [{**asdict(c), "said": _iso(c.said), "because": list(c.because)} for c in self.checks],
            "claims": [c.model_dump(mode="json", by_alias=True) for c in claims],
        }


@dataclass(frozen=True, slots=True)
class Changed:
    """What is different between two (D, K) points."""

    before: Answer
    after: Answer
    changes: tuple[Change, ...]

    def plain(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "case": self.after.case.name,
            "since": _iso(self.before.findings.as_of),
            "as_of": _iso(self.after.findings.as_of),
            "known_at": _iso(self.after.findings.known_at),
            "changes": [{**asdict(c), "claims": list(c.claims)} for c in self.changes],
        }


@dataclass(frozen=True, slots=True)
class Due:
    """What falls due."""

    answer: Answer
    items: tuple[DueItem, ...]

    def plain(self) -> dict[str, Any]:
        """As JSON values."""
        items = [{**asdict(i), "due": _iso(i.due), "flags": list(i.flags)} for i in self.items]
        found = self.answer.findings
        return {
            "case": self.answer.case.name,
            "as_of": _iso(found.as_of),
            "known_at": _iso(found.known_at),
            "due": items,
        }


def explain(
    case: Case, term: str, as_of: date | None = None, known_at: date | None = None, *, text: str | None = None
) -> tuple[Answer, Explanation]:
    """Why a term has its status. Raises CaseError C107 for a term that the agreement does not have."""
    if term not in case.agreement.terms:
        from servanda.agreement.nearest import nearest

        known = ", ".join(case.agreement.terms)
        raise CaseError("C107", f"there is no term {term!r}.{nearest(term, case.agreement.terms)} Allowed: {known}")
    answer = ask(case, as_of, known_at, text=text)
    return answer, explained(answer.findings.inquiry, term)


def check_report(
    case: Case,
    report: Report,
    known_at: date | None = None,
    as_of: date | None = None,
    *,
    load: Callable[[], Loaded] | None = None,
) -> Checked:
    """Judge a text's breach claims by what the case and the text itself tell. The case is not changed.

    The grammar reads the text, whatever reader the case uses: a pasted text goes to no server. `load` gives the case as it
    was loaded before.
    """
    from servanda.reports import readable

    knowing = known_at or case.today()
    day = as_of or knowing
    base = _loaded(load or (lambda: Loaded(case)))
    barred = readable(report)
    claims = () if barred else _claims_of(report, case)
    told = [replace(c, report=report.path) for c in claims]
    known = min(report.received or report.published or knowing, knowing)
    if base is not None:
        evidence = base.with_report(report, told, known, knowing)
    else:
        evidence = weigh(case.agreement, case.sources, {report.path: report}, told, {report.path: known}, knowing)
    inquiry = Inquiry(case.agreement, evidence, day)
    found = checks(inquiry, [c.id for c in claims])
    return Checked(report, evidence, day, knowing, found, len(claims), barred.why if barred else None)


def _claims_of(report: Report, case: Case) -> tuple[Claim, ...]:
    from servanda.case.prose import prose_reader
    from servanda.settings import settings

    (outcome,) = prose_reader(ReaderName.GRAMMAR, settings()).read([report], case.agreement)
    if isinstance(outcome, ReadingError):
        raise outcome
    return tuple(outcome)


def changes_since(case: Case, since: date, known_at: date | None = None) -> Changed:
    """What is different now from how things stood on a day as then known."""
    now = known_at or case.today()
    loaded = Loaded(case)
    before, after = loaded.ask(since, since), loaded.ask(now, now)
    return Changed(before, after, differences(before.findings, after.findings))


def due_within(case: Case, within: timedelta, as_of: date | None = None, known_at: date | None = None) -> Due:
    """What falls due within a time from the day asked about."""
    answer = ask(case, as_of, known_at)
    return Due(answer, falling_due(answer.findings, within))


def agreement_of(case: Case, text: str | None) -> Agreement:
    """The agreement, by a rival text if one is named."""
    from servanda.agreement import text as by_text

    return by_text(case.agreement, text) if text else case.agreement


def _loaded(load: Callable[[], Loaded]) -> Loaded | None:
    """The case; None before the first run."""
    try:
        return load()
    except LedgerError as error:
        if error.code == "L104":
            return None
        raise


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
