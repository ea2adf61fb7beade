"""R9, what a count says of a limit: that it is reached, kept, passed, or not yet reached; or nothing for sure.

Invariant: no two counts are ever added; what is uncertain (a range of numbers or of days) counts only for what holds
over its whole range (R2).
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from servanda.agreement.model import Limit, LimitStep, Term
from servanda.reading.claim import Claim
from servanda.vocabulary import vocabulary

Count = Literal["within", "over", "short"]


def limit_for(term: Term, what: str | None) -> Limit | None:
    """The limit that a counted thing falls under: by its own name, or by another name of its row in counted.yaml."""
    if what is None:
        return term.limits[0] if len(term.limits) == 1 else None
    named = _row(what)
    return next((li for li in term.limits if _row(li.quantity) & named), None)


def counted(term: Term, claim: Claim) -> Count | None:
    """What a count says of a maintenance term's limit on all the days that it may be of."""
    q = claim.quantity
    limit = limit_for(term, q.what) if q is not None and q.share is None else None
    if q is None or limit is None:
        return None
    last = claim.when.latest or claim.said.latest
    first = claim.when.earliest or claim.said.earliest or last
    found = {_of_step(s, q.low, q.high) for s in _steps(limit, first, last)}
    return found.pop() if len(found) == 1 else None


def reaches(term: Term, step: LimitStep, claim: Claim) -> Count | None:
    """What a count says of the quantity that a duty, or one step of it, asks for."""
    q = claim.quantity
    if q is None or q.share is not None or limit_for(term, q.what) is None:
        return None
    return _of_step(step, q.low, q.high)


def _of_step(step: LimitStep | None, low: float | None, high: float | None) -> Count | None:
    if step is None:
        return None
    if step.at_most is not None and low is not None and low > step.at_most:
        return "over"
    if step.at_least is not None and high is not None and high < step.at_least:
        return "short"
    kept_most = step.at_most is None or (high is not None and high <= step.at_most)
    kept_least = step.at_least is None or (low is not None and low >= step.at_least)
    return "within" if kept_most and kept_least else None


def _steps(limit: Limit, first: date | None, last: date | None) -> list[LimitStep | None]:
    """Every step that stands on some day of a range; None where none has begun on its first day."""
    if last is None:
        return [*limit.steps] if len(limit.steps) == 1 else [None]
    begun = [s for s in limit.steps if s.since is None or s.since <= (first or last)]
    later = [s for s in limit.steps if s.since is not None and (first or last) < s.since <= last]
    return [begun[-1] if begun else None, *later]


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
