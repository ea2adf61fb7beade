"""The calculus, second step: what a set of propositions can establish (R6, R7).

    strong       one origin at level 2, or two independent origins at level 1 of which one at least is a named
                 speaker or a carrier graded A to D
    established  strong, and nothing in conflict strong
    refuted      something in conflict is established

Invariant: for and against are never netted; adding a proposition never makes its own side weaker.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from servanda.findings.propositions import Proposition


def strong(support: Iterable[Proposition]) -> bool:
    """R6: whether these propositions, all saying the same, are strong together."""
    voices: set[str] = set()
    sources: set[str] = set()
    origins: set[str] = set()
    anchored = False
    for p in support:
        if p.level >= 2:
            return True
        if p.level == 1:
            if p.testimony.claim.origins_cited >= 2 and p.testimony.anchors:
                return True
            voices.add(p.testimony.voice)
            sources.add(p.testimony.source)
            origins.add(p.testimony.origin)
            anchored = anchored or p.testimony.anchors
    return anchored and min(len(voices), len(sources), len(origins)) >= 2


def best(support: Iterable[Proposition]) -> int:
    """The best level among propositions, -1 where there are none."""
    return max((p.level for p in support), default=-1)


def of_kind(items: Iterable[Proposition], *kinds: str) -> list[Proposition]:
    """The propositions of some kinds."""
    return [p for p in items if p.kind in kinds]


def by(items: Iterable[Proposition], day: date) -> list[Proposition]:
    """Those that hold from `day` or before (DONE, PART)."""
    return [p for p in items if p.day is not None and p.day <= day]


def until(items: Iterable[Proposition], day: date) -> list[Proposition]:
    """Those that hold up to `day` or beyond (NOT)."""
    return [p for p in items if p.day is not None and p.day >= day]


def first_strong(items: Sequence[Proposition]) -> date | None:
    """The first day by which those that hold from a day on (DONE, PART) are strong together; they stay so."""
    return _first(days(items), lambda day: strong(by(items, day)))


def last_strong(items: Sequence[Proposition]) -> date | None:
    """The last day up to which those that hold up to a day (NOT, DENY) are strong together."""
    return _first(days(items)[::-1], lambda day: strong(until(items, day)))


def first_free(items: Sequence[Proposition], against: date | None) -> date | None:
    """The first day from which they are strong with nothing strong in conflict, which holds up to `against`."""
    first = first_strong(items)
    return min((d for d in days(items) if first is not None and d >= first and (against is None or d > against)), default=None)


def last_free(items: Sequence[Proposition], against: date | None) -> date | None:
    """The last day up to which they are strong with nothing strong in conflict, which holds from `against` on."""
    last = last_strong(items)
    return max((d for d in days(items) if last is not None and d <= last and (against is None or d < against)), default=None)


def _first(given: Sequence[date], met: Callable[[date], bool]) -> date | None:
    """The first day that meets a condition which, once met, all days after it meet too."""
    low, high = 0, len(given)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if met(given[middle]) else (middle + 1, high)
    return given[low] if low < len(given) else None


def days(items: Sequence[Proposition]) -> list[date]:
    """The distinct days of propositions, in order."""
    return sorted({p.day for p in items if p.day is not None})
