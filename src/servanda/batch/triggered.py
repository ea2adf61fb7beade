"""Triggered duties in columns: each occasion of a trigger opens a duty of its own, answered by what comes after it.

Invariant: to a duty belong, of each kind of act, the first record of a later day than its occasion; whether that is in
time, and what an extension moves, `dated` says. Two records of the same trigger for the same subject and day are one
occasion. It looks at all that is ever known, so it serves questions as of the end of knowledge.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass

import numpy as np

from servanda.batch.columns import DONE, EVER, EXTENDED, NEVER, Duties, Entries, Ints
from servanda.batch.shapes import DutyRow

_WIDTH = 32


@dataclass(frozen=True, slots=True)
class Records:
    """Records of one kind of act: subject and day in one sortable number `code`, in order, each once."""

    code: Ints

    def __len__(self) -> int:
        return len(self.code)

    @property
    def day(self) -> Ints:
        """The days."""
        day: Ints = (self.code & (2**_WIDTH - 1)) + EVER
        return day

    def part(self, since: int, until: int) -> Records:
        """Those from one place to another."""
        return Records(self.code[since:until])


def records(subject: Ints, day: Ints) -> Records:
    """Records of subjects and days, in any order, with any number of repetitions."""
    code = np.sort((subject.astype(np.int64) << _WIDTH) + (day.astype(np.int64) - EVER))
    new = np.r_[np.ones(min(1, len(code)), bool), code[1:] != code[:-1]]
    return Records(code[new])


def duties_of(template: DutyRow, occasions: Records) -> Duties:
    """One duty for each occasion: the template, whose days count from day 0, moved to the occasion's day."""
    day = occasions.day
    start, end, due, last, *rest = astuple(template)
    moved = [np.full(len(day), d) if d in (EVER, NEVER) else d + day for d in (start, end, due, last)]
    return Duties(*moved, *(np.full(len(day), v) for v in rest))


def entries_of(occasions: Records, done: Records, extended: Records, extends_by: int) -> Entries:
    """To each occasion's duty the first act that performs it and the first that extends it by days from its own day."""
    whose, day = first_after(occasions, done)
    who, on = first_after(occasions, extended)
    duty, when = np.concatenate([whose, who]), np.concatenate([day, on])
    moves = np.arange(len(duty)) >= len(whose)
    none, sure = np.zeros(len(duty), np.int64), np.ones(len(duty), np.int64)
    kind, new_due = np.where(moves, EXTENDED, DONE), np.where(moves, when + extends_by, NEVER)
    return Entries(duty, kind, when, when, when, np.full(len(duty), NEVER), sure, new_due, none, np.arange(len(duty)))


def first_after(occasions: Records, acts: Records) -> tuple[Ints, Ints]:
    """Pairs (place of an occasion, day of the first act of its subject on a later day), where there is one."""
    if not len(acts):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    at = np.searchsorted(acts.code, occasions.code, side="right")
    met = acts.code[np.minimum(at, len(acts) - 1)]
    found = np.flatnonzero((at < len(acts)) & (met >> _WIDTH == occasions.code >> _WIDTH))
    day: Ints = (met[found] & (2**_WIDTH - 1)) + EVER
    return found, day
