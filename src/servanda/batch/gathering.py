"""What a group of agreements takes from slabs of events: incidents, at once; of all else only what decides a status.

Of the incidents of one duty that are of the same days and establish alike, the one that was known first decides
(`prohibitions`); the others change no status and are not kept. Set-aside events are counted.

Invariant: what is kept grows with duties, days and kinds of events, not with events; the order of the slabs, and how they
were cut, changes nothing.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from servanda.agreement.model import Agreement, Term
from servanda.batch.agreements import Promised
from servanda.batch.candidates import Candidates
from servanda.batch.columns import EVER, number
from servanda.batch.events import EventTable
from servanda.batch.lines import lined
from servanda.batch.shapes import DutyRow, duty_of
from servanda.batch.weighing import Says, Weigher, sayings

MOST = 50_000
EARLY = "R2: before the agreement was in force"
INCIDENT_SCHEMA: dict[str, Any] = {
    "agreement": pl.String, "term": pl.String, "bearer": pl.String, "event": pl.String, "says": pl.String,
    "established": pl.Boolean, "in_force": pl.Boolean, "first": pl.Date, "last": pl.Date, "known": pl.Date,
    "target": pl.String, "zone": pl.String, "latitude": pl.Float64, "longitude": pl.Float64, "low": pl.Float64,
    "best": pl.Float64, "high": pl.Float64, "why": pl.String,
}  # fmt: skip
ENTRY_SCHEMA: dict[str, Any] = {
    "duty": pl.Int64, "first": pl.Int64, "last": pl.Int64, "sure": pl.Boolean, "known": pl.Int64, "table": pl.Int32,
    "row": pl.Int64, "way": pl.Int64, "event": pl.String,
}  # fmt: skip
COUNT_SCHEMA: dict[str, Any] = {
    "n": pl.Int64, "term": pl.String, "why": pl.String, "events": pl.Int64, "first": pl.Int64, "last": pl.Int64,
}  # fmt: skip
_KIND_SCHEMA: dict[str, Any] = {
    "number": pl.Int64, "way": pl.Int64, "n": pl.Int64, "term": pl.String, "bearer": pl.String, "says": pl.String,
    "level": pl.Int64, "sure": pl.Boolean, "target": pl.String, "why": pl.String, "duty": pl.Int64, "start": pl.Int64,
    "end": pl.Int64,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Duty:
    """A term that may be served in columns, for one of its bearers; `n` is its agreement's place in the group."""

    n: int
    term: str
    bearer: str
    row: DutyRow


