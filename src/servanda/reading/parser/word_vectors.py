"""The vector of each word by itself, from the tables of the model.

Invariant: it is a function of the word's letters alone, to the bit; it is worked out once for each form and remembered,
at most MOST_WORDS of them, whichever thread asks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock

import numpy as np

from servanda.reading.parser.products import Dense, Floats, Gain, Weights, array, greatest, normed
from servanda.reading.parser.words import PIECES, keys

MOST_WORDS = 50_000
"""How many words are remembered before the memory is emptied: 32 MB at a width of 160."""
_PIECES = 2
"""Linear pieces of which the greatest is taken."""


@dataclass(slots=True)
class WordVectors:
    """Tables of the known words (row 0 for all others) and of the pieces of spelling, and what is made of their rows."""

    known: Mapping[str, int]
    tables: Sequence[Floats]
    dense: Dense
    gain: Gain
    places: dict[str, int] = field(default_factory=dict)
    table: Floats = field(default_factory=lambda: np.zeros((0, 0), dtype=np.float32))
    lock: Lock = field(default_factory=Lock)

    @classmethod
    def of(cls, weights: Weights, known: Sequence[str]) -> WordVectors:
        """known: the known words in the order of their rows, from row 1."""
        tables = [weights["words.known.weight"], *(weights[f"words.tables.{n}.weight"] for n in range(len(PIECES)))]
        return cls(
            dict(zip(known, range(1, len(known) + 1), strict=True)),
            [array(table) for table in tables],
            Dense.of(weights, "words.linear"),
            Gain.of(weights, "words.norm"),
        )

    @property
    def width(self) -> int:
        return len(self.gain.gain)

    def __call__(self, forms: Sequence[str]) -> Floats:
        """The vectors of some words."""
        places = self.places
        with self.lock:
            new = [form for form in dict.fromkeys(forms) if form not in places]
            if len(places) + len(new) > MOST_WORDS:
                places.clear()
                self.table = self.table[:0]
                new = list(dict.fromkeys(forms))
            if new:
                self._add(new)
            rows = np.array([places[form] for form in forms], dtype=np.intp)
            return self.table.take(rows, axis=0)

    def _add(self, forms: Sequence[str]) -> None:
        number, kept = len(forms), len(self.places)
        if kept + number > len(self.table):
            larger = np.zeros((max(kept + number, min(2 * len(self.table), MOST_WORDS)), self.width), dtype=np.float32)
            larger[:kept] = self.table[:kept] if kept else 0.0
            self.table = larger
        self.table[kept : kept + number] = self._made(forms)
        self.places.update(zip(forms, range(kept, kept + number), strict=True))

    def _made(self, forms: Sequence[str]) -> Floats:
        sizes = [len(table) for table in self.tables[1:]]
        rows = np.array([keys(form, self.known, sizes) for form in forms], dtype=np.intp)
        given = np.concatenate([table[rows[:, n]] for n, table in enumerate(self.tables)], axis=1)
        # one product for each word, so that none is worked out otherwise beside others
        made = np.matmul(given[:, None, :], self.dense.weights)[:, 0] + self.dense.bias
        return self.gain(normed(greatest(made, _PIECES)))
