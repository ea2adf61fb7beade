"""Memory of a batch is bounded: what is held at a time does not grow with the rows, and no answer depends on the bound."""

from __future__ import annotations

import csv
import gzip
import io
import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import made
import polars as pl
import pytest

from servanda.batch import chunks, events, gathering, part, run, runs
from servanda.batch.candidates import Candidates
from servanda.batch.lines import LINE
from servanda.batch.run import run_batch
from servanda.errors import EvidenceError

ODD = ["", "plain", 'with "quotation" marks', "a,b", "two\nlines", "\t", "Հայ", '"', "x" * 90]


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("name", ["t.csv", "t.csv.gz", "t.tsv"])
def test_a_table_in_chunks_is_the_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, name: str) -> None:
    rng = random.Random(seed)
    monkeypatch.setattr(chunks, "BLOCK", rng.choice([200, 350, 1000]))
    text = io.StringIO()
    separator = "\t" if ".tsv" in name else ","
    ends = rng.choice(["\n", "\r\n"])
    out = csv.writer(text, delimiter=separator, lineterminator=ends)
    out.writerows(
        [["nr", "two\nlines" if seed % 2 else "b", "c"], *([str(n), rng.choice(ODD), rng.choice(ODD)] for n in range(90))]
    )
    data = text.getvalue().encode()
    data = data if rng.random() < 0.5 else data[: -len(ends)]
    path = tmp_path / name
    path.write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    whole = pl.read_csv(data, infer_schema=False, separator=separator)
    assert chunks.columns_of(path) == whole.columns
    found = list(chunks.chunks_of(path, 7))
    assert max(f.height for f in found) <= 7
    assert pl.concat(found).equals(whole)
    some = list(chunks.chunks_of(path, 11, ["c", "nr"]))
    assert pl.concat(some).select("c", "nr").equals(whole.select("c", "nr"))


def test_a_quotation_without_end_is_named_and_not_read_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "BLOCK", 100)
    monkeypatch.setattr(chunks, "LONGEST", 400)
    path = tmp_path / "t.csv"
    path.write_text('a,b\n1,2\n3,"open\n' + "5,6\n" * 400, encoding="utf-8")
    with pytest.raises(EvidenceError, match=r"E104.*quotation mark"):
        list(chunks.chunks_of(path, 50))


def test_a_row_with_more_cells_than_the_head_is_empty_and_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("a,b\n1,2\n3,4,5\n6,7\n", encoding="utf-8")
    (chunk,) = chunks.chunks_of(path, 50, ["a"])
    assert chunk["a"].to_list() == ["1", None, "6"]


@pytest.mark.parametrize("seed", range(6))
def test_runs_become_one_sequence(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    count = iter(range(10**6))

    def kept(frame: pl.DataFrame) -> Path:
        path = tmp_path / f"{next(count):06}"
        frame.write_parquet(path)
        return path

    many = rng.choice([0, 1, 2, 40, 75])
    parts = [sorted(rng.choice("abcdef") * rng.randint(1, 4) for _ in range(rng.randint(1, 30))) for _ in range(many)]
    paths = [[kept(pl.DataFrame({LINE: p}))] for p in parts]
    found = list(runs.merged(paths, 64, kept))
    rows = [v for f in found for v in f[LINE]]
    assert rows == sorted(v for p in parts for v in p)
    assert max((f.height for f in found), default=0) <= 3 * 64


@pytest.fixture
def two_sides(tmp_path: Path) -> Path:
    case = tmp_path / "made"
    case.mkdir()
    (case / "agreement.yaml").write_text(made.agreement_text(random.Random(3)), encoding="utf-8")
    return case


@pytest.mark.parametrize("seed", range(2))
def test_no_more_rows_are_alive_than_the_bound_and_the_digest_is_the_same(
    tmp_path: Path, two_sides: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    rng = random.Random(seed)
    table = made.write_table(tmp_path / "events", "log.csv", made.rows(rng, 500, located=rng.choice([1.0, 0.8])))
    calm = run_batch(two_sides, [table], tmp_path / "calm")
    assert calm["rows"]["incidents"] > 20
    seen: list[int] = []
    whole_of, whole_together = Candidates.of, runs._together

    def of(self: Candidates, slab: pl.DataFrame, most: int) -> Iterator[pl.DataFrame]:
        assert slab.height <= 25
        for frame in whole_of(self, slab, most):
            seen.append(frame.height)
            yield frame

    def together(*given: Any) -> Iterator[pl.DataFrame]:
        for frame in whole_together(*given):
            seen.append(frame.height // 3)
            yield frame

    monkeypatch.setattr(Candidates, "of", of)
    monkeypatch.setattr(runs, "_together", together)
    monkeypatch.setattr(events, "SLAB", 25)
    monkeypatch.setattr(gathering, "MOST", 16)
    monkeypatch.setattr(run, "MOST", 16)
    monkeypatch.setattr(part, "MOST", 16)
    cut = run_batch(two_sides, [table], tmp_path / "cut")
    assert cut["digests"] == calm["digests"]
    assert len(seen) > 20 and max(seen) <= 16


def test_entries_kept_do_not_grow_with_rows(tmp_path: Path, two_sides: Path) -> None:
    told = made.rows(random.Random(5), 400)
    few = made.write_table(tmp_path / "few", "log.csv", told)
    many = made.write_table(tmp_path / "many", "log.csv", [[f"{n}-{r[0]}", *r[1:]] for n in range(10) for r in told])
    kept = []
    for path in (few, many):
        tables = events.event_tables([path])
        group = gathering.Gathering(run.prepared(two_sides, [path], tmp_path / "out").items(0), tables)
        for slab, _ in events.slabs_of(tables[0], 500):
            list(group.take(slab))
        kept.append(group.kept())
    assert kept[0].entries.height == kept[1].entries.height > 0
    assert kept[0].counts.height == kept[1].counts.height


PEAK = """
import json, sys
from pathlib import Path
from benchmarks.memory import peak_mb
from servanda.batch.run import run_batch
rows = run_batch(Path(sys.argv[1]), [Path(sys.argv[2])], Path(sys.argv[3]))["rows"]
print(json.dumps([rows["incidents"], peak_mb()]))
"""


def test_peak_memory_is_nearly_flat(tmp_path: Path, two_sides: Path) -> None:
    """Four times the rows, far more than one slab of them: a quarter more memory at most."""
    told = made.rows(random.Random(6), 2000)
    found = []
    for times in (12, 48):
        rows = [[f"{n}-{r[0]}", *r[1:]] for n in range(times) for r in told]
        table = made.write_table(tmp_path / str(times), "log.csv", rows)
        given = [str(two_sides), str(table), str(tmp_path / f"out-{times}")]
        root = Path(__file__).resolve().parents[2]
        done = subprocess.run(
            [sys.executable, "-c", PEAK, *given], capture_output=True, text=True, check=True, timeout=300, cwd=root
        )
        found.append(json.loads(done.stdout))
    (few, small), (many, large) = found
    assert many == 4 * few > 10_000
    assert large <= small * 1.25, found
