"""One command that makes the small English parser: teachers first, then the student that is shipped.

python training/train.py --vectors VECTORS.json --bert FOLDER --torch-python PYTHON

Each step is a program of its own and can be run alone. Those that train need PyTorch, the others the package, and either
may be missing from the other's environment. Training is limited by seconds, as the shipped file's was, and what is learned
in them depends on the machine; --teacher-steps and --steps limit it by steps, whatever time they take. Last, where the file
is made in its place, doubt and certainty are fitted on its parses.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

TRAINING = Path(__file__).resolve().parent
ROOT = TRAINING.parent
SHIPPED = ROOT / "src/servanda/reading/parser/model/servanda_small.zip"


def arguments() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--data", type=Path, default=Path(os.environ.get("SERVANDA_SHARED_DATA", ROOT / "../shared/data")))
    options.add_argument("--texts", type=Path, default=TRAINING / "texts", help="texts without trees")
    options.add_argument("--vectors", type=Path, required=True, help="GloVe vectors, as JSON")
    options.add_argument("--bert", type=Path, required=True, help="a folder with model.safetensors and vocab.txt")
    options.add_argument("--folder", type=Path, default=ROOT / "build/parser", help="for what is made on the way")
    options.add_argument("--out", type=Path, default=SHIPPED)
    options.add_argument("--torch-python", default=sys.executable, help="a Python that has PyTorch")
    data = options.add_argument_group("less data, to try the steps")
    data.add_argument("--copies", type=int, default=6, help="how often the treebanks are changed anew")
    data.add_argument("--most-sentences", type=int, help="of each treebank's part, and of the texts without trees")
    teachers = options.add_argument_group("teachers")
    teachers.add_argument("--teachers", type=int, default=3)
    teachers.add_argument("--teacher-seconds", type=float, default=100)
    teachers.add_argument("--teacher-steps", type=int, help="instead of the seconds")
    student = options.add_argument_group("student")
    student.add_argument("--width", type=int, default=160)
    student.add_argument("--seed", type=int, default=2)
    student.add_argument("--drop", type=float, default=0.15)
    student.add_argument("--seconds", type=float, default=240)
    student.add_argument("--steps", type=int, help="instead of the seconds")
    return options.parse_args()


def steps(args: argparse.Namespace) -> list[list[str]]:
    """The commands in their order."""
    folder, data = str(args.folder), ["--data", str(args.data)]

    def here(name: str, *more: object) -> list[str]:
        return [sys.executable, str(TRAINING / name), *map(str, more)]

    def learn(what: str, *more: object) -> list[str]:
        return [args.torch_python, str(TRAINING / "learn.py"), folder, what, *map(str, more)]

    def limit(steps: int | None, seconds: float) -> list[object]:
        return ["--steps", steps] if steps is not None else ["--seconds", seconds]

    cut = ["--copies", args.copies, *(["--most-sentences", args.most_sentences] if args.most_sentences else [])]
    teaching, learning = limit(args.teacher_steps, args.teacher_seconds), limit(args.steps, args.seconds)
    fitted = args.out.resolve() == SHIPPED
    return [
        here("prepare.py", *data, "--texts", args.texts, "--vectors", args.vectors, "--out", folder, *cut),
        here("teacher_pieces.py", "--model", args.bert, "--out", folder),
        *(learn("teacher", "--seed", n + 1, *teaching) for n in range(args.teachers)),
        learn("label", "--teachers", args.teachers),
        learn("student", "--width", args.width, "--seed", args.seed, "--drop", args.drop, *learning),
        here("export.py", folder, *data, "--out", args.out),
        *(here(name, *data) for name in ("fit_doubt.py", "fit_factuality.py") if fitted),
    ]


def main() -> None:
    for command in steps(arguments()):
        print(*command, flush=True)
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