def duties_of(items: Sequence[Promised]) -> list[Duty]:
    """The prohibitions of a group that may be served in columns; a duty's number is its place here."""
    found = [(n, t, duty_of(p.agreement, t)) for n, p in enumerate(items) for t in p.agreement.terms.values()]
    return [Duty(n, t.id, b, d) for n, t, d in found if d is not None and d.window for b in t.bearer]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is kept of some slabs: entries of duties, counts of what was set aside, and which terms something counts for.

    `plain` holds, for each agreement and term that something counts for, whether that is nothing but incidents.
    """

    entries: pl.DataFrame
    counts: pl.DataFrame
    plain: dict[tuple[int, str], bool] = field(default_factory=dict)

    @staticmethod
    def together(parts: Sequence[Gathered]) -> Gathered:
        """What is kept of all of them."""
        plain: dict[tuple[int, str], bool] = {}
        for part in parts:
            for key, value in part.plain.items():
                plain[key] = plain.get(key, True) and value
        entries = [pl.DataFrame(schema=ENTRY_SCHEMA), *(p.entries for p in parts)]
        counts = [pl.DataFrame(schema=COUNT_SCHEMA), *(p.counts for p in parts)]
        return Gathered(_deciding(pl.concat(entries)), _counted(pl.concat(counts)), plain)


class Gathering:
    """A group at work on slabs of events. `most` is how many rows, one for an event and an agreement, are held at a time."""

    def __init__(self, items: Sequence[Promised], tables: Sequence[EventTable], most: int | None = None) -> None:
        self._items = items
        self._most = most or MOST
        self._tables = pl.Series([t.name for t in tables], dtype=pl.String)
        self._ids = pl.Series([p.agreement.id for p in items], dtype=pl.String)
        self._candidates = Candidates(items)
        self._weigher = Weigher(items, tables)
        self._duties = {(d.n, d.term, d.bearer): number for number, d in enumerate(duties_of(items))}
        self._spans = {(n, t.id): _span(p.agreement, t) for n, p in enumerate(items) for t in p.agreement.terms.values()}
        self._kinds = pl.DataFrame(schema=_KIND_SCHEMA)
        self._asides = pl.DataFrame(schema={"number": pl.Int64, "term": pl.String, "why": pl.String})
        self._parts: list[Gathered] = []
        self._plain: dict[tuple[int, str], bool] = {}

    def take(self, events: pl.DataFrame) -> Iterator[pl.DataFrame]:
        """The incidents of a slab, in sorted frames; what else is to be kept of it is kept."""
        for rows in self._candidates.of(events, self._most):
            yield self._taken(rows)
        self._parts = [Gathered.together(self._parts)]

    def kept(self) -> Gathered:
        """What is kept so far."""
        whole = Gathered.together(self._parts)
        return Gathered(whole.entries, whole.counts, dict(self._plain))

    def _taken(self, rows: pl.DataFrame) -> pl.DataFrame:
        early = rows.filter("early").select(
            pl.col("agreement").alias("n"), pl.lit("").alias("term"), pl.lit(EARLY).alias("why"), "first", "last"
        )
        late = self._weighed(rows.filter(~pl.col("early")))
        aside = late.join(self._asides, on="number").select(pl.col("agreement").alias("n"), "term", "why", "first", "last")
        late = late.with_columns(event=self._tables.gather(late["table"]) + pl.lit("#") + pl.col("event"))
        found = late.join(self._kinds, on="number", maintain_order="left_right")
        self._parts.append(Gathered(_deciding(_entries(found)), _tallied(pl.concat([early, aside]))))
        return lined(self._incidents(found))

    def _weighed(self, rows: pl.DataFrame) -> pl.DataFrame:
        """The rows with the numbers of their kinds; the kinds that are new are looked into."""
        keyed, told = self._weigher.of(rows)
        kinds, asides = [], []
        for n, some in itertools.groupby(told, key=lambda t: t[0]):
            of_one = [t for _, t in some]
            says, aside = sayings(self._items[n].agreement, of_one)
            for s in says:
                self._plain[n, s.term] = self._plain.get((n, s.term), True) and s.says == "INC"
            kinds += [self._kind(n, s) for s in says]
            asides += [(a.kind, a.term, a.why) for a in aside]
        if told:
            self._kinds = pl.concat([self._kinds, pl.DataFrame(kinds, _KIND_SCHEMA, orient="row")])
            self._asides = pl.concat([self._asides, pl.DataFrame(asides, self._asides.schema, orient="row")])
        return keyed

    def _kind(self, n: int, s: Says) -> tuple[Any, ...]:
        duty = self._duties.get((n, s.term, s.bearer or ""))
        start, end = self._spans[n, s.term]
        return s.kind, s.way, n, s.term, s.bearer, s.says, s.level, s.sure, s.target, s.why, duty, start, end

    def _incidents(self, found: pl.DataFrame) -> pl.DataFrame:
        return found.with_columns(agreement_id=self._ids.gather(found["agreement"])).select(
            pl.col("agreement_id").alias("agreement"), "term", "bearer", "event", "says", pl.col("sure").alias("established"),
            ((pl.col("first") >= pl.col("start")) & (pl.col("last") <= pl.col("end"))).alias("in_force"),
            *(pl.from_epoch(n, "d").alias(n) for n in ("first", "last", "known")), "target", "zone", "latitude", "longitude",
            "low", "best", "high", "why",
        ).cast(INCIDENT_SCHEMA)  # type: ignore[arg-type]  # fmt: skip


def _entries(found: pl.DataFrame) -> pl.DataFrame:
    """What counts for duties served in columns. R2: what lies within force over its whole range."""
    within = (pl.col("first") >= pl.col("start")) & (pl.col("last") <= pl.col("end"))
    return found.filter(pl.col("duty").is_not_null() & within).select(pl.col(n).cast(t) for n, t in ENTRY_SCHEMA.items())


def _deciding(entries: pl.DataFrame) -> pl.DataFrame:
    """Of those of the same duty and days that establish alike, the one known first."""
    order = ["duty", "first", "last", "sure", "known", "table", "row", "way"]
    return entries.sort(order).unique(subset=order[:4], keep="first", maintain_order=True)


def _tallied(aside: pl.DataFrame) -> pl.DataFrame:
    return _counted(aside.with_columns(events=pl.lit(1, pl.Int64)).select(list(COUNT_SCHEMA)))


def _counted(aside: pl.DataFrame) -> pl.DataFrame:
    return (
        aside.group_by("n", "term", "why")
        .agg(pl.col("events").sum(), pl.col("first").min(), pl.col("last").max())
        .select(pl.col(n).cast(t) for n, t in COUNT_SCHEMA.items())
        .sort("n", "term", "why")
    )


def _span(agreement: Agreement, term: Term) -> tuple[int, int]:
    start = max((d for d in (agreement.start, term.from_) if d is not None), default=None)
    end = min((d for d in (term.until, agreement.expires) if d is not None), default=None)
    return number(start, EVER), number(end)
