"""S8: kill -9 at any moment of a run; the next run gives what an undisturbed one gives."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUN = [sys.executable, "-m", "servanda", "run"]
DAYS = ["--as-of", "2020-11-24", "--known-at", "2020-11-24", "--json"]


def fresh(folder: Path) -> Path:
    shutil.copytree(ROOT / "examples" / "karabakh-2020", folder, ignore=shutil.ignore_patterns("out", "ledger.db*"))
    return folder


def answer(folder: Path) -> object:
    done = subprocess.run([*RUN, str(folder), *DAYS], capture_output=True, check=True, timeout=120)
    return json.loads(done.stdout)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
def test_s8_a_killed_run_is_made_good_by_the_next(tmp_path: Path) -> None:
    undisturbed = answer(fresh(tmp_path / "calm"))
    folder = fresh(tmp_path / "killed")
    for seconds in (1.2, 2.0, 2.8):
        process = subprocess.Popen([*RUN, str(folder), *DAYS], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert answer(folder) == undisturbed
    verified = subprocess.run(
        [sys.executable, "-m", "servanda", "verify", str(folder)], capture_output=True, check=True
    )
    assert b"all as recorded" in verified.stdout


def test_s8_a_kill_between_any_two_writes_leaves_whole_records(tmp_path: Path) -> None:
    """Die by os._exit in the n-th commit, for every n: what is there is whole, and a run completes it."""
    script = """
import os, sys
from pathlib import Path
from servanda.case import intake, open_case, prose
from servanda.ledger import Ledger
limit, folder = int(sys.argv[1]), Path(sys.argv[2])
prose._TOGETHER = 4
case = open_case(folder)
count = 0
append = Ledger._append
def dying(self, *given):
    global count
    count += 1
    if count > limit:
        os._exit(9)
    append(self, *given)
Ledger._append = dying
with case.ledger() as ledger:
    intake.take_in(case, ledger)
"""
    folder = fresh(tmp_path / "dying")
    from servanda.case import ask, open_case, take_in

    for limit in (3, 6, 9):
        subprocess.run(
            [sys.executable, "-c", script, str(limit), str(folder)], env=os.environ.copy(), check=False, timeout=120
        )
        case = open_case(folder)
        with case.ledger(readonly=True) as ledger:
            accepted = sum(1 for e in ledger.entries() if e.kind == "accepted")
            assert accepted == len(ledger.documents())
    case = open_case(folder)
    with case.ledger() as ledger:
        take_in(case, ledger)
    calm = open_case(fresh(tmp_path / "calm"))
    with calm.ledger() as ledger:
        take_in(calm, ledger)
    from datetime import date

    day = date(2020, 11, 24)
    assert ask(case, day, day).document == ask(calm, day, day).document
