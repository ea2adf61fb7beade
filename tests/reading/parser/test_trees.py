"""The tree taken from the scores of arcs is one tree with one root, and the best."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from servanda.reading.parser import trees
from servanda.reading.parser.trees import best_heads, best_tree

VALUES = st.integers(-8, 8).map(float) | st.floats(-60, 60, width=32)


def squares(most: int) -> st.SearchStrategy[np.ndarray]:  # type: ignore[type-arg]
    return st.integers(1, most).flatmap(lambda n: arrays(np.float32, (n, n), elements=VALUES))


def is_tree(heads: list[int]) -> bool:
    if sum(h == i for i, h in enumerate(heads)) != 1:
        return False
    for i in range(len(heads)):
        for _ in heads:
            i = heads[i]
        if heads[i] != i:
            return False
    return True


def total(scores: np.ndarray, heads: list[int]) -> float:  # type: ignore[type-arg]
    return sum(float(scores[i, h]) for i, h in enumerate(heads))


@settings(deadline=None, max_examples=150)
@given(squares(5))
def test_no_other_tree_with_one_root_scores_more(scores: np.ndarray) -> None:  # type: ignore[type-arg]
    n = len(scores)
    best = max(total(scores, list(h)) for h in product(range(n), repeat=n) if is_tree(list(h)))
    for heads in (best_tree(scores).tolist(), best_heads(scores[None])[0].tolist()):
        assert is_tree(heads)
        assert total(scores, heads) == pytest.approx(best, abs=1e-6)


@settings(deadline=None, max_examples=60)
@given(squares(30))
def test_it_is_one_tree_with_one_root(scores: np.ndarray) -> None:  # type: ignore[type-arg]
    assert is_tree(best_tree(scores).tolist())
    assert best_heads(scores[None]).tolist() == best_heads(np.stack([scores, scores.T, scores]))[:1].tolist()


def test_where_the_best_heads_are_a_tree_nothing_else_is_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(trees, "best_tree", lambda scores: asked.append(scores) or best_tree(scores))
    heads = [[1, 1, 1, 2], [3, 3, 3, 3], [0, 2, 1, 2], [0, 1, 1, 2], [1, 2, 3, 0]]
    scores = np.zeros((5, 4, 4), dtype=np.float32)
    for sentence, row in enumerate(heads):
        scores[sentence, range(4), row] = 5.0
    found = best_heads(scores).tolist()
    assert found[:2] == heads[:2]
    assert len(asked) == 3
    assert all(is_tree(row) for row in found)


def test_ties_go_to_the_former_head() -> None:
    assert best_tree(np.zeros((4, 4), dtype=np.float32)).tolist() == best_tree(np.zeros((4, 4), dtype=np.float32)).tolist()
    scores = np.array([[9, 0, 0], [4, 0, 4], [4, 4, 0]], dtype=np.float32)
    assert best_heads(scores[None]).tolist() == [[0, 0, 0]]


def test_a_long_sentence_full_of_circles() -> None:
    n = 300
    scores = np.random.default_rng(5).normal(0, 1, (n, n)).astype(np.float32)
    scores[range(0, n, 2), range(1, n, 2)] += 20  # each two words are each other's head
    scores[range(1, n, 2), range(0, n, 2)] += 20
    scores[range(n), range(n)] += 3  # and many would be the root
    heads = best_tree(scores).tolist()
    assert is_tree(heads)
    assert sum(heads[i] == i + 1 or heads[i + 1] == i for i in range(0, n, 2)) == n // 2
