"""What events say of the terms of one agreement: the functions of `evidence`, called once for each kind of event.

Two events of one kind (same table, act, parties, direction, zone, and the same number of sources, as far as that
matters) differ in days and counts alone, on which no bearing depends. So one of them is weighed, and stands for all.

Invariant: each event gets the bearings that `evidence.weigh` gives to its own claims; tests/batch compares the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
import polars as pl

from servanda.agreement.model import Agreement, Term
from servanda.batch.agreements import Promised
from servanda.batch.columns import day_of, number
from servanda.batch.events import EventTable, places_of
from servanda.evidence.scope import place_of
from servanda.evidence.testimony import Bearing, Testimony
from servanda.evidence.weigh import weigh
from servanda.findings.propositions import Proposition, propositions
from servanda.findings.strength import strong
from servanda.reading.claim import Claim
from servanda.reading.tables.cells import Cells
from servanda.reading.tables.told import Teller
from servanda.reports.model import Report

KIND = ("table", "act", "actor", "other", "ahead", "back", "zone", "located", "placed", "firm", "counted", "era")
_KEY = ["agreement", *KIND]


@dataclass(frozen=True, slots=True)
class Told:
    """One claim of one kind of event: the kind's number, the direction (0 ahead, 1 back), its testimony."""

    kind: int
    way: int
    testimony: Testimony


class Weigher:
    """The events of a group of agreements, weighed kind by kind; the kinds that came before are known again."""

    def __init__(self, items: Sequence[Promised], tables: Sequence[EventTable]) -> None:
        self._items = items
        self._tables = tables
        self._eras = {n: e for n, p in enumerate(items) if len(e := _eras(p.agreement))}
        self._known: pl.DataFrame | None = None

    def of(self, rows: pl.DataFrame) -> tuple[pl.DataFrame, list[tuple[int, Told]]]:
        """Candidates (without early ones) with the `number` of their kind, and the claims of each kind that is new, each
        with the place of its agreement in the group."""
        keyed = rows.with_columns(
            located=pl.col("latitude").is_not_null() & pl.col("longitude").is_not_null(),
            placed=~pl.col("places").str.starts_with("\x1f") & (pl.col("places") != ""),
            firm=pl.col("origins") >= 2,
            counted=pl.col("best").is_not_null(),
            era=self._era(rows),
        )
        if self._known is None:
            self._known = keyed.select(*_KEY, pl.lit(0, pl.Int64).alias("number")).clear()
        fresh = keyed.unique(subset=_KEY, keep="first", maintain_order=True)
        fresh = fresh.join(self._known, on=_KEY, how="anti", nulls_equal=True, maintain_order="left")
        fresh = fresh.with_row_index("number", self._known.height).with_columns(pl.col("number").cast(pl.Int64))
        self._known = pl.concat([self._known, fresh.select(*_KEY, "number")])
        keyed = keyed.join(self._known, on=_KEY, how="left", nulls_equal=True, maintain_order="left")
        told = [
            (n, told)
            for (n,), mine in fresh.partition_by("agreement", as_dict=True).items()
            for told in _told(self._items[n], self._tables, mine)
        ]
        return keyed, told

    def _era(self, rows: pl.DataFrame) -> pl.Series:
        era = np.zeros(rows.height, np.int64)
        agreement, last = rows["agreement"].to_numpy(), rows["last"].to_numpy()
        for n, days in self._eras.items():
            mine = np.flatnonzero(agreement == n)
            era[mine] = np.searchsorted(days, last[mine], side="right")
        return pl.Series(era, dtype=pl.Int64)


def testimonies(item: Promised, tables: Sequence[EventTable], rows: pl.DataFrame) -> list[tuple[Testimony, str]]:
    """Every claim of every row, weighed each for itself, with its event: for terms that no fast path serves."""
    told = _told(item, tables, rows.drop("number", strict=False).with_row_index("number"))
    names = [f"{tables[t].name}#{e}" for t, e in rows.select("table", "event").iter_rows()]
    return [(replace(t.testimony, known=t.testimony.claim.known or t.testimony.known), names[t.kind]) for t in told]


