"""The same batch on Spark: `mapInArrow` matches slabs of events with all groups, `applyInArrow` evaluates each group.

Invariant: the functions are those of the local engine, so that the rows, and their digest, are the same.
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
from servanda.batch.candidates import CANDIDATE_SCHEMA, Candidates
from servanda.batch.events import EventTable
from servanda.batch.part import Part, evaluate
from servanda.errors import BatchError

if TYPE_CHECKING:
    from servanda.batch.run import Batch

TABLES = ("statuses", "incidents", "set_aside")
Groups = Sequence[tuple[int, Sequence[Promised]]]


def results(batch: Batch, master: str | None) -> Iterator[tuple[int, Part]]:
    """The parts that wait, as they come. Raises BatchError B130, B131 where Spark or Java is missing."""
    groups = [(n, batch.items(n)) for n in batch.waiting()]
    if not groups:
        return
    spark = _session(master)
    try:
        from pyspark.sql.types import BinaryType, IntegerType, StructField, StructType

        spark.sparkContext.addPyFile(_packed(batch.store.work))
        held = spark.sparkContext.broadcast(pickle.dumps((groups, batch.tables), protocol=5))
        slabs = [str(p.resolve()) for p in batch.store.slabs()]
        events = spark.createDataFrame(
            [(s,) for s in slabs] or [("",)], "slab string"
        ).repartition(max(1, len(slabs)))
        row = StructType([StructField("part", IntegerType()), StructField("rows", BinaryType())])
        matched = events.mapInArrow(_matcher(held), row)
        every = spark.createDataFrame([(n, None) for n, _ in groups], row)
        found = matched.union(every).groupBy("part").applyInArrow(_evaluator(held), row)
        for one in found.toLocalIterator():
            yield int(one["part"]), _unpacked(bytes(one["rows"]))
    finally:
        spark.stop()


def _matcher(held: Any) -> Any:
    def match(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow as pa

        groups, _ = pickle.loads(held.value)
        for batch in batches:
            for slab in batch.column(0).to_pylist():
                for number, rows in matched(groups, slab):
                    yield pa.RecordBatch.from_pydict(
                        {"part": pa.array([number], pa.int32()), "rows": pa.array([rows], pa.binary())}
                    )

    return match


def _evaluator(held: Any) -> Any:
    def work(table: Any) -> Any:
        import pyarrow as pa

        groups, tables = pickle.loads(held.value)
        number = int(table.column("part")[0].as_py())
        found = worked(dict(groups)[number], tables, [r for r in table.column("rows").to_pylist() if r is not None])
        return pa.table({"part": pa.array([number], pa.int32()), "rows": pa.array([found], pa.binary())})

    return work


def matched(groups: Groups, slab: str) -> Iterator[tuple[int, bytes]]:
    """The rows of one slab that touch each group."""
    if not slab:
        return
    events = pl.read_parquet(slab)
    for number, items in groups:
        rows = Candidates(items).of(events)
        if rows.height:
            yield number, _bytes(rows)


def worked(items: Sequence[Promised], tables: Sequence[EventTable], rows: Sequence[bytes]) -> bytes:
    """The results of one group."""
    frames = [pl.DataFrame(schema=CANDIDATE_SCHEMA), *(pl.read_ipc(io.BytesIO(r)) for r in rows)]
    part = evaluate(items, tables, pl.concat(frames))
    return pickle.dumps([_bytes(part.tables()[n]) for n in TABLES], protocol=5)


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
