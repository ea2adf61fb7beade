"""kill -9 in the midst of a batch: what was done stays done, and the next run ends as an undisturbed one does."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from servanda.batch.run import run_batch

ROOT = Path(__file__).resolve().parents[2]
SYRIA = ROOT / "examples" / "syria-2016"
ROWS = SYRIA / "events" / "sample_ged.csv"
DYING = """
import os, signal, sys
from pathlib import Path
from servanda.batch import run, store
limit, agreements, rows, out = int(sys.argv[1]), *map(Path, sys.argv[2:])
real, count = store.whole, 0
def dying(path, write):
    global count
    count += 1
    if count == limit:
        write(path.with_name(f".{path.name}.new"))
        os.kill(os.getpid(), signal.SIGKILL)
    real(path, write)
store.whole = dying
run.run_batch(agreements, [rows], out, group=1)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
def test_a_batch_killed_again_and_again_goes_on_and_ends_with_the_same_digest(tmp_path: Path) -> None:
    many = tmp_path / "many"
    for n in range(4):
        text = (SYRIA / "agreement.yaml").read_text(encoding="utf-8").replace("id: syria-2016", f"id: syria-{n}", 1)
        (many / str(n)).mkdir(parents=True)
        (many / str(n) / "agreement.yaml").write_text(text, encoding="utf-8")
    calm = run_batch(many, [ROWS], tmp_path / "calm", group=1)
    cut = tmp_path / "cut"
    made: dict[Path, int] = {}
    for limit in (1, 2, 3, 4, 5, 8, 9, 10):  # in the events, at their end, in each file of a part
        given = [str(limit), str(many), str(ROWS), str(cut)]
        died = subprocess.run([sys.executable, "-c", DYING, *given], capture_output=True, check=False, timeout=120)
        assert died.returncode == -signal.SIGKILL, died.stderr.decode()
        assert not (cut / "manifest.json").exists()
        found = {p: p.stat().st_mtime_ns for p in cut.rglob("*done")}
        assert {p: found.get(p) for p in made} == made, "what was done is not done again"
        made = found
    assert len(made) == 4  # the events, and three of the four agreements
    assert run_batch(many, [ROWS], cut, group=1)["digest"] == calm["digest"]
