"""What a batch writes: parts while it runs, one file for each table when it is done, and the manifest.

Invariant: a file is there whole or not at all; parts belong to one identity of inputs, and those of another are
removed. The digest is of the rows in their sorted order, and so depends on no engine, part size or interruption.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from servanda.batch.chunks import rows_of
from servanda.batch.gathering import INCIDENT_SCHEMA
from servanda.batch.lines import LINE, line
from servanda.batch.part import ASIDE_SCHEMA, STATUS_SCHEMA, Part
from servanda.batch.runs import merged
from servanda.errors import BatchError, Place

MANIFEST = "manifest.json"
RESULTS: dict[str, dict[str, Any]] = {"statuses": STATUS_SCHEMA, "incidents": INCIDENT_SCHEMA, "set_aside": ASIDE_SCHEMA}
_WORK = ".parts"
_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class Store:
    """The output folder, for one identity of inputs."""

    out: Path
    identity: str

    @property
    def work(self) -> Path:
        """Where the parts lie while the batch runs."""
        return self.out / _WORK / self.identity[:16]

    @property
    def events(self) -> Path:
        """Where the events in columns lie while the batch runs."""
        return self.work / "events"

    def begin(self) -> None:
        """Make the folder; remove parts of other inputs. Raises BatchError B120 where something else lies there."""
        if self.out.exists() and not self.out.is_dir():
            raise BatchError("B120", "this is a file. Name a folder for the results", Place(str(self.out)))
        if self.out.is_dir() and any(self.out.iterdir()) and not self._is_ours():
            raise BatchError(
                "B120",
                "this folder holds something else than results of a batch. Name another, or an empty one",
                Place(str(self.out)),
            )
        self.work.mkdir(parents=True, exist_ok=True)
        for old in (self.out / _WORK).iterdir():
            if old != self.work:
                shutil.rmtree(old)

    def done(self, part: int) -> bool:
        """Whether a part is whole."""
        return self._part(part, "done").is_file()

    def keep(self, part: int, found: Part, most: int) -> None:
        """Write a part, whose incidents lie there in runs; its last file says that it is whole."""
        for name, table in found.tables().items():
            whole(self._part(part, f"{name}.parquet"), table.write_parquet)
        for old in self.work.glob(f"{part:06}.incidents.*"):
            old.unlink()
        runs = [[p] for p in self.runs(part)]
        count = itertools.count(len(runs))
        for n, frame in enumerate(merged(runs, most, lambda f: self.keep_run(part, next(count), f))):
            whole(self._part(part, f"incidents.{n:06}.parquet"), frame.drop(LINE).write_parquet)
        whole(self._part(part, "done"), lambda p: p.write_text("", encoding="utf-8"))
        for run in self.runs(part):
            run.unlink()

    def keep_run(self, part: int, number: int, incidents: pl.DataFrame) -> Path:
        """Write a sorted run of a part's incidents."""
        path = self._part(part, f"run.{number:06}")
        whole(path, incidents.write_parquet)
        return path

    def runs(self, part: int) -> list[Path]:
        """The runs of a part's incidents, in order."""
        return sorted(self.work.glob(f"{part:06}.run.*"))

    def begin_part(self, part: int) -> None:
        """Remove what an interrupted attempt at a part left."""
        for old in self.runs(part):
            old.unlink()

    def keep_events(self, number: int, events: pl.DataFrame, unread: pl.DataFrame) -> None:
        """Write one slab of events in columns."""
        self.events.mkdir(exist_ok=True)
        whole(self.events / f"{number:06}.unread", unread.write_parquet)
        whole(self.events / f"{number:06}.parquet", events.write_parquet)

    def events_done(self) -> bool:
        """Whether all events lie there in columns."""
        return (self.events / "done").is_file()

    def end_events(self) -> None:
        """Say that all events lie there."""
        self.events.mkdir(exist_ok=True)
        whole(self.events / "done", lambda p: p.write_text("", encoding="utf-8"))

    def slabs(self) -> list[Path]:
        """The files of events in columns, in order."""
        return sorted(self.events.glob("*.parquet"))

    def finish(self, parts: int, unread: pl.DataFrame, manifest: Mapping[str, Any]) -> dict[str, Any]:
        """Join the parts into the result files, write the manifest, remove the parts; the manifest."""
        rows: dict[str, int] = {}
        digests: dict[str, str] = {}
        for name, schema in RESULTS.items():
            paths = [p for n in range(parts) for p in sorted(self.work.glob(f"{n:06}.{name}*.parquet"))]
            target = self.out / f"{name}.parquet"
            frame = pl.scan_parquet(paths) if paths else pl.LazyFrame(schema=schema)
            whole(target, lambda p, frame=frame: frame.sink_parquet(p, maintain_order=True))  # type: ignore[misc]
            rows[name], digests[name] = digest(target)
        slow = [pl.read_parquet(p) for p in sorted(self.events.glob("*.unread"))]
        unread = pl.concat([unread, *slow])
        whole(self.out / "unread.parquet", unread.write_parquet)
        both = hashlib.sha256("".join(digests.values()).encode()).hexdigest()
        written = {**manifest, "rows": {**rows, "unread": unread.height}, "digests": digests, "digest": both}
        text = json.dumps(written, indent=1, ensure_ascii=False) + "\n"
        whole(self.out / MANIFEST, lambda p: p.write_text(text, encoding="utf-8"))
        shutil.rmtree(self.out / _WORK)
        return written

    def finished(self) -> dict[str, Any] | None:
        """The manifest of a batch of these inputs that is done; None where there is none, or a result is gone."""
        manifest = read_manifest(self.out)
        there = all((self.out / f"{n}.parquet").is_file() for n in (*RESULTS, "unread"))
        return manifest if manifest is not None and there and manifest.get("identity") == self.identity else None

    def _part(self, part: int, name: str) -> Path:
        return self.work / f"{part:06}.{name}"

    def _is_ours(self) -> bool:
        return (self.out / _WORK).is_dir() or read_manifest(self.out) is not None


def read_manifest(out: Path) -> dict[str, Any] | None:
    """The manifest in a folder; None where there is none of a batch."""
    try:
        value = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return value if isinstance(value, dict) and "identity" in value else None


def digest(path: Path) -> tuple[int, str]:
    """How many rows a result file has, and the SHA-256 of its rows, which lie in order, as lines."""
    total = hashlib.sha256()
    rows = 0
    for frame in rows_of(path, _ROWS):
        rows += frame.height
        for text in frame.select(line(frame.schema))[LINE]:
            total.update(text.encode())
            total.update(b"\n")
    return rows, total.hexdigest()


def whole(path: Path, write: Callable[[Path], object]) -> None:
    """Write a file in one step: a scratch file takes its place."""
    scratch = path.with_name(f".{path.name}.new")
    write(scratch)
    scratch.replace(path)
