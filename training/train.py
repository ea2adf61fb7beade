"""One command that makes the small English parser: teachers first, then the student that is shipped.

python training/train.py --vectors VECTORS.json --bert FOLDER --torch-python PYTHON

Each step is a program of its own and can be run alone; those that train need PyTorch, the others spaCy, and either may
be missing from the other's environment. A limit of seconds depends on the machine: the same command on another one gives
a model as good, not the same bytes.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

TRAINING = Path(__file__).resolve().parent
ROOT = TRAINING.parent


def arguments() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--data", type=Path, default=Path(os.environ.get("SERVANDA_SHARED_DATA", ROOT / "../shared/data")))
    options.add_argument("--texts", type=Path, default=TRAINING / "texts", help="texts without trees")
    options.add_argument("--vectors", type=Path, required=True, help="GloVe vectors, as JSON")
    options.add_argument("--bert", type=Path, required=True, help="a folder with model.safetensors and vocab.txt")
    options.add_argument("--folder", type=Path, default=ROOT / "build/parser", help="for what is made on the way")
    options.add_argument("--out", type=Path, default=ROOT / "src/servanda/reading/parser/model/servanda_small.zip")
    options.add_argument("--torch-python", default=sys.executable, help="a Python that has PyTorch")
    options.add_argument("--teachers", type=int, default=3)
    options.add_argument("--teacher-seconds", type=float, default=120)
    options.add_argument("--student-seconds", type=float, default=200)
    return options.parse_args()


def steps(args: argparse.Namespace) -> list[list[str]]:
    """The commands in their order."""
    folder, data = str(args.folder), ["--data", str(args.data)]

    def here(name: str, *more: str) -> list[str]:
        return [sys.executable, str(TRAINING / name), *more]

    def learn(what: str, *more: str) -> list[str]:
        return [args.torch_python, str(TRAINING / "learn.py"), folder, what, *more]

    return [
        here("prepare.py", *data, "--texts", str(args.texts), "--vectors", str(args.vectors), "--out", folder),
        here("teacher_pieces.py", "--model", str(args.bert), "--out", folder),
        *(learn("teacher", "--seed", str(n + 1), "--seconds", str(args.teacher_seconds)) for n in range(args.teachers)),
        learn("label"),
        learn("student", "--seconds", str(args.student_seconds)),
        here("export.py", folder, *data, "--out", str(args.out)),
    ]


def main() -> None:
    for command in steps(arguments()):
        print(*command, flush=True)
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
