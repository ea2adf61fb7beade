"""Neighbours merged: equal statuses that touch in valid time, then equal ones that touch in known time.

Invariant: merging changes the status of no (D, K); what is left has no mergeable neighbour of the same extent.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from servanda.batch.columns import NEVER, Ints, Rectangles
from servanda.batch.ordering import order_by

_SAME = ("duty", "force", "compliance", "epistemic", "due", "because")


def merged(found: Rectangles, *, uneven: bool = False) -> Rectangles:
    """The rectangles with neighbours merged, in the order of duty, known and valid time.

    `uneven`: known time is cut on other days for some valid days than for others. Then a merging along known time may
    make new neighbours along valid time, so both are repeated until nothing merges; else once is enough.
    """
    rows = _small(found)
    before = -1
    while len(rows) != before:
        rows = _joined(rows, ("known_from", "known_to"), "valid_from", "valid_to")
        before = len(rows)
        rows = _joined(rows, ("valid_from", "valid_to"), "known_from", "known_to")
        if not uneven:
            break
    return rows.take(order_by(rows.duty, rows.known_from, rows.valid_from))


def _small(found: Rectangles) -> Rectangles:
    """The same in narrow columns, which are quicker to move: days and duties in 32 bits, codes in 8."""
    widths = dict.fromkeys(("force", "compliance", "epistemic"), np.int8) | {"because": np.int64}
    return Rectangles(**{f: getattr(found, f).astype(widths.get(f, np.int32), copy=False) for f in found.__slots__})


def _joined(found: Rectangles, alike: tuple[str, str], begins: str, ends: str) -> Rectangles:
    """Merge along one clock what agrees in all else."""
    if not len(found):
        return found
    order = order_by(found.duty, getattr(found, alike[0]), getattr(found, begins))
    first, last = getattr(found, begins)[order], getattr(found, ends)[order]
    same = (first[1:] == last[:-1] + 1) & (last[:-1] != NEVER)
    for name in (*_SAME, *alike):
        column = getattr(found, name)[order]
        same &= column[1:] == column[:-1]
    starts = np.flatnonzero(np.r_[True, ~same])
    stops: Ints = np.r_[starts[1:], len(order)] - 1
    return replace(found.take(order[starts]), **{ends: last[stops]})
