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
from servanda.findings.strength import by, days, of_kind, strong, until


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

    In conflict are DONE(l) with NOT(e) where l <= e, and DENY with DONE and PART. DONE from a day is supported by
    all that hold from that day or before, NOT up to a day by all that hold up to it or beyond.
    """
    done, part = of_kind(items, "DONE"), of_kind(items, "PART")
    nots, deny = of_kind(items, "NOT"), of_kind(items, "DENY")
    first_done = min((d for d in days(done) if strong(by(done, d))), default=None)
    last_not = max((e for e in days(nots) if strong(until(nots, e))), default=None)
    strong_part, strong_deny = strong([*done, *part]), strong(deny)

    est_done = _established_done(done, last_not, strong_deny)
    est_not = _established_not(nots, first_done)
    est_part = strong_part and not strong_deny
    est_deny = strong_deny and not strong_part

    base: list[Fact] = []
    if est_done is not None:
        base.append(_joined("DONE", est_done, by(done, est_done)))
    if est_not is not None:
        base.append(_joined("NOT", est_not, until(nots, est_not)))
    if est_part:
        held = [p for p in (*done, *part) if p.day is not None]
        base.append(_joined("PART", _first_strong(held), held))
    refuted = {p.claim for p in done if est_deny or (est_not is not None and p.day is not None and p.day <= est_not)}
    refuted |= {p.claim for p in part if est_deny}
    refuted |= {p.claim for p in nots if est_done is not None and p.day is not None and est_done <= p.day}
    refuted |= {p.claim for p in deny if est_part}
    pro = [_single(p) for p in (*done, *part) if p.claim not in refuted and p.day is not None]
    con = [_single(p) for p in nots if p.claim not in refuted and p.day is not None]
    return Worlds(tuple(base), (*base, *pro), (*base, *con), frozenset(refuted))


def _established_done(done: Sequence[Proposition], last_not: date | None, strong_deny: bool) -> date | None:
    """The first day from which DONE is strong with nothing strong in conflict."""
    if strong_deny:
        return None
    free = [d for d in days(done) if strong(by(done, d)) and (last_not is None or d > last_not)]
    return min(free, default=None)


def _established_not(nots: Sequence[Proposition], first_done: date | None) -> date | None:
    """The last day up to which NOT is strong with nothing strong in conflict."""
    free = [e for e in days(nots) if strong(until(nots, e)) and (first_done is None or e < first_done)]
    return max(free, default=None)


def _first_strong(items: Sequence[Proposition]) -> date:
    return min(d for d in days(items) if strong(by(items, d)))


def _joined(kind: Kind, day: date, support: Sequence[Proposition]) -> Fact:
    firsts = [p.first for p in support]
    first = None if any(f is None for f in firsts) else min(f for f in firsts if f is not None)
    through = any(p.through or (kind == "NOT" and p.day is not None and p.day > day) for p in support)
    return Fact(kind, day, first, through, frozenset(p.claim for p in support))


def _single(p: Proposition) -> Fact:
    assert p.day is not None
    return Fact(p.kind, p.day, p.first, p.through, frozenset({p.claim}))
