"""Rows without coordinates: each is an event of its own, and a batch of many months of them costs no more than others."""

from __future__ import annotations

import cProfile
import random
from datetime import date
from pathlib import Path

import made
import polars as pl

from servanda.agreement import load
from servanda.batch.run import run_batch
from servanda.evidence import weigh
from servanda.findings import find
from servanda.reading.tables import read_table


def test_two_rows_of_one_day_are_two_incidents(tmp_path: Path) -> None:
    case = tmp_path / "made"
    case.mkdir()
    (case / "agreement.yaml").write_text(made.agreement_text(random.Random(3)), encoding="utf-8")
    day = str(made.FIRST.replace(month=3))
    rows = [[str(n), day, "", "", "shelling", "Northland", "Southland", "", "", "", "Oma", "1", "2"] for n in range(2)]
    table = made.write_table(tmp_path / "events", "log.csv", rows)
    agreement = load(case / "agreement.yaml")
    read = read_table(table, table.parent, agreement)
    evidence = weigh(
        agreement, {}, {read.report.path: read.report}, read.claims, {read.report.path: made.FIRST}, date(2020, 6, 1)
    )
    found = find(agreement, evidence, date(2020, 3, 10))
    assert [len(t.incidents) for t in found.terms if t.id == "2-truce"] == [2]


def test_a_batch_of_many_months_without_coordinates_is_no_more_work(tmp_path: Path) -> None:
    case = tmp_path / "made"
    case.mkdir()
    (case / "agreement.yaml").write_text(made.agreement_text(random.Random(3)), encoding="utf-8")
    calls = {}
    for located in (1.0, 0.0):
        rows = made.rows(random.Random(9), 3000, located=located)
        table = made.write_table(tmp_path / f"events-{located}", "log.csv", rows)
        profile = cProfile.Profile()
        manifest = profile.runcall(run_batch, case, [table], tmp_path / f"out-{located}")
        calls[located] = sum(entry.callcount for entry in profile.getstats())
        assert manifest["rows"]["incidents"] > 100
        assert pl.read_parquet(tmp_path / f"out-{located}" / "statuses.parquet").height > 10
    assert calls[0.0] < 5 * calls[1.0], calls
