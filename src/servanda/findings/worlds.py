"""The three worlds (R7): what is established, and what the kindest and the harshest reading would add.

    S  the established
    K  the established and every unrefuted proposition for performance
    H  the established and every unrefuted proposition against it

Invariant: S is a part of K and of H; with nothing in conflict they differ only by what is not yet strong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from servanda.findings.propositions import Kind, Proposition
from servanda.findings.strength import by, first_free, first_strong, last_free, last_strong, of_kind, until


@dataclass(frozen=True, slots=True)
class Fact:
    """What a world holds true: DONE and PART from `day` on, NOT up to `day`; on which claims it rests."""

    kind: Kind
    day: date
    first: date | None
    through: bool
    claims: frozenset[str]


@dataclass(frozen=True, slots=True)
class Worlds:
    """The facts of each world, and the claims of refuted propositions."""

    sceptical: tuple[Fact, ...]
    kind: tuple[Fact, ...]
    harsh: tuple[Fact, ...]
    refuted: frozenset[str] = frozenset()


def obligation_worlds(items: Sequence[Proposition]) -> Worlds:
    """The worlds of one bearer's obligation.

    In conflict are DONE(l) with NOT(e) where l <= e, and DONE(l) or PART(l) with DENY(e) where l <= e: a denial says
    nothing of what was done after it. What only tells an established performance less exactly ('had gone by the 30th'
    beside 'went on the 29th') follows from it and adds nothing. DONE from a day is supported by all that hold from
    that day or before, NOT up to a day by all that hold up to it or beyond.
    """
    done, part = of_kind(items, "DONE"), of_kind(items, "PART")
    nots, deny = of_kind(items, "NOT"), of_kind(items, "DENY")
    either = [p for p in (*done, *part) if p.day is not None]
    last_not, last_deny = last_strong(nots), last_strong(deny)

    est_done = first_free(done, _latest(last_not, last_deny))
    # that all was done says that a part was, as long as nothing strong says that it was not done
    able = [p for p in either if p.kind == "PART" or not _up_to(p, last_not)]
    est_part = first_free(able, last_deny)
    est_not = last_free(nots, first_strong(done))
    est_deny = last_free(deny, first_strong(either))

    base: list[Fact] = []
    if est_done is not None:
        base.append(_joined("DONE", est_done, by(done, est_done)))
    if est_not is not None:
        base.append(_joined("NOT", est_not, until(nots, est_not)))
    if est_part is not None:
        base.append(_joined("PART", est_part, by(able, est_part)))
    refuted = {p.claim for p in done if _up_to(p, est_not)} | {p.claim for p in either if _up_to(p, est_deny)}
    refuted |= {p.claim for p in nots if est_done is not None and p.day is not None and est_done <= p.day}
    refuted |= {p.claim for p in deny if est_part is not None and p.day is not None and est_part <= p.day}
    pro = [_single(p) for p in either if p.claim not in refuted and not any(_follows(p, fact) for fact in base)]
    con = [_single(p) for p in nots if p.claim not in refuted and p.day is not None]
    return Worlds(tuple(base), (*base, *pro), (*base, *con), frozenset(refuted))


def _latest(*given: date | None) -> date | None:
    return max((d for d in given if d is not None), default=None)


def _follows(p: Proposition, fact: Fact) -> bool:
    """Whether a performance told of is true wherever the established one is."""
    if p.kind != fact.kind or fact.first is None or p.day is None:
        return False
    return (p.first is None or p.first <= fact.first) and p.day >= fact.day


def _up_to(p: Proposition, day: date | None) -> bool:
    return day is not None and p.day is not None and p.day <= day


def _joined(kind: Kind, day: date, support: Sequence[Proposition]) -> Fact:
    firsts = [p.first for p in support]
    first = None if any(f is None for f in firsts) else min(f for f in firsts if f is not None)
    through = any(p.through or (kind == "NOT" and p.day is not None and p.day > day) for p in support)
    return Fact(kind, day, first, through, frozenset(p.claim for p in support))


def _single(p: Proposition) -> Fact:
    assert p.day is not None
    return Fact(p.kind, p.day, p.first, p.through, frozenset({p.claim}))
