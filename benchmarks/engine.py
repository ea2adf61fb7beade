"""How fast findings are made in bulk, beside a plain loop, and how that grows.

    python -m benchmarks.engine [--events 10000,100000,1000000,10000000] [--duties 40000,130000,400000] [--json]

Three tables, each at several sizes; `growth` is time for each event (duty, claim) against the first size, 1.0 is linear.

1  the monitors' task from text to verdicts (`benchmarks.monitor`), beside a plain Python loop over the same file
2  obligations in columns, 2.5 claims for each: any (D, K) from columns and from rectangles, the whole history over
   both clocks, and a late batch that touches one obligation in forty (10,000 of 400,000)
3  a case of so many claims: the bare verdict of all its terms, and their explanations

Seconds are of the wall clock, the best of several; `cpu` and the milliseconds of table 3 are processor time.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.generate import SIGNED, ZONES, agreement
from benchmarks.memory import peak_mb
from benchmarks.traces import columns, drawn, write_trace

Row = dict[str, Any]


def monitors(sizes: Iterable[int]) -> list[Row]:
    """Table 1."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as scratch:
        for size in sizes:
            path = write_trace(Path(scratch) / "trace.txt", size)
            runs = [_monitor(path, beside=n == 0) for n in range(1 if size > 2_000_000 else 3)]
            best, plain = min(runs, key=lambda r: r["seconds"]), runs[0]["plain"]
            same = all((r["violated"], r["satisfied"]) == (plain["violated"], plain["satisfied"]) for r in runs)
            rows.append(
                {
                    "events": size, "violated": best["violated"], "satisfied": best["satisfied"], "seconds": best["seconds"],
                    "peak_mb": best["peak_mb"], "plain_s": plain["seconds"], "plain_mb": plain["peak_mb"],
                    "plain/this": round(plain["seconds"] / best["seconds"], 1), "same": same,
                }
            )  # fmt: skip
    return _grown(rows, "events", "seconds")


def obligations(sizes: Iterable[int]) -> list[Row]:
    """Table 2, each size in a process of its own."""
    rows = [_apart("--one-duties", str(size)) for size in sizes]
    for name in ("point_s", "history_s", "late_s"):
        _grown(rows, "duties", name, f"{name[:-2]}_growth")
    return rows


