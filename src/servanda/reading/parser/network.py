"""The parser itself: words of sentences in, for each sentence heads, labels and tags out.

Invariant: what comes out for a sentence is one tree with one root, labelled ROOT and no other word so; it is a function
of the sentence alone, to the bit. It is worked out as training/network.py has it, with numpy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from servanda.reading.parser.encoder import MOST, Encoder, Ints, Together
from servanda.reading.parser.products import Floats, Weights, one_thread
from servanda.reading.parser.scoring import Scoring
from servanda.reading.parser.trees import best_heads
from servanda.reading.parser.word_vectors import WordVectors

ROOT = "ROOT"
_PARTS = "parataxis"
"""A sentence of more than MOST words goes through in parts: the label of a later one under the root of the first."""
_ROWS = 2048
"""Rows that go through together: enough for matrix products at full speed, few enough for the caches."""


class Tag(NamedTuple):
    """A tag and features as written in a treebank."""

    pos: str
    feats: str

    @classmethod
    def of(cls, text: str) -> Tag:
        """That of a text such as "NOUN Number=Sing"."""
        pos, _, feats = text.partition(" ")
        return cls(pos, feats)


class Parse(NamedTuple):
    """A sentence's tags, heads (a word's place, the root its own) and labels."""

    tags: list[Tag]
    heads: list[int]
    labels: list[str]


@dataclass(frozen=True, slots=True)
class Network:
    """All layers, and the labels and tags in the order of their scores."""

    words: WordVectors
    encoder: Encoder
    scoring: Scoring
    labels: tuple[str, ...]
    tags: tuple[Tag, ...]

    @classmethod
    def of(cls, weights: Weights, known: Sequence[str], blocks: int, labels: Sequence[str], tags: Sequence[str]) -> Network:
        """known: the known words in the order of their rows."""
        return cls(
            WordVectors.of(weights, known),
            Encoder.of(weights, blocks),
            Scoring.of(weights),
            tuple(labels),
            tuple(Tag.of(tag) for tag in tags),
        )

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[Parse]:
        """The parse of each sentence, from its words."""
        parts = [s[at : at + MOST] for s in sentences for at in range(0, len(s) or 1, MOST)]
        found = [Parse([], [], [])] * len(parts)
        # those of like length go together
        waiting = sorted((n for n, part in enumerate(parts) if part), key=lambda n: len(parts[n]))
        with one_thread():
            while waiting:
                some = rows = 0
                while some < len(waiting) and (not some or rows + len(parts[waiting[some]]) <= _ROWS):
                    rows += len(parts[waiting[some]])
                    some += 1
                for n, parse in zip(waiting, self._together([parts[n] for n in waiting[:some]]), strict=False):
                    found[n] = parse
                waiting = waiting[some:]
        following = iter(found)
        return [_joined([next(following) for _ in range(0, len(s) or 1, MOST)]) for s in sentences]

    def _together(self, sentences: Sequence[Sequence[str]]) -> list[Parse]:
        together = Together.of([len(s) for s in sentences])
        rows = np.zeros((together.rows, self.words.width), dtype=np.float32)
        rows[together.words] = self.words([form for s in sentences for form in s])
        rows = self.encoder(rows, together)
        above = np.arange(together.rows)
        places: list[int] = []
        for group, scores in self.scoring.arcs(rows, together):
            heads = best_heads(scores)
            places += heads.ravel().tolist()
            above[group.rows()] = heads + group.firsts()[:, None]
        words = together.words
        return self._named(sentences, places, self._labels(rows, above, words), self._tags(rows, words))

    def _labels(self, rows: Floats, above: Ints, words: Ints) -> list[str]:
        scores = self.scoring.labels(rows, above)
        roots = above == np.arange(len(above))
        root = self.labels.index(ROOT)
        scores[:, root] = np.where(roots, np.inf, -np.inf)
        names = self.labels
        return [names[n] for n in scores[words].argmax(axis=1).tolist()]

    def _tags(self, rows: Floats, words: Ints) -> list[Tag]:
        tags = self.tags
        return [tags[n] for n in self.scoring.tags(rows)[words].argmax(axis=1).tolist()]

    @staticmethod
    def _named(
        sentences: Sequence[Sequence[str]], heads: Sequence[int], labels: Sequence[str], tags: Sequence[Tag]
    ) -> list[Parse]:
        found, at = [], 0
        for sentence in sentences:
            end = at + len(sentence)
            found.append(Parse(list(tags[at:end]), list(heads[at:end]), list(labels[at:end])))
            at = end
        return found


def _joined(parts: Sequence[Parse]) -> Parse:
    """The parts of a sentence as one: the roots of the later ones hang on that of the first."""
    if len(parts) == 1:
        return parts[0]
    tags: list[Tag] = []
    heads: list[int] = []
    labels: list[str] = []
    for part in parts:
        root = part.labels.index(ROOT)
        start = len(heads)
        tags += part.tags
        labels += part.labels
        heads += [head + start for head in part.heads]
        if start:
            heads[start + root], labels[start + root] = parts[0].labels.index(ROOT), _PARTS
    return Parse(tags, heads, labels)
