"""Treebanks, made-up sentences and unlabelled texts as arrays of numbers, cut into words as the reader cuts them.

python training/prepare.py --vectors VECTORS.json --out FOLDER

Needs spaCy; what comes out is read by learn.py, which needs PyTorch and no spaCy.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")
ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "training")]

import numpy as np  # noqa: E402
import spacy  # noqa: E402
from augmentation import augment, curly  # noqa: E402
from grammar import made_up  # noqa: E402
from ruamel.yaml import YAML  # noqa: E402
from spacy.language import Language  # noqa: E402
from spacy.tokens import Doc  # noqa: E402
from spacy.training import Example  # noqa: E402
from treebank import EWT, GUM, Sentence, read_documents  # noqa: E402

from servanda.reading.parser.words import PIECES, keys, plain  # noqa: E402
from servanda.reading.sentences import split  # noqa: E402

SEED = 20201110
ROWS = {
    "form": 4000, "form again": 4000, "prefix 2": 500, "prefix 3": 1500, "suffix 1": 100,
    "suffix 2": 500, "suffix 3": 1500, "suffix 4": 2500, "shape": 400,
}  # fmt: skip
WIDTHS = {
    "form": 48, "form again": 48, "prefix 2": 16, "prefix 3": 32, "suffix 1": 16,
    "suffix 2": 32, "suffix 3": 48, "suffix 4": 32, "shape": 32,
}  # fmt: skip
WORD_WIDTH = 64
LEAST_LABEL, LEAST_TAG = 30, 5
UNKNOWN = -1
MOST_WORDS = 120
"""Longer sentences are left out of training."""


@dataclass
class Arrays:
    """Sentences one after another: word numbers, heads (a word's own place for the root), labels, tags; -1 for not known."""

    words: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    tags: list[int] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)

    def save(self, path: Path) -> None:
        np.savez_compressed(
            path,
            words=np.array(self.words, dtype=np.int32),
            heads=np.array(self.heads, dtype=np.int16),
            labels=np.array(self.labels, dtype=np.int16),
            tags=np.array(self.tags, dtype=np.int16),
            lengths=np.array(self.lengths, dtype=np.int16),
        )


@dataclass
class Counted:
    """Words, labels and tags with their numbers."""

    labels: list[str]
    tags: list[str]
    words: dict[str, int] = field(default_factory=dict)

    def word(self, form: str) -> int:
        return self.words.setdefault(form, len(self.words))


def tag(pos: str, feats: str) -> str:
    return f"{pos} {feats}".strip()


def gold(nlp: Language, sentence: Sentence) -> tuple[list[str], list[int], list[str | None], list[str | None]]:
    """The words as the tokeniser cuts them, with heads, labels and tags where the cut is the treebank's."""
    words = sentence.words
    doc = Doc(
        nlp.vocab,
        words=[w.form for w in words],
        spaces=[w.space for w in words[:-1]] + [False],
        heads=[w.head for w in words],
        deps=[w.dep for w in words],
        pos=[w.pos for w in words],
        morphs=[w.feats for w in words],
    )
    found = nlp.make_doc(doc.text)
    forms = [t.text for t in found]
    if forms == [w.form for w in words]:
        return (
            forms,
            [w.head for w in words],
            [w.dep for w in words],
            [tag(w.pos, w.feats) for w in words],
        )
    example = Example(found, doc)
    heads, labels = example.get_aligned_parse(projectivize=False)  # type: ignore[no-untyped-call]
    pos = example.get_aligned("POS", as_string=True)
    feats = example.get_aligned("MORPH", as_string=True)
    tags = [None if not p else tag(p, f or "") for p, f in zip(pos, feats, strict=True)]
    return forms, [UNKNOWN if h is None else int(h) for h in heads], [x or None for x in labels], tags


def add(arrays: Arrays, counted: Counted, nlp: Language, sentences: Iterable[Sentence]) -> None:
    labels = {name: n for n, name in enumerate(counted.labels)}
    tags = {name: n for n, name in enumerate(counted.tags)}
    for sentence in sentences:
        if not 1 <= len(sentence.words) <= MOST_WORDS:
            continue
        forms, heads, deps, found = gold(nlp, sentence)
        arrays.words += [counted.word(f) for f in forms]
        arrays.heads += [h if d is not None else UNKNOWN for h, d in zip(heads, deps, strict=True)]
        arrays.labels += [UNKNOWN if d is None else labels.get(d, labels["dep"]) for d in deps]
        arrays.tags += [UNKNOWN if t is None else tags.get(t, UNKNOWN) for t in found]
        arrays.lengths.append(len(forms))