def _told(item: Promised, tables: Sequence[EventTable], rows: pl.DataFrame) -> Iterator[Told]:
    claims: dict[str, tuple[int, int]] = {}
    told: list[Claim] = []
    tellers = {n: Teller(item.agreement, t.form, t.name, t.sha256) for n in rows["table"].unique() for t in [tables[n]]}
    for row in rows.iter_rows(named=True):
        made = tellers[row["table"]].claims(cells_in(row), row["zone"], "", row["number"], row["row"])
        for n, claim in enumerate(made):
            claims[claim.id] = (row["number"], n if row["ahead"] or not row["back"] else 1)
            told.append(claim)
    reports = {t.name: report_of(t) for t in tables}
    known = dict.fromkeys(reports, date.min)
    evidence = weigh(item.agreement, item.sources, reports, told, known, date.max)
    for testimony in evidence.testimonies:
        kind, way = claims[testimony.id]
        yield Told(kind, way, testimony)


def report_of(table: EventTable) -> Report:
    """The table as the report that carries its claims."""
    form = table.form
    extra = {"reliability": form.reliability, "kind": "dataset"}
    return Report(table.name, table.sha256, table.sha256, (), "table", title=form.name, source=form.name, extra=extra)


def cells_in(row: Mapping[str, Any]) -> Cells:
    """A row of columns as cells again."""
    first, last, known = (_day(row[n]) for n in ("first", "last", "known"))
    return Cells(
        first, last, known, row["act"], row["kind"], row["actor"], row["other"], row["ahead"], row["back"],
        row["latitude"], row["longitude"], row["radius_km"], places_of(row["places"]), row["low"], row["best"],
        row["high"], row["origins"], row["rests_on"],
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Says:
    """What a claim of one kind says of one bearer of a term; `sure`: it establishes alone (R6)."""

    kind: int
    way: int
    term: str
    bearer: str | None
    says: str
    level: int
    sure: bool
    target: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Aside:
    """Why a claim of one kind is set aside for a term."""

    kind: int
    term: str
    why: str


def sayings(agreement: Agreement, told: Iterable[Told]) -> tuple[list[Says], list[Aside]]:
    """What counts, and what is set aside with the reason."""
    says: list[Says] = []
    aside: dict[Aside, None] = {}
    for one in told:
        item = one.testimony
        for key in dict.fromkeys(b.term for b in item.bearings):
            term = agreement.terms[key]
            says += [_says(one, term, p) for p in propositions(term, [item])]
            for b in item.on(key):
                if b.aside is not None:
                    aside[Aside(one.kind, key, _reason(agreement, term, item, b))] = None
    return says, list(aside)


def _says(one: Told, term: Term, p: Proposition) -> Says:
    claim, level = one.testimony.claim, p.level
    author = ", ".join(a.label for a in claim.actors) or "nobody named"
    sources = "two or more sources" if claim.origins_cited >= 2 else "one source"
    why = f"R8: act of {author}" if p.bearer else "R8: whose act it was is not told"
    sure = strong([p])
    why += f"; R6: rests on {sources}, level {level}" + ("" if sure else ", which establishes nothing alone")
    return Says(one.kind, one.way, term.id, p.bearer, p.kind, level, sure, claim.target.label if claim.target else None, why)


def _reason(agreement: Agreement, term: Term, item: Testimony, b: Bearing) -> str:
    """The reason, in words that hold for every event of the kind."""
    if (b.aside or "").startswith("R8: '") and place_of(agreement, term, item.claim) == "unplaced":
        return f"R8: its place is none of this agreement's; whether it lies in {term.zone} is not known"
    return b.aside or ""


def _eras(agreement: Agreement) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Days on which a link between actors begins, or is over."""
    links = [u for a in agreement.actors.values() for u in a.under]
    days = {number(u.since) for u in links if u.since} | {number(u.until) + 1 for u in links if u.until}
    return np.array(sorted(days), np.int64)


def _day(value: int) -> date:
    day = day_of(value)
    assert day is not None
    return day
