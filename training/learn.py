"""Teachers, then the small parser that learns from the treebanks and from what the teachers say of texts without trees.

python training/learn.py FOLDER teacher --seed 1 --seconds 100        writes teacher-1.pt
python training/learn.py FOLDER label --teachers 3                    writes told.npz, what teachers 1 to 3 say
python training/learn.py FOLDER student --seed 2 --seconds 240        writes student.npz

Needs PyTorch and what prepare.py and teacher_pieces.py wrote; runs on a GPU where there is one. Chance goes by the seed;
how far a run comes in its seconds depends on the machine, with --steps it does not.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

sys.path.insert(0, str(Path(__file__).resolve().parent))
from network import Shape, Student, Teacher

KEPT = {"arcs": 5, "labels": 3, "tags": 3}
"""How many of the teachers' greatest shares are kept for each word."""
DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")
HALF = DEVICE.type == "cuda"


class Set:
    """Sentences as arrays on the device."""

    def __init__(self, path: Path) -> None:
        raw = np.load(path)
        self.lengths = raw["lengths"].astype(np.int64)
        self.starts = np.concatenate([[0], np.cumsum(self.lengths)])[:-1]
        self.columns = {k: torch.from_numpy(raw[k].astype(np.int64)).to(DEVICE) for k in ("words", "heads", "labels", "tags")}

    def hear(self, path: Path) -> None:
        """Set beside the words what the teachers said of them."""
        for name, values in np.load(path).items():
            whole = values.astype(np.int64 if name.endswith("_at") else np.float32)
            self.columns[name] = torch.from_numpy(whole).to(DEVICE)

    def batches(self, words: int, rng: random.Random | None) -> Iterator[list[int]]:
        """Sentences of like length, so many words together; in the order of their length, or at random."""
        order = sorted(range(len(self.lengths)), key=lambda i: (self.lengths[i] + (rng.random() * 6 if rng else 0), i))
        found: list[list[int]] = []
        some: list[int] = []
        most = 0
        for i in order:
            most = max(most, int(self.lengths[i]))
            if some and most * (len(some) + 1) > words:
                found.append(some)
                some, most = [], int(self.lengths[i])
            some.append(i)
        found.append(some)
        if rng:
            rng.shuffle(found)
        yield from found

    def batch(self, rows: list[int]) -> dict[str, Tensor]:
        lengths = torch.tensor(self.lengths[rows], device=DEVICE)
        starts = torch.tensor(self.starts[rows], device=DEVICE)
        at = torch.arange(int(lengths.max()), device=DEVICE)
        there = at[None, :] < lengths[:, None]
        place = (starts[:, None] + at[None, :]).clamp(max=len(self.columns["words"]) - 1)
        out = {}
        for k, v in self.columns.items():
            inside = there[..., None] if v.ndim > 1 else there
            out[k] = torch.where(inside, v[place], 0 if k == "words" or k.endswith("_share") else -1)
        return {**out, "there": there}


def loss_of(model: Student | Teacher, batch: dict[str, Tensor], keys: Tensor, hide: float) -> Tensor:
    """Towards the trees, where they are known."""
    x, distance = run(model, batch, keys, hide)
    there, heads, labels, tags = (batch[k] for k in ("there", "heads", "labels", "tags"))
    arcs = model.out.arcs(x, there, distance)
    loss = F.cross_entropy(arcs.transpose(1, 2), heads, ignore_index=-1)
    scores = model.out.labels(x, heads.clamp(min=0))
    loss = loss + F.cross_entropy(scores.transpose(1, 2), labels, ignore_index=-1, label_smoothing=0.03)
    tag = model.out.tag(model.out.drop(x))
    return loss + 0.7 * F.cross_entropy(tag.transpose(1, 2), tags, ignore_index=-1, label_smoothing=0.03)


def run(model: Student | Teacher, batch: dict[str, Tensor], keys: Tensor, hide: float = 0.0) -> tuple[Tensor, Tensor]:
    """The vectors of a batch's words, and the distances between them."""
    inner = keys[batch["words"]]
    words = [batch["words"]] if isinstance(model, Teacher) else []
    x, distance = model(*words, inner, batch["there"], hide)
    return x, distance


def soft_loss(model: Student, batch: dict[str, Tensor], keys: Tensor, told: dict[str, Tensor], hide: float) -> Tensor:
    """Towards what the teachers say: (number, length, length) of arcs, (number, length, labels) under the best head."""
    x, distance = run(model, batch, keys, hide)
    there = batch["there"]
    n = there.sum()
    best = told["arcs"].argmax(-1)

    def apart(scores: Tensor, target: Tensor) -> Tensor:
        return -((target * scores.log_softmax(-1)).sum(-1) * there).sum() / n

    loss = apart(model.out.arcs(x, there, distance), told["arcs"])
    loss = loss + apart(model.out.labels(x, best), told["labels"])
    return loss + 0.7 * apart(model.out.tag(model.out.drop(x)), told["tags"])


