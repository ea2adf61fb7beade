"""Made-up agreements and event tables for the tests of `servanda batch`, and what a case finds of the same."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars as pl

from servanda.agreement.model import Agreement
from servanda.evidence import weigh
from servanda.findings import find
from servanda.reading.tables import read_table

FIRST = date(2020, 1, 1)
NAMES = ["Northland", "Army of Northland", "Southland", "Coastal Front", "Hill League", "Northland, Army of Northland",
         "Military Forces of Northland (2003-)", "rebels", "Civilians", ""]
PLACES = ["Oma", "Valley Province", "Coastal Province", "Elsewhere", ""]
HEAD = ["nr", "day", "until", "told", "kind", "by", "against", "lat", "lon", "prec", "place", "dead", "sources"]
MAPPING = """\
name: Made-up Log
reliability: {grade}
columns: {{id: nr, start: day, end: until, known: told, kind: kind, actor: by, other: against, latitude: lat, longitude: lon,
          place_precision: prec, place: [place], best: dead, sources: sources}}
authors: first
mutual: [clash]
radius_km: {{"1": 2, "2": 80}}
acts:
  clash: {{act: attack}}
  shelling: {{act: attack, kind: shelling}}
  leaves: {{act: withdraw}}
  closes: {{act: block-route}}
"""


def agreement_text(rng: random.Random, key: str = "made") -> str:
    """An agreement of two sides with drawn terms: a truce in a zone, a duty to leave by a day, perhaps more."""
    days = [FIRST + timedelta(days=rng.randint(0, 40)) for _ in range(4)]
    under = rng.choice(
        ["under: north", f"under: {{actor: north, since: {days[2]}}}", "under: {actor: north, as: must-prevent}",
         "under: {actor: north, as: commands, contested_by: [north]}"]
    )  # fmt: skip
    extra = rng.choice(["", "window: P5D", f"from: {days[3]}", f"until: {days[3] + timedelta(days=40)}", "except: {actors: [hill]}"])
    third = rng.choice(
        ["", "  3-roads: {norm: prohibition, bearer: [north, south], act: block-route, zone: valley}",
         "  3-after: {norm: obligation, bearer: [south], act: withdraw, due: {within: P10D, of: 1-leave.fulfilled}}",
         "  3-quiet: {norm: prohibition, bearer: [coast], act: attack}"]
    )  # fmt: skip
    return f"""\
servanda: 1
id: {key}
title: A made-up agreement
signed: 2019-12-30
in_force: {days[0]}T00:00:00+00:00
timezone: UTC
actors:
  north: {{name: Northland, role: signatory}}
  army: {{name: Army of Northland, role: bound, basis: made up, {under}}}
  south: {{name: Southland, role: signatory, aliases: [Coastal Front and Southland]}}
  coast: {{name: Coastal Front, role: bound, basis: made up, under: south}}
  hill: {{name: Hill League, role: third-party, excluded: {rng.choice(["true", "false"])}}}
zones:
  valley: {{name: Valley Province, geometry: {{type: Polygon, coordinates: [[[10, 10], [12, 10], [12, 12], [10, 12], [10, 10]]]}}}}
  oma: {{name: Oma, within: valley, geometry: {{point: [11, 11], radius_km: 30}}}}
  coast-zone: {{name: Coastal Province}}
terms:
  1-leave: {{norm: obligation, bearer: [north], toward: [south], act: withdraw, zone: oma, due: {{by: {days[1]}}}}}
  2-truce: {{norm: prohibition, bearer: [north, south], {rng.choice(["toward: [north, south], ", ""])}act: attack, zone: {rng.choice(["valley", "oma"])}, {extra}}}
{third}
"""


def coverage_text(rng: random.Random) -> str:
    """Who could see the valley, some of the time."""
    return f"coverage:\n  - {{observer: mission, zone: valley, from: {FIRST}, until: {FIRST + timedelta(days=rng.randint(20, 70))}}}\n"


def rows(rng: random.Random, many: int, *, located: float = 1.0) -> list[list[str]]:
    """Made-up events; a share of them has a place on the map."""
    out = []
    for n in range(many):
        day = FIRST + timedelta(days=rng.randint(-10, 80))
        until = rng.choice(["", str(day), str(day + timedelta(days=rng.randint(0, 6)))])
        told = rng.choice(["", str(day + timedelta(days=rng.randint(-5, 40)))])
        here = rng.random() < located
        lat, lon = (f"{rng.uniform(9.5, 12.5):.4f}", f"{rng.uniform(9.5, 12.5):.4f}") if here else ("", "")
        kind = rng.choice(["clash", "clash", "shelling", "leaves", "closes", "other"])
        by, place = rng.choice(NAMES), rng.choice(PLACES)
        if by in {"rebels", "Civilians", ""}:
            place = place or "Elsewhere"  # of no named party and no place: a batch cannot tell whose affair that is
        out.append(
            [str(n + 1), rng.choice([str(day)] * 9 + ["soon"]), until, told, kind, by, rng.choice(NAMES), lat, lon,
             rng.choice(["1", "2", ""]), place, rng.choice(["", "0", "3"]), rng.choice(["1", "2", ""])]
        )  # fmt: skip
    return out


def write_table(folder: Path, name: str, told: Sequence[Sequence[str]], grade: str = "B") -> Path:
    """A table with its mapping beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    text = io.StringIO()
    csv.writer(text).writerows([HEAD, *told])
    path = folder / name
    path.write_text(text.getvalue(), encoding="utf-8")
    (folder / f"{name.split('.')[0]}.mapping.yaml").write_text(MAPPING.format(grade=grade), encoding="utf-8")
    return path


Point = tuple[str, str, str, str, str, Any]


def by_case(agreement: Agreement, tables: Sequence[Path], day: date, known: date, sources: Mapping[str, Any] | None = None) -> set[Point]:
    """The statuses of a case with these tables at (D, K): term, bearer, force, compliance, epistemic, due."""
    read = [read_table(p, p.parent, agreement) for p in tables]
    claims = [c for r in read for c in r.claims if c.known is not None and c.known <= known]
    reports = {r.report.path: r.report for r in read}
    told = {c.report for c in claims}
    days = {p: r.received for p, r in reports.items() if r.received is not None and p in told}
    evidence = weigh(agreement, sources or {}, reports, [replace(c) for c in claims], days, known)
    found = find(agreement, evidence, day)
    return {(t.id, b.actor, t.force, b.compliance, b.epistemic, t.due) for t in found.terms for b in t.bearers}


def by_batch(statuses: pl.DataFrame, key: str, day: date, known: date) -> set[Point]:
    """The same from the table of statuses."""
    met = statuses.filter(
        (pl.col("agreement") == key)
        & (pl.col("valid_from").is_null() | (pl.col("valid_from") <= day))
        & (pl.col("valid_to").is_null() | (pl.col("valid_to") >= day))
        & (pl.col("known_from").is_null() | (pl.col("known_from") <= known))
        & (pl.col("known_to").is_null() | (pl.col("known_to") >= known))
    )
    found = met.select("term", "bearer", "force", "compliance", "epistemic", "due").rows()
    assert len(found) == len(set(found)), "two statuses at one point"
    return set(found)
