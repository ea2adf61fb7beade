"""The fast path for dated obligations: performances and extensions of certain day that establish alone.

Invariant: for such entries the word, the force and the due day are those of `findings.obligations.word` and
`findings.inquiry`; tests/batch holds the two together. Nothing else may be given to this module (`shapes` decides).
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np

from servanda.batch.columns import (
    COMPLIANCE,
    DONE,
    EPISTEMIC,
    EVER,
    EXTENDED,
    FORCE,
    NEVER,
    Duties,
    Entries,
    Flags,
    Ints,
    Rectangles,
    mixed,
)
from servanda.batch.extensions import Segment, fold, standing
from servanda.batch.slabs import Slabs, slabs, spread

_CODE = {word: n for n, word in enumerate(COMPLIANCE)}
_SETTLED, _NOTHING = EPISTEMIC.index("settled"), EPISTEMIC.index("no-information")


@dataclass(frozen=True, slots=True)
class Statuses:
    """The status of every duty at one (D, K), as codes; `done` is the day of performance, NEVER where there is none."""

    force: Ints
    compliance: Ints
    epistemic: Ints
    due: Ints
    done: Ints


def at(duties: Duties, entries: Entries, day: int, known: int) -> Statuses:
    """The status of every duty on day D with knowledge K."""
    seen = (entries.known <= known) & (entries.gone > known) & (entries.day <= day)
    done = np.full(len(duties), NEVER)
    mine = seen & (entries.kind == DONE)
    np.minimum.at(done, entries.duty[mine], entries.day[mine])
    due, last, strict = standing(duties, entries.take(seen & (entries.kind == EXTENDED)))
    when = np.full(len(duties), day)
    compliance, epistemic = words(when, done, last, strict, duties.closed)
    return Statuses(forces(when, duties.start, duties.end), compliance, epistemic, due, done)


def words(day: Ints, done: Ints, last: Ints, strict: Ints, closed: Ints) -> tuple[Ints, Ints]:
    """`findings.obligations.word` on rows: compliance and epistemic codes."""
    undone = np.where(
        last == NEVER,
        _CODE["open"],
        np.where(day <= last, _CODE["pending"], np.where(closed == 1, _CODE["breached"], _CODE["overdue"])),
    )
    performed = np.where(done <= strict, _CODE["fulfilled"], _CODE["fulfilled-late"])
    compliance = np.where(done <= day, performed, undone)
    return compliance, np.where(compliance == _CODE["overdue"], _NOTHING, _SETTLED)


def forces(day: Ints, start: Ints, end: Ints) -> Ints:
    """The force of rows on a day."""
    outside = np.where(day > end, FORCE.index("ended"), FORCE.index("in-force"))
    return np.where(day < start, FORCE.index("inchoate"), outside)


def rectangles(duties: Duties, entries: Entries) -> Rectangles:
    """Every status that any duty ever has, over both clocks, before neighbours are merged."""
    cut = slabs(duties, entries)
    done = np.full(len(cut), NEVER)
    who = np.zeros(len(cut), np.int64)
    performed = entries.take(entries.kind == DONE)
    row, which = spread(cut, performed)
    np.minimum.at(done, row, performed.day[which])
    decides = performed.day[which] == done[row]
    np.add.at(who, row[decides], mixed(performed.claim[which[decides]]))
    ext = entries.take(entries.kind == EXTENDED)
    row, which = spread(cut, ext)
    return _laid_out(duties, cut, fold(duties, cut.duty, row, ext.take(which)), done, who)


def _laid_out(duties: Duties, cut: Slabs, segments: list[Segment], done: Ints, who: Ints) -> Rectangles:
    """Each segment from its first day to the day before the next one's, cut where the word or the force changes."""
    following = np.full(len(cut), NEVER)
    pieces: list[Rectangles] = []
    for s in reversed(segments):
        to = np.where(following[s.row] == NEVER, NEVER, following[s.row] - 1)
        following[s.row] = s.since
        keep = s.since <= to
        pieces += _cut(duties, cut, s, to, keep, done, who)
    return Rectangles.together(pieces)


def _cut(
    duties: Duties, cut: Slabs, s: Segment, to: Ints, keep: Flags, done: Ints, who: Ints
) -> list[Rectangles]:
    row, since, to = s.row[keep], s.since[keep], to[keep]
    due, last, strict, moves = s.due[keep], s.last[keep], s.strict[keep], s.moves[keep]
    duty = cut.duty[row]
    after = np.where(last == NEVER, NEVER, last + 1)
    bounds = [after, done[row]]
    if (duties.start != EVER).any():
        bounds.append(duties.start[duty])
    if (duties.end != NEVER).any():
        bounds.append(np.where(duties.end[duty] == NEVER, NEVER, duties.end[duty] + 1))
    beyond = np.where(to == NEVER, NEVER, to + 1)
    edges = [since, *(np.minimum(np.maximum(b, since), beyond) for b in bounds), beyond]
    inner = np.sort(np.stack(edges[1:-1]), axis=0) if len(edges) > 4 else _two(edges[1], edges[2])
    steps = [since, *inner, beyond]
    out = []
    for one, two in itertools.pairwise(steps):
        full = one < two
        at_, d = one[full], duty[full]
        compliance, epistemic = words(at_, done[row[full]], last[full], strict[full], duties.closed[d])
        force = forces(at_, duties.start[d], duties.end[d])
        because = moves[full] + np.where(done[row[full]] <= at_, who[row[full]], 0)
        out.append(
            Rectangles(
                d, at_, np.where(two[full] == NEVER, NEVER, two[full] - 1),
                cut.since[row[full]], cut.until[row[full]], force, compliance, epistemic,
                due[full], because,
            )
        )  # fmt: skip
    return out


def _two(one: Ints, two: Ints) -> list[Ints]:
    return [np.minimum(one, two), np.maximum(one, two)]
