"""R4 in columns: the deadline of many duties at once, after the extensions known to each.

Invariant: step for step the fold of `findings.inquiry.Inquiry.deadline` over `findings.deadlines.moved`, for
extensions whose day is certain and that are established.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from servanda.batch.columns import EVER, NEVER, Duties, Entries, Ints, mixed
from servanda.batch.ordering import order_by


@dataclass(frozen=True, slots=True)
class Segment:
    """From the day `since` on, the deadlines of `row`s, and a number for the extensions that made them so."""

    row: Ints
    since: Ints
    due: Ints
    last: Ints
    strict: Ints
    moves: Ints


@dataclass(slots=True)
class _Standing:
    due: Ints
    last: Ints
    strict: Ints
    late: Ints
    moves: Ints


def fold(duties: Duties, row_duty: Ints, row: Ints, ext: Entries) -> list[Segment]:
    """Every deadline that stands at some time. `row_duty` gives the duty of each row, `row` the row of each of `ext`.

    The first segment holds all rows from EVER on; each further one those rows that one more extension moves.
    """
    now = _Standing(
        duties.due[row_duty],
        duties.last[row_duty],
        duties.last[row_duty].copy(),
        np.zeros(len(row_duty), np.int64),
        np.zeros(len(row_duty), np.int64),
    )
    everything = np.arange(len(row_duty))
    first = (now.due.copy(), now.last.copy(), now.strict.copy(), now.moves.copy())
    out = [Segment(everything, np.full(len(row_duty), EVER), *first)]
    row, made, new_due, adds, _, key = _acts(row, ext)
    if not len(row):
        return out
    starts = np.flatnonzero(np.r_[True, row[1:] != row[:-1]])
    rank = np.arange(len(row)) - np.repeat(starts, np.diff(np.r_[starts, len(row)]))
    for r in range(int(rank.max()) + 1):
        this = rank == r
        at = row[this]
        this_made, to, plus, what = made[this], new_due[this], adds[this], key[this]
        dated = now.last[at] != NEVER
        at, this_made, to, plus, what = at[dated], this_made[dated], to[dated], plus[dated], what[dated]
        due = np.where(to != NEVER, to, now.due[at] + plus)
        last = due - duties.before[row_duty[at]]
        in_time = this_made <= now.last[at]
        now.strict[at] = np.where(in_time & (now.late[at] == 0), last, now.strict[at])
        now.late[at] |= ~in_time
        now.due[at], now.last[at] = due, last
        now.moves[at] = mixed(now.moves[at] + what)
        out.append(Segment(at, this_made, due, last, now.strict[at], now.moves[at]))
    return out


def standing(duties: Duties, ext: Entries) -> tuple[Ints, Ints, Ints]:
    """Due, last day in time and strict last day of every duty after all of `ext`."""
    due, last, strict = duties.due.copy(), duties.last.copy(), duties.last.copy()
    for s in fold(duties, np.arange(len(duties)), ext.duty, ext)[1:]:
        due[s.row], last[s.row], strict[s.row] = s.due, s.last, s.strict
    return due, last, strict


def _acts(row: Ints, ext: Entries) -> tuple[Ints, Ints, Ints, Ints, Ints, Ints]:
    """Claims of the same content are one act, made on the first of their days; in the order of the acts' days."""
    if not len(row):
        return row, ext.day, ext.new_due, ext.adds, ext.claim, ext.claim
    order = order_by(row, ext.new_due, ext.adds, ext.day)
    row, ext = row[order], ext.take(order)
    new = (row[1:] != row[:-1]) | (ext.new_due[1:] != ext.new_due[:-1]) | (ext.adds[1:] != ext.adds[:-1])
    starts = np.flatnonzero(np.r_[True, new])
    claim = np.minimum.reduceat(ext.claim, starts)
    key = np.add.reduceat(mixed(ext.claim), starts)
    row, ext = row[starts], ext.take(starts)
    again = order_by(row, ext.day, claim)
    return row[again], ext.day[again], ext.new_due[again], ext.adds[again], claim[again], key[again]
