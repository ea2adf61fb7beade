"""Sorted runs of rows on disk made one sorted sequence, with few rows of each in memory (an external merge sort).

Invariant: what comes out is what went in, in the order of the lines; of all runs together about `most` rows are held at
a time.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import polars as pl

from servanda.batch.chunks import rows_of
from servanda.batch.lines import LINE

WIDEST = 32  # runs merged at a time; where there are more, these are first made one
Run = Sequence[Path]


def merged(runs: Sequence[Run], most: int, kept: Callable[[pl.DataFrame], Path]) -> Iterator[pl.DataFrame]:
    """The rows of sorted runs, each of one or more files with a column LINE, in frames of about `most` rows.

    `kept` writes a frame of what is merged on the way and gives its file.
    """
    left = list(runs)
    while len(left) > WIDEST:
        few, left = left[:WIDEST], left[WIDEST:]
        left.append([kept(frame) for frame in _together(few, most)])
        for path in itertools.chain.from_iterable(few):
            path.unlink()
    yield from _together(left, most)


def _together(runs: Sequence[Run], most: int) -> Iterator[pl.DataFrame]:
    """Each time, of all that is held, the rows that no row still to come can precede."""
    size = max(1, most // max(1, len(runs)))
    coming = [itertools.chain.from_iterable(rows_of(p, size) for p in run) for run in runs]
    held: list[pl.DataFrame | None] = [next(c, None) for c in coming]
    gathered: list[pl.DataFrame] = []
    while any(h is not None for h in held):
        bound = min(h[LINE][-1] for h in held if h is not None)
        ready = [h.filter(pl.col(LINE) <= bound) for h in held if h is not None]
        gathered.append(pl.concat(ready).sort(LINE))
        for n, h in enumerate(held):
            if h is None:
                continue
            rest = h.filter(pl.col(LINE) > bound)
            held[n] = rest if rest.height else next(coming[n], None)
        if sum(g.height for g in gathered) >= most:
            yield pl.concat(gathered)
            gathered = []
    if gathered:
        yield pl.concat(gathered)
