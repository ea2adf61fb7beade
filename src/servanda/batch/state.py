"""What a batch holds between questions: duties, entries and their rectangles; late knowledge touches only its own.

Invariant: `update(state, more)` equals building anew from all entries; only duties that `more` names are computed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from servanda.batch import dated, prohibitions
from servanda.batch.columns import COMPLIANCE, EPISTEMIC, FORCE, NEVER, Coverage, Duties, Entries, Ints, Rectangles, no_coverage
from servanda.batch.merging import merged


@dataclass(frozen=True, slots=True)
class State:
    """Duties of one shape with all that is known of them. `statuses` are the merged rectangles."""

    duties: Duties
    entries: Entries
    seen: Coverage
    statuses: Rectangles


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
    return State(duties, entries, covered, merged(_rectangles(duties, entries, covered)))


def update(state: State, more: Entries, withdrawn: Ints | None = None, on: int = NEVER) -> State:
    """The state after further entries came, and after the claims `withdrawn` were taken back, known on day `on`."""
    entries = state.entries
    touched = np.zeros(len(state.duties), bool)
    touched[more.duty] = True
    if withdrawn is not None and len(withdrawn):
        hit = np.isin(entries.claim, withdrawn)
        touched[entries.duty[hit]] = True
        entries = replace(entries, gone=np.where(hit, np.minimum(entries.gone, np.maximum(on, entries.known)), entries.gone))
    entries = Entries.together([entries, more])
    which = np.flatnonzero(touched)
    place = np.full(len(touched), -1)
    place[which] = np.arange(len(which))
    mine = entries.take(touched[entries.duty])
    covered = state.seen.take(touched[state.seen.duty])
    fresh = _rectangles(
        state.duties.take(which),
        replace(mine, duty=place[mine.duty]),
        replace(covered, duty=place[covered.duty]),
    )
    fresh = merged(fresh)
    kept = state.statuses.take(~touched[state.statuses.duty])
    return State(
        state.duties, entries, state.seen, Rectangles.together([kept, replace(fresh, duty=which[fresh.duty])])
    )


def at(state: State, day: int, known: int) -> Point:
    """The status of every duty on day D with knowledge K, from the rectangles."""
    s = state.statuses
    met = (s.valid_from <= day) & (s.valid_to >= day) & (s.known_from <= known) & (s.known_to >= known)
    rows = np.flatnonzero(met)
    order = np.empty(len(state.duties), np.int64)
    order[s.duty[rows]] = rows
    found = s.take(order)
    return Point(found.force, found.compliance, found.epistemic, found.due, found.because)


def _rectangles(duties: Duties, entries: Entries, seen: Coverage) -> Rectangles:
    if len(duties) and int(duties.window[0]):
        return prohibitions.rectangles(duties, entries, seen)
    return dated.rectangles(duties, entries)
