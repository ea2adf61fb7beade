"""The statuses of any term over both clocks, by the functions of `findings`, called where something may change.

Invariant: the status at any (D, K) is that of `findings.find_term` with what was known at K. Between two change
points nothing that a finding looks at changes; where the rules name new days (a moved date, a window's end) these
become change points in turn, until none is new.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from servanda.agreement.calendar import add
from servanda.agreement.model import Agreement, Event, Period, Term
from servanda.batch.columns import EVER, NEVER, number
from servanda.evidence.testimony import Bearing, Evidence, Testimony
from servanda.evidence.weigh import arrange
from servanda.findings.explain import depends_on
from servanda.findings.finding import BearerFinding
from servanda.findings.inquiry import Inquiry, Stand
from servanda.findings.prohibitions import DEFAULT_WINDOW

_DAY = timedelta(days=1)
_HORIZON = timedelta(days=3 * 366)


@dataclass(frozen=True, slots=True)
class Rectangle:
    """The status of one bearer of a term over both clocks; days as numbers, `because` the deciding claims."""

    bearer: str
    valid_from: int
    valid_to: int
    known_from: int
    known_to: int
    force: str
    compliance: str
    epistemic: str
    due: int
    because: tuple[str, ...]


def rectangles(agreement: Agreement, key: str, raw: Sequence[Testimony]) -> list[Rectangle]:
    """All statuses of a term, one row of rectangles for each bearer; `raw` is all that is ever known.

    A recurring or tacitly renewed term, and one that hangs on such a term, has no last status: its rectangles end
    three years after the last day named.
    """
    term = agreement.terms[key]
    out: list[Rectangle] = []
    for since, until, evidence in _slabs(agreement, term, raw):
        out += _slab(agreement, term, evidence, since, until)
    return _merged_along_known(out)


def _slabs(agreement: Agreement, term: Term, raw: Sequence[Testimony]) -> Iterator[tuple[int, int, Evidence]]:
    """Stretches of known time, each with what is known then; they end where what the term rests on changes."""
    reach = reach_of(agreement, term)
    since, had = EVER, arrange(agreement, [], date.min)
    borne: dict[str, tuple[Bearing, ...]] = {}
    for day in sorted({t.known for t in raw}):
        evidence = arrange(agreement, [t for t in raw if t.known <= day], day, borne)
        if _looked_at(reach, evidence) != _looked_at(reach, had):
            yield since, number(day) - 1, had
            since, had = number(day), evidence
    yield since, NEVER, had


def _looked_at(reach: Sequence[Term], evidence: Evidence) -> tuple[tuple[Testimony, ...], ...]:
    """What a finding looks at: claims on the term and on what it hangs on; all, where it hangs on an act."""
    if on_acts(reach):
        return (evidence.testimonies,)
    return tuple(evidence.by_term.get(t.id, ()) for t in reach)


def _slab(agreement: Agreement, term: Term, evidence: Evidence, since: int, until: int) -> Iterator[Rectangle]:
    inquiry = Inquiry(agreement, evidence, date.min)
    found, horizon = _findings(inquiry, term)
    days = sorted(found)
    ends = any(t.every is not None or t.renewal is not None for t in reach_of(agreement, term))
    for bearer in term.bearer:
        rows: list[Rectangle] = []
        for n, day in enumerate(days):
            begin = number(day) if n else EVER
            end = number(days[n + 1]) - 1 if n + 1 < len(days) else number(horizon) if ends else NEVER
            row = _row(found[day], inquiry.standing(term, day).claims, bearer, begin, end, since, until)
            if rows and _alike(rows[-1], row):
                row = Rectangle(bearer, rows.pop().valid_from, end, since, until, *_status(row))
            rows.append(row)
        yield from rows


def _findings(inquiry: Inquiry, term: Term) -> tuple[dict[date, Stand], date]:
    """How it stands on every change point, the first for all days before it; and how far change points are looked for."""
    agreement, evidence = inquiry.agreement, inquiry.evidence
    named = set(_named_days(agreement, term, evidence))
    around = _around(agreement, term, named)
    start = (min(around) if around else date(2000, 1, 1)) - timedelta(days=800)
    last = (max(around) if around else start) + _HORIZON
    todo, found = {start, *around}, {}
    while todo:
        for day in todo:
            found[day] = inquiry.stand(term.id, day)
        new = {d for f in found.values() for d in (f.due, f.done_on, f.original_due) if d is not None}
        todo = {d for d in _around(agreement, term, new) if start < d <= last} - found.keys()
    return found, last


def _named_days(agreement: Agreement, term: Term, evidence: Evidence) -> Iterator[date]:
    """Every day that agreement and claims name for a term and for what it hangs on."""
    terms = reach_of(agreement, term)
    items = {t.id: t for some in _looked_at(terms, evidence) for t in some}.values()
    days: list[date | None] = [agreement.signed, agreement.start, agreement.expires]
    days += [d for c in agreement.coverage for d in (c.since, c.until)]
    for t in terms:
        days += [t.from_, t.until, t.due.day if t.due else None]
        days += [s.since for li in t.limits for s in li.steps]
    for item in items:
        c = item.claim
        days += [c.when.earliest, c.when.latest, c.said.earliest, c.said.latest, item.known, c.new_due]
        length = Period(months=c.adds_months or 0, days=c.adds_days or 0)
        days += [add(d, length) for d in days if d is not None] if c.adds_days or c.adds_months else []
    yield from (d for d in days if d is not None)


def _around(agreement: Agreement, term: Term, days: Iterable[date]) -> set[date]:
    """The days, those just after them, and where a window or a period that begins on them ends."""
    reach = reach_of(agreement, term)
    abroad = any(t.due is not None and t.due.timezone is not None for t in reach)  # there a day ends on another of ours
    spans = [t.window or DEFAULT_WINDOW for t in reach if t.norm != "obligation"]
    spans += [p for t in reach for p in (t.due.within if t.due else None, t.every, t.renewal) if p]
    out: set[date] = set()
    for day in days:
        for base in (day, *(add(day, p) for p in spans)):
            if date.min + 2 * _DAY < base < date.max - 2 * _DAY:
                out |= {base - _DAY, base, base + _DAY}
                out |= {base - 2 * _DAY, base + 2 * _DAY} if abroad else set()
    return out


def reach_of(agreement: Agreement, term: Term) -> list[Term]:
    """A term and all that it hangs on."""
    seen = {term.id: term}
    todo = [term]
    while todo:
        one = todo.pop()
        for key in depends_on(one):
            if key not in seen:
                seen[key] = agreement.terms[key]
                todo.append(agreement.terms[key])
    return list(seen.values())


def on_acts(reach: Sequence[Term]) -> bool:
    """Whether one of these hangs on an act, whatever term the act bears on."""
    return any(e.kind == "act" for t in reach for e in _events(t))


def _events(term: Term) -> list[Event]:
    return [e for e in (term.when, term.ends_with, term.due.of if term.due else None) if e is not None]


def _row(f: Stand, ended_by: Sequence[str], bearer: str, begin: int, end: int, since: int, until: int) -> Rectangle:
    one: BearerFinding = next(b for b in f.bearers if b.actor == bearer)
    because = tuple(dict.fromkeys([*ended_by, *one.because]))
    return Rectangle(bearer, begin, end, since, until, f.force, one.compliance, one.epistemic, number(f.due), because)


def _status(r: Rectangle) -> tuple[str, str, str, int, tuple[str, ...]]:
    return r.force, r.compliance, r.epistemic, r.due, r.because


def _alike(one: Rectangle, two: Rectangle) -> bool:
    return _status(one) == _status(two)


def _merged_along_known(rows: Sequence[Rectangle]) -> list[Rectangle]:
    out: list[Rectangle] = []
    for row in sorted(rows, key=lambda r: (r.bearer, r.valid_from, r.known_from)):
        last = out[-1] if out else None
        if (
            last is not None
            and (last.bearer, last.valid_from, last.valid_to) == (row.bearer, row.valid_from, row.valid_to)
            and last.known_to + 1 == row.known_from
            and _alike(last, row)
        ):
            row = Rectangle(row.bearer, row.valid_from, row.valid_to, out.pop().known_from, row.known_to, *_status(row))
        out.append(row)
    return out
