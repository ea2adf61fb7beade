"""One command that makes the small English pipeline; the same seed, data and machine give the same weights.

python training/train.py --data ../shared/data --epochs 22
python training/train.py --minutes 9 --epochs 6            a quick one
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
sys.path.insert(0, str(ROOT / "training"))

from augmentation import augment, curly  # noqa: E402
from grammar import made_up  # noqa: E402
from lemma_rules import learn  # noqa: E402
from lemma_words import listed_forms  # noqa: E402
from scores import score  # noqa: E402
from spacy.language import Language  # noqa: E402
from spacy.tokens import Doc  # noqa: E402
from spacy.training import Example  # noqa: E402
from spacy.util import fix_random_seed  # noqa: E402
from thinc.api import Adam  # noqa: E402
from treebank import Sentence, read_documents  # noqa: E402

from servanda.reading.parser import packed  # noqa: E402
from servanda.reading.parser.pipeline import DEFAULT_SHAPE, build  # noqa: E402

EWT = "ud-english-ewt/en_ewt-ud-{}.conllu.gz"
GUM = "ud-english-gum-free/en_gum-free-{}.conllu.gz"
SEED = 20201110


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "--data", type=Path, default=Path(os.environ.get("SERVANDA_SHARED_DATA", ROOT / "../shared/data"))
    )
    parser.add_argument("--out", type=Path, default=ROOT / "src/servanda/reading/parser/model/servanda_small.zip")
    parser.add_argument("--epochs", type=int, default=22)
    parser.add_argument("--minutes", type=float, default=float("inf"), help="stop at this wall time at the latest")
    parser.add_argument("--width", type=int, default=int(DEFAULT_SHAPE["width"]))
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--made-up", type=int, default=2500, help="made-up sentences in each epoch")
    parser.add_argument("--lemmas-only", type=Path, help="keep the weights of this file, learn the lemmas again")
    return parser.parse_args()


def example(nlp: Language, sentences: Sequence[Sentence]) -> Example:
    """Gold trees of some consecutive sentences against the tokeniser's own cut of their text."""
    words: list[str] = []
    spaces: list[bool] = []
    heads: list[int] = []
    deps, pos, morphs = [], [], []
    for number, sentence in enumerate(sentences):
        offset = len(words)
        last = number == len(sentences) - 1
        for index, word in enumerate(sentence.words):
            words.append(word.form)
            spaces.append(word.space if index < len(sentence.words) - 1 else not last)
            heads.append(offset + word.head)
            deps.append(word.dep)
            pos.append(word.pos)
            morphs.append(word.feats)
    gold = Doc(nlp.vocab, words=words, spaces=spaces, heads=heads, deps=deps, pos=pos, morphs=morphs)
    return Example(nlp.make_doc(gold.text), gold)


def epoch_groups(documents: Sequence[Sequence[Sentence]], made: int, rng: random.Random) -> list[list[Sentence]]:
    """All sentences once, most alone, some with those that follow to learn breaks; and new made-up ones."""
    groups: list[list[Sentence]] = []
    for document in documents:
        at = 0
        while at < len(document):
            size = 1 if rng.random() < 0.7 else rng.choice((2, 3))
            groups.append([augment(s, rng) for s in document[at : at + size]])
            at += size
    groups += [[curly(s, rng)] for s in made_up(rng, made)]
    rng.shuffle(groups)
    return groups


def batches(groups: Sequence[list[Sentence]], words: int) -> Iterator[list[list[Sentence]]]:
    batch: list[list[Sentence]] = []
    size = 0
    for group in groups:
        batch.append(group)
        size += sum(len(s.words) for s in group)
        if size >= words:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def without_lemma(figures: Mapping[str, float]) -> dict[str, float]:
    """Scores to two places; lemmas are no part of the trained components."""
    return {name: round(value, 2) for name, value in figures.items() if name != "lemma"}


def main() -> None:
    args = arguments()
    fix_random_seed(args.seed)
    rng = random.Random(args.seed)
    started = time.monotonic()
    documents = [d for kind in (EWT, GUM) for d in read_documents(args.data / kind.format("train"))]
    dev = {
        name: [s for d in read_documents(args.data / kind.format("dev")) for s in d]
        for name, kind in (("EWT", EWT), ("GUM", GUM))
    }
    # A listed form outvotes the spelling mistakes of the treebanks.
    lemmas = learn([s for d in documents for s in d] + [listed_forms()] * 20)
    if args.lemmas_only:
        meta = packed.facts(args.lemmas_only)
        shape = meta.pop("shape")
        meta["dev"] = {name: without_lemma(figures) for name, figures in meta["dev"].items()}
        packed.save(packed.load(args.lemmas_only), shape, lemmas, args.out, meta)
        return
    shape = {**DEFAULT_SHAPE, "width": args.width}
    nlp = build(shape)
    plain = [[s] for d in documents for s in d]
    nlp.initialize(lambda: [example(nlp, g) for g in plain])
    optimizer = Adam(args.rate, L2=0.01, use_averages=True)
    best, step, progress = 0.0, 0, 0.0
    words_per_epoch = sum(len(s.words) for d in documents for s in d)
    done = 0
    for epoch in range(args.epochs):
        groups = epoch_groups(documents, args.made_up, rng)
        for batch in batches(groups, min(800, 200 + step // 2)):
            # Time or epochs, whichever is nearer its end, drives the rate to zero in a straight line.
            progress = max(done / (words_per_epoch * args.epochs), (time.monotonic() - started) / (args.minutes * 60))
            if progress >= 1.0:
                break
            optimizer.learn_rate = args.rate * min(1.0, (step + 1) / 250) * (1.0 - progress)
            nlp.update([example(nlp, g) for g in batch], sgd=optimizer, drop=args.dropout)
            optimizer.step_schedules()
            step += 1
            done += sum(len(s.words) for g in batch for s in g)
        with nlp.use_params(optimizer.averages):
            figures = {name: score(nlp, sentences) for name, sentences in dev.items()}
            mean = sum(f["LAS"] for f in figures.values()) / len(figures)
            line = {"epoch": epoch + 1, "step": step, "minutes": round((time.monotonic() - started) / 60, 1)}
            line |= {f"{n} {k}": v for n, f in figures.items() for k, v in without_lemma(f).items()}
            print(json.dumps(line), flush=True)
            if mean > best:
                best = mean
                meta = {
                    "seed": args.seed,
                    "epoch": epoch + 1,
                    "dev": {name: without_lemma(f) for name, f in figures.items()},
                    "description": "UD English, EWT and free GUM",
                }
                size = packed.save(nlp, shape, lemmas, args.out, meta)
        if progress >= 1.0:
            break
    print(json.dumps({"file": str(args.out.name), "bytes": size, "best mean dev LAS": round(best, 2)}))


if __name__ == "__main__":
    main()