def add_raw(arrays: Arrays, counted: Counted, nlp: Language, texts: Iterable[str]) -> None:
    for text in texts:
        forms = [t.text for t in nlp.make_doc(" ".join(text.split())) if not t.is_space]
        if not 3 <= len(forms) <= MOST_WORDS:
            continue
        arrays.words += [counted.word(f) for f in forms]
        for column in (arrays.heads, arrays.labels, arrays.tags):
            column += [UNKNOWN] * len(forms)
        arrays.lengths.append(len(forms))


def raw_texts(data: Path, folder: Path) -> Iterator[str]:
    """Sentences without trees: those written for training, and the histories of wars."""
    for path in sorted(folder.glob("*.txt")):
        yield from path.read_text(encoding="utf-8").splitlines()
    listed = ROOT / "tests/reading/grammar/sentences.yaml"
    for entry in YAML(typ="safe").load(listed)["sentences"]:
        yield str(entry[0])
    for path in sorted((data / "wikiwars-dev/in").rglob("*.*")):
        text = path.read_text(encoding="utf-8", errors="replace")
        yield from (text[s.start : s.end] for s in split(text))


def embeddings(path: Path, wanted: set[str], most: int) -> tuple[list[str], np.ndarray[Any, Any]]:
    """The most frequent words of a file of word vectors, and the wanted ones among the others; their first components."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    vectors = raw["vectors"]
    words = [w for n, w in enumerate(raw["words"]) if w == w.lower() and (n < most or w in wanted)]
    table = np.array([vectors[w][:100] for w in words], dtype=np.float32)
    table -= table.mean(axis=0)
    _, _, axes = np.linalg.svd(table[:20_000], full_matrices=False)
    table = table @ axes[:WORD_WIDTH].T
    return words, table / table.std()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--data", type=Path, default=Path(os.environ.get("SERVANDA_SHARED_DATA", ROOT / "../shared/data")))
    options.add_argument("--texts", type=Path, default=ROOT / "training/texts")
    options.add_argument("--vectors", type=Path, required=True, help="GloVe vectors, as JSON")
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--copies", type=int, default=6, help="how often the treebanks are changed anew")
    options.add_argument("--made-up", type=int, default=2500)
    options.add_argument("--most-words", type=int, default=20_000, help="frequent words with vectors, seen here or not")
    options.add_argument("--most-sentences", type=int, help="of each treebank's part, and of the texts without trees")
    args = options.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    nlp = spacy.blank("en")
    sets = {
        f"{name}-{part}": [s for d in read_documents(args.data / kind.format(part)) for s in d][: args.most_sentences]
        for name, kind in (("ewt", EWT), ("gum", GUM))
        for part in ("train", "dev")
    }
    train = sets["ewt-train"] + sets["gum-train"]
    label_counts = Counter(w.dep for s in train for w in s.words)
    tag_counts = Counter(tag(w.pos, w.feats) for s in train for w in s.words)
    counted = Counted(
        sorted(k for k, n in label_counts.items() if n >= LEAST_LABEL or k == "dep"),
        sorted(k for k, n in tag_counts.items() if n >= LEAST_TAG),
    )
    for name in ("ewt-dev", "gum-dev"):
        arrays = Arrays()
        add(arrays, counted, nlp, sets[name])
        arrays.save(args.out / f"{name}.npz")
    for copy in range(args.copies):
        rng = random.Random(SEED + copy)
        arrays = Arrays()
        add(arrays, counted, nlp, (augment(s, rng) for s in train) if copy else train)
        add(arrays, counted, nlp, (curly(s, rng) for s in made_up(rng, args.made_up)))
        arrays.save(args.out / f"train-{copy}.npz")
        print("train", copy, len(arrays.lengths), len(arrays.words), flush=True)
    arrays = Arrays()
    add_raw(arrays, counted, nlp, islice(raw_texts(args.data, args.texts), args.most_sentences))
    arrays.save(args.out / "raw.npz")
    print("raw", len(arrays.lengths), len(arrays.words), flush=True)
    finish(args, counted)


def finish(args: argparse.Namespace, counted: Counted) -> None:
    """Write the words with their keys, labels and tags, and the vectors of the known words."""
    out: Path = args.out
    words, table = embeddings(args.vectors, {plain(w) for w in counted.words}, args.most_words)
    known = {w: n + 1 for n, w in enumerate(words)}
    np.save(out / "known.npy", table.astype(np.float16))
    rows = [ROWS[p] for p in PIECES]
    np.save(out / "keys.npy", np.array([keys(w, known, rows) for w in counted.words], dtype=np.int32))
    about: dict[str, Any] = {
        "labels": counted.labels, "tags": counted.tags, "words": list(counted.words), "known": words,
        "rows": rows, "widths": [WIDTHS[p] for p in PIECES], "copies": args.copies,
    }  # fmt: skip
    (out / "about.json").write_text(json.dumps(about, ensure_ascii=False), encoding="utf-8")
    print({k: len(v) for k, v in about.items() if isinstance(v, list)})


if __name__ == "__main__":
    main()
