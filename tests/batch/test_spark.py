"""The batch on Spark, with real worker processes: the same rows, by their digest, as on one machine."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import made
import pytest

from servanda.batch.run import run_batch

pytestmark = pytest.mark.long


@pytest.fixture
def spark_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spark and Java; the test skips, saying so, where one is missing."""
    pyspark = pytest.importorskip("pyspark", reason="pyspark is not installed: the extra `spark`")
    if shutil.which("java") is None:
        pytest.skip("java is not installed: Spark needs Java 17 or later")
    monkeypatch.setenv("SPARK_HOME", str(Path(pyspark.__file__).parent))
    monkeypatch.delenv("PYTHONPATH", raising=False)


def test_worker_processes_give_the_same_rows(tmp_path: Path, spark_home: None) -> None:
    rng = random.Random(4)
    for n in range(5):
        folder = tmp_path / "agreements" / f"case-{n}"
        folder.mkdir(parents=True)
        (folder / "agreement.yaml").write_text(made.agreement_text(rng, f"made-{n}"), encoding="utf-8")
    events = made.write_table(tmp_path / "events", "log.csv", made.rows(rng, 60))
    here = run_batch(tmp_path / "agreements", [events], tmp_path / "here", group=2)
    there = run_batch(
        tmp_path / "agreements", [events], tmp_path / "there", group=2, engine="spark", master="local-cluster[2,1,1024]"
    )
    assert here["rows"]["incidents"] > 0
    assert there["digests"] == here["digests"]
    assert there["digest"] == here["digest"]
