"""The vectors of words in their sentences: residual layers of windows and of attention, by turns.

Invariant: the vectors of a sentence are a function of its words alone, to the bit, whatever sentences go through beside
it. Each sentence begins at a multiple of STEP, as the products ask; the rows between sentences are nobody's. No window
and no attention reaches beyond its sentence, and what is worked out between the words of a sentence has the shape that it
has when the sentence is alone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy as np

from servanda.reading.parser.products import STEP, Dense, Floats, Gain, Weights, array, greatest, normed, whole

Ints = np.ndarray[Any, np.dtype[np.intp]]
FAR = 20
"""Distances between words are told apart up to this."""
MOST = 1000
"""Words of the longest sentence."""
_PAIRS = 32_768
"""So many pairs of words are looked at together: few enough for the caches."""


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences of one length that stand one after another, from a row on."""

    start: int
    number: int
    length: int

    def of(self, rows: Floats) -> Floats:
        """The rows of these sentences, (number, length, width); a view."""
        every = whole(self.length, STEP)
        return rows[self.start : self.start + self.number * every].reshape(self.number, every, -1)[:, : self.length]

    def firsts(self) -> Ints:
        """The first row of each of these sentences."""
        return self.start + whole(self.length, STEP) * np.arange(self.number)

    def rows(self) -> Ints:
        """(number, length), the row of each word."""
        return self.firsts()[:, None] + np.arange(self.length)


@dataclass(frozen=True, slots=True)
class Together:
    """Where sentences stand that go through the layers together."""

    rows: int
    words: Ints
    """The row of each word."""
    firsts: Ints
    lasts: Ints
    groups: tuple[Group, ...]

    @classmethod
    def of(cls, lengths: Sequence[int]) -> Together:
        """That of sentences, none of them empty, in the order of their lengths."""
        groups, start = [], 0
        for length, some in groupby(lengths):
            left, most = len(list(some)), max(1, _PAIRS // (length * length))
            while left:
                groups.append(Group(start, min(left, most), length))
                start += min(left, most) * whole(length, STEP)
                left -= min(left, most)
        firsts = np.concatenate([group.firsts() for group in groups])
        lasts = firsts + np.array(lengths, dtype=np.intp) - 1
        words = np.concatenate([group.rows().ravel() for group in groups])
        return cls(whole(start), words, firsts, lasts, tuple(groups))


def lined(near: Floats) -> Floats:
    """(..., 2 * FAR + 1), what is added for each distance, continued to the furthest that there are."""
    return array(near[..., np.clip(np.arange(1 - MOST, MOST), -FAR, FAR) + FAR])


def by_distance(line: Floats, length: int) -> Floats:
    """(..., length, length) from a line: what is added for the distance from the first word to the second. A view."""
    middle = line[..., MOST - 1 :]
    step = line.strides[-1]
    shape, strides = (*line.shape[:-1], length, length), (*line.strides[:-1], -step, step)
    return np.lib.stride_tricks.as_strided(middle, shape, strides, writeable=False)


@dataclass(frozen=True, slots=True)
class Window:
    """x + norm(greatest of some linear pieces of a word and its neighbours)."""

    dense: Dense
    gain: Gain
    pieces: int

    @classmethod
    def of(cls, weights: Weights, name: str) -> Window:
        dense, gain = Dense.of(weights, f"{name}.linear"), Gain.of(weights, f"{name}.norm")
        return cls(dense, gain, len(dense.bias) // len(gain.gain))

    def __call__(self, rows: Floats, together: Together) -> Floats:
        width = rows.shape[1]
        window = np.empty((len(rows), 3 * width), dtype=np.float32)
        window[1:, :width] = rows[:-1]
        window[together.firsts, :width] = 0.0
        window[:, width : 2 * width] = rows
        window[:-1, 2 * width :] = rows[1:]
        window[-1, 2 * width :] = 0.0
        window[together.lasts, 2 * width :] = 0.0
        found = self.gain(normed(greatest(self.dense(window), self.pieces)))
        found += rows
        return found


@dataclass(frozen=True, slots=True)
class Attention:
    """x + what the words of the sentence give each other, weighted by likeness and distance."""

    three: Dense
    """Of a normed row: what a word asks, the root of the width divided out; what it answers to; what it gives."""
    out: Dense
    near: Floats
    """A line for each head."""

    @classmethod
    def of(cls, weights: Weights, name: str) -> Attention:
        three, near = Dense.of(weights, f"{name}.three", after=f"{name}.norm"), lined(weights[f"{name}.near"])
        width = len(three.weights)
        scale = np.ones(3 * width, dtype=np.float32)
        scale[:width] = 1.0 / math.sqrt(width / len(near))
        return cls(Dense(three.weights * scale, three.bias * scale), Dense.of(weights, f"{name}.out"), near)

    def __call__(self, rows: Floats, together: Together) -> Floats:
        three = self.three(normed(rows))
        mixed = np.zeros_like(rows)
        for group in together.groups:
            self._mix(group, three, mixed)
        found = self.out(mixed)
        found += rows
        return found

    def _mix(self, group: Group, three: Floats, mixed: Floats) -> None:
        number, length, heads = group.number, group.length, len(self.near)
        asked, answer, given = group.of(three).reshape(number, length, 3, heads, -1).transpose(2, 0, 3, 1, 4)
        into = group.of(mixed).reshape(number, length, heads, -1).transpose(0, 2, 1, 3)
        answer = answer.swapaxes(-1, -2)
        near = by_distance(self.near, length)
        step = max(1, _PAIRS // length)  # of a very long sentence some words after others
        for at in range(0, length, step):
            score = np.matmul(asked[..., at : at + step, :], answer)
            score += near[:, at : at + step]
            score -= score.max(axis=-1, keepdims=True)
            np.exp(score, out=score)
            found = np.matmul(score, given)
            found /= np.add.reduce(score, axis=-1, keepdims=True)
            into[..., at : at + step, :] = found


@dataclass(frozen=True, slots=True)
class Encoder:
    """Blocks of a window and an attention each."""

    blocks: tuple[tuple[Window, Attention], ...]

    @classmethod
    def of(cls, weights: Weights, blocks: int) -> Encoder:
        return cls(tuple((Window.of(weights, f"layers.{n}"), Attention.of(weights, f"attend.{n}")) for n in range(blocks)))

    def __call__(self, rows: Floats, together: Together) -> Floats:
        """The vectors, normed, from those of the words by themselves; the gain of the last norm is left to what follows."""
        for window, attention in self.blocks:
            rows = attention(window(rows, together), together)
        return normed(rows)
