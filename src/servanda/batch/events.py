"""Event tables in columns: one row for each event, with what `reading.tables.cells` finds in it.

Invariant: the columns of a row are the cells that `cells_of` gives, value for value (tests/batch holds the two
together); a table is read in slabs of at most `SLAB` rows, and of each only the columns that its form names.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from servanda.batch.chunks import chunks_of, columns_of
from servanda.batch.columns import NEVER, number
from servanda.errors import BatchError, Place
from servanda.reading.beside import TABLES
from servanda.reading.tables.cells import (
    act_of,
    authors_of,
    code_of,
    count_of,
    day_of,
    latitude_of,
    longitude_of,
    origins_of,
    sole_source,
    text_of,
)
from servanda.reading.tables.mapping import TableForm, mapping_for

SLAB = 20_000
PLACES = "\x1f"
EVENT_SCHEMA = {
    "table": pl.Int32, "row": pl.Int64, "event": pl.String, "first": pl.Int64, "last": pl.Int64, "known": pl.Int64,
    "act": pl.String, "kind": pl.String, "actor": pl.String, "other": pl.String, "ahead": pl.Boolean,
    "back": pl.Boolean, "latitude": pl.Float64, "longitude": pl.Float64, "radius_km": pl.Float64, "places": pl.String,
    "low": pl.Float64, "best": pl.Float64, "high": pl.Float64, "origins": pl.Int64, "rests_on": pl.String,
}  # fmt: skip
UNREAD_SCHEMA = {"table": pl.String, "row": pl.Int64, "event": pl.String, "why": pl.String}


@dataclass(frozen=True, slots=True)
class EventTable:
    """A table of events: its file, its number among the inputs, its form, its bytes' hash."""

    path: Path
    number: int
    form: TableForm
    sha256: str
    columns: Sequence[str] = ()

    @property
    def name(self) -> str:
        """The table's name in results: the file's."""
        return self.path.name


def event_tables(paths: Sequence[Path]) -> list[EventTable]:
    """The tables named, or those in a folder named. Raises BatchError B110, B111, EvidenceError E101 to E104."""
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            found = (p for p in path.rglob("*") if p.is_file() and not p.is_symlink())
            files += sorted(p for p in found if p.name.lower().endswith(TABLES))
        elif path.is_file():
            files.append(path)
        else:
            raise BatchError("B110", "there is no such event table. Write the path of a file, or of a folder", Place(str(path)))
    files = list(dict.fromkeys(p for p in files))
    if not files:
        raise BatchError(
            "B110", f"no event table in here. Allowed: files that end in {', '.join(TABLES)}", Place(str(paths[0]))
        )
    twice = {p.name for p in files if [q.name for q in files].count(p.name) > 1}
    if twice:
        raise BatchError("B111", f"two event tables are called {min(twice)}. Give each its own name", Place(min(twice)))
    named = [columns_of(p) for p in files]
    return [EventTable(p, n, mapping_for(p, c), _hash(p), tuple(c)) for n, (p, c) in enumerate(zip(files, named, strict=True))]


def slabs_of(table: EventTable, size: int | None = None) -> Iterator[tuple[pl.DataFrame, pl.DataFrame]]:
    """The events of a table, and its rows that cannot be used, slab by slab. Raises EvidenceError E104."""
    at = 1
    named = [n for c in table.form.columns.values() for n in (c if isinstance(c, list | tuple) else [c])]
    wanted = list(dict.fromkeys(n for n in named if n in table.columns)) or table.columns[:1]
    for frame in chunks_of(table.path, size or SLAB, wanted):
        yield in_columns(frame, table, at)
        at += frame.height


