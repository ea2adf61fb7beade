"""Run a batch: many agreements against event tables of any length, group by group.

Invariant: memory holds one slab of events, one group of agreements and what decides its statuses; incidents are sorted
on disk. An interrupted batch goes on where it stopped and ends with the same digest; changed inputs begin anew.
"""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import polars as pl

from servanda import __version__
from servanda.batch.agreements import Promised, Promises, promises
from servanda.batch.candidates import left_out
from servanda.batch.events import UNREAD_SCHEMA, EventTable, event_tables, slabs_of
from servanda.batch.gathering import MOST, Gathering
from servanda.batch.part import Part, evaluated
from servanda.batch.store import Store
from servanda.errors import BatchError

Engine = Literal["local", "spark"]
Progress = Callable[[str, int, int], None]
GROUP = 100
RESULTS_VERSION = 2


@dataclass(frozen=True, slots=True)
class Batch:
    """What is to be done: agreements in groups, event tables, where results go."""

    promises: Promises
    tables: tuple[EventTable, ...]
    store: Store
    group: int

    @property
    def parts(self) -> int:
        """How many groups there are."""
        return -(-len(self.promises.items) // self.group)

    def items(self, part: int) -> tuple[Promised, ...]:
        """The agreements of a group."""
        return self.promises.items[part * self.group : (part + 1) * self.group]

    def waiting(self) -> list[int]:
        """The groups that are not done yet."""
        return [n for n in range(self.parts) if not self.store.done(n)]


def run_batch(
    agreements: Path,
    events: Sequence[Path],
    out: Path,
    *,
    engine: Engine = "local",
    master: str | None = None,
    group: int = GROUP,
    progress: Progress | None = None,
) -> dict[str, Any]:
    """Run a batch, or go on with it; the manifest. Raises BatchError and what agreements and tables raise."""
    batch = prepared(agreements, events, out, group)
    tell = progress or (lambda *_: None)
    finished = batch.store.finished()
    if finished is not None:
        return finished
    batch.store.begin()
    _events_in_columns(batch, tell)
    if engine == "spark":
        from servanda.batch.spark import results

        found = results(batch, master)
    else:
        found = _local(batch)
    done = batch.parts - len(batch.waiting())
    tell("agreements", done, batch.parts)
    for part, result in found:
        batch.store.keep(part, result, MOST)
        done += 1
        tell("agreements", done, batch.parts)
    return batch.store.finish(batch.parts, _unusable(batch.promises), _manifest(batch))


def prepared(agreements: Path, events: Sequence[Path], out: Path, group: int = GROUP) -> Batch:
    """The inputs, looked at and hashed."""
    if group < 1:
        raise BatchError("B121", f"a group of {group} agreements. Write 1 or more")
    found, tables = promises(agreements), event_tables(events)
    identity = hashlib.sha256(json.dumps(_identity(found, tables, group), sort_keys=True).encode()).hexdigest()
    return Batch(found, tuple(tables), Store(out, identity), group)


def _local(batch: Batch) -> Iterator[tuple[int, Part]]:
    slabs = batch.store.slabs()
    for part in batch.waiting():
        batch.store.begin_part(part)
        group = Gathering(batch.items(part), batch.tables)
        runs = itertools.count()
        for slab in slabs:
            for incidents in group.take(pl.read_parquet(slab)):
                if incidents.height:
                    batch.store.keep_run(part, next(runs), incidents)
        yield part, evaluated(batch.items(part), batch.tables, group.kept(), slabs)


def _events_in_columns(batch: Batch, tell: Progress) -> None:
    if batch.store.events_done():
        return
    number = 0
    for n, table in enumerate(batch.tables):
        tell("events", n, len(batch.tables))
        for events, unread in slabs_of(table):
            batch.store.keep_events(number, events, unread)
            number += 1
    batch.store.end_events()
    tell("events", len(batch.tables), len(batch.tables))


def _identity(found: Promises, tables: Sequence[EventTable], group: int) -> dict[str, Any]:
    return {
        "results": RESULTS_VERSION,
        "servanda": __version__,
        "agreements": found.sha256,
        "tables": [[t.name, t.sha256, repr(t.form)] for t in tables],
        "group": group,
    }


def _unusable(found: Promises) -> pl.DataFrame:
    rows = [(u.table, u.row, u.id, u.why) for u in found.unusable]
    return pl.DataFrame(rows, schema=UNREAD_SCHEMA, orient="row")


def _counted(slabs: Sequence[Path]) -> dict[str, int]:
    """How many events were read, and how many of them name neither a party nor a place."""
    read = unplaced = 0
    for path in slabs:
        events = pl.read_parquet(path, columns=["actor", "latitude", "longitude", "places"])
        read, unplaced = read + events.height, unplaced + left_out(events)
    return {"read": read, "without_party_and_place": unplaced}


def _manifest(batch: Batch) -> dict[str, Any]:
    items = [p.agreement for p in batch.promises.items]
    return {
        "servanda": __version__,
        "identity": batch.store.identity,
        "agreements": {"count": len(items), "sha256": batch.promises.sha256, "unusable": len(batch.promises.unusable)},
        "tables": [{"name": t.name, "form": t.form.name, "sha256": t.sha256} for t in batch.tables],
        "events": _counted(batch.store.slabs()),
        "group": batch.group,
        "decisions": {a.id: [f"{d.about} {d.choice}" for d in a.decisions] for a in items if a.decisions},
    }


__all__ = ["Batch", "prepared", "run_batch"]
