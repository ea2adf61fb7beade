"""Fit the weights of doubt.py on the dev sets: a logistic regression of wrong arcs on the signs of a parse.

    python training/fit_doubt.py --data ../shared/data      prints the mapping to put into doubt.py
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "training")]

import numpy as np  # noqa: E402

from scores import Counts, count  # noqa: E402
from servanda.reading.parser import parse  # noqa: E402
from servanda.reading.parser.doubt import signs  # noqa: E402
from train import EWT, GUM  # noqa: E402
from treebank import read_documents  # noqa: E402


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--data", type=Path, default=Path(os.environ.get("SERVANDA_SHARED_DATA", ROOT / "../shared/data")))
    data = options.parse_args().data
    gold = [s for kind in (EWT, GUM) for d in read_documents(data / kind.format("dev")) for s in d]
    docs = parse([s.text for s in gold])
    names = [n for n in signs(max(docs, key=len)) if n != "empty"]
    rows, wrong, weight = [], [], []
    for sentence, doc in zip(gold, docs, strict=True):
        counts = Counts()
        count(sentence, doc, counts)
        found = signs(doc)
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
    p = 1.0 / (1.0 + np.exp(-x @ beta))
    print("WEIGHTS = {")
    for name, value in zip(names, beta, strict=True):
        print(f'    "{name}": {value:.2f},')
    print('    "empty": 8.0,\n}')
    order = np.argsort(p)
    for part in np.array_split(order, 5):
        print(f"doubt {p[part].mean():.3f}  wrong {(y[part] * w[part]).sum() / w[part].sum():.3f}  sentences {len(part)}")
    print("rank correlation", round(float(np.corrcoef(np.argsort(np.argsort(p)), np.argsort(np.argsort(y)))[0, 1]), 3))


if __name__ == "__main__":
    main()