def one_size(duties: int) -> Row:
    """One row of table 2."""
    from servanda.batch import dated
    from servanda.batch.state import at, build, update

    made, entries = columns(duties, duties * 5 // 2)
    history, history_cpu = _best(lambda: build(made, entries), 3)
    state = build(made, entries)
    from_columns, _ = _best(lambda: dated.at(made, entries, 1500, 1500), 5)
    from_rectangles, _ = _best(lambda: at(state, 1500, 1500), 5)
    rng = np.random.default_rng(11)
    late = drawn(rng, made, rng.choice(duties, duties // 40, replace=False), len(entries))
    updating, updating_cpu = _best(lambda: update(state, late), 5)
    return {
        "duties": duties, "claims": len(entries), "rectangles": len(state.statuses), "point_s": round(from_columns, 3),
        "point_of_history_s": round(from_rectangles, 3), "history_s": round(history, 2), "history_cpu": round(history_cpu, 2),
        "late_duties": len(late), "late_s": round(updating, 3), "late_cpu": round(updating_cpu, 3),
        "peak_mb": peak_mb(),
    }  # fmt: skip


def explanations(sizes: Iterable[int]) -> list[Row]:
    """Table 3."""
    from servanda.agreement import loads
    from servanda.findings import find_term
    from servanda.findings.explain import explain

    rows: list[Row] = []
    for size in sizes:
        promise = loads(agreement())
        evidence = _evidence(promise, size)
        day = SIGNED + timedelta(days=100)
        bare = told = float("inf")
        for _ in range(15):  # one beside the other, so that both meet the same state of the machine
            bare = min(bare, _best(lambda p=promise, e=evidence, d=day: [find_term(p, e, t, d) for t in p.terms], 1)[1])
            told = min(told, _best(lambda p=promise, e=evidence, d=day: [explain(p, e, t, d) for t in p.terms], 1)[1])
        rows.append(
            {
                "claims": size, "terms": len(promise.terms), "verdict_ms": round(1000 * bare / len(promise.terms), 2),
                "explained_ms": round(1000 * told / len(promise.terms), 2), "explained/verdict": round(told / bare, 2),
            }
        )  # fmt: skip
    return _grown(rows, "claims", "explained_ms")


def _evidence(promise: Any, size: int) -> Any:
    """Claims on all terms, of invented outlets and speakers, weighed."""
    from servanda.evidence import weigh
    from servanda.reading.claim import Claim, Party, Speaker, When, identified
    from servanda.reports.model import Report, Segment

    rng = np.random.default_rng(5)
    speakers = (
        Speaker("A. Norlander", "norland", "named-official"), Speaker("B. Southern", "front", "named-official"),
        Speaker("Joint Mission", "mission", "monitor"), Speaker(None, None, "outlet"), Speaker(None, None, "unnamed-official"),
    )  # fmt: skip
    claims: list[Claim] = []
    known: dict[str, date] = {}
    reports: dict[str, Report] = {}
    for n in range(size):
        day = SIGNED + timedelta(days=int(rng.integers(0, 90)))
        path = f"w{n % 40}/{n}.txt"
        act = ("withdraw", "withdraw", "attack", "remain")[int(rng.integers(0, 4))]
        who = ("norland", "front")[int(rng.integers(0, 2))]
        modality = "under-way" if act == "remain" else ("completed", "alleged", "denied")[int(rng.integers(0, 3))]
        zone = ZONES[int(rng.integers(0, len(ZONES)))].lower()
        quote = f"{who} {modality} {act} {zone} {day} {n}"
        claims.append(
            identified(
                Claim(
                    id="", report=path, report_sha256=f"{n:064x}", segment="body", quote=quote, start=0, end=len(quote),
                    speaker=speakers[int(rng.integers(0, len(speakers)))], via=(), act=act, words=act,
                    actors=(Party(who, who),), target=None, zone=zone, when=When(day, day, "explicit"),
                    said=When(day, day, "explicit"), extent="all", polarity="affirmed", modality=modality, quantity=None,
                )
            )
        )  # fmt: skip
        known[path] = day
        reports[path] = Report(path, f"{n:064x}", quote, (Segment("body", 0, len(quote)),), "text", source=f"Wire {n % 40}")
    return weigh(promise, {}, reports, claims, known, SIGNED + timedelta(days=365))


def _best(work: Callable[[], object], times: int) -> tuple[float, float]:
    """The least seconds and the least processor time of several runs."""
    walls, cpus = [], []
    for _ in range(times):
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        walls.append(time.perf_counter() - wall)
        cpus.append(time.process_time() - cpu)
    return min(walls), min(cpus)


def _monitor(path: Path, *, beside: bool) -> Row:
    more = ["--beside"] if beside else []
    command = [sys.executable, "-m", "benchmarks.monitor", str(path), "--json", *more]
    found: Row = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


def _apart(*given: str) -> Row:
    command = [sys.executable, "-m", "benchmarks.engine", *given]
    found: Row = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


def _grown(rows: list[Row], size: str, cost: str, name: str = "growth") -> list[Row]:
    for row in rows:
        row[name] = round((row[cost] / row[size]) / (rows[0][cost] / rows[0][size]), 2)
    return rows


def _table(rows: list[Row]) -> None:
    names = list(dict.fromkeys(k for row in rows for k in row))
    width = {n: max(len(n), *(len(str(row.get(n, ""))) for row in rows)) for n in names}
    print("  ".join(n.rjust(width[n]) for n in names))
    for row in rows:
        print("  ".join(str(row.get(n, "")).rjust(width[n]) for n in names))
    print()


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", default="10000,100000,1000000,10000000")
    parser.add_argument("--duties", default="40000,130000,400000")
    parser.add_argument("--claims", default="300,1000,3000")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--one-duties", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one_duties:
        print(json.dumps(one_size(given.one_duties)))
        return
    tables = {
        "monitors": monitors(_sizes(given.events)),
        "obligations": obligations(_sizes(given.duties)),
        "explanations": explanations(_sizes(given.claims)),
    }
    if given.json:
        print(json.dumps({"cpus": os.cpu_count(), **tables}, indent=1))
        return
    for name, rows in tables.items():
        print(f"{name} ({os.cpu_count()} CPUs)")
        _table(rows)


def _sizes(text: str) -> list[int]:
    return [int(n) for n in text.split(",") if n]


if __name__ == "__main__":
    main()
