"""How fast located events are matched with agreements, by actor pair and with actors unknown, at three sizes.

    python -m benchmarks.matching [--sizes 35000,350000,1000000] [--agreements 2000] [--json]

Seconds are those of the processor. Beside each stands shapely's STRtree over the same zones (query, then the days),
and, on a sample, every event compared with every agreement: the pairs must be the same.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import shapely

from servanda.batch.matching import Located, Pairs, Wanted, by_parties, by_place, pair_code
from servanda.reading.tables.places import Outline

SAMPLE = 2_000
DAYS = 30 * 365


def made(events: int, agreements: int, seed: int = 7) -> tuple[Located, Wanted, list[Outline]]:
    """Made-up events around a hundred centres, and agreements with outlines of 6 to 40 corners near them."""
    rng = np.random.default_rng(seed)
    centres = np.column_stack([rng.uniform(-70, 140, 100), rng.uniform(-30, 55, 100)])
    busy = rng.dirichlet(np.full(100, 0.3))
    at = rng.choice(100, events, p=busy)
    places = centres[at] + rng.normal(0, 2.0, (events, 2))
    first = rng.integers(0, DAYS, events)
    party = at * 8 + rng.integers(0, 8, events)
    other = at * 8 + rng.integers(0, 8, events)
    located = Located(pair_code(party, other), first, first + rng.integers(0, 3, events), places[:, 1], places[:, 0])
    home = rng.choice(100, agreements, p=busy)
    since = rng.integers(0, DAYS - 400, agreements)
    wanted = Wanted(
        pair_code(home * 8 + rng.integers(0, 8, agreements), home * 8 + rng.integers(0, 8, agreements)),
        since, since + rng.integers(60, 2000, agreements), np.arange(agreements),
    )  # fmt: skip
    return located, wanted, [_outline(rng, *centres[h]) for h in home]


def _outline(rng: np.random.Generator, lon: float, lat: float) -> Outline:
    turns = np.sort(rng.uniform(0, 2 * np.pi, int(rng.integers(6, 40))))
    reach = rng.uniform(0.3, 3.0) * rng.uniform(0.6, 1.0, len(turns))
    x, y = lon + rng.normal(0, 1.5) + reach * np.cos(turns), lat + rng.normal(0, 1.5) + reach * np.sin(turns)
    shape = shapely.make_valid(shapely.Polygon(np.column_stack([x, y])))
    shapely.prepare(shape)
    return Outline("", 100.0, shape, box=tuple(shape.bounds))


def by_tree(events: Located, wanted: Wanted, shapes: list[Outline], *, parties: bool) -> Pairs:
    """The same pairs by shapely's STRtree over the outlines, then parties and days."""
    tree = shapely.STRtree([s.outline for s in shapes])
    event, shape = tree.query(shapely.points(events.longitude, events.latitude), predicate="intersects")
    kept = (events.first[event] >= wanted.since[shape]) & (events.last[event] <= wanted.until[shape])
    if parties:
        kept &= events.pair[event] == wanted.pair[shape]
    return event[kept], shape[kept]


def by_force(events: Located, wanted: Wanted, shapes: list[Outline], *, parties: bool) -> set[tuple[int, int]]:
    """The same pairs by comparing each event with each agreement."""
    points = shapely.points(events.longitude, events.latitude)
    out: set[tuple[int, int]] = set()
    for want, shape in enumerate(shapes):
        for event in range(len(points)):
            days = events.first[event] >= wanted.since[want] and events.last[event] <= wanted.until[want]
            meet = not parties or events.pair[event] == wanted.pair[want]
            if days and meet and shapely.intersects(shape.outline, points[event]):
                out.add((event, want))
    return out


def measure(events: int, agreements: int) -> list[dict[str, Any]]:
    """Both ways at one size."""
    located, wanted, shapes = made(events, agreements)
    sample, few = made(SAMPLE, 100)[0], made(SAMPLE, 100)[1:]
    rows = []
    for name, way, parties in (("actor pair", by_parties, True), ("actors unknown", by_place, False)):
        found, seconds = _timed(lambda way=way: way(located, wanted, shapes))
        tree, slow = _timed(lambda parties=parties: by_tree(located, wanted, shapes, parties=parties), 1)
        brute = by_force(sample, few[0], few[1], parties=parties)
        same = _set(found) == _set(tree) and _set(way(sample, few[0], few[1])) == brute
        rows.append(
            {
                "by": name, "events": events, "agreements": agreements, "pairs": len(found[0]),
                "seconds": round(seconds, 3), "strtree_s": round(slow, 3), "ratio": round(slow / seconds, 1),
                "same_pairs": same,
            }
        )  # fmt: skip
    return rows


def _set(pairs: Pairs) -> set[tuple[int, int]]:
    return set(zip(pairs[0].tolist(), pairs[1].tolist(), strict=True))


def _timed(call: Callable[[], Pairs], times: int = 3) -> tuple[Pairs, float]:
    best = float("inf")
    for _ in range(times):
        began = time.process_time()
        out = call()
        best = min(best, time.process_time() - began)
    return out, best


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="35000,350000,1000000")
    parser.add_argument("--agreements", type=int, default=2000)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    rows = [r for size in map(int, given.sizes.split(",")) for r in measure(size, given.agreements)]
    first: dict[str, float] = {}
    for row in rows:
        each = row["seconds"] / row["events"]
        row["growth"] = round(each / first.setdefault(row["by"], each), 2)
    if given.json:
        print(json.dumps(rows, indent=1))
        return
    print("  ".join(f"{n:>14}" for n in rows[0]))
    for row in rows:
        print("  ".join(f"{row[n]!s:>14}" for n in row))


if __name__ == "__main__":
    main()