@torch.no_grad()
def soft(models: Sequence[Student | Teacher], batch: dict[str, Tensor], keys: Tensor) -> dict[str, Tensor]:
    """The mean of what the models say."""
    found = [run(m, batch, keys) for m in models]
    arcs = torch.stack([m.out.arcs(x, batch["there"], d).softmax(-1) for m, (x, d) in zip(models, found, strict=True)]).mean(0)
    best = arcs.argmax(-1)
    labels = torch.stack([m.out.labels(x, best).softmax(-1) for m, (x, _) in zip(models, found, strict=True)]).mean(0)
    tags = torch.stack([m.out.tag(x).softmax(-1) for m, (x, _) in zip(models, found, strict=True)]).mean(0)
    return {"arcs": arcs, "labels": labels, "tags": tags}


@torch.no_grad()
def scores(models: Sequence[Student | Teacher], data: Set, keys: Tensor, punct: int) -> dict[str, float]:
    """Per cent of words, each head taken by itself; punctuation counts for tags alone."""
    for m in models:
        m.eval()
    sums = np.zeros(5)
    for rows in data.batches(8000, None):
        batch = data.batch(rows)
        told = soft(models, batch, keys)
        heads, labels, tags = (told[k].argmax(-1) for k in ("arcs", "labels", "tags"))
        real = (batch["heads"] >= 0) & (batch["labels"] != punct)
        right = real & (heads == batch["heads"])
        named = right & (labels == batch["labels"])
        tagged = batch["tags"] >= 0
        sums += [int(v.sum()) for v in (real, right, named, tagged, tagged & (tags == batch["tags"]))]
    return {"UAS": 100 * sums[1] / sums[0], "LAS": 100 * sums[2] / sums[0], "tags": 100 * sums[4] / sums[3]}


