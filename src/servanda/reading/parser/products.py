"""Matrix products of many rows with one matrix.

Invariant: what comes out for a row depends on that row alone, to the bit, not on how many rows are given together: every
product that is worked out has the same shape, and a row is never among those that a library treats apart at the edge.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from threadpoolctl import ThreadpoolController

Floats = np.ndarray[Any, np.dtype[np.float32]]
_TOGETHER = 64
"""Rows of one product."""
_THREADS = ThreadpoolController()


def product(rows: Floats, matrix: Floats) -> Floats:
    """The product of a (number, deep) and a (deep, wide) array."""
    number, deep = rows.shape
    parts = -(-number // _TOGETHER)
    if number != parts * _TOGETHER:
        padded = np.zeros((parts * _TOGETHER, deep), dtype=np.float32)
        padded[:number] = rows
        rows = padded
    found: Floats = np.matmul(rows.reshape(parts, _TOGETHER, deep), matrix)
    return found.reshape(parts * _TOGETHER, -1)[:number]


@contextmanager
def one_thread() -> Iterator[None]:
    """Several threads on products as small as these spend their time in waiting for one another."""
    with _THREADS.limit(limits=1):
        yield
