"""R9, counts: what is counted, by whom, beside what other counts; and limits that counts may pass.

Invariant: rival tallies stand side by side; no two counts are ever added.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from servanda.agreement.model import Limit, LimitStep, Term
from servanda.evidence.testimony import Testimony
from servanda.findings.finding import Tally
from servanda.findings.propositions import Proposition
from servanda.vocabulary import vocabulary


def tallies(term: Term, testimonies: Iterable[Testimony]) -> tuple[Tally, ...]:
    """Every count that bears on a term, one for each origin and thing counted."""
    seen: dict[tuple[str, str | None, float | None], Tally] = {}
    for item in testimonies:
        q = item.claim.quantity
        if q is None or q.share is not None or not any(b.aside is None and b.as_ != "none" for b in item.on(term.id)):
            continue
        tally = Tally(item.id, item.origin, q.what, q.low, q.high, q.unit)
        seen.setdefault((item.origin, q.what, q.low), tally)
    return tuple(sorted(seen.values(), key=lambda t: (t.what or "", t.claim)))


def count_propositions(term: Term, testimonies: Iterable[Testimony]) -> tuple[Proposition, ...]:
    """What counts say of a term's limits: INC where even the low count passes, NOINC where the high one keeps."""
    found: list[Proposition] = []
    for item in testimonies:
        q = item.claim.quantity
        for b in item.on(term.id):
            if b.as_ != "counts" or b.aside is not None or q is None:
                continue
            limit = _limit_for(term, q.what)
            last = item.claim.when.latest or item.claim.said.latest or item.known
            first = item.claim.when.earliest or item.claim.said.earliest
            step = _step(limit, last) if limit else None
            if step is None:
                continue
            kind = _passes(step, q.low, q.high)
            if kind is not None:
                bearer = b.bearer
                found.append(Proposition("INC" if kind else "NOINC", bearer, last, first, b.level, item))
    return tuple(found)


def _limit_for(term: Term, what: str | None) -> Limit | None:
    """The limit that a counted thing falls under: by its own name, or by another name of its row in counted.yaml."""
    if what is None:
        return term.limits[0] if len(term.limits) == 1 else None
    named = _row(what)
    return next((li for li in term.limits if _row(li.quantity) & named), None)


def _row(text: str) -> frozenset[str]:
    """The rows of the vocabulary that a thing belongs to, and its own name; the longest fitting name decides."""
    plain = " ".join(w.removesuffix("s") for w in text.lower().replace("-", " ").split())
    fitting = [
        (len(name), row)
        for row, names in vocabulary("counted.yaml")["counted"].items()
        for name in (row.replace("-", " "), *names)
        if f" {' '.join(w.removesuffix('s') for w in name.split())} " in f" {plain} "
    ]
    longest = max((n for n, _ in fitting), default=0)
    return frozenset({plain, *(row for n, row in fitting if n == longest)})


def _step(limit: Limit, day: date) -> LimitStep | None:
    begun = [s for s in limit.steps if s.since is None or s.since <= day]
    return begun[-1] if begun else None


def _passes(step: LimitStep, low: float | None, high: float | None) -> bool | None:
    """True where the bound is surely passed, False where it is surely kept, None where the count leaves it open."""
    if step.at_most is not None and low is not None and low > step.at_most:
        return True
    if step.at_least is not None and high is not None and high < step.at_least:
        return True
    kept_most = step.at_most is None or (high is not None and high <= step.at_most)
    kept_least = step.at_least is None or (low is not None and low >= step.at_least)
    return False if kept_most and kept_least else None
