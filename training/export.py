"""The file that is shipped, from what prepare.py and learn.py wrote: weights, words, labels and tags, and a lemma table.

python training/export.py FOLDER --name student --data ../shared/data
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "training")]

import numpy as np  # noqa: E402
from lemma_rules import learn  # noqa: E402
from lemma_words import listed_forms  # noqa: E402
from scores import score  # noqa: E402
from treebank import EWT, GUM, Sentence, read_documents  # noqa: E402

from servanda.reading.parser import packed  # noqa: E402
from servanda.reading.parser.lemmas import LemmaTable  # noqa: E402
from servanda.reading.parser.running import MODEL  # noqa: E402

DESCRIPTION = "UD English, EWT and free GUM"


def sentences(data: Path, part: str) -> dict[str, list[Sentence]]:
    return {
        name: [s for d in read_documents(data / kind.format(part)) for s in d] for name, kind in (("EWT", EWT), ("GUM", GUM))
    }


def lemmas(data: Path) -> LemmaTable:
    """A listed form outvotes the spelling mistakes of the treebanks."""
    train = sentences(data, "train")
    return learn([*train["EWT"], *train["GUM"], *[listed_forms()] * 20])


def model(folder: Path, name: str, data: Path) -> packed.Model:
    """What learn.py wrote as NAME.npz, and the lemmas of the treebanks."""
    about = json.loads((folder / "about.json").read_text(encoding="utf-8"))
    with np.load(folder / f"{name}.npz") as raw:
        weights = {k: raw[k].astype(np.float32) for k in raw.files if k != "shape"}
        shape = json.loads(str(raw["shape"]))
    shape |= {k: about[k] for k in ("rows", "widths")}
    return packed.Model(shape, about["labels"], about["tags"], about["known"], weights, lemmas(data))


def save(made: packed.Model, data: Path, out: Path) -> packed.Model:
    """Write the file, and in it the scores on the dev sets of what stands in it."""
    packed.save(made, out)
    nlp = packed.load(out)
    dev = {k: {n: round(v, 2) for n, v in score(nlp, s).items()} for k, s in sentences(data, "dev").items()}
    made = replace(made, facts={"description": DESCRIPTION, "dev": dev})
    packed.save(made, out)
    return made


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("folder", type=Path)
    options.add_argument("--name", default="student")
    options.add_argument("--data", type=Path, default=Path(os.environ.get("SERVANDA_SHARED_DATA", ROOT / "../shared/data")))
    options.add_argument("--out", type=Path, default=MODEL)
    options.add_argument("--lemmas-only", action="store_true", help="keep the weights of --out, learn the lemmas again")
    args = options.parse_args()
    if args.lemmas_only:
        made = replace(packed.read(args.out), lemmas=lemmas(args.data))
    else:
        made = model(args.folder, args.name, args.data)
    made = save(made, args.data, args.out)
    print(json.dumps({"file": args.out.name, "bytes": args.out.stat().st_size, **made.facts}))


if __name__ == "__main__":
    main()
