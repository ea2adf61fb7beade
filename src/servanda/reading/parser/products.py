"""Matrix products of many rows with one matrix, and the layers made of little else.

Invariant: while `one_thread` is on, what comes out for a row depends on that row and on its place modulo STEP alone, to
the bit, not on how many rows are given together: every product that is worked out has the same shape, and a row is never
among those that a library treats apart at the edge. It depends on the place, since the libraries take some rows at a time
and do not add up alike for each of these: what is to come out alike has to begin at a multiple of STEP.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
from threadpoolctl import ThreadpoolController

Floats = np.ndarray[Any, np.dtype[np.float32]]
Weights = Mapping[str, Floats]
"""Arrays by the names that training/network.py has for them."""
_ROWS = 60
_STEPS = (12, 16, 24, 48)
"""Of the last there is one alone in a product, so that it serves with any library."""
SHAPES = ((368, 320), (480, 320), (160, 480), (160, 160), (160, 256), (160, 512), (128, 129), (128, 48), (160, 124))
"""The matrices of our parser."""
_SMALLEST = np.float32(1e-05)
"""What is added to a variance."""
_THREADS = ThreadpoolController()


@contextmanager
def one_thread() -> Iterator[None]:
    """Several threads on products as small as these spend their time in waiting for one another."""
    with _THREADS.limit(limits=1):
        yield


def _begins_anew(step: int) -> bool:
    """Whether a row comes out alike at each multiple of so many rows of a product, in the shapes of our parser."""
    draw = np.random.default_rng(12)
    for deep, wide in SHAPES:
        some = draw.standard_normal((step, deep)).astype(np.float32)
        matrix = draw.standard_normal((deep, wide)).astype(np.float32)
        found = np.matmul(np.tile(some, (_together(step) // step, 1)), matrix).reshape(-1, step, wide)
        if not (found == found[0]).all():
            return False
    return True


def _together(step: int) -> int:
    return step * max(1, _ROWS // step)


def _step() -> int:
    with one_thread():
        return next((step for step in _STEPS if _begins_anew(step)), _STEPS[-1])


STEP = _step()
"""Rows after which the library of this machine begins anew; it depends on the processor, and is tried out here."""
TOGETHER = _together(STEP)
"""Rows of one product."""


def product(rows: Floats, matrix: Floats) -> Floats:
    """The product of a (number, deep) and a (deep, wide) array."""
    number, deep = rows.shape
    parts = -(-number // TOGETHER)
    if number != parts * TOGETHER:
        padded = np.zeros((parts * TOGETHER, deep), dtype=np.float32)
        padded[:number] = rows
        rows = padded
    found: Floats = np.matmul(rows.reshape(parts, TOGETHER, deep), matrix)
    return found.reshape(parts * TOGETHER, -1)[:number]


def whole(number: int, of: int = TOGETHER) -> int:
    """The next multiple. So many rows `product` need not copy."""
    return -(-number // of) * of


def array(values: Floats) -> Floats:
    """An array as the products take it."""
    return np.ascontiguousarray(values, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Dense:
    """A linear layer."""

    weights: Floats
    """(deep, wide)."""
    bias: Floats

    @classmethod
    def of(cls, weights: Weights, name: str, after: str = "") -> Dense:
        """That of a name; of one that follows a norm, with the gain and the shift of the norm worked in."""
        matrix, bias = weights[f"{name}.weight"].T, weights[f"{name}.bias"]
        if after:
            bias = bias + weights[f"{after}.bias"] @ matrix
            matrix = weights[f"{after}.weight"][:, None] * matrix
        return cls(array(matrix), array(bias))

    @classmethod
    def beside(cls, *layers: Dense) -> Dense:
        """Several layers over the same rows as one."""
        return cls(array(np.concatenate([d.weights for d in layers], axis=1)), np.concatenate([d.bias for d in layers]))

    def __call__(self, rows: Floats) -> Floats:
        found = product(rows, self.weights)
        found += self.bias
        return found


@dataclass(frozen=True, slots=True)
class Gain:
    """What a norm multiplies by and adds."""

    gain: Floats
    shift: Floats

    @classmethod
    def of(cls, weights: Weights, name: str) -> Gain:
        return cls(array(weights[f"{name}.weight"]), array(weights[f"{name}.bias"]))

    def __call__(self, rows: Floats) -> Floats:
        """The rows themselves, changed."""
        rows *= self.gain
        rows += self.shift
        return rows


def normed(rows: Floats) -> Floats:
    """Each row with mean 0 and variance 1."""
    width = np.float32(rows.shape[1])
    found: Floats = rows.copy()
    found -= np.add.reduce(rows, axis=1, keepdims=True) / width
    spread = np.einsum("ij,ij->i", found, found)[:, None] / width + _SMALLEST
    found /= np.sqrt(spread)
    return found


def greatest(rows: Floats, pieces: int) -> Floats:
    """Of so many pieces, which stand one after another in a row, the greatest in each place."""
    width = rows.shape[1] // pieces
    found: Floats = rows[:, :width].copy()
    for at in range(width, pieces * width, width):
        np.maximum(found, rows[:, at : at + width], out=found)
    return found
