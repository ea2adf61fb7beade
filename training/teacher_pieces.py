"""The published weights of a small BERT, cut down to the word pieces that the training texts need.

python training/teacher_pieces.py --model FOLDER --out FOLDER

--model holds model.safetensors and vocab.txt; --out what prepare.py wrote. The table of pieces is kept to eight bits a
weight and the rest to sixteen: the teachers go on learning from there.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import numpy as np

MOST = 6
"""Pieces of one word; the rest are left out."""
_SPECIAL = ("[PAD]", "[CLS]", "[SEP]", "[UNK]")
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def tensors(path: Path) -> dict[str, np.ndarray[Any, Any]]:
    """The arrays of a safetensors file of 32-bit floats."""
    data = path.read_bytes()
    size = int.from_bytes(data[:8], "little")
    head = json.loads(data[8 : 8 + size])
    out = {}
    for name, about in head.items():
        if name == "__metadata__" or about["dtype"] != "F32":
            continue
        start, end = about["data_offsets"]
        out[name] = np.frombuffer(data[8 + size + start : 8 + size + end], dtype=np.float32).reshape(about["shape"])
    return out


def pieces(word: str, vocabulary: dict[str, int]) -> list[str]:
    """A word as pieces, the longest first (Wu and others, 2016)."""
    low = unicodedata.normalize("NFD", word.translate(_STRAIGHT).lower())
    low = "".join(c for c in low if unicodedata.category(c) != "Mn")
    out: list[str] = []
    for part in re.findall(r"\w+|[^\w\s]", low):
        at = 0
        found: list[str] = []
        while at < len(part):
            for end in range(len(part), at, -1):
                piece = ("##" if at else "") + part[at:end]
                if piece in vocabulary:
                    found.append(piece)
                    at = end
                    break
            else:
                found = ["[UNK]"]
                break
        out += found
    return out[:MOST] or ["[UNK]"]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--model", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    args = options.parse_args()
    vocabulary = {w: n for n, w in enumerate((args.model / "vocab.txt").read_text(encoding="utf-8").splitlines())}
    words = json.loads((args.out / "about.json").read_text(encoding="utf-8"))["words"]
    cut = [pieces(w, vocabulary) for w in words]
    kept = {p: n for n, p in enumerate(dict.fromkeys([*_SPECIAL, *(p for c in cut for p in c)]))}
    table = np.full((len(words), MOST), -1, dtype=np.int32)
    for n, c in enumerate(cut):
        table[n, : len(c)] = [kept[p] for p in c]
    weights = {k.removeprefix("bert."): v for k, v in tensors(args.model / "model.safetensors").items() if "pooler" not in k}
    embedding = "embeddings.word_embeddings.weight"
    weights[embedding] = weights[embedding][[vocabulary[p] for p in kept]]
    large = weights.pop(embedding)
    scale = np.abs(large).max(axis=1, keepdims=True) / 127
    codes = np.rint(large / scale).astype(np.int8)
    arrays: dict[str, Any] = {k: v.astype(np.float16) for k, v in weights.items()}
    np.savez_compressed(args.out / "bert.npz", pieces=table, codes=codes, scale=scale.astype(np.float32), **arrays)
    print(len(kept), "pieces;", (args.out / "bert.npz").stat().st_size // 1_000_000, "MB")


if __name__ == "__main__":
    main()
