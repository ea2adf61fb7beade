"""Fit doubt.py: costs of arcs from the train sets, weights by regression of wrong arcs in parses of the dev sets.

python training/fit_doubt.py --data ../shared/data      writes model/doubt.json and prints how it orders parses
"""

from __future__ import annotations

import argparse
import json
import math
import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "training")]

import numpy as np  # noqa: E402
from scores import Counts, count  # noqa: E402
from treebank import EWT, GUM, Sentence, read_documents  # noqa: E402

from servanda.reading.parser import parse  # noqa: E402
from servanda.reading.parser.doubt import FITTED, arc_key, signs  # noqa: E402


def arc_costs(sentences: Sequence[Sentence]) -> dict[str, float]:
    """-log of the share of each kind of arc among the arcs of words with the same tag."""
    kinds: Counter[str] = Counter()
    tags: Counter[str] = Counter()
    for sentence in sentences:
        for i, word in enumerate(sentence.words):
            if word.pos == "PUNCT":
                continue
            head = "-" if word.head == i else sentence.words[word.head].pos
            kinds[arc_key(word.pos, word.dep, head, word.head < i)] += 1
            tags[word.pos] += 1
    return {k: round(-math.log(n / tags[k.split()[0]]), 1) for k, n in sorted(kinds.items()) if n > 2}


def sentences_of(data: Path, part: str) -> list[Sentence]:
    return [s for kind in (EWT, GUM) for d in read_documents(data / kind.format(part)) for s in d]


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument(
        "--data", type=Path, default=Path(os.environ.get("SERVANDA_SHARED_DATA", ROOT / "../shared/data"))
    )
    data = options.parse_args().data
    costs = arc_costs(sentences_of(data, "train"))
    gold = sentences_of(data, "dev")
    docs = parse([s.text for s in gold])
    names = [n for n in signs(max(docs, key=len), costs) if n != "empty"]
    rows, wrong, weight = [], [], []
    for sentence, doc in zip(gold, docs, strict=True):
        counts = Counts()
        count(sentence, doc, counts)
        found = signs(doc, costs)
        if counts.arc_scored and "empty" not in found:
            rows.append([found[n] for n in names])
            wrong.append(1.0 - counts.labelled / counts.arc_scored)
            weight.append(float(counts.arc_scored))
    x, y, w = np.array(rows), np.array(wrong), np.array(weight)
    beta = np.zeros(len(names))
    penalty = np.eye(len(names)) * 5.0
    penalty[0, 0] = 0.0
    for _ in range(50):  # Newton's method; each arc is one trial
        p = 1.0 / (1.0 + np.exp(-x @ beta))
        gradient = x.T @ (w * (y - p)) - penalty @ beta
        hessian = (x * (w * p * (1 - p))[:, None]).T @ x + penalty
        beta += np.linalg.solve(hessian, gradient)
    weights = {name: round(float(value), 3) for name, value in zip(names, beta, strict=True)}
    FITTED.write_text(json.dumps({"weights": weights, "costs": costs}, sort_keys=True), encoding="utf-8")
    p = 1.0 / (1.0 + np.exp(-x @ beta))
    print(weights)
    order = np.argsort(p)
    for part in np.array_split(order, 8):
        wrong_share = (y[part] * w[part]).sum() / w[part].sum()
        figures = f"doubt {p[part].mean():.3f}  wrong {wrong_share:.3f}  all right {(y[part] == 0).mean():.2f}"
        print(f"{figures}  n {len(part)}")
    ranks = [np.argsort(np.argsort(v)) for v in (p, y)]
    print("rank correlation", round(float(np.corrcoef(*ranks)[0, 1]), 3), " bytes", FITTED.stat().st_size)


if __name__ == "__main__":
    main()
