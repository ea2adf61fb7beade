"""The monitors' task as a straightforward Python loop: the yardstick of `benchmarks.monitor` and its oracle.

    python -m benchmarks.plain_monitor FILE [--days 30]

Nothing of Servanda is used here.
"""

from __future__ import annotations

import argparse
import json
import time
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from benchmarks.memory import peak_mb


def judge(lines: Iterable[str], days: int) -> tuple[int, int, int]:
    """Events, violated and satisfied duties."""
    events = 0
    told: dict[str, dict[str, set[int]]] = {n: defaultdict(set) for n in ("trigger", "action", "extended")}
    for line in lines:
        fields = line.rstrip("\r\n").split("|")
        if not any(fields):
            continue
        events += 1
        if fields[0] in told:
            told[fields[0]][fields[3]].add(int(fields[2]))
    violated = satisfied = 0
    for key, triggers in told["trigger"].items():
        actions, extensions = sorted(told["action"].get(key, ())), sorted(told["extended"].get(key, ()))
        for t in triggers:
            if _met(t, actions, extensions, days):
                satisfied += 1
            else:
                violated += 1
    return events, violated, satisfied


def _met(t: int, actions: list[int], extensions: list[int], days: int) -> bool:
    first = bisect_right(actions, t)
    if first == len(actions):
        return False
    last = t + days
    moved = bisect_right(extensions, t)
    if moved < len(extensions) and extensions[moved] <= last:
        last = extensions[moved] + days
    return actions[first] <= last


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--days", type=int, default=30)
    given = parser.parse_args()
    start = time.perf_counter()
    with given.file.open(encoding="utf-8") as lines:
        events, violated, satisfied = judge(lines, given.days)
    seconds = time.perf_counter() - start
    counts = {"events": events, "violated": violated, "satisfied": satisfied}
    print(json.dumps({**counts, "seconds": round(seconds, 3), "peak_mb": peak_mb()}))


if __name__ == "__main__":
    main()
