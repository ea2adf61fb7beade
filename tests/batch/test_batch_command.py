"""`servanda batch`: what it prints and writes, that it goes on where it stopped, and each of its refusals."""

from __future__ import annotations

import builtins
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from servanda.batch import run, spark
from servanda.batch.run import run_batch
from servanda.cli.main import main
from servanda.errors import BatchError

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SYRIA = EXAMPLES / "syria-2016"
ROWS = SYRIA / "events" / "sample_ged.csv"
TABLE = "pa_id,pa_date,country,side_a,side_b\n1,2016-02-20,Syria,Government of Syria,Syrian insurgents\n"
MAPPING = "columns: {id: pa_id, signed: pa_date, parties: [side_a, side_b], country: country}\n"


def test_the_command_writes_tables_and_prints_their_digest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["batch", str(SYRIA), str(ROWS), "-o", str(tmp_path / "out"), "--json"])
    assert not ended.value.code
    manifest = json.loads(capsys.readouterr().out)
    statuses = pl.read_parquet(tmp_path / "out" / "statuses.parquet")
    assert len(statuses) == manifest["rows"]["statuses"] > 0
    assert {"agreement", "term", "bearer", "valid_from", "valid_to", "known_from", "known_to", "because"} <= set(
        statuses.columns
    )
    assert json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))["digest"] == manifest["digest"]


def test_an_interrupted_batch_goes_on_and_ends_with_the_same_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(3):
        text = (SYRIA / "agreement.yaml").read_text(encoding="utf-8").replace("id: syria-2016", f"id: syria-{n}", 1)
        (tmp_path / "many" / str(n)).mkdir(parents=True)
        (tmp_path / "many" / str(n) / "agreement.yaml").write_text(text, encoding="utf-8")
    calm = run_batch(tmp_path / "many", [ROWS], tmp_path / "calm", group=1)
    whole, asked = run.evaluated, []

    def broken(*given: Any) -> Any:
        asked.append(1)
        if len(asked) == 2:
            raise KeyboardInterrupt
        return whole(*given)

    monkeypatch.setattr(run, "evaluated", broken)
    with pytest.raises(KeyboardInterrupt):
        run_batch(tmp_path / "many", [ROWS], tmp_path / "cut", group=1)
    assert run_batch(tmp_path / "many", [ROWS], tmp_path / "cut", group=1)["digest"] == calm["digest"]
    assert len(asked) == 4


def test_a_changed_table_begins_anew(tmp_path: Path) -> None:
    rows = shutil.copy(ROWS, tmp_path / "rows.csv")
    first = run_batch(SYRIA, [Path(rows)], tmp_path / "out")
    lines = Path(rows).read_text(encoding="utf-8").splitlines()
    Path(rows).write_text("\n".join(lines[:-3]) + "\n", encoding="utf-8")
    assert run_batch(SYRIA, [Path(rows)], tmp_path / "out")["digest"] != first["digest"]


def test_a_table_of_agreements_becomes_minimal_agreements(tmp_path: Path) -> None:
    (tmp_path / "pacts.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "pacts.mapping.yaml").write_text(MAPPING, encoding="utf-8")
    manifest = run_batch(tmp_path / "pacts.csv", [ROWS], tmp_path / "out")
    assert manifest["agreements"]["count"] == 1
    assert manifest["rows"]["statuses"] > 0


def _nothing(folder: Path) -> tuple[Path, list[Path]]:
    return folder / "nowhere", [ROWS]


def _empty(folder: Path) -> tuple[Path, list[Path]]:
    return folder, [ROWS]


def _closed(folder: Path) -> tuple[Path, list[Path]]:
    (folder / "a.parquet").write_bytes(b"no parquet")
    return folder / "a.parquet", [ROWS]


def _strange(folder: Path) -> tuple[Path, list[Path]]:
    (folder / "a.csv").write_text("one,two\n1,2\n", encoding="utf-8")
    return folder / "a.csv", [ROWS]


def _mapped(text: str) -> Callable[[Path], tuple[Path, list[Path]]]:
    def made(folder: Path) -> tuple[Path, list[Path]]:
        (folder / "a.csv").write_text(TABLE, encoding="utf-8")
        (folder / "a.mapping.yaml").write_text(text, encoding="utf-8")
        return folder / "a.csv", [ROWS]

    return made


def _twice(folder: Path) -> tuple[Path, list[Path]]:
    for name in ("x", "y"):
        (folder / name).mkdir()
        shutil.copy(SYRIA / "agreement.yaml", folder / name / "agreement.yaml")
    return folder, [ROWS]


def _no_table(folder: Path) -> tuple[Path, list[Path]]:
    return SYRIA, [folder / "none.csv"]


def _one_name(folder: Path) -> tuple[Path, list[Path]]:
    return SYRIA, [ROWS, Path(shutil.copy(ROWS, folder / ROWS.name))]


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (_nothing, "B101"), (_empty, "B102"), (_closed, "B103"), (_strange, "B104"), (_mapped("columns: [a]\n"), "B105"),
        (_mapped("columns: {id: nope}\n"), "B105"), (_twice, "B106"), (_no_table, "B110"), (_one_name, "B111"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_named(tmp_path: Path, make: Callable[[Path], tuple[Path, list[Path]]], code: str) -> None:
    (tmp_path / "in").mkdir()
    agreements, events = make(tmp_path / "in")
    with pytest.raises(BatchError) as caught:
        run_batch(agreements, events, tmp_path / "out")
    assert caught.value.code == code, str(caught.value)
    assert not (tmp_path / "out" / "manifest.json").exists()


def test_all_that_is_wrong_in_a_mapping_is_told_with_its_place(tmp_path: Path) -> None:
    agreements, events = _mapped("columns:\n  id: pa_ids\n  signed: pa_date\n  partys: side_a\ncountry: plane\nsplit: [a]\n")(tmp_path)
    with pytest.raises(BatchError) as caught:
        run_batch(agreements, events, tmp_path / "out")
    told = str(caught.value)
    lines = {int(n) for n in re.findall(r"a\.mapping\.yaml:(\d+):\d+", told)}
    assert lines == {2, 4, 5, 6}, told
    assert "pa_id" in told.split("pa_ids", 1)[1] and "parties" in told and "[B105]" in told


def test_a_folder_with_something_else_is_not_written_to(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(BatchError, match="B120"):
        run_batch(SYRIA, [ROWS], tmp_path / "out")
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["letter.txt"]


def test_groups_have_agreements(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="B121"):
        run_batch(SYRIA, [ROWS], tmp_path / "out", group=0)


def test_without_spark_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.split(".")[0] == "pyspark":
            raise ImportError(name)
        return whole(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(BatchError, match="B130"):
        run_batch(SYRIA, [ROWS], tmp_path / "out", engine="spark")


def test_a_master_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed: the extra `spark`")

    def refuse(_: Any) -> Any:
        raise RuntimeError("no Java")

    monkeypatch.setattr(sql.SparkSession.Builder, "getOrCreate", refuse)
    with pytest.raises(BatchError, match="B131"):
        spark._session("local[1]")
