"""Scores of arcs, labels and tags from the vectors of words (Dozat and Manning, 2017).

Invariant: those of a sentence are a function of its vectors alone, to the bit.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from servanda.reading.parser.encoder import Group, Ints, Together, by_distance, lined
from servanda.reading.parser.products import Dense, Floats, Weights, array, greatest


@dataclass(frozen=True, slots=True)
class Scoring:
    """The last layers; each takes normed vectors."""

    ends: Dense
    """Of a word as dependent and as head, one after the other."""
    pair: Dense
    """Of a word as dependent: what is multiplied with each head; in the last column, how well it has none."""
    near: Floats
    """A line of what is added by the distance."""
    sides: Dense
    """For labels: of a word as dependent and as head, one after the other."""
    root: Floats
    """In place of a head where there is none."""
    label: Dense
    tag: Dense

    @classmethod
    def of(cls, weights: Weights) -> Scoring:
        under, over = (Dense.of(weights, f"out.{name}", after="norm") for name in ("under", "over"))
        lone, root = weights["out.lone.weight"][0], weights["out.root.weight"][0]
        scale = math.sqrt(len(lone))
        # (u P) o + l o = (u P + l) o
        pair = Dense(
            array(np.concatenate([weights["out.pair.weight"].T / scale, root[:, None]], axis=1)),
            array(np.concatenate([lone, weights["out.root.bias"]])),
        )
        return cls(
            ends=Dense.beside(under, over),
            pair=pair,
            near=lined(weights["out.near"] + weights["out.lone.bias"]),
            sides=Dense.beside(*(Dense.of(weights, f"out.label_{name}", after="norm") for name in ("under", "over"))),
            root=array(weights["out.label_root"]),
            label=Dense.of(weights, "out.label"),
            tag=Dense.of(weights, "out.tag", after="norm"),
        )

    def arcs(self, rows: Floats, together: Together) -> Iterator[tuple[Group, Floats]]:
        """(number, length, length) of the sentences of one length: how well the second word heads the first; on the
        diagonal, how well none does."""
        ends = self.ends(rows)
        np.maximum(ends, 0.0, out=ends)
        wide = ends.shape[1] // 2
        under = self.pair(array(ends[:, :wide]))
        for group in together.groups:
            mine = group.of(under)
            scores = np.matmul(mine[..., :wide], group.of(ends)[..., wide:].swapaxes(-1, -2))
            scores += by_distance(self.near, group.length)
            np.einsum("nii->ni", scores)[:] = mine[..., wide]
            yield group, scores

    def labels(self, rows: Floats, heads: Ints) -> Floats:
        """(words, labels) of each word under its head, a row; one that is its own head has none."""
        sides = self.sides(rows)
        wide = sides.shape[1] // 2
        above = sides[heads, wide:]
        above[heads == np.arange(len(heads))] = self.root
        above += sides[:, :wide]
        return self.label(greatest(above, 2))

    def tags(self, rows: Floats) -> Floats:
        """(words, tags)."""
        return self.tag(rows)