def in_columns(frame: pl.DataFrame, table: EventTable, at: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Rows of a table, numbered from `at`, as columns of events; and those without a usable day or act."""
    form = table.form
    text = {name: _texts(frame, form.columns.get(name)) for name in _SINGLE}
    places = [_texts(frame, c) for c in form.columns.get("place", ())]
    first = _mapped(text["start"], lambda t: number(day_of(t)), pl.Int64)
    end = _mapped(text["end"], lambda t: number(day_of(t)), pl.Int64)
    cited = _mapped(text["known"], lambda t: number(day_of(t)), pl.Int64)
    span = _mapped(text["day_precision"], lambda t: form.day_span.get(code_of(t), 0), pl.Int64)
    acts = {k: act_of(k, form) or {} for k in text["kind"].unique()}
    rows = np.arange(at, at + frame.height)
    values = pl.DataFrame(
        {
            "row": rows,
            "event": text["id"],
            "first": first,
            "end": end,
            "cited": cited,
            "span": span,
            "act": _mapped(text["kind"], lambda t: acts[t].get("act"), pl.String),
            "kind": _mapped(text["kind"], lambda t: acts[t].get("kind"), pl.String),
            "actor": text["actor"],
            "other": text["other"],
            **dict(zip(("ahead", "back"), _authors(text, form), strict=True)),
            "latitude": _mapped(text["latitude"], latitude_of, pl.Float64),
            "longitude": _mapped(text["longitude"], longitude_of, pl.Float64),
            "radius_km": _mapped(text["place_precision"], lambda t: form.radius_km.get(code_of(t)), pl.Float64),
            "places": _joined(places, frame.height),
            "low": _mapped(text["low"], count_of, pl.Float64),
            "best": _mapped(text["best"], count_of, pl.Float64),
            "high": _mapped(text["high"], count_of, pl.Float64),
            **dict(zip(("origins", "rests_on"), _origins(text), strict=True)),
        }
    )
    last = pl.max_horizontal("first", pl.when(pl.col("end") == NEVER).then(pl.col("first")).otherwise(pl.col("end")))
    values = values.with_columns(
        table=pl.lit(table.number, dtype=pl.Int32),
        event=pl.when(pl.col("event") == "").then(pl.lit("row ") + pl.col("row").cast(pl.String)).otherwise("event"),
        last=last + pl.col("span"),
    ).with_columns(known=pl.when(pl.col("cited") == NEVER).then("last").otherwise(pl.max_horizontal("cited", "first")))
    good = (pl.col("first") != NEVER) & pl.col("act").is_not_null()
    why = (
        pl.when(pl.col("first") == NEVER)
        .then(pl.lit("no day that is understood"))
        .otherwise(pl.lit("a kind of event that the table's form takes for no act"))
    )
    unread = values.filter(~good).select(pl.lit(table.name).alias("table"), "row", "event", why.alias("why"))
    return values.filter(good).select(pl.col(n).cast(t) for n, t in EVENT_SCHEMA.items()), unread.cast(UNREAD_SCHEMA)  # type: ignore[arg-type]


_SINGLE = (
    "id", "start", "end", "known", "actor", "other", "kind", "latitude", "longitude", "low", "best", "high", "sources",
    "offices", "deaths_actor", "deaths_other", "day_precision", "place_precision",
)  # fmt: skip


def _texts(frame: pl.DataFrame, column: Any) -> pl.Series:
    """A column's cells as text, '' where the table has no such column."""
    if not isinstance(column, str) or column not in frame.columns:
        return pl.Series([""]).extend_constant("", frame.height)[: frame.height]
    return _mapped(frame[column], text_of, pl.String)


def _mapped(cells: pl.Series, of: Callable[[Any], Any], dtype: Any) -> pl.Series:
    """A function of each cell, called once for each different value."""
    unique = cells.unique()
    if len(unique) == 1:
        return pl.Series([of(unique[0])], dtype=dtype).new_from_index(0, len(cells))
    made = pl.DataFrame({"cell": unique, "made": pl.Series([of(v) for v in unique], dtype=dtype)})
    told = pl.DataFrame({"cell": cells}).join(made, on="cell", how="left", nulls_equal=True, maintain_order="left")
    return told["made"]


def _authors(text: dict[str, pl.Series], form: TableForm) -> tuple[pl.Series, pl.Series]:
    frame = pl.DataFrame(
        {
            "kind": text["kind"],
            "other": text["other"] != "",
            "lost": _mapped(text["deaths_actor"], lambda t: (count_of(t) or 0) > 0, pl.Boolean),
            "inflicted": _mapped(text["deaths_other"], lambda t: (count_of(t) or 0) > 0, pl.Boolean),
        }
    )
    told = frame.unique()
    made = [authors_of(form, k, o, float(lost), float(inflicted)) for k, o, lost, inflicted in told.iter_rows()]
    told = told.with_columns(
        ahead=pl.Series([a for a, _ in made], dtype=pl.Boolean), back=pl.Series([b for _, b in made], dtype=pl.Boolean)
    )
    both = frame.join(told, on=frame.columns, how="left", maintain_order="left")
    return both["ahead"], both["back"]


def _origins(text: dict[str, pl.Series]) -> tuple[pl.Series, pl.Series]:
    pair = pl.DataFrame({"offices": text["offices"], "sources": text["sources"]})
    told = pair.unique()
    told = told.with_columns(
        many=pl.Series([origins_of(o, s) for o, s in told.iter_rows()], dtype=pl.Int64),
        sole=pl.Series([sole_source(o, s) for o, s in told.iter_rows()], dtype=pl.String),
    )
    made = pair.join(told, on=pair.columns, how="left", maintain_order="left")
    return made["many"], made["sole"]


def _joined(places: list[pl.Series], height: int) -> pl.Series:
    if not places:
        return pl.Series([None], dtype=pl.String).new_from_index(0, height)
    frame = pl.DataFrame({str(n): p for n, p in enumerate(places)})
    return frame.select(pl.concat_str(pl.all(), separator=PLACES).alias("places"))["places"]


def places_of(joined: str | None) -> tuple[str, ...]:
    """The names of a row's places, narrowest first."""
    return () if joined is None else tuple(joined.split(PLACES))


def _hash(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 22):
            digest.update(block)
    return digest.hexdigest()
