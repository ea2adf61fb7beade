"""Invented traces and columns of any size, the same for the same seed.

    python -m benchmarks.traces FILE --events 1000000 [--seed 7]

Two of five events are triggers, each of a key drawn anew; most are answered within two months, some after an
extension; three of ten become known up to 400 days late. The rest is noise. Lines stand in the order of arrival.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import polars as pl

from servanda.batch.columns import DONE, EVER, EXTENDED, NEVER, Duties, Entries

YEARS = 10
_NAMES = ("trigger", "action", "extended", "noise")


def write_trace(path: Path, events: int, seed: int = 7) -> Path:
    """Write a trace of so many events and give its path back."""
    rng = np.random.default_rng(seed)
    duties = max(1, events * 2 // 5)
    key, begun = rng.integers(0, max(1, duties * 9 // 10), duties), rng.integers(0, 365 * YEARS, duties)
    answered, moved = rng.random(duties) < 0.8, rng.random(duties) < 0.25
    parts = [
        (np.zeros(duties, np.int64), key, begun),
        (np.full(int(answered.sum()), 1), key[answered], begun[answered] + rng.integers(0, 62, int(answered.sum()))),
        (np.full(int(moved.sum()), 2), key[moved], begun[moved] + rng.integers(0, 33, int(moved.sum()))),
    ]
    kind, keys, day = (np.concatenate(c)[:events] for c in zip(*parts, strict=True))
    more = events - len(kind)
    kind = np.concatenate([kind, np.full(more, 3)])
    keys = np.concatenate([keys, rng.integers(0, duties, more)])
    day = np.concatenate([day, rng.integers(0, 365 * YEARS, more)])
    known = day + np.where(rng.random(events) < 0.3, rng.integers(1, 400, events), 0)
    order = np.argsort(known, kind="stable")
    frame = pl.DataFrame({"kind": kind[order], "known": known[order], "day": day[order], "key": keys[order]})
    frame.select(pl.Series(_NAMES).gather(frame["kind"]).alias("name"), "known", "day", pl.format("k{}", "key")).write_csv(
        path, include_header=False, separator="|"
    )
    return path


def columns(duties: int, entries: int, seed: int = 7) -> tuple[Duties, Entries]:
    """Dated closed-world obligations, and performances and extensions of which three of ten become known late."""
    rng = np.random.default_rng(seed)
    none = np.zeros(duties, np.int64)
    due = rng.integers(0, 365 * YEARS, duties)
    made = Duties(none + EVER, none + NEVER, due, due, none, none + 1, none)
    return made, drawn(rng, made, rng.integers(0, duties, entries), 0)


def drawn(rng: np.random.Generator, duties: Duties, which: np.ndarray, first: int) -> Entries:
    """One entry for each of the duties named, by claims numbered from `first`."""
    count = len(which)
    moves = rng.random(count) < 0.25
    day = duties.due[which] + np.where(moves, rng.integers(-40, 5, count), rng.integers(-30, 60, count))
    known = day + np.where(rng.random(count) < 0.3, rng.integers(1, 400, count), 0)
    none = np.zeros(count, np.int64)
    return Entries(
        which, np.where(moves, EXTENDED, DONE), day, day, known, none + NEVER, none + 1, np.where(moves, day + 30, NEVER),
        none, first + np.arange(count),
    )  # fmt: skip


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    print(write_trace(given.file, given.events, given.seed))
