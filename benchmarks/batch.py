"""What a batch over an event table takes, at three sizes: seconds and peak memory.

    python -m benchmarks.batch [--sizes 20000,200000,1000000] [--agreements FOLDER|TABLE] [--events TABLE] [--json]

Each size in a process of its own. The table is made up, with the columns of UCDP GED; or it is a table of yours, its rows
repeated until there are as many. Agreements are those of the example `syria-2016`, or yours. Beside it stands a plain pass
of Python's csv reader over the same file that does nothing with the rows. `growth` is seconds for each row against the first
size (1.0 is linear), `memory` the peak against the first size (1.0 is flat). Seconds are of the processor.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.events import EXAMPLE, write_events
from benchmarks.memory import peak_mb


def measure(agreements: Path, table: Path, out: Path) -> dict[str, Any]:
    """One batch in this process."""
    from servanda.batch.run import run_batch

    start = time.process_time()
    manifest = run_batch(agreements, [table], out)
    seconds = time.process_time() - start
    peak = peak_mb()
    start = time.process_time()
    with table.open(encoding="utf-8", newline="") as file:
        for _ in csv.reader(file):
            pass
    plain = time.process_time() - start
    return {
        "rows": manifest["events"]["read"],
        "incidents": manifest["rows"]["incidents"],
        "seconds": round(seconds, 1),
        "plain_s": round(plain, 1),
        "vs_plain": round(seconds / plain, 1),
        "peak_mb": peak,
    }


def repeated(table: Path, rows: int, target: Path) -> None:
    """The rows of a CSV over and over."""

    def opened() -> Iterator[list[str]]:
        with gzip.open(table, "rt", encoding="utf-8", newline="") if table.suffix == ".gz" else table.open(newline="") as file:
            yield from csv.reader(file)

    written = 0
    with target.open("w", encoding="utf-8", newline="") as out:
        write = csv.writer(out)
        while written < rows:
            given = opened()
            head = next(given)
            if not written:
                write.writerow(head)
            for row in given:
                if written < rows:
                    write.writerow(row)
                    written += 1


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="20000,200000,1000000")
    parser.add_argument("--agreements", type=Path, default=EXAMPLE)
    parser.add_argument("--events", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--one", nargs=2, type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(measure(given.agreements, *given.one)))
        return
    rows: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as scratch:
        for size in map(int, given.sizes.split(",")):
            if given.events:
                table = Path(scratch) / "events.csv"
                repeated(given.events, size, table)
            else:
                table = write_events(Path(scratch) / f"case-{size}", size) / "events" / "generated_ged.csv"
            command = [sys.executable, "-m", "benchmarks.batch", "--agreements", str(given.agreements)]
            command += ["--one", str(table), str(Path(scratch) / f"out-{size}")]
            row = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            first = rows[0] if rows else row
            row["growth"] = round(row["seconds"] / row["rows"] / (first["seconds"] / first["rows"]), 2)
            row["memory"] = round(row["peak_mb"] / first["peak_mb"], 2)
            rows.append(row)
            table.unlink()
    if given.json:
        print(json.dumps(rows, indent=1))
        return
    print("  ".join(n.rjust(9) for n in rows[0]))
    for row in rows:
        print("  ".join(str(v).rjust(9) for v in row.values()))


if __name__ == "__main__":
    main()
