"""Known time cut into slabs: between two days on which something about a duty becomes known, or no longer is.

Invariant: the slabs of a duty cover all of known time without gaps, and within one slab the same entries are known.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from servanda.batch.columns import EVER, NEVER, Duties, Entries, Ints

_WIDTH = 32


@dataclass(frozen=True, slots=True)
class Slabs:
    """Slabs in the order of duty and day; `code` is both in one number."""

    duty: Ints
    since: Ints
    until: Ints
    code: Ints

    def __len__(self) -> int:
        return len(self.duty)


def slabs(duties: Duties, entries: Entries) -> Slabs:
    """The slabs of all duties."""
    every = np.arange(len(duties), dtype=np.int64)
    gone = entries.gone != NEVER
    days = [(every, np.full(len(every), EVER)), (entries.duty, entries.known), (entries.duty[gone], entries.gone[gone])]
    code = np.sort(np.concatenate([_code(d, k) for d, k in days]))
    code = code[np.r_[np.ones(min(1, len(code)), bool), code[1:] != code[:-1]]]
    duty, since = code >> _WIDTH, (code & (2**_WIDTH - 1)) + EVER
    same = np.r_[duty[1:] == duty[:-1], np.zeros(min(1, len(duty)), bool)]
    until = np.where(same, np.r_[since[1:], since[:1]] - 1, NEVER)
    return Slabs(duty, since, until, code)


def spread(cut: Slabs, entries: Entries) -> tuple[Ints, Ints]:
    """Pairs (slab, entry): each entry in every slab in which it is known."""
    one = np.searchsorted(cut.code, _code(entries.duty, entries.known))
    two = np.searchsorted(cut.code, _code(entries.duty, entries.gone))
    many = np.maximum(two - one, 0)
    which = np.repeat(np.arange(len(entries)), many)
    offset = np.arange(len(which)) - np.repeat(np.cumsum(many) - many, many)
    return one[which] + offset, which


def _code(duty: Ints, day: Ints) -> Ints:
    code: Ints = (duty.astype(np.int64) << _WIDTH) + (day.astype(np.int64) - EVER)
    return code
