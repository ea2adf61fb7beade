"""The command line, called as a user calls it, in this process."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from servanda.cli.main import main

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Outcome:
    """What a command left: its exit code, what it printed, what it complained of."""

    code: int
    out: str
    err: str


@pytest.fixture
def servanda(capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Call `servanda ARGUMENTS`."""

    def call(*arguments: object) -> Outcome:
        with pytest.raises(SystemExit) as stopped:
            main([str(a) for a in arguments])
        got = capsys.readouterr()
        return Outcome(int(stopped.value.code or 0), got.out, got.err)

    return call


SMALL = """\
servanda: 1
id: small
title: A small agreement, invented
signed: 2024-05-01
in_force: 2024-05-02
timezone: UTC
actors:
  guard: {name: River Guard, role: signatory}
  council: {name: Valley Council, role: signatory}
zones:
  valley: {name: Oma valley}
terms:
  1-leave: {norm: obligation, bearer: [guard], toward: [council], act: withdraw, zone: valley, due: {by: 2024-06-01}}
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A case with one term and one report."""
    folder = tmp_path / "small"
    (folder / "reports").mkdir(parents=True)
    (folder / "agreement.yaml").write_text(SMALL, encoding="utf-8")
    text = "---\nsource: Valley Council\npublished: 2024-05-30\n---\nThe River Guard has withdrawn all its forces from the Oma valley, the Valley Council said on Thursday.\n"
    (folder / "reports" / "a.md").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled case, run once."""
    target = tmp_path_factory.mktemp("cli") / "karabakh-2020"
    shutil.copytree(ROOT / "examples" / "karabakh-2020", target, ignore=shutil.ignore_patterns("out", "ledger.db*"))
    with pytest.raises(SystemExit):
        main(["run", str(target), "--json"])
    return target
