"""Due: what falls due soon, and what is past its date without a known outcome.

Invariant: nothing here is a finding of its own; it lists what the findings say.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from servanda.findings.find import Findings
from servanda.findings.finding import TermFinding


@dataclass(frozen=True, slots=True)
class DueItem:
    """A term with its date: `days` from the day asked about, negative once passed."""

    term: str
    due: date
    days: int
    status: str
    flags: tuple[str, ...]


def due(findings: Findings, within: timedelta) -> tuple[DueItem, ...]:
    """Pending terms due within the time, and those whose date has passed with no settled outcome; nearest first."""
    items = [_item(t, findings.as_of) for t in findings.terms if t.due is not None and _matters(t, findings.as_of, within)]
    return tuple(sorted(items, key=lambda i: (i.due, i.term)))


def _matters(t: TermFinding, as_of: date, within: timedelta) -> bool:
    assert t.due is not None
    if t.compliance == "pending":
        return t.due <= as_of + within
    return t.compliance in {"overdue", "partly-fulfilled"} or (t.status == "disputed" and t.due < as_of)


def _item(t: TermFinding, as_of: date) -> DueItem:
    assert t.due is not None
    return DueItem(t.id, t.due, (t.due - as_of).days, t.status, t.flags)
