"""The same batch on Spark: `mapInArrow` gathers from slabs of events for all groups, `applyInArrow` evaluates each group.

Invariant: the functions are those of the local engine, so that the rows, and their digest, are the same. A worker holds one
slab, or what was gathered for one group; incidents are kept on the workers' disks until they are fetched, slab by slab.
"""

from __future__ import annotations

import io
import os
import pickle
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from servanda.batch.agreements import Promised
from servanda.batch.events import EventTable
from servanda.batch.gathering import Gathered, Gathering
from servanda.batch.part import Part, evaluated
from servanda.errors import BatchError

if TYPE_CHECKING:
    from servanda.batch.run import Batch

TABLES = ("statuses", "set_aside")
Groups = Sequence[tuple[int, Sequence[Promised]]]


def results(batch: Batch, master: str | None) -> Iterator[tuple[int, Part]]:
    """The parts that wait, as they come. Raises BatchError B130, B131 where Spark or Java is missing."""
    groups = [(n, batch.items(n)) for n in batch.waiting()]
    if not groups:
        return
    spark = _session(master)
    try:
        from pyspark import StorageLevel
        from pyspark.sql.types import BinaryType, BooleanType, IntegerType, StructField, StructType

        spark.sparkContext.addPyFile(_packed(batch.store.work))
        slabs = [str(p.resolve()) for p in batch.store.slabs()]
        held = spark.sparkContext.broadcast(pickle.dumps((groups, batch.tables, slabs), protocol=5))
        events = spark.createDataFrame([(s,) for s in slabs] or [("",)], "slab string").repartition(max(1, len(slabs)))
        row = StructType(
            [StructField("part", IntegerType()), StructField("incidents", BooleanType()), StructField("rows", BinaryType())]
        )
        taken = events.mapInArrow(_gatherer(held), row).persist(StorageLevel.DISK_ONLY)
        for n, _ in groups:
            batch.store.begin_part(n)
        for number, one in enumerate(taken.filter("incidents").toLocalIterator()):
            batch.store.keep_run(int(one["part"]), number, pl.read_ipc(io.BytesIO(bytes(one["rows"]))))
        every = spark.createDataFrame([(n, False, None) for n, _ in groups], row)
        found = taken.filter("not incidents").union(every).groupBy("part").applyInArrow(_evaluator(held), row)
        for one in found.toLocalIterator():
            yield int(one["part"]), _unpacked(bytes(one["rows"]))
    finally:
        spark.stop()


def _gatherer(held: Any) -> Any:
    def gather(batches: Iterator[Any]) -> Iterator[Any]:
        groups, tables, _ = pickle.loads(held.value)
        for batch in batches:
            for slab in batch.column(0).to_pylist():
                for number, incidents, rows in gathered(groups, tables, slab):
                    yield _record(number, incidents, rows)

    return gather


def _evaluator(held: Any) -> Any:
    def work(table: Any) -> Any:
        import pyarrow as pa

        groups, tables, slabs = pickle.loads(held.value)
        number = int(table.column("part")[0].as_py())
        parts = [pickle.loads(r) for r in table.column("rows").to_pylist() if r is not None]
        found = evaluated(dict(groups)[number], tables, Gathered.together(parts), [Path(s) for s in slabs])
        rows = pickle.dumps([_bytes(found.tables()[n]) for n in TABLES], protocol=5)
        return pa.Table.from_batches([_record(number, False, rows)])

    return work


def _record(number: int, incidents: bool, rows: bytes) -> Any:
    import pyarrow as pa

    return pa.RecordBatch.from_pydict(
        {"part": pa.array([number], pa.int32()), "incidents": pa.array([incidents]), "rows": pa.array([rows], pa.binary())}
    )


def gathered(groups: Groups, tables: Sequence[EventTable], slab: str) -> Iterator[tuple[int, bool, bytes]]:
    """What each group takes from one slab: its incidents, sorted, and what else is kept."""
    if not slab:
        return
    events = pl.read_parquet(slab)
    for number, items in groups:
        group = Gathering(items, tables)
        for incidents in group.take(events):
            if incidents.height:
                yield number, True, _bytes(incidents)
        yield number, False, pickle.dumps(group.kept(), protocol=5)


def _unpacked(value: bytes) -> Part:
    return Part(*(pl.read_ipc(io.BytesIO(b)) for b in pickle.loads(value)))


def _bytes(frame: pl.DataFrame) -> bytes:
    out = io.BytesIO()
    frame.write_ipc(out, compression="zstd")
    return out.getvalue()


def _session(master: str | None) -> Any:
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise BatchError("B130", "Spark is not installed. Install servanda with the extra `spark`") from error
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("servanda batch").config("spark.ui.enabled", "false")
    builder = builder.config("spark.ui.showConsoleProgress", "false")
    if master:
        builder = builder.master(master)
    elif "SPARK_REMOTE" not in os.environ and "MASTER" not in os.environ:
        builder = builder.master("local[*]")
    try:
        return builder.getOrCreate()
    except (PySparkException, RuntimeError, OSError) as error:
        first = str(error).splitlines()[0] if str(error) else type(error).__name__
        needed = "It needs Java 17 or later, and a master that answers"
        raise BatchError("B131", f"Spark did not start: {first}. {needed}") from error


def _packed(folder: Path) -> str:
    """The package as a zip for the workers, who may have none or another; its parser is not needed there."""
    package = Path(__file__).resolve().parents[1]
    with (
        tempfile.NamedTemporaryFile(dir=folder, suffix=".zip", delete=False) as made,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for path in sorted(package.rglob("*")):
            inside = path.relative_to(package)
            wanted = path.suffix in {".py", ".yaml", ".json"} and not {"model", "gold", "__pycache__"} & set(inside.parts)
            if path.is_file() and wanted:
                out.write(path, Path("servanda") / inside)
    return made.name
