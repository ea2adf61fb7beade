"""Bands: the status of a term over the days up to D, all by what is known at K.

Invariant: each band stands as the finding of the same rules on its first day; bands follow one another without gap
and the last one stands as the finding of D itself. This is hindsight: what was known on each of those days may have
been less.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from servanda.agreement.calendar import add
from servanda.agreement.model import Agreement, Term
from servanda.evidence.testimony import Evidence
from servanda.findings.explain import depends_on
from servanda.findings.inquiry import Inquiry, Stand
from servanda.findings.prohibitions import DEFAULT_WINDOW

_DAY = timedelta(days=1)
WORK = 20_000
"""Claims times days above which only some days are asked, and those between two that differ; the bands then say so."""


@dataclass(frozen=True, slots=True)
class Band:
    """From `first` to `last`, both included, the term stood so."""

    first: date
    last: date
    finding: Stand


@dataclass(frozen=True, slots=True)
class Course:
    """A term's bands. `sampled`: only some of the days on which it may have changed were asked."""

    bands: tuple[Band, ...]
    sampled: bool = False


def course(inquiry: Inquiry, key: str) -> Course:
    """The bands of a term from the agreement's first day to the inquiry's day D."""
    agreement, last = inquiry.agreement, inquiry.as_of
    start = min((d for d in (agreement.signed, agreement.start) if d), default=last)
    if start > last:
        return Course((Band(last, last, inquiry.stand(key, last)),))
    turns = sorted(d for d in _turns(agreement, inquiry.evidence, agreement.terms[key]) if start < d <= last)
    allowed = max(8, WORK // (1 + len(inquiry.evidence.by_term.get(key, ()))))
    sampled = len(turns) > allowed
    days = [turns[i * len(turns) // allowed] for i in range(allowed)] if sampled else turns
    out: list[Band] = []
    looks = allowed if sampled else 0
    for day in dict.fromkeys([start, *days, last]):
        now = inquiry.stand(key, day)
        word = _word(now)
        while out and _word(out[-1].finding) != word:
            between = [d for d in turns if out[-1].last < d < day] if looks > 0 else []
            first = _first_unlike(inquiry, key, out[-1], between, day)
            looks -= 1
            out[-1] = Band(out[-1].first, first - _DAY, out[-1].finding)
            out.append(Band(first, first, inquiry.stand(key, first)))
        out = [*out[:-1], Band(out[-1].first, day, out[-1].finding)] if out else [Band(day, day, now)]
    return Course(tuple(out), sampled)


def _first_unlike(inquiry: Inquiry, key: str, band: Band, between: list[date], day: date) -> date:
    """A day between on which the word changed: the first, where it changed once. Looked for by halves."""
    while between:
        middle = between[len(between) // 2]
        if _word(inquiry.stand(key, middle)) == _word(band.finding):
            between = between[len(between) // 2 + 1 :]
        else:
            between, day = between[: len(between) // 2], middle
    return day


def _word(found: Stand) -> tuple[object, ...]:
    return found.force, found.compliance, found.epistemic, found.due


def _turns(agreement: Agreement, evidence: Evidence, term: Term) -> set[date]:
    """The days on which a status may change: those of its claims, of its dates, and the day after each."""
    days: set[date] = set()
    window = term.window or DEFAULT_WINDOW
    for key in {term.id, *depends_on(term)}:
        other = agreement.terms[key]
        days |= {d for d in (other.due.day if other.due else None, other.from_, other.until) if d}
        for item in evidence.by_term.get(key, ()):
            claim = item.claim
            told = {claim.when.earliest, claim.when.latest, claim.said.earliest, claim.said.latest, claim.new_due}
            days |= {d for d in told if d}
            if term.norm != "obligation" and claim.when.latest:
                days |= {_safe(claim.when.latest, window)}
    days |= {d for d in (agreement.start, agreement.expires) if d}
    if term.due and term.due.within:
        days |= {_safe(d, term.due.within) for d in list(days)}
    return days | {d + _DAY for d in days if d < date.max - _DAY}


def _safe(day: date, period: object) -> date:
    try:
        return add(day, period)  # type: ignore[arg-type]
    except (OverflowError, ValueError):
        return day