class Mean:
    """The running mean of the weights."""

    def __init__(self, model: torch.nn.Module, rate: float) -> None:
        self.rate, self.steps = rate, 0
        self.kept = {k: v.detach().clone() for k, v in model.state_dict().items()}

    def add(self, model: torch.nn.Module) -> None:
        self.steps += 1
        rate = min(self.rate, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            for k, v in model.state_dict().items():
                if v.dtype.is_floating_point:
                    self.kept[k].lerp_(v, 1 - rate)


class Folder:
    """What prepare.py wrote."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.about = json.loads((path / "about.json").read_text(encoding="utf-8"))
        self.keys = torch.from_numpy(np.load(path / "keys.npy").astype(np.int64)).to(DEVICE)
        self.known = torch.from_numpy(np.load(path / "known.npy").astype(np.float32))
        self.sizes = {"labels": len(self.about["labels"]), "tags": len(self.about["tags"])}
        self.punct = self.about["labels"].index("punct")
        self.dev = {k: Set(path / f"{k}-dev.npz") for k in ("ewt", "gum")}
        self.train = [Set(path / f"train-{n}.npz") for n in range(self.about["copies"])]
        self.raw = Set(path / "raw.npz")

    def student(self, shape: Shape) -> Student:
        return Student(shape, self.known, self.about["rows"], self.about["widths"], **self.sizes).to(DEVICE)

    def teacher(self) -> Teacher:
        raw = np.load(self.path / "bert.npz")
        bert = {k: torch.from_numpy(raw[k]) for k in raw.files if "." in k}
        bert["embeddings.word_embeddings.weight"] = torch.from_numpy(raw["codes"].astype(np.float32) * raw["scale"])
        pieces = torch.from_numpy(raw["pieces"].astype(np.int64))
        return Teacher(bert, pieces, self.known, self.about["rows"], self.about["widths"], **self.sizes).to(DEVICE)


def written(model_scores: dict[str, dict[str, float]]) -> str:
    return json.dumps({k: {n: round(v, 2) for n, v in s.items()} for k, s in model_scores.items()})


def train(folder: Folder, model: Student | Teacher, args: argparse.Namespace, labelled: bool) -> Mean:
    rng = random.Random(args.seed)
    teaching = isinstance(model, Teacher)
    small = [p for n, p in model.named_parameters() if n.startswith("bert.")]
    rest = [p for n, p in model.named_parameters() if not n.startswith("bert.")]
    groups = [{"params": rest, "lr": args.rate}] + ([{"params": small, "lr": 1.2e-4}] if small else [])
    full = [g["lr"] for g in groups]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=HALF)
    mean = Mean(model, 0.999 if not teaching else 0.99)
    started, step, epoch, progress = time.monotonic(), 0, 0, 0.0

    def passed() -> float:
        return float(step / args.steps if args.steps else (time.monotonic() - started) / args.seconds)

    while progress < 1.0:
        data = folder.train[epoch % len(folder.train)]
        work: list[tuple[Set, list[int]]] = [(data, b) for b in data.batches(args.words, rng)]
        if labelled:
            work += [(folder.raw, b) for b in folder.raw.batches(args.words, rng)]
        rng.shuffle(work)
        for which, rows in work:
            progress = passed()
            if progress >= 1.0:
                break
            rise = min(1.0, (step + 1) / 300)
            for group, top in zip(optimiser.param_groups, full, strict=True):
                group["lr"] = top * rise * max(0.02, 1.0 - progress)
            model.train()
            batch = which.batch(rows)
            with torch.autocast("cuda", dtype=torch.bfloat16, enabled=HALF):
                if which is folder.raw and isinstance(model, Student):
                    loss = soft_loss(model, batch, folder.keys, dense(batch, folder.sizes), args.hide)
                else:
                    loss = loss_of(model, batch, folder.keys, args.hide)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            step += 1
            mean.add(model)
        epoch, progress = epoch + 1, passed()
        if epoch % args.every == 0 or progress >= 1.0:
            kept = {k: v.clone() for k, v in model.state_dict().items()}
            model.load_state_dict(mean.kept)
            found = {k: scores([model], d, folder.keys, folder.punct) for k, d in folder.dev.items()}
            print(args.name, "epoch", epoch, "step", step, f"{time.monotonic() - started:.0f} s", written(found), flush=True)
            model.load_state_dict(kept)
    return mean


def dense(batch: dict[str, Tensor], sizes: dict[str, int]) -> dict[str, Tensor]:
    """What the teachers said of some sentences, from the few greatest shares that were kept."""
    length = batch["there"].shape[1]
    out = {}
    for kind, size in (("arcs", length), ("labels", sizes["labels"]), ("tags", sizes["tags"])):
        places, shares = batch[f"{kind}_at"], batch[f"{kind}_share"]
        full = torch.zeros(*places.shape[:2], size, device=DEVICE)
        out[kind] = full.scatter_add_(2, places.clamp(min=0, max=size - 1), torch.where(places >= 0, shares, 0.0))
    return out


def label(folder: Folder, teachers: int) -> None:
    """What the mean of the teachers says of the texts without trees, as half-precision arrays."""
    models = []
    for n in range(teachers):
        model = folder.teacher()
        model.load_state_dict(torch.load(folder.path / f"teacher-{n + 1}.pt", map_location=DEVICE))
        models.append(model.eval())
    found = {k: scores(models, d, folder.keys, folder.punct) for k, d in folder.dev.items()}
    print(len(models), "teachers together", written(found), flush=True)
    words = len(folder.raw.columns["words"])
    out: dict[str, Any] = {f"{k}_at": np.full((words, n), -1, dtype=np.int16) for k, n in KEPT.items()}
    out |= {f"{k}_share": np.zeros((words, n), dtype=np.float16) for k, n in KEPT.items()}
    for rows in folder.raw.batches(8000, None):
        batch = folder.raw.batch(rows)
        found_ = soft(models, batch, folder.keys)
        for kind, most in KEPT.items():
            top = found_[kind].topk(min(most, found_[kind].shape[-1]), dim=-1)
            shares = (top.values / top.values.sum(-1, keepdim=True)).cpu().numpy()
            places = top.indices.cpu().numpy()
            for place, i in enumerate(rows):
                n, start = int(folder.raw.lengths[i]), int(folder.raw.starts[i])
                wide = places.shape[-1]
                out[f"{kind}_at"][start : start + n, :wide] = places[place, :n]
                out[f"{kind}_share"][start : start + n, :wide] = shares[place, :n]
    np.savez_compressed(folder.path / "told.npz", **out)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("folder", type=Path)
    options.add_argument("what", choices=("teacher", "label", "student"))
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--seconds", type=float, default=240)
    options.add_argument("--steps", type=int, help="a limit that no clock decides, instead of the seconds")
    options.add_argument("--rate", type=float, default=2e-3)
    options.add_argument("--words", type=int, default=4000, help="in a batch")
    options.add_argument("--hide", type=float, default=0.15, help="share of words that are not known by their vectors")
    options.add_argument("--every", type=int, default=10, help="epochs between two scores")
    options.add_argument("--width", type=int, default=160)
    options.add_argument("--blocks", type=int, default=3)
    options.add_argument("--pieces", type=int, default=2)
    options.add_argument("--drop", type=float, default=0.15)
    options.add_argument("--name", default="student")
    options.add_argument("--teachers", type=int, default=3, help="whose words are taken together")
    options.add_argument("--alone", action="store_true", help="a student without teachers")
    args = options.parse_args()
    torch.manual_seed(args.seed)
    folder = Folder(args.folder)
    if args.what == "label":
        label(folder, args.teachers)
        return
    if args.what == "teacher":
        args.name = f"teacher-{args.seed}"
        torch.save(train(folder, folder.teacher(), args, labelled=False).kept, folder.path / f"{args.name}.pt")
        return
    shape = Shape(width=args.width, blocks=args.blocks, pieces=args.pieces, drop=args.drop)
    student = folder.student(shape)
    print(args.name, sum(p.numel() for p in student.parameters()), "weights", flush=True)
    if not args.alone:
        folder.raw.hear(folder.path / "told.npz")
    mean = train(folder, student, args, labelled=not args.alone)
    arrays: dict[str, Any] = {k: v.half().cpu().numpy() for k, v in mean.kept.items()}
    np.savez(folder.path / f"{args.name}.npz", shape=np.array(json.dumps(asdict(shape))), **arrays)


if __name__ == "__main__":
    main()
