"""Scores of a pipeline on the treebanks' test sets and its speed on one core.

    python training/evaluate.py [--data ../shared/data] [--model FILE.zip] [--part dev]

Each sentence is parsed from its raw text as one sentence. All scores are F1 over character spans in per cent; UAS
and LAS leave punctuation out. Lemmas are compared without regard to case.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "training")]

from scores import Counts, count  # noqa: E402
from spacy.language import Language  # noqa: E402
from treebank import EWT, GUM, Sentence, read_documents  # noqa: E402

from servanda.reading.parser import packed, parse  # noqa: E402
from servanda.reading.parser.parsed import Doc  # noqa: E402
from servanda.reading.parser.running import MODEL  # noqa: E402

COLUMNS = ("UPOS", "UFeats", "lemma", "UAS", "LAS")


def speed(nlp: Language, texts: Sequence[str], *, repaired: bool) -> float:
    """Words a second of the best of three runs on one core."""
    best = 0.0
    for _ in range(3):
        started = time.process_time()
        docs: list[Doc] = parse(texts, nlp=nlp, repaired=repaired)
        best = max(best, sum(len(d) for d in docs) / (time.process_time() - started))
    return best


def row(nlp: Language, sentences: Sequence[Sentence], *, repaired: bool) -> dict[str, float]:
    counts = Counts()
    docs = parse([s.text for s in sentences], nlp=nlp, repaired=repaired)
    for sentence, doc in zip(sentences, docs, strict=True):
        count(sentence, doc, counts)
    return counts.figures()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument(
        "--data", type=Path, default=Path(os.environ.get("SERVANDA_SHARED_DATA", ROOT / "../shared/data"))
    )
    options.add_argument("--model", type=Path, default=MODEL)
    options.add_argument("--part", choices=("dev", "test"), default="test")
    args = options.parse_args()
    started = time.perf_counter()
    nlp = packed.load(args.model)
    seconds = time.perf_counter() - started
    size = args.model.stat().st_size / 1e6
    print(f"{args.model.name}: {size:.2f} MB, loaded in {seconds:.2f} s (spaCy imported)")
    print(f"{'set':22}" + "".join(f"{c:>9}" for c in COLUMNS))
    texts: list[str] = []
    for name, kind in (("EWT", EWT), ("GUM, free genres", GUM)):
        sentences = [s for d in read_documents(args.data / kind.format(args.part)) for s in d]
        texts += [s.text for s in sentences]
        for repaired in (False, True):
            figures = row(nlp, sentences, repaired=repaired)
            label = f"{name} {args.part}{' repaired' if repaired else ''}"
            print(f"{label:22}" + "".join(f"{figures[c]:9.2f}" for c in COLUMNS))
    plain, repaired_speed = (speed(nlp, texts, repaired=r) for r in (False, True))
    print(f"words/s on one core: {plain:,.0f}; with repairs {repaired_speed:,.0f}")


if __name__ == "__main__":
    main()
