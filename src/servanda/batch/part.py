"""One part of a batch: what was gathered of all events for a group of agreements, to statuses and set-aside counts.

Invariant: a pure function of agreements and events; the order of the events, and how they were cut into slabs,
changes nothing. Statuses are those that a case with the same tables has.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from servanda.batch.agreements import Promised
from servanda.batch.columns import (
    COMPLIANCE,
    EPISTEMIC,
    EVER,
    FORCE,
    INCIDENT,
    NEVER,
    Coverage,
    Duties,
    Entries,
    Ints,
    Rectangles,
    day_of,
    no_coverage,
)
from servanda.batch.events import EventTable
from servanda.batch.gathering import MOST, Duty, Gathered, duties_of
from servanda.batch.lines import LINE, lined
from servanda.batch.prohibitions import deciding
from servanda.batch.reference import Rectangle
from servanda.batch.shapes import seen_days
from servanda.batch.slow import by_functions, counting, depends
from servanda.batch.state import build

STATUS_SCHEMA: dict[str, Any] = {
    "agreement": pl.String, "term": pl.String, "bearer": pl.String, "valid_from": pl.Date, "valid_to": pl.Date,
    "known_from": pl.Date, "known_to": pl.Date, "force": pl.String, "compliance": pl.String, "epistemic": pl.String,
    "due": pl.Date, "because": pl.List(pl.String),
}  # fmt: skip
ASIDE_SCHEMA: dict[str, Any] = {
    "agreement": pl.String, "term": pl.String, "why": pl.String, "events": pl.Int64, "first": pl.Date, "last": pl.Date,
}  # fmt: skip
Again = Callable[[Mapping[int, Sequence[str]]], Mapping[int, pl.DataFrame]]


@dataclass(frozen=True, slots=True)
class Part:
    """What a group of agreements gives beside its incidents, sorted."""

    statuses: pl.DataFrame
    set_aside: pl.DataFrame

    def tables(self) -> dict[str, pl.DataFrame]:
        """The tables by name."""
        return {"statuses": self.statuses, "set_aside": self.set_aside}


def evaluate(items: Sequence[Promised], tables: Sequence[EventTable], got: Gathered, again: Again) -> Part:
    """The results of a group; `again` gives once more the events that may count for some terms of agreements (by their
    places), which no fast path serves."""
    duties = duties_of(items)
    served = {(d.n, d.term) for d in duties if got.plain.get((d.n, d.term), True)}
    waiting = [(n, key) for n, p in enumerate(items) for key in p.agreement.terms if (n, key) not in served]
    wanted: dict[int, list[str]] = {}
    for n, key in waiting:
        if (n, key) in got.plain or depends(items[n].agreement.terms[key]):
            wanted.setdefault(n, []).append(key)
    rows = again(wanted) if wanted else {}
    slow: list[tuple[str, str, Rectangle]] = []
    for n, key in waiting:
        told = rows[n] if key in wanted.get(n, ()) else None
        slow += [(items[n].agreement.id, key, r) for r in by_functions(items[n], tables, told, key)]
    fast = [n for n, d in enumerate(duties) if (d.n, d.term) in served]
    statuses = pl.concat([_fast(items, [duties[n] for n in fast], _renumbered(got.entries, fast)), _slow(slow)])
    return Part(lined(statuses).drop(LINE), lined(_set_aside(items, got.counts)).drop(LINE))


def evaluated(items: Sequence[Promised], tables: Sequence[EventTable], got: Gathered, slabs: Sequence[Path]) -> Part:
    """What was gathered for a group from these slabs, evaluated."""

    def again(wanted: Mapping[int, Sequence[str]]) -> Mapping[int, pl.DataFrame]:
        return counting(items, tables, map(pl.read_parquet, slabs), wanted, MOST)

    return evaluate(items, tables, got, again)


def _renumbered(entries: pl.DataFrame, duties: Sequence[int]) -> pl.DataFrame:
    """The entries of some duties, which get their place among these as number."""
    places = pl.DataFrame({"duty": duties, "place": range(len(duties))}, schema={"duty": pl.Int64, "place": pl.Int64})
    return entries.join(places, on="duty", maintain_order="left").with_columns(duty=pl.col("place")).drop("place")


def _fast(items: Sequence[Promised], duties: Sequence[Duty], entries: pl.DataFrame) -> pl.DataFrame:
    if not duties:
        return pl.DataFrame(schema=STATUS_SCHEMA)
    rows = [d.row for d in duties]
    table = np.array([(d.start, d.end, d.due, d.last, d.before, d.closed, d.window) for d in rows], np.int64)
    ids = pl.Series([items[d.n].agreement.id for d in duties], dtype=pl.String)
    key = pl.struct(ids.gather(entries["duty"]).alias("id"), "table", "row", "way")
    claim = entries.select((key.rank("dense").cast(pl.Int64) - 1).alias("claim"))["claim"]
    entries = entries.with_columns(claim=claim)
    seen = [
        (place, *span)
        for place, d in enumerate(duties)
        for span in seen_days(items[d.n].agreement, items[d.n].agreement.terms[d.term], d.row)
    ]
    count = entries.height
    never = np.full(count, NEVER)
    state = build(
        Duties(*table.T),
        Entries(
            duty=_ints(entries["duty"]), kind=np.full(count, INCIDENT), first=_ints(entries["first"]),
            day=_ints(entries["last"]), known=_ints(entries["known"]), gone=never, sure=_ints(entries["sure"]),
            new_due=never, adds=np.zeros(count, np.int64), claim=_ints(entries["claim"]),
        ),
        Coverage(*np.array(seen, np.int64).reshape(-1, 3).T) if seen else no_coverage(),
    )  # fmt: skip
    names = entries.unique("claim").sort("claim")["event"]
    keys = [ids, *(pl.Series(told, dtype=pl.String) for told in ([d.term for d in duties], [d.bearer for d in duties]))]
    return _in_words(state.statuses, keys, names)


def _in_words(found: Rectangles, keys: Sequence[pl.Series], names: pl.Series) -> pl.DataFrame:
    one, two = deciding(found.because)
    two = np.where(two == one, -1, two)
    because = pl.DataFrame({"one": _gathered(names, one), "two": _gathered(names, two)}).select(
        pl.concat_list("one", "two").list.drop_nulls().alias("because")
    )
    agreement, term, bearer = (k.gather(found.duty) for k in keys)
    return pl.DataFrame(
        {
            "agreement": agreement, "term": term, "bearer": bearer, "valid_from": days(found.valid_from),
            "valid_to": days(found.valid_to), "known_from": days(found.known_from), "known_to": days(found.known_to),
            "force": pl.Series(FORCE).gather(found.force), "compliance": pl.Series(COMPLIANCE).gather(found.compliance),
            "epistemic": pl.Series(EPISTEMIC).gather(found.epistemic), "due": days(found.due), "because": because["because"],
        },
        schema=STATUS_SCHEMA,
    )  # fmt: skip


def _slow(found: Sequence[tuple[str, str, Rectangle]]) -> pl.DataFrame:
    plain = [
        (a, t, r.bearer, *(day_of(v) for v in (r.valid_from, r.valid_to, r.known_from, r.known_to)), r.force, r.compliance,
         r.epistemic, day_of(r.due), list(r.because))
        for a, t, r in found
    ]  # fmt: skip
    return pl.DataFrame(plain, schema=STATUS_SCHEMA, orient="row")


def _set_aside(items: Sequence[Promised], counts: pl.DataFrame) -> pl.DataFrame:
    ids = pl.Series([p.agreement.id for p in items], dtype=pl.String)
    return counts.with_columns(
        agreement=ids.gather(counts["n"]), first=pl.from_epoch("first", "d"), last=pl.from_epoch("last", "d")
    ).select(pl.col(n).cast(t) for n, t in ASIDE_SCHEMA.items())


def days(values: Ints) -> pl.Series:
    """Numbers of days as days; EVER and NEVER are null."""
    bounded = np.where((values == EVER) | (values == NEVER), 0, values)
    made = pl.DataFrame({"day": bounded, "open": (values == EVER) | (values == NEVER)})
    return made.select(pl.when(~pl.col("open")).then(pl.from_epoch("day", "d")).alias("day"))["day"]


def _ints(column: pl.Series) -> Ints:
    return column.cast(pl.Int64).to_numpy()


def _gathered(names: pl.Series, at: Ints) -> pl.Series:
    """The names at positions; null for -1."""
    if not len(names):
        return pl.Series([None], dtype=pl.String).new_from_index(0, len(at))
    where = pl.DataFrame({"at": at}).select(pl.when(pl.col("at") >= 0).then("at").alias("at"))["at"]
    return names.gather(where)


__all__ = ["ASIDE_SCHEMA", "STATUS_SCHEMA", "Part", "days", "evaluated"]
