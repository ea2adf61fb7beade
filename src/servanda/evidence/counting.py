"""R9, what a count says of a limit: that it is reached, kept, passed, or not yet reached; or nothing for sure.

Invariant: no two counts are ever added; what is uncertain (a range of numbers or of days) counts only for what holds
over its whole range (R2).
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from servanda.agreement.model import Limit, LimitStep, Term
from servanda.evidence.acts import aspect, excluded
from servanda.reading.claim import LEFT, Claim
from servanda.vocabulary import vocabulary

Count = Literal["within", "over", "short", "some"]


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


def counts_alike(term: Term, claim: Claim) -> bool:
    """Whether those told of are those whom the limit counts: 'withdrew 3,000' counts for 'withdraw 3,000', and not for 'no more
    than 5,000 stay', for which 'reduced them to 4,900' counts."""
    left = claim.quantity is not None and claim.quantity.unit == LEFT
    goes = any(aspect(a) == "state" for a in excluded(claim.act))
    limit = limit_for(term, claim.quantity.what) if claim.quantity else None
    at_most = limit is not None and any(s.at_most is not None for s in limit.steps)
    return left == at_most if goes or left else True


def is_left(term: Term, claim: Claim) -> bool:
    """'There are now 4,900 soldiers in X' counts those that are left, where the text owes a reduction to a number."""
    q = claim.quantity
    limit = limit_for(term, q.what) if q is not None and q.share is None and q.what is not None else None
    if limit is None or term.norm != "obligation" or not any(s.at_most for s in limit.steps):
        return False
    now = not _BEING.isdisjoint(claim.words.lower().split()) and claim.when.latest == claim.said.latest
    whole = now and claim.extent != "part" and claim.zone == term.zone
    return whole and claim.modality == "under-way" and claim.polarity == "affirmed" and aspect(claim.act) == "state"


_BEING = frozenset({"are", "is", "remain", "remains", "stay", "left"})
"""'4,900 soldiers are in X', and no more: those who 'guard the border' there may be some of them; those who 'were' there in a
year long past are no word on today."""


def reaches(term: Term, step: LimitStep, claim: Claim) -> Count | None:
    """What a count says of the quantity that a duty, or one step of it, asks for; of 'more than 1,200' where 3,000 are
    owed, that it is some of it."""
    q = claim.quantity
    if q is None or q.share is not None or limit_for(term, q.what) is None:
        return None
    told = _of_step(step, q.low, q.high)
    open_above = step.at_least is not None and step.at_most is None and q.high is None and bool(q.low)
    return "some" if told is None and open_above else told


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
