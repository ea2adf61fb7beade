"""How fast a case is taken in and answered, and how that grows.

    python -m benchmarks.run [--sizes 100,1000,10000] [--json]

For the bundled case and for generated cases of each size: reports per second by stage, seconds of a run, an answer and
the report page, peak memory of the process, and, for run, answer and page, the ratio of time to size against the first
size (1.0 is linear). Beside reading stands a plain pass of the same spaCy pipeline over the same texts, every sentence
parsed, as the measure of the machine; both on a sample of at most 300 reports. Seconds are of the processor, but for
`status_s`, a whole command by the clock. Reading 10,000 reports takes minutes; the rest of it seconds.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.generate import SIGNED, write

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = 300


def measure(folder: Path, as_of: date) -> dict[str, Any]:
    """Times of one case in this process: opening, taking in (open, read, record), asking, writing the page."""
    from servanda.case import ask, open_case, take_in, write_report
    from servanda.reading import read
    from servanda.reports import read_folder
    from servanda.reports.model import Report

    case = open_case(folder)
    clock = time.process_time
    start = clock()
    reports = list(read_folder(folder))
    opened = clock() - start
    texts = [r for r in reports if isinstance(r, Report) and r.language == "en"]
    sample = texts[:SAMPLE]
    read(sample[0], case.agreement)  # the model is loaded before the clock starts
    start = clock()
    for report in sample:
        read(report, case.agreement)
    reading = clock() - start
    plain = _plain(sample)
    with case.ledger() as ledger:
        start = clock()
        take_in(case, ledger)
        taking = clock() - start
    start = clock()
    answer = ask(case, as_of, as_of)
    asking = clock() - start
    start = clock()
    write_report(case, answer)
    writing = clock() - start
    return {
        "reports": len(texts),
        "claims": len(answer.knowledge.claims),
        "open_per_s": round(len(texts) / opened),
        "read_per_s": round(len(sample) / reading),
        "plain_parse_per_s": round(len(sample) / plain),
        "read_vs_plain": round(plain / reading, 2),
        "run_s": round(taking, 2),
        "ask_s": round(asking, 3),
        "page_s": round(writing, 3),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def _plain(texts: list[Any]) -> float:
    """Seconds for the same pipeline over all sentences of the texts."""
    from servanda.reading.parser import parse
    from servanda.reading.sentences import split

    start = time.process_time()
    for report in texts:
        parse([report.text[s.start : s.end] for s in split(report.text, report.segments)], repaired=False)
    return time.process_time() - start


def warm_status(folder: Path) -> float:
    """Seconds of the whole command `servanda status` on a case already run, the best of five."""
    command = [sys.executable, "-m", "servanda", "status", str(folder), "--as-of", "2020-11-24"]
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="100,1000,10000")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        day = date(2020, 11, 24) if "karabakh" in given.one.name else SIGNED.replace(month=7)
        print(json.dumps(measure(given.one, day)))
        return
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        bundled = Path(scratch) / "karabakh-2020"
        shutil.copytree(
            ROOT / "examples" / "karabakh-2020", bundled, ignore=shutil.ignore_patterns("out", "ledger.db*")
        )
        rows.append({"case": "karabakh-2020", **_apart(bundled), "status_s": round(warm_status(bundled), 2)})
        for size in map(int, given.sizes.split(",")):
            folder = write(Path(scratch) / f"generated-{size}", size)
            rows.append({"case": f"generated {size}", **_apart(folder)})
    generated = rows[1:]
    first = generated[0]
    for row in generated:
        for stage in ("run", "ask", "page"):
            each, at_first = row[f"{stage}_s"] / row["reports"], first[f"{stage}_s"] / first["reports"]
            row[f"{stage}_growth"] = round(each / at_first, 2)
    if given.json:
        print(json.dumps(rows, indent=1))
    else:
        _table(rows)


def _apart(folder: Path) -> dict[str, Any]:
    """Measure in a process of its own, so that peak memory is that of the case."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.run", "--one", str(folder)], check=True, capture_output=True, text=True
    )
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured


def _table(rows: list[dict[str, Any]]) -> None:
    names = list(dict.fromkeys(k for row in rows for k in row))
    width = {n: max(len(n), *(len(str(row.get(n, ""))) for row in rows)) for n in names}
    print("  ".join(n.ljust(width[n]) for n in names))
    for row in rows:
        print("  ".join(str(row.get(n, "")).ljust(width[n]) for n in names))


if __name__ == "__main__":
    main()
