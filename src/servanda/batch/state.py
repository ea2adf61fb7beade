"""What a batch holds between questions: duties, entries and their rectangles; late knowledge touches only its own.

A state is made of parts. The first holds all duties; each late batch adds one that holds the duties it touches, with
all their entries, and takes these from the parts before. When a batch's parts have become many they are made one.

Invariant: `update(state, more)` equals building anew from all entries; only duties that the late batch touches are
computed. Every duty has one home among the parts, and only what its home says of it counts.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np

from servanda.batch import dated, prohibitions
from servanda.batch.columns import COMPLIANCE, EPISTEMIC, FORCE, NEVER, Coverage, Duties, Entries, Ints, Rectangles, no_coverage
from servanda.batch.merging import merged
from servanda.batch.ordering import order_by

BLOCK = 2**13
MOST_PARTS = 8


@dataclass(frozen=True, slots=True)
class Part:
    """Some duties with all that is known of them, both in the order of duties."""

    entries: Entries
    statuses: Rectangles


@dataclass(frozen=True, slots=True)
class State:
    """Duties of one shape with all that is known of them; `home` is the part in which each duty lives."""

    duties: Duties
    seen: Coverage
    parts: tuple[Part, ...]
    home: Ints

    @property
    def entries(self) -> Entries:
        """All entries, in the order of duties."""
        if len(self.parts) == 1:
            return self.parts[0].entries
        rows = Entries.together([p.entries.take(self.home[p.entries.duty] == n) for n, p in enumerate(self.parts)])
        return rows.take(order_by(rows.duty))

    @property
    def statuses(self) -> Rectangles:
        """The merged rectangles of all duties, in the order of duty, known and valid time."""
        if len(self.parts) == 1:
            return self.parts[0].statuses
        rows = Rectangles.together([p.statuses.take(self.home[p.statuses.duty] == n) for n, p in enumerate(self.parts)])
        return rows.take(order_by(rows.duty, rows.known_from, rows.valid_from))


@dataclass(frozen=True, slots=True)
class Point:
    """The status of duties at one (D, K), as codes, in the order of duties."""

    force: Ints
    compliance: Ints
    epistemic: Ints
    due: Ints
    because: Ints

    def words(self, duty: int) -> tuple[str, str, str]:
        """Force, compliance and epistemic word of one duty."""
        return (
            FORCE[self.force[duty]],
            COMPLIANCE[self.compliance[duty]],
            EPISTEMIC[self.epistemic[duty]],
        )


def build(duties: Duties, entries: Entries, seen: Coverage | None = None) -> State:
    """The state of duties of one shape: all prohibitions (window above 0) or all obligations."""
    covered = seen or no_coverage()
    ordered = entries.take(np.argsort(entries.duty, kind="stable"))
    part = Part(ordered, _rectangles(duties, ordered, covered.take(np.argsort(covered.duty, kind="stable"))))
    return State(duties, covered, (part,), np.zeros(len(duties), np.int8))


def update(state: State, more: Entries, withdrawn: Ints | None = None, on: int = NEVER) -> State:
    """The state after further entries came, and after the claims `withdrawn` were taken back, known on day `on`."""
    touched = np.zeros(len(state.duties), bool)
    touched[more.duty] = True
    if withdrawn is not None and len(withdrawn):
        for n, part in enumerate(state.parts):
            whose = part.entries.duty[np.isin(part.entries.claim, withdrawn)]
            touched[whose[state.home[whose] == n]] = True
    which = np.flatnonzero(touched)
    mine = Entries.together([*_held(state, which), more])
    if withdrawn is not None and len(withdrawn):
        hit = np.isin(mine.claim, withdrawn)
        hit[len(mine) - len(more) :] = False
        mine = replace(mine, gone=np.where(hit, np.minimum(mine.gone, np.maximum(on, mine.known)), mine.gone))
    mine = mine.take(np.argsort(mine.duty, kind="stable"))
    place = np.cumsum(touched) - 1
    covered = state.seen.take(touched[state.seen.duty])
    covered = covered.take(np.argsort(covered.duty, kind="stable"))
    fresh = _rectangles(
        state.duties.take(which), replace(mine, duty=place[mine.duty]), replace(covered, duty=place[covered.duty])
    )
    part = Part(mine, replace(fresh, duty=which[fresh.duty]))
    home = state.home.copy()
    home[which] = len(state.parts)
    later = State(state.duties, state.seen, (*state.parts, part), home)
    return later if len(later.parts) <= MOST_PARTS else _as_one(later)


def at(state: State, day: int, known: int) -> Point:
    """The status of every duty on day D with knowledge K, from the rectangles."""
    pieces = []
    for n, part in enumerate(state.parts):
        s = part.statuses
        met = (s.valid_from <= day) & (s.valid_to >= day) & (s.known_from <= known) & (s.known_to >= known)
        found = s.take(np.flatnonzero(met))
        pieces.append(found.take(state.home[found.duty] == n))
    found = Rectangles.together(pieces)
    order = np.empty(len(state.duties), np.int64)
    order[found.duty] = np.arange(len(found))
    found = found.take(order)
    return Point(found.force, found.compliance, found.epistemic, found.due, found.because)


def _held(state: State, which: Ints) -> list[Entries]:
    """The entries of some duties, from the part in which each lives."""
    out = []
    for n, part in enumerate(state.parts):
        here = which[state.home[which] == n]
        one, two = np.searchsorted(part.entries.duty, here), np.searchsorted(part.entries.duty, here, side="right")
        many = two - one
        offset = np.arange(int(many.sum())) - np.repeat(np.cumsum(many) - many, many)
        out.append(part.entries.take(np.repeat(one, many) + offset))
    return out


def _as_one(state: State) -> State:
    part = Part(state.entries, state.statuses)
    return State(state.duties, state.seen, (part,), np.zeros(len(state.duties), np.int8))


def _rectangles(duties: Duties, entries: Entries, seen: Coverage) -> Rectangles:
    """The merged rectangles, a block of duties at a time, so that the work stays near in memory; blocks side by side."""
    forbids = bool(len(duties)) and int(duties.window[0]) > 0

    def block(since: int) -> Rectangles:
        until = min(since + BLOCK, len(duties))
        some = entries.take(_within(entries.duty, since, until))
        some = replace(some, duty=some.duty - since)
        lit = seen.take(_within(seen.duty, since, until))
        these = duties.take(slice(since, until))
        if forbids:
            found = merged(prohibitions.rectangles(these, some, replace(lit, duty=lit.duty - since)), uneven=True)
        else:
            found = merged(dated.rectangles(these, some))
        return replace(found, duty=found.duty + since)

    begins = range(0, max(1, len(duties)), BLOCK)
    if len(begins) == 1:
        return block(0)
    with ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as pool:
        return Rectangles.together(list(pool.map(block, begins)))


def _within(duty: Ints, since: int, until: int) -> slice:
    """The places of a block of duties in a column in the order of duties."""
    return slice(int(np.searchsorted(duty, since)), int(np.searchsorted(duty, until)))
