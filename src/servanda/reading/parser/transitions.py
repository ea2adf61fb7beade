"""The greedy arc-eager parser of a spaCy pipeline over many sentences in step, several times faster than spaCy's own loop.

Invariant: heads and labels are those of the pipeline's own parser on the same vectors, for texts that are one sentence
each; what comes out for a sentence does not depend on those parsed beside it. Words are counted from 1, 0 is none.

Each move of a sentence is scored from eight of its words: the next two of the buffer, the last three of the stack, and
the latest children of the first of each. What a word adds to the score in each of those places is worked out once.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from spacy.language import Language

from servanda.reading.parser.products import Floats, product

_PLACES = 8
_PLACE = np.arange(_PLACES)
_ROWS = 3072
"""So many words go through together: enough sentences in step, few enough vectors for the caches."""
_SHIFT, _REDUCE, _LEFT, _RIGHT = "S", "D", "L", "R"
_ROOT = "ROOT"
_RAISED = "||"
"""Parts the label of a word that was raised, so that no arcs cross, from that of its head."""


Choice = tuple[int, int, int, int, int, int, int, int, int]
"""The eight words on which the next move rests, and which moves are open: 1 shift, 2 reduce, 3 both."""
Tree = tuple[list[int], list[str]]
"""Heads, counted from 0, the root its own; labels."""


def _way(length: int, moves: Sequence[tuple[str, str]]) -> Generator[Choice, Any, Tree]:
    """A sentence on its way: gives what the next move rests on, is sent the move, and returns the tree at the end. Moves
    without a choice are made unasked. Everything is a local name, since a sentence comes through here twice for each word.
    """
    stack: list[int] = []
    back: list[int] = []  # words put back on the buffer, before the following one
    following = 1
    heads = [0] * (length + 1)
    labels = [_ROOT] * (length + 1)
    left = [0] * (length + 1)  # the latest child to the left of each word, and to the right
    right = [0] * (length + 1)
    before = [0] * (length + 1)  # the child to the right that the head of a word had before it
    returned = [False] * (length + 1)  # words put back may not be shifted again
    while True:
        if not back and following > length:
            if not stack:
                return _tree(heads, labels)
            move, label = _REDUCE, ""
            first = 0
        else:
            rest = following if following <= length else 0
            if back:
                first = back[-1]
                second = back[-2] if len(back) > 1 else rest
            else:
                first = rest
                second = rest + 1 if rest < length else 0
            depth = len(stack)
            if not depth:
                move, label = _SHIFT, ""
            else:
                top = stack[-1]
                chosen = yield (
                    first,
                    second,
                    top,
                    stack[-2] if depth > 1 else 0,
                    stack[-3] if depth > 2 else 0,
                    left[first],
                    left[top],
                    right[top],
                    (second != 0 and not returned[first]) + 2 * (depth > 1),
                )
                move, label = moves[chosen]
        if move == _REDUCE:
            top = stack.pop()
            if stack and not heads[top]:
                back.append(top)
                returned[top] = True
            continue
        if move == _LEFT:
            top = stack.pop()
            if heads[top]:
                right[heads[top]] = before[top]
            heads[top], labels[top] = first, label
            left[first] = top
            returned[first] = False
            continue
        if move == _RIGHT:
            heads[first], labels[first] = top, label
            before[first] = right[top]
            right[top] = first
        stack.append(first)
        if back:
            back.pop()
        else:
            following += 1


def _tree(heads: Sequence[int], labels: Sequence[str]) -> Tree:
    """The tree of arcs counted from 1."""
    found = [head - 1 if head else i for i, head in enumerate(heads[1:])]
    named = list(labels[1:])
    for i, label in enumerate(named):
        if _RAISED in label:
            named[i], _, above = label.partition(_RAISED)
            found[i] = _raised(i, above, found, named)
    return found, named


def _raised(word: int, label: str, heads: Sequence[int], labels: Sequence[str]) -> int:
    """The head of a word whose arc would cross others: the first below its head, level by level, under a label."""
    level = [heads[word]]
    while level:
        below = [i for over in level for i, head in enumerate(heads) if head == over and i not in (word, over)]
        found = next((i for i in below if labels[i] == label), None)
        if found is not None:
            return found
        level = below
    return heads[word]


@dataclass(frozen=True, slots=True)
class Transitions:
    """The parser of a pipeline: weights, and its moves with their labels in the order of their scores."""

    reduce: Floats
    """(width of a token vector, width within the parser), and what is added."""
    reduce_bias: Floats
    places: Floats
    """(width within the parser, places * pieces * hidden), the pieces one after another."""
    missing: Floats
    """(places, pieces * hidden): what stands in each place where there is no word."""
    bias: Floats
    scores: Floats
    scores_bias: Floats
    """(4, moves): by the moves that are open."""
    moves: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, nlp: Language) -> Transitions | None:
        """That of a pipeline, or None where its parser is of another make than is copied here."""
        parser = nlp.get_pipe("parser")
        model = parser.model  # type: ignore[attr-defined]
        if parser.cfg.get("beam_width") != 1 or model.name != "parser_model" or not model.attrs["has_upper"]:  # type: ignore[attr-defined]
            return None
        reduce, lower, upper = model.layers[0].layers[-1], model.get_ref("lower"), model.get_ref("upper")
        weights = lower.get_param("W")
        names = [layer.name for layer in model.layers[0].layers]
        if names != ["tok2vec-listener", "list2array", "linear"] or model.attrs["unseen_classes"]:
            return None
        if weights.shape[0] != _PLACES or weights.shape[2] != 2:
            return None
        moves = tuple((name[:1], name[2:]) for name in parser.move_names)  # type: ignore[attr-defined]
        if any(label == "subtok" for _, label in moves):
            return None
        inner = weights.shape[3]
        # (places, hidden, pieces, inner) to (inner, places, pieces, hidden)
        by_piece = weights.transpose(3, 0, 2, 1).reshape(inner, -1)
        return cls(
            reduce=_array(reduce.get_param("W").T),
            reduce_bias=_array(reduce.get_param("b")),
            places=_array(by_piece),
            missing=_array(lower.get_param("pad")[0].transpose(0, 2, 1).reshape(_PLACES, -1)),
            bias=_array(lower.get_param("b").T.reshape(-1)),
            scores=_array(upper.get_param("W").T),
            scores_bias=np.stack([_open(moves, code) + upper.get_param("b") for code in range(4)]),
            moves=moves,
        )

    def parse(self, vectors: Sequence[Floats]) -> list[Tree]:
        """The tree of each sentence, from the vectors of its words."""
        found: list[Tree] = [([], [])] * len(vectors)
        # those of like length go together, so that they end together
        waiting = sorted((i for i, rows in enumerate(vectors) if len(rows)), key=lambda i: len(vectors[i]))
        while waiting:
            some = rows = 0
            while some < len(waiting) and (not some or rows + len(vectors[waiting[some]]) < _ROWS):
                rows += len(vectors[waiting[some]]) + 1
                some += 1
            for i, tree in zip(waiting, self._together([vectors[i] for i in waiting[:some]]), strict=False):
                found[i] = tree
            waiting = waiting[some:]
        return found

    def _together(self, vectors: Sequence[Floats]) -> list[Tree]:
        table, starts = self._added(vectors)
        trees: list[Tree] = [([], [])] * len(vectors)
        going = [(i, start, _way(len(rows), self.moves)) for i, (rows, start) in enumerate(zip(vectors, starts, strict=True))]
        best: Sequence[int | None] = [None] * len(going)
        while going:
            choices: list[Choice] = []
            further = []
            for one, move in zip(going, best, strict=True):
                try:
                    choices.append(one[2].send(move))
                    further.append(one)
                except StopIteration as end:
                    trees[one[0]] = end.value
            going = further
            best = self._best(table, choices, [start for _, start, _ in going]) if going else []
        return trees

    def _added(self, vectors: Sequence[Floats]) -> tuple[Floats, list[int]]:
        """What each word adds in each place, after each other, a missing word before each sentence; where each begins."""
        starts, at = [], 0
        for rows in vectors:
            starts.append(at)
            at += len(rows) + 1
        words = np.ones(at, dtype=bool)
        words[starts] = False
        inner = np.zeros((at, len(self.reduce_bias)), dtype=np.float32)
        inner[words] = product(np.concatenate(vectors), self.reduce) + self.reduce_bias
        table = product(inner, self.places)
        table[starts] = self.missing.ravel()
        return table.reshape(at * _PLACES, -1), starts

    def _best(self, table: Floats, choices: Sequence[Choice], starts: Sequence[int]) -> list[int]:
        """The best of the open moves of each sentence."""
        number = len(choices)
        given = np.fromiter(chain.from_iterable(choices), dtype=np.int64, count=number * (_PLACES + 1))
        given = given.reshape(number, _PLACES + 1)
        rows = given[:, :_PLACES] + np.array(starts)[:, None]
        rows *= _PLACES
        rows += _PLACE
        pieces = np.add.reduce(table.take(rows, axis=0), axis=1)
        pieces += self.bias
        wide = pieces.shape[1] // 2
        scores = product(np.maximum(pieces[:, :wide], pieces[:, wide:]), self.scores)
        scores += self.scores_bias.take(given[:, _PLACES], axis=0)
        best: list[int] = scores.argmax(axis=1).tolist()
        return best


def _open(moves: Sequence[tuple[str, str]], code: int) -> Floats:
    """Nothing for each move that is open, minus infinity for the others. A text that is one sentence is never broken."""
    opened = {_LEFT, _RIGHT} | ({_SHIFT} if code & 1 else set()) | ({_REDUCE} if code & 2 else set())
    return np.array([0.0 if move in opened else -np.inf for move, _ in moves], dtype=np.float32)


def _array(values: Floats) -> Floats:
    return np.ascontiguousarray(values, dtype=np.float32)
