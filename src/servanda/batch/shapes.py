"""The declared shapes of the fast path, and the entries of a term that has one of them.

`dated`: an obligation with a day (or none at all), no condition, recurrence or order, of which claims say nothing but
performances and extensions that are of a certain day and establish alone.
`prohibition`: no limit, condition or amendment, a window of days, and only incidents that stand each for itself
(rows of event tables), which nobody denies.

Invariant: a term of no declared shape is never given to the fast path; `reference` serves it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from servanda.agreement.model import Agreement, Term
from servanda.batch.columns import DONE, EVER, EXTENDED, INCIDENT, NEVER, number
from servanda.evidence.bearing import bear
from servanda.evidence.naming import POWERS
from servanda.evidence.retractions import taken_back
from servanda.evidence.testimony import Testimony
from servanda.findings.amendments import amendments
from servanda.findings.deadlines import first_deadline
from servanda.findings.prohibitions import DEFAULT_WINDOW, watched
from servanda.findings.propositions import about, propositions
from servanda.findings.strength import strong

Shape = Literal["dated", "prohibition"]


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One duty as numbers, in the order of the columns of `Duties`."""

    start: int
    end: int
    due: int
    last: int
    before: int
    closed: int
    window: int


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry of a bearer's duty; `claim` is the claim's id."""

    bearer: str
    kind: int
    first: int
    day: int
    known: int
    gone: int
    sure: int
    new_due: int
    adds: int
    claim: str


@dataclass(frozen=True, slots=True)
class Shaped:
    """A term in its shape: its duty (the same for all bearers), its entries, and the days on which it was seen."""

    shape: Shape
    duty: DutyRow
    entries: tuple[EntryRow, ...]
    seen: tuple[tuple[int, int], ...]


def shaped(agreement: Agreement, term: Term, raw: Sequence[Testimony]) -> Shaped | None:
    """The term in its declared shape, or None where it has none. `raw` is all that is ever known."""
    duty = duty_of(agreement, term)
    if duty is None:
        return None
    touched = [replace(t, bearings=bear(agreement, term, t.claim, t.chain, t.carrier)) for t in raw]
    touched = [t for t in touched if t.bearings]
    gone = gone_days(raw) if touched else {}
    rows: list[EntryRow] = []
    for item in touched:
        found = _rows(agreement, term, item, gone.get(item.id, NEVER))
        if found is None:
            return None
        rows += found
    if duty.window:
        return Shaped("prohibition", duty, tuple(rows), seen_days(agreement, term, duty))
    return Shaped("dated", duty, tuple(rows), ())


def duty_of(agreement: Agreement, term: Term) -> DutyRow | None:
    """The numbers of a term that may be served in columns, whatever is claimed; None where it may not."""
    if term.norm == "maintenance" or any(getattr(term, name) for name in _NOT_SERVED) or term.strength == "best-efforts":
        return None
    start = max((d for d in (agreement.start, term.from_) if d is not None), default=None)
    end = min((d for d in (term.until, agreement.expires) if d is not None), default=None)
    begins, ends = number(start, EVER), number(end)
    if term.norm == "prohibition":
        window = term.window or DEFAULT_WINDOW
        if term.due is not None or window.years or window.months or window.days < 1:
            return None
        return DutyRow(begins, ends, NEVER, NEVER, 0, 0, window.days)
    if term.due is None:
        if end is not None:  # an extension would move its end
            return None
        return DutyRow(begins, ends, NEVER, NEVER, 0, int(term.absence == "breach"), 0)
    if term.due.timezone:
        return None
    if term.due.bound == "unclear" or (term.due.of is not None and term.due.of.kind not in {"signed", "in-force"}):
        return None
    first = first_deadline(term, agreement, lambda _: None)
    if first.due is None or first.last is None:
        return None
    before, closed = int(term.due.bound == "before"), int(term.absence == "breach")
    return DutyRow(begins, ends, number(first.due), number(first.last), before, closed, 0)


_NOT_SERVED = ("when", "after", "every", "renewal", "limits", "superseded_by", "ends_with", "in_parallel_with", "phase")


def gone_days(raw: Sequence[Testimony]) -> Mapping[str, int]:
    """From which day on each retracted claim no longer stands."""
    days = sorted({t.known for t in raw if t.claim.retracts or t.claim.act == "retract"})
    out: dict[str, int] = {}
    for day in days:
        for claim in taken_back([t for t in raw if t.known <= day]):
            known = next(t.known for t in raw if t.id == claim)
            out.setdefault(claim, number(max(day, known)))
    return out


def seen_days(agreement: Agreement, term: Term, duty: DutyRow) -> tuple[tuple[int, int], ...]:
    """R1: on which days D some coverage record holds D's whole window (both days included)."""
    out = []
    for begins, ends in watched(agreement, term):
        since, until = number(begins), number(ends)
        first = EVER if since <= duty.start else since + duty.window - 1
        if first <= until:
            out.append((first, until))
    return tuple(out)


def _rows(agreement: Agreement, term: Term, item: Testimony, gone: int) -> list[EntryRow] | None:
    if any(b.as_ == "amends" and b.aside is None for b in item.bearings):
        return _moves(agreement, term, item, gone)
    rows: list[EntryRow] = []
    found = propositions(term, [item])
    known = number(item.known)
    wanted = "DONE" if term.norm == "obligation" else "INC"
    if any(p.kind != wanted for p in found):
        return None
    for bearer in term.bearer:
        for p in about(found, bearer, term):
            if p.first is None or p.day is None:
                return None
            first, day = number(p.first), number(p.day)
            if wanted == "INC":
                if not item.claim.is_row:
                    return None
                rows.append(EntryRow(bearer, INCIDENT, first, day, known, gone, int(strong([p])), NEVER, 0, p.claim))
            elif first != day or not strong([p]):
                return None
            else:
                rows.append(EntryRow(bearer, DONE, first, day, known, gone, 1, NEVER, 0, p.claim))
    return rows


def _moves(agreement: Agreement, term: Term, item: Testimony, gone: int) -> list[EntryRow] | None:
    power = term.may_extend
    if term.norm != "obligation" or POWERS.get(item.claim.act) != "may_extend" or power is None or power.mode != "any":
        return None
    (act,) = amendments(agreement, term, [item])
    if not act.effective or act.earliest != act.latest or (act.new_due is None and (not act.adds_days or act.adds_months)):
        return None
    day, to = number(act.latest), number(act.new_due)
    adds = 0 if act.new_due is not None else act.adds_days or 0
    known = number(item.known)
    return [EntryRow(b, EXTENDED, day, day, known, gone, 1, to, adds, item.id) for b in term.bearer]
