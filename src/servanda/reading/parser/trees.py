"""The best tree over the words of a sentence from the scores of its arcs.

Invariant: what comes out is one tree with one root, and no such tree has a greater sum of scores. A word's head is given
by its place, the root by its own. What comes out is a function of the scores of the sentence alone; of two heads that
score alike the former is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from servanda.reading.parser.products import Floats

Ints = np.ndarray[Any, np.dtype[np.intp]]
Scores = np.ndarray[Any, np.dtype[np.float64]]
_COSTS = (2.0, 8.0, 32.0)
"""What a root is made to cost, tried in this order: the less it costs, the sooner a tree is found."""


def best_heads(scores: Floats) -> Ints:
    """(number, length) from (number, length, length): how well the second word heads the first, on the diagonal how
    well it is the root. Where the best heads of the words make a tree, which they mostly do, no more is worked out."""
    heads: Ints = scores.argmax(axis=-1)
    for place in np.flatnonzero(~_are_trees(heads)).tolist():
        heads[place] = best_tree(scores[place])
    return heads


def _are_trees(heads: Ints) -> np.ndarray[Any, np.dtype[np.bool_]]:
    length = heads.shape[1]
    own = heads == np.arange(length)
    ends = heads
    for _ in range((length - 1).bit_length()):
        ends = np.take_along_axis(ends, ends, axis=1)
    # from everywhere one comes to the one root
    found: np.ndarray[Any, np.dtype[np.bool_]] = (own.sum(axis=1) == 1) & np.take_along_axis(own, ends, axis=1).all(axis=1)
    return found


def best_tree(scores: Floats) -> Ints:
    """The best tree of one sentence.

    The root is a word under a node 0 that stands before all words. Where the best tree of any number of roots has
    several, the arcs from 0 are made to cost more, at last more than a tree can gain: the best tree at any such cost, if
    it has one root, is the best of those with one.
    """
    length = len(scores)
    full = np.full((length + 1, length + 1), -np.inf)
    full[1:, 1:] = scores
    np.fill_diagonal(full, -np.inf)
    most = (float(scores.max()) - float(scores.min()) + 1.0) * (length + 1)
    for cost in (0.0, *_COSTS, most):
        full[1:, 0] = scores.diagonal() - min(cost, most)
        heads = _arborescence(full)[1:] - 1
        if np.count_nonzero(heads < 0) == 1:
            break
    return np.where(heads < 0, np.arange(length), heads)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A circle drawn together into the last node of a smaller graph."""

    heads: Ints
    """Of all nodes before: those in the circle."""
    circle: Ints
    others: Ints
    enter: Ints
    """By the others: the node of the circle at which an arc from there enters."""
    leave: Ints
    """By the others: the node of the circle from which an arc leads there."""


def _arborescence(scores: Scores) -> Ints:
    """The heads of all nodes in the best tree under node 0, whose own is 0 (Chu and Liu, 1965; Edmonds, 1967)."""
    drawn: list[_Drawn] = []
    while True:
        heads: Ints = scores.argmax(axis=1)
        heads[0] = 0
        circle = _circle(heads.tolist())
        if not circle:
            break
        scores, one = _draw(scores, heads, np.array(circle, dtype=np.intp))
        drawn.append(one)
    for one in reversed(drawn):
        heads = _undraw(heads, one)
    return heads


def _circle(heads: Sequence[int]) -> list[int]:
    """The nodes of the first circle, in their order; none in a tree."""
    seen = [0] * len(heads)  # by which way a node was come to
    seen[0] = -1
    for start in range(1, len(heads)):
        node = start
        while not seen[node]:
            seen[node] = start
            node = heads[node]
        if seen[node] == start:
            found = [node]
            while heads[found[-1]] != node:
                found.append(heads[found[-1]])
            return sorted(found)
    return []


def _draw(scores: Scores, heads: Ints, circle: Ints) -> tuple[Scores, _Drawn]:
    inside = np.zeros(len(scores), dtype=bool)
    inside[circle] = True
    others = np.flatnonzero(~inside)
    # into the circle: what the arc gains over the one it replaces
    into = scores[circle][:, others] - scores[circle, heads[circle]][:, None]
    out = scores[others][:, circle]
    enter, leave = into.argmax(axis=0), out.argmax(axis=1)
    smaller = np.full((len(others) + 1, len(others) + 1), -np.inf)
    smaller[:-1, :-1] = scores[others][:, others]
    smaller[-1, :-1] = into[enter, np.arange(len(others))]
    smaller[:-1, -1] = out[np.arange(len(others)), leave]
    return smaller, _Drawn(heads, circle, others, circle[enter], circle[leave])


def _undraw(smaller: Ints, one: _Drawn) -> Ints:
    heads = one.heads.copy()
    last = len(one.others)
    above = smaller[:-1]
    heads[one.others] = np.where(above == last, one.leave, one.others[np.minimum(above, last - 1)])
    by = smaller[-1]
    heads[one.enter[by]] = one.others[by]
    return heads
