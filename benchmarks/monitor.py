"""The common task of run-time monitors, through the columns that serve cases.

    python -m benchmarks.monitor FILE [--days 30] [--json] [--beside]

FILE has lines `name|known|day|key` (see `servanda.batch.traces`): events named trigger, action, extended, and any
others. Each trigger of a key on day t opens a duty of that key; an agreement of one closed-world term, made below, says
what is owed, and `servanda.batch` finds what became of it. In detail:

- met by an action on day t+1 to t+30, both included; an action on day t itself is not an answer;
- or, where an `extended` falls on t+1 to t+30 and no action came before it, by an action up to 30 days after the first
  such `extended`; a further `extended` moves nothing;
- a later trigger of the same key opens a duty of its own, which the same action may meet; the same trigger told twice
  for one day is one;
- the order of lines changes nothing; every duty is judged as of the end of time: what is not met is violated, also
  where the trace ends before the duty's last day.

`events` counts all lines, `seconds` runs from the text to the verdicts, `peak_mb` is the process's peak memory.
`--beside` runs a plain Python loop over the same file as well (`benchmarks.plain_monitor`), in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.memory import peak_mb
from servanda.agreement import loads
from servanda.batch import dated
from servanda.batch.columns import COMPLIANCE, NEVER, Ints
from servanda.batch.shapes import DutyRow, duty_of
from servanda.batch.traces import Trace, read_trace
from servanda.batch.triggered import duties_of, entries_of, records
from servanda.errors import ServandaError

NAMES = ("trigger", "action", "extended")
BLOCK = 2**17
AGREEMENT = """
servanda: 1
id: monitor
title: Each trigger is answered within {days} days
signed: 1970-01-01
timezone: UTC
actors:
  answerer: {{name: who answers for the key, role: signatory}}
  asker: {{name: who triggers, role: signatory}}
terms:
  answer:
    norm: obligation
    bearer: [answerer]
    toward: [asker]
    act: release
    due: {{within: P{days}D, of: signed}}
    absence: breach
    may_extend: [asker]
"""


@cache
def duty(days: int) -> DutyRow:
    """The duty that a trigger on day 0 (1970-01-01) opens, as the agreement words it."""
    agreement = loads(AGREEMENT.format(days=days))
    row = duty_of(agreement, agreement.terms["answer"])
    assert row is not None
    return row


def verdicts(trace: Trace, days: int) -> Iterator[tuple[Ints, Ints]]:
    """Codes and compliance of all duties as of the end, some at a time, in the order of key and trigger's day."""
    triggers, actions, extensions = (records(t.subject, t.day) for t in (trace.of(n) for n in range(3)))
    template = duty(days)
    for since in range(0, len(triggers), BLOCK):
        some = triggers.part(since, since + BLOCK)
        one, two = some.code[0], some.code[-1] | (2**32 - 1)
        near = [r.part(np.searchsorted(r.code, one), np.searchsorted(r.code, two, side="right")) for r in (actions, extensions)]
        entries = entries_of(some, *near, extends_by=days)
        yield some.code, dated.at(duties_of(template, some), entries, NEVER - 1, NEVER - 1).compliance


def monitor(path: Path, days: int) -> dict[str, Any]:
    """The counts, seconds and peak memory for a file."""
    start = time.perf_counter()
    trace = read_trace(path, NAMES)
    met, all_ = 0, 0
    for codes, words in verdicts(trace, days):
        met += int((words == COMPLIANCE.index("fulfilled")).sum())
        all_ += len(codes)
    seconds = time.perf_counter() - start
    return {
        "events": trace.events,
        "violated": all_ - met,
        "satisfied": met,
        "seconds": round(seconds, 3),
        "peak_mb": peak_mb(),
    }


def beside(path: Path, days: int) -> dict[str, Any]:
    """What the plain Python loop says of the same file."""
    command = [sys.executable, "-m", "benchmarks.plain_monitor", str(path), "--days", str(days)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main() -> int:
    """Print the verdicts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--days", type=int, default=30)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--beside", action="store_true", help="also run a plain Python loop over the file")
    given = parser.parse_args()
    if given.days < 1:
        parser.error("--days is at least 1")
    if not given.file.is_file():
        parser.error(f"no such file: {given.file}")
    try:
        found = monitor(given.file, given.days)
    except ServandaError as error:
        print(error, file=sys.stderr)
        return 2
    if given.beside:
        found["plain"] = beside(given.file, given.days)
    print(json.dumps(found) if given.json else "\n".join(f"{k}: {v}" for k, v in found.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
