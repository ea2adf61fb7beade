"""A batch and a case with the same event tables find the same, on any day, with any knowledge."""

from __future__ import annotations

import random
import shutil
from datetime import date, timedelta
from pathlib import Path

import made
import polars as pl
import pytest

from servanda.agreement import load
from servanda.batch.run import run_batch
from servanda.case import ask, open_case, take_in

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("seed", range(12))
def test_made_up_agreements_and_tables(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    case = tmp_path / "made"
    case.mkdir()
    (case / "agreement.yaml").write_text(made.agreement_text(rng), encoding="utf-8")
    if rng.random() < 0.5:
        (case / "coverage.yaml").write_text(made.coverage_text(rng), encoding="utf-8")
    located = rng.choice([1.0, 1.0, 0.9])
    many = 60 if located == 1.0 else 25
    tables = [
        made.write_table(tmp_path / "events", f"log{n}.csv", made.rows(rng, many, located=located), rng.choice("BCE"))
        for n in range(rng.choice([1, 2]))
    ]
    run_batch(case, tables, tmp_path / "out")
    statuses = pl.read_parquet(tmp_path / "out" / "statuses.parquet")
    agreement = load(case / "agreement.yaml")
    for _ in range(40):
        day = made.FIRST + timedelta(days=rng.randint(-20, 140))
        known = made.FIRST + timedelta(days=rng.randint(-20, 140))
        assert made.by_batch(statuses, "made", day, known) == made.by_case(agreement, tables, day, known), (day, known)


def test_the_bundled_case_of_syria(tmp_path: Path) -> None:
    folder = tmp_path / "syria-2016"
    shutil.copytree(ROOT / "examples" / "syria-2016", folder, ignore=shutil.ignore_patterns("out", "ledger.db*"))
    case = open_case(folder)
    with case.ledger() as ledger:
        take_in(case, ledger)
    run_batch(folder, [folder / "events"], tmp_path / "results")
    statuses = pl.read_parquet(tmp_path / "results" / "statuses.parquet")
    incidents = pl.read_parquet(tmp_path / "results" / "incidents.parquet")
    for day in ("2016-02-26", "2016-02-28", "2016-03-20", "2016-04-10", "2016-07-01"):
        for known in ("2016-02-27", "2016-03-05", "2016-05-01", "2017-01-01"):
            d, k = date.fromisoformat(day), date.fromisoformat(known)
            found = ask(case, d, k).findings
            points = {(t.id, b.actor, t.force, b.compliance, b.epistemic, t.due) for t in found.terms for b in t.bearers}
            assert made.by_batch(statuses, "syria-2016", d, k) == points
    late = ask(case, date(2017, 1, 1), date(2017, 1, 1))
    rows = {t.claim.words.removeprefix("row ") for t in late.evidence.testimonies}
    shown = {c for t in late.findings.terms for i in t.incidents for c in i.claims}
    told = {t.claim.quote.split(" | ")[0].split()[-1] for t in late.evidence.testimonies if t.id in shown}
    in_force = set(incidents["event"].str.split("#").list.last())
    assert rows and in_force <= told
    before = told - in_force
    assert all(e in {"900001", "900002"} for e in before)
