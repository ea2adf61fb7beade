"""Neighbours merged: equal statuses that touch in valid time, then equal ones that touch in known time.

Invariant: merging changes the status of no (D, K); what is left has no mergeable neighbour of the same extent.
"""

from __future__ import annotations

import numpy as np

from servanda.batch.columns import NEVER, Ints, Rectangles
from servanda.batch.ordering import order_by

_SAME = ("duty", "force", "compliance", "epistemic", "due", "because")


def merged(found: Rectangles) -> Rectangles:
    """The rectangles with neighbours merged, in the order of duty, known and valid time."""
    along_valid = _joined(found, ("known_from", "known_to"), "valid_from", "valid_to")
    again = _joined(along_valid, ("valid_from", "valid_to"), "known_from", "known_to")
    return again.take(order_by(again.duty, again.known_from, again.valid_from))


def _joined(found: Rectangles, alike: tuple[str, str], begins: str, ends: str) -> Rectangles:
    """Merge along one clock what agrees in all else."""
    if not len(found):
        return found
    rows = found.take(order_by(found.duty, getattr(found, alike[0]), getattr(found, begins)))
    first, last = getattr(rows, begins), getattr(rows, ends)
    same = (first[1:] == last[:-1] + 1) & (last[:-1] != NEVER)
    for name in (*_SAME, *alike):
        column = getattr(rows, name)
        same &= column[1:] == column[:-1]
    starts = np.flatnonzero(np.r_[True, ~same])
    stops: Ints = np.r_[starts[1:], len(rows)] - 1
    out = rows.take(starts)
    values = {name: getattr(out, name) for name in out.__slots__}
    values[ends] = last[stops]
    return Rectangles(**values)
