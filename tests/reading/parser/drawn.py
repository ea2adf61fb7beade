"""Trees of the tests, written out word by word."""

from __future__ import annotations

from servanda.reading.parser.arcs import Arcs


def tree(*rows: str) -> Arcs:
    """Lines of "form lemma POS head label [feats]"; the head is the number of its line, its own for the root."""
    cells = [line.split() for row in rows for line in row.strip().split("\n")]
    return Arcs(
        [c[0] for c in cells],
        [True] * len(cells),
        [c[1] for c in cells],
        [c[2] for c in cells],
        [c[5] if len(c) > 5 else "" for c in cells],
        [int(c[3]) for c in cells],
        [c[4] for c in cells],
    )
