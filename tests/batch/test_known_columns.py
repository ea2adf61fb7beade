"""A batch end to end in the columns of the known data sets, with made-up rows: agreements and events, from files to tables."""

from __future__ import annotations

import csv
import random
from collections.abc import Sequence
from pathlib import Path

import made
import polars as pl
import pytest

from servanda.batch.events import EVENT_SCHEMA, event_tables, in_columns, places_of, slabs_of
from servanda.batch.run import run_batch
from servanda.batch.weighing import cells_in
from servanda.reading.tables.cells import cells_of

PACTS = ["paid", "region", "gwno", "conflict_id", "conflict_name", "dyad_id", "dyad_name", "actor_id", "actor_name", "pa_name", "year", "pa_date", "pa_comment", "ended"]
GED = ["id", "year", "type_of_violence", "conflict_new_id", "dyad_name", "side_a", "side_b", "number_of_sources", "source_office", "source_date", "where_prec", "where_coordinates", "adm_1", "adm_2", "latitude", "longitude", "country", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "low", "best", "high"]
ACLED = ["event_id_cnty", "event_date", "time_precision", "event_type", "sub_event_type", "actor1", "actor2", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source", "timestamp", "fatalities"]
NORTH, HILL = "Government of Northland", "Hill League"


def write(path: Path, head: Sequence[str], rows: Sequence[dict[str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, head, restval="")
        out.writeheader()
        out.writerows(rows)
    return path


def pacts(folder: Path) -> Path:
    rows = [
        {"paid": "71", "conflict_name": "Northland: Government", "dyad_name": f"{NORTH} - {HILL}", "actor_name": f"{NORTH}, {HILL}, Government of Farland",
         "pa_name": "The Oma accord", "pa_date": "2019-03-02"},
        {"paid": "72", "conflict_name": "Northland: Valley, Southland: Coast", "dyad_name": f"{NORTH} - Coastal Front", "actor_name": f"{NORTH}, Coastal Front",
         "pa_name": "The Coast accord", "pa_date": "2019-06-30"},
        {"paid": "73", "conflict_name": "Northland: Government", "actor_name": f"{NORTH}, {HILL}", "pa_name": "no day", "pa_date": ""},
    ]  # fmt: skip
    return write(folder / "pacts.csv", PACTS, rows)


def ged(number: str, day: str, **more: str) -> dict[str, str]:
    return {
        "id": number, "type_of_violence": "1", "side_a": NORTH, "side_b": HILL, "number_of_sources": "2", "source_office": "Agency A;Agency B",
        "where_prec": "1", "where_coordinates": "Oma town", "adm_1": "Valley Province", "latitude": "11.0", "longitude": "11.0", "country": "Northland",
        "date_prec": "1", "date_start": day, "date_end": day, "deaths_a": "0", "deaths_b": "3", "low": "3", "best": "3", "high": "4", **more,
    }  # fmt: skip


def results(folder: Path) -> dict[str, pl.DataFrame]:
    return {n: pl.read_parquet(folder / f"{n}.parquet") for n in ("statuses", "incidents", "set_aside", "unread")}


@pytest.mark.parametrize("time", ["", " 00:00:00.000"])
def test_peace_agreements_with_georeferenced_events_and_candidates(tmp_path: Path, time: str) -> None:
    """The candidate table has the same columns; its days carry an hour."""
    table = write(
        tmp_path / "events.csv", GED,
        [ged("1", "2019-05-05" + time), ged("2", "2019-02-02" + time), ged("3", "2019-05-06" + time, country="Southland"),
         ged("4", "2019-07-07" + time, side_b="Coastal Front", country="Southland"), ged("5", "some day"),
         ged("6", "2019-05-07" + time, side_a="Sand Army", side_b="Reef Army"), ged("7", "2019-05-08" + time, side_a="", where_coordinates="", adm_1="", latitude="", longitude="", country="", side_b="")],
    )  # fmt: skip
    manifest = run_batch(pacts(tmp_path), [table], tmp_path / "out")
    found = results(tmp_path / "out")
    assert manifest["agreements"]["count"] == 2 and manifest["agreements"]["unusable"] == 1
    assert manifest["events"] == {"read": 6, "without_party_and_place": 1}
    told = found["incidents"].select("agreement", "bearer", "event", "established", "in_force").rows()
    assert set(told) == {
        ("71", "government-of-northland", "events.csv#1", True, True), ("72", "government-of-northland", "events.csv#4", True, True),
    }  # fmt: skip
    aside = {(a, why.split(":")[0]): (n, str(first)) for a, why, n, first in found["set_aside"].select("agreement", "why", "events", "first").rows()}
    assert aside[("71", "R2")] == (1, "2019-02-02")  # before it began
    assert aside[("71", "R8")][0] >= 1  # the same parties in another country; one of them with somebody else
    assert set(found["unread"]["event"]) == {"5", "73"}
    during = found["statuses"].filter(
        (pl.col("agreement") == "71") & (pl.col("bearer") == "government-of-northland") & (pl.col("compliance") == "breached")
    )
    assert set(during["epistemic"]) == {"settled"} and str(during["valid_from"].min()) == "2019-05-05"


def test_events_in_the_columns_of_acled(tmp_path: Path) -> None:
    def row(number: str, day: str, kind: str, actor: str, other: str) -> dict[str, str]:
        return {
            "event_id_cnty": number, "event_date": day, "time_precision": "1", "sub_event_type": kind, "actor1": actor, "actor2": other,
            "country": "Northland", "location": "Oma", "latitude": "11", "longitude": "11", "geo_precision": "1", "source": "Agency A; Agency B",
            "timestamp": "1557100800", "fatalities": "2",
        }  # fmt: skip

    table = write(
        tmp_path / "log.csv", ACLED,
        [row("NOR1", "05 May 2019", "Shelling/artillery/missile attack", HILL, NORTH), row("NOR2", "2019-05-06", "Armed clash", NORTH, HILL),
         row("NOR3", "2019-05-06", "Peaceful protest", HILL, NORTH)],
    )  # fmt: skip
    run_batch(pacts(tmp_path), [table], tmp_path / "out")
    found = results(tmp_path / "out")
    told = set(found["incidents"].select("agreement", "bearer", "event").rows())
    assert ("71", "hill-league", "log.csv#NOR1") in told and ("71", "government-of-northland", "log.csv#NOR1") not in told
    assert {e for _, _, e in told} == {"log.csv#NOR1", "log.csv#NOR2"}
    assert set(found["unread"]["event"]) == {"73", "NOR3"}


@pytest.mark.parametrize("seed", range(4))
def test_columns_hold_what_cells_hold(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    odd = ["", "2019-05-05", "05 May 2019", "2019-13-40", "soon", "2019-05-05T10:00:00", "1.0", "2", "-1", "nan", "1e3", "Oma", "Hill League", " x "]
    paths = [made.write_table(tmp_path, "made.csv", made.rows(rng, 40, located=0.6))]
    paths.append(write(tmp_path / "ged.csv", GED, [{**ged(str(n), "2019-05-05"), **{rng.choice(GED): rng.choice(odd) for _ in range(4)}} for n in range(60)]))
    for table in event_tables(paths):
        frame = pl.read_csv(table.path, infer_schema=False)
        columns, unread = in_columns(frame, table, 1)
        wanted = {n: c for n, row in enumerate(frame.iter_rows(named=True), start=1) if (c := cells_of(row, table.form)) is not None}
        assert {r["row"]: cells_in(r) for r in columns.iter_rows(named=True)} == wanted
        assert set(unread["row"]) == set(range(1, frame.height + 1)) - set(wanted)
        slabs = [events for events, _ in slabs_of(table, 7)]
        assert len(slabs) > 1 and pl.concat(slabs).select(list(EVENT_SCHEMA)).equals(columns)


def test_places_come_apart_as_they_were_joined() -> None:
    assert places_of("Oma\x1f\x1fNorthland") == ("Oma", "", "Northland")
    assert places_of(None) == ()
