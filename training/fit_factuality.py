"""Fit the weights by which the reader tells how certain it is that something happened, from UDS ratings.

python training/fit_factuality.py --data ../shared/data      writes model/factuality.json and prints scores on dev

A logistic regression with a soft target (1 fact, 0.5 uncertain, 0 not fact) over the signs of
`servanda.reading.modality.signs`, by Newton's method with conjugate gradients; weights that come out small are dropped
and the rest fitted once more. The two bounds are those with the best macro F1 in five-fold cross-validation over
sentences of train. Nothing is drawn by chance. The test part is not opened here.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "training")]

import numpy as np  # noqa: E402
from numpy.typing import NDArray  # noqa: E402

from servanda.evaluation.factuality import Rated, macro_f1, rated  # noqa: E402
from servanda.reading.acts.clause import view  # noqa: E402
from servanda.reading.modality.certainty import FITTED  # noqa: E402
from servanda.reading.modality.factuality import rule  # noqa: E402
from servanda.reading.modality.signs import Signs  # noqa: E402
from servanda.reading.parser import parse  # noqa: E402

SEEN = 4
PENALTY = 10.0
SMALL = 0.04
FOLDS = 5
TARGET = {"fact": 1.0, "uncertain": 0.5, "not-fact": 0.0}
Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Rows:
    """One row of signs for each rated predicate, its class and the number of its sentence."""

    found: list[list[str]]
    gold: list[str]
    group: list[int]

    def without(self, fold: int) -> Rows:
        return self._kept([g % FOLDS != fold for g in self.group])

    def only(self, fold: int) -> Rows:
        return self._kept([g % FOLDS == fold for g in self.group])

    def _kept(self, keep: list[bool]) -> Rows:
        at = [i for i, k in enumerate(keep) if k]
        return Rows([self.found[i] for i in at], [self.gold[i] for i in at], [self.group[i] for i in at])


def rows_of(items: list[Rated]) -> Rows:
    """The signs that the reader sees of each predicate; a predicate whose word spaCy cuts otherwise is left out."""
    texts = list(dict.fromkeys(r.text for r in items))
    views = {text: view(doc, 0, "body", []) for text, doc in zip(texts, parse(texts), strict=True)}
    number = {text: n for n, text in enumerate(texts)}
    found, gold, group = [], [], []
    for item in items:
        sentence = views[item.text]
        token = next((t for t in sentence.doc if t.idx == item.start), None)
        if token is None:
            continue
        force = rule(sentence, token)
        found.append(Signs(sentence.doc).of(token.i, force.modality, force.polarity))
        gold.append(item.gold)
        group.append(number[item.text])
    return Rows(found, gold, group)


def fit(rows: Rows, names: list[str]) -> Numbers:
    """Weights of the names, the bias last."""
    index = {name: n for n, name in enumerate(names)}
    lists = [[index[s] for s in found if s in index] + [len(names)] for found in rows.found]
    columns = np.concatenate([np.array(row) for row in lists])
    lengths = np.array([len(row) for row in lists])
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    target = np.array([TARGET[g] for g in rows.gold])
    size = len(names) + 1
    penalty = np.full(size, PENALTY)
    penalty[-1] = 1e-6

    def times(v: Numbers) -> Numbers:
        return np.add.reduceat(v[columns], starts)

    def back(r: Numbers) -> Numbers:
        return np.bincount(columns, weights=np.repeat(r, lengths), minlength=size)

    w = np.zeros(size)
    scale = np.bincount(columns, minlength=size) * 0.2 + penalty
    for _ in range(8):
        p = 1.0 / (1.0 + np.exp(-times(w)))
        curve = p * (1 - p)
        r = back(target - p) - penalty * w
        step, z = np.zeros(size), r / scale
        direction, rz = z.copy(), float(r @ z)
        for _ in range(40):
            bent = back(curve * times(direction)) + penalty * direction
            length = rz / float(direction @ bent)
            step += length * direction
            r = r - length * bent
            z = r / scale
            rz, before = float(r @ z), rz
            if rz < 1e-6:
                break
            direction = z + rz / before * direction
        w += step
        if np.abs(step).max() < 1e-3:
            break
    return w


def fitted(rows: Rows) -> dict[str, float]:
    """Weights by name ('' is the bias) of the signs that matter."""
    counts = Counter(s for found in rows.found for s in found)
    names = sorted(s for s, n in counts.items() if n >= SEEN)
    first = fit(rows, names)
    names = [n for n, value in zip(names, first, strict=False) if abs(value) >= SMALL]
    return {n: round(float(v), 2) for n, v in zip([*names, ""], fit(rows, names), strict=True)}


def certainties(rows: Rows, weights: dict[str, float]) -> Numbers:
    sums = np.array([weights[""] + sum(weights.get(s, 0.0) for s in found) for found in rows.found])
    return 1.0 / (1.0 + np.exp(-sums))


def classes(certainty: Numbers, fact: float, not_fact: float) -> list[str]:
    return ["fact" if c >= fact else "not-fact" if c <= not_fact else "uncertain" for c in certainty]


def bounds(certainty: Numbers, gold: list[str]) -> tuple[float, float, float]:
    """Macro F1, the bound of fact and that of not fact."""
    return max(
        (macro_f1(gold, classes(certainty, fact, not_fact))[0], fact, not_fact)
        for fact in np.arange(0.55, 0.86, 0.01).round(2).tolist()
        for not_fact in np.arange(0.2, 0.51, 0.01).round(2).tolist()
    )


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--data", type=Path, default=Path(os.environ.get("SERVANDA_SHARED_DATA", ROOT / "../shared/data")))
    data = options.parse_args().data
    train, dev = rows_of(rated(data, "train")), rows_of(rated(data, "dev"))
    held, gold = [], []
    for fold in range(FOLDS):
        part = train.only(fold)
        held.append(certainties(part, fitted(train.without(fold))))
        gold += part.gold
    score, fact, not_fact = bounds(np.concatenate(held), gold)
    print(f"train, cross-validated: macro F1 {score:.3f}, fact from {fact}, not fact up to {not_fact}")
    weights = fitted(train)
    score, each = macro_f1(dev.gold, classes(certainties(dev, weights), fact, not_fact))
    print(f"dev: macro F1 {score:.3f}", {k: round(v, 3) for k, v in each.items()})
    bias = weights.pop("")
    raw = {"bias": bias, "fact": fact, "not_fact": not_fact, "signs": {k: v for k, v in weights.items() if v}}
    FITTED.write_text(json.dumps(raw, sort_keys=True, separators=(",", ":"), ensure_ascii=False), encoding="utf-8")
    print(f"{len(raw['signs'])} signs, {FITTED.stat().st_size} bytes")


if __name__ == "__main__":
    main()
