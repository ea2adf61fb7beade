"""The calculus, first step: what each claim in scope says of performance, as propositions with days.

    performs, completed, all           DONE from the latest possible day on
    performs, completed, part          PART from the latest possible day on
    not done, under way, remains       NOT  up to the earliest possible day ('not by X': end of X)
    a forbidden act                    INC;  its denial  not-INC (NOINC)
    a denial of performance            DENY up to the day on which it was said
    an act that the text exempts       EXEMPT: it may be another account of what is charged

Invariant: one proposition rests on one testimony; nothing is added up here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from servanda.agreement.model import Term
from servanda.evidence.testimony import Bearing, Testimony

Kind = Literal["DONE", "PART", "NOT", "INC", "NOINC", "DENY", "EXEMPT"]


@dataclass(frozen=True, slots=True)
class Proposition:
    """One testimony's word on one bearer's conduct. `day` is DONE/PART: from; NOT, DENY: up to; else the last day.

    `first` is the earliest possible day; `through` says that NOT holds to the end of `day`.
    """

    kind: Kind
    bearer: str | None
    day: date | None
    first: date | None
    level: int
    testimony: Testimony
    through: bool = False

    @property
    def claim(self) -> str:
        """The id of the claim it rests on."""
        return self.testimony.id


def propositions(term: Term, testimonies: Iterable[Testimony]) -> tuple[Proposition, ...]:
    """Every proposition that testimonies in scope make about a term."""
    told = ((t, b) for t in testimonies for b in t.on(term.id) if b.aside is None or _exempt(term, t, b))
    return tuple(p for t, b in told for p in _of(term, t, b))


def about(items: Iterable[Proposition], bearer: str, term: Term) -> tuple[Proposition, ...]:
    """Those about one bearer; a proposition that names none is about all bearers of an obligation only."""
    loose = term.norm == "obligation"
    return tuple(p for p in items if p.bearer == bearer or (loose and p.bearer is None))


def own_word(term: Term, p: Proposition) -> bool:
    """Whether the bearer's own side says here that it performed."""
    return p.kind in {"DONE", "PART"} and any(b.interest == "self-serving" for b in p.testimony.on(term.id))


def own_refusal(b: Bearing) -> bool:
    """Whether a word that the duty will not be done is the bearer's own."""
    return b.as_ == "warns" and b.interest == "against-interest"


def accuses(p: Proposition) -> bool:
    """That a shot was fired by nobody knows whom accuses nobody; that the truce was broken says that it was."""
    return p.kind == "INC" and (p.bearer is not None or p.testimony.claim.act == "breach-ceasefire")


def _exempt(term: Term, item: Testimony, b: Bearing) -> bool:
    """Whether it may be another account of what is charged; a row of a table is an event of its own."""
    told = b.exempt and b.bearer is not None and not item.retracted
    return told and term.norm != "obligation" and not item.claim.is_row


def _of(term: Term, item: Testimony, b: Bearing) -> Iterator[Proposition]:
    claim = item.claim
    last = claim.when.latest or claim.said.latest or item.known
    first = claim.when.earliest
    if _exempt(term, item, b):
        yield Proposition("EXEMPT", b.bearer, last, first, 0, item)
    elif b.as_ == "violates":
        yield Proposition("INC", b.bearer, last, first, b.level, item)
    elif b.as_ == "denies" and term.norm == "obligation":  # it speaks of all that was done until it was said
        yield Proposition("DENY", b.bearer, claim.said.latest or last, first, b.level, item)
    elif b.as_ == "denies":
        yield Proposition("NOINC", b.bearer, last, first, b.level, item)
    elif b.as_ == "performs":
        yield Proposition("DONE", b.bearer, last, first, b.level, item)
    elif b.as_ == "progress" and not (claim.modality == "under-way" and claim.polarity == "affirmed"):
        yield Proposition("PART", b.bearer, last, first, b.level, item)
    elif b.as_ in {"fails", "progress"}:
        yield from _not(b, item, first)


def _not(b: Bearing, item: Testimony, first: date | None) -> Iterator[Proposition]:
    """R2: 'still', 'has not' reach back from the day of speaking; a failure told of a day holds to its end."""
    claim = item.claim
    told = claim.said.earliest or claim.said.latest
    if claim.modality in {"completed", "alleged"} and claim.polarity == "negated" and claim.when.latest is not None:
        past = told is not None and told > claim.when.latest
        day = claim.when.latest if past else first or told
        if day is not None:
            yield Proposition("NOT", b.bearer, day, first, b.level, item, through=past)
        return
    once = claim.modality == "completed" and claim.polarity == "affirmed"  # 'had held them': nobody says until when
    day = first if once else first or told
    if day is not None:
        yield Proposition("NOT", b.bearer, day, first, b.level, item)
