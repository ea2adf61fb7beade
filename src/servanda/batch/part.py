"""One part of a batch: a group of agreements and the events that touch them, to statuses, incidents, set-aside counts.

Invariant: a pure function of agreements and events; the order of the events, and how they were cut into slabs,
changes nothing. Statuses are those that a case with the same tables has.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl

from servanda.agreement.model import Agreement, Term
from servanda.batch.agreements import Promised
from servanda.batch.candidates import CANDIDATE_SCHEMA
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
    number,
)
from servanda.batch.events import EventTable
from servanda.batch.prohibitions import deciding
from servanda.batch.reference import Rectangle
from servanda.batch.shapes import DutyRow, duty_of, seen_days
from servanda.batch.slow import by_functions
from servanda.batch.state import build
from servanda.batch.weighing import Says, Weighed, sayings, weighed

STATUS_SCHEMA: dict[str, Any] = {
    "agreement": pl.String, "term": pl.String, "bearer": pl.String, "valid_from": pl.Date, "valid_to": pl.Date,
    "known_from": pl.Date, "known_to": pl.Date, "force": pl.String, "compliance": pl.String, "epistemic": pl.String,
    "due": pl.Date, "because": pl.List(pl.String),
}  # fmt: skip
INCIDENT_SCHEMA: dict[str, Any] = {
    "agreement": pl.String, "term": pl.String, "bearer": pl.String, "event": pl.String, "says": pl.String,
    "established": pl.Boolean, "in_force": pl.Boolean, "first": pl.Date, "last": pl.Date, "known": pl.Date,
    "target": pl.String, "zone": pl.String, "latitude": pl.Float64, "longitude": pl.Float64, "low": pl.Float64,
    "best": pl.Float64, "high": pl.Float64, "why": pl.String,
}  # fmt: skip
ASIDE_SCHEMA: dict[str, Any] = {
    "agreement": pl.String, "term": pl.String, "why": pl.String, "events": pl.Int64, "first": pl.Date, "last": pl.Date,
}  # fmt: skip
EARLY = "R2: before the agreement was in force"
SORTED = {
    "statuses": ("agreement", "term", "bearer", "known_from", "valid_from"),
    "incidents": ("agreement", "term", "bearer", "event", "says", "why"),
    "set_aside": ("agreement", "term", "why"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """The results for a group of agreements, each table sorted."""

    statuses: pl.DataFrame
    incidents: pl.DataFrame
    set_aside: pl.DataFrame

    def tables(self) -> dict[str, pl.DataFrame]:
        """The tables by name."""
        return {"statuses": self.statuses, "incidents": self.incidents, "set_aside": self.set_aside}


@dataclass(slots=True)
class _Gathered:
    """What the agreements of a part give, before it is laid out in columns."""

    duties: list[tuple[str, str, str, DutyRow]]
    seen: list[tuple[int, int, int]]
    kinds: list[tuple[int, int, int, str, str | None, str, int, bool, str | None, str]]
    duty_of_kind: list[tuple[int, str, str, int]]
    rows: list[pl.DataFrame]
    aside: list[tuple[int, str, str]]
    slow: list[tuple[str, str, Rectangle]]
    next_kind: int = 0


def evaluate(items: Sequence[Promised], tables: Sequence[EventTable], candidates: pl.DataFrame) -> Part:
    """The results of a group; `candidates` are the rows that `Candidates.of` gave for its events."""
    candidates = candidates.sort("agreement", "table", "row")
    early = candidates.filter(pl.col("early"))
    mine = candidates.filter(~pl.col("early")).partition_by("agreement", as_dict=True)
    empty = pl.DataFrame(schema=CANDIDATE_SCHEMA)
    got = _Gathered([], [], [], [], [], [], [])
    for n, item in enumerate(items):
        _gather(got, n, item, tables, mine.get((n,), empty))
    rows = _all_rows(got, tables)
    ids = pl.Series([p.agreement.id for p in items], dtype=pl.String)
    told = _told_rows(got, rows, ids)
    statuses = pl.concat([_fast(got, told), _slow(got.slow)])
    return Part(
        statuses.sort(SORTED["statuses"]),
        _incidents(items, told).sort(SORTED["incidents"], nulls_last=True),
        _set_aside(got, rows, early, ids).sort(SORTED["set_aside"]),
    )


def _gather(got: _Gathered, n: int, item: Promised, tables: Sequence[EventTable], rows: pl.DataFrame) -> None:
    agreement = item.agreement
    found = weighed(item, tables, rows) if rows.height else Weighed(rows, ())
    says, aside = sayings(agreement, found.told)
    offset = got.next_kind
    got.next_kind += found.kinds
    unlocated = {t.kind for t in found.told if t.testimony.claim.place is None}
    for key, term in agreement.terms.items():
        duty = duty_of(agreement, term)
        of_term = [s for s in says if s.term == key]
        if duty is None or not duty.window or not _is_fast(of_term, unlocated):
            got.slow += [(agreement.id, key, r) for r in by_functions(item, tables, found.rows, key, bool(of_term))]
            continue
        _add_duties(got, n, agreement, term, duty)
    got.kinds += [(s.kind + offset, s.way, n, s.term, s.bearer, s.says, s.level, s.sure, s.target, s.why) for s in says]
    got.aside += [(a.kind + offset, a.term, a.why) for a in aside]
    if rows.height:
        got.rows.append(found.rows.with_columns(number=pl.col("number") + offset))


def _is_fast(says: Sequence[Says], unlocated: set[int]) -> bool:
    """The shape `prohibition`: nothing but incidents, each of its own place."""
    return all(s.says == "INC" and not (s.bearer and s.kind in unlocated) for s in says)


def _add_duties(got: _Gathered, n: int, agreement: Agreement, term: Term, duty: DutyRow) -> None:
    for bearer in term.bearer:
        place = len(got.duties)
        got.duties.append((agreement.id, term.id, bearer, duty))
        got.duty_of_kind.append((n, term.id, bearer, place))
        got.seen += [(place, *span) for span in seen_days(agreement, term, duty)]


def _all_rows(got: _Gathered, tables: Sequence[EventTable]) -> pl.DataFrame:
    if not got.rows:
        return pl.DataFrame(schema={**CANDIDATE_SCHEMA, "number": pl.Int64, "id": pl.String})
    names = pl.Series([t.name for t in tables], dtype=pl.String)
    rows = pl.concat([r.select(*CANDIDATE_SCHEMA, pl.col("number").cast(pl.Int64)) for r in got.rows])
    return rows.with_columns(id=names.gather(rows["table"]) + pl.lit("#") + pl.col("event"))


def _told_rows(got: _Gathered, rows: pl.DataFrame, ids: pl.Series) -> pl.DataFrame:
    """Every event with what each of its claims says of each bearer; `claim` numbers the claims, `duty` the duties."""
    kinds = pl.DataFrame(
        got.kinds,
        schema={
            "number": pl.Int64, "way": pl.Int64, "n": pl.Int64, "term": pl.String, "bearer": pl.String, "says": pl.String,
            "level": pl.Int64, "sure": pl.Boolean, "target": pl.String, "why": pl.String,
        },
        orient="row",
    )  # fmt: skip
    duties = pl.DataFrame(
        got.duty_of_kind, schema={"n": pl.Int64, "term": pl.String, "bearer": pl.String, "duty": pl.Int64}, orient="row"
    )
    kinds = kinds.join(duties, on=["n", "term", "bearer"], how="left", maintain_order="left")
    told = rows.join(kinds, on="number", how="inner", maintain_order="left_right")
    claim = pl.struct("agreement", "table", "row", "way").rank("dense").cast(pl.Int64) - 1
    return told.with_columns(claim=claim, agreement_id=ids.gather(told["agreement"]))


def _fast(got: _Gathered, told: pl.DataFrame) -> pl.DataFrame:
    if not got.duties:
        return pl.DataFrame(schema=STATUS_SCHEMA)
    table = np.array([(d.start, d.end, d.due, d.last, d.before, d.closed, d.window) for *_, d in got.duties], np.int64)
    entries = told.filter(pl.col("duty").is_not_null())
    count = entries.height
    never = np.full(count, NEVER)
    state = build(
        Duties(*table.T),
        Entries(
            duty=_ints(entries["duty"]), kind=np.full(count, INCIDENT), first=_ints(entries["first"]),
            day=_ints(entries["last"]), known=_ints(entries["known"]), gone=never, sure=_ints(entries["sure"]),
            new_due=never, adds=np.zeros(count, np.int64), claim=_ints(entries["claim"]),
        ),
        Coverage(*np.array(got.seen, np.int64).reshape(-1, 3).T) if got.seen else no_coverage(),
    )  # fmt: skip
    names = told.unique("claim").sort("claim")["id"]
    keys = [pl.Series([d[k] for d in got.duties], dtype=pl.String) for k in range(3)]
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


def _incidents(items: Sequence[Promised], told: pl.DataFrame) -> pl.DataFrame:
    starts = [(n, t.id, *_span(p.agreement, t)) for n, p in enumerate(items) for t in p.agreement.terms.values()]
    force = pl.DataFrame(starts, schema={"n": pl.Int64, "term": pl.String, "start": pl.Int64, "end": pl.Int64}, orient="row")
    rows = told.join(force, on=["n", "term"], how="left", maintain_order="left")
    return rows.select(
        pl.col("agreement_id").alias("agreement"), "term", "bearer", pl.col("id").alias("event"), "says",
        pl.col("sure").alias("established"),
        ((pl.col("first") >= pl.col("start")) & (pl.col("last") <= pl.col("end"))).alias("in_force"),
        *(pl.from_epoch(n, "d").alias(n) for n in ("first", "last", "known")), "target", "zone", "latitude", "longitude",
        "low", "best", "high", "why",
    ).cast(INCIDENT_SCHEMA)  # type: ignore[arg-type]  # fmt: skip


def _set_aside(got: _Gathered, rows: pl.DataFrame, early: pl.DataFrame, ids: pl.Series) -> pl.DataFrame:
    kinds = pl.DataFrame(got.aside, schema={"number": pl.Int64, "term": pl.String, "why": pl.String}, orient="row")
    told = rows.join(kinds, on="number").select("agreement", "term", "why", "first", "last")
    before = early.select("agreement", pl.lit("").alias("term"), pl.lit(EARLY).alias("why"), "first", "last")
    counts = (
        pl.concat([told, before])
        .group_by("agreement", "term", "why")
        .agg(pl.len().cast(pl.Int64).alias("events"), pl.col("first").min(), pl.col("last").max())
    )
    return counts.with_columns(
        agreement=ids.gather(counts["agreement"]), first=pl.from_epoch("first", "d"), last=pl.from_epoch("last", "d")
    ).select(pl.col(n).cast(t) for n, t in ASIDE_SCHEMA.items())


def _span(agreement: Agreement, term: Term) -> tuple[int, int]:
    start = max((d for d in (agreement.start, term.from_) if d is not None), default=None)
    end = min((d for d in (term.until, agreement.expires) if d is not None), default=None)
    return number(start, EVER), number(end)


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


__all__ = ["ASIDE_SCHEMA", "INCIDENT_SCHEMA", "STATUS_SCHEMA", "Part", "days", "evaluate"]
