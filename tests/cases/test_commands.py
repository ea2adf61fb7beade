"""Commands put to small cases, as a user types them: exit code, and what the JSON holds or the message says.

`commands.json` is a list: a good case, a command line without its CASE, what is added to a copy of the case before it
is run, the exit code, and either a list of the document with what it must hold, or what the complaint says.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from servanda.case import open_case, take_in
from servanda.cli.main import main

HERE = Path(__file__).parent
COMMANDS: list[dict[str, Any]] = json.loads((HERE / "commands.json").read_text(encoding="utf-8"))
PLAIN = {"export", "review"}


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each case that is asked about, read once."""
    found = {}
    for name in {c["case"] for c in COMMANDS}:
        found[name] = tmp_path_factory.mktemp("commands") / name
        shutil.copytree(HERE / "good" / name, found[name], ignore=shutil.ignore_patterns("expected.json", "out", "ledger.db*"))
        case = open_case(found[name])
        with case.ledger() as ledger:
            take_in(case, ledger)
    return found


@pytest.mark.parametrize("asked", COMMANDS, ids=lambda c: f"{c['case']} {c['command']}")
def test_command(asked: dict[str, Any], read: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / asked["case"]
    shutil.copytree(read[asked["case"]], folder)
    for name, text in asked.get("add", {}).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    name, *rest = asked["command"].split()
    with pytest.raises(SystemExit) as stopped:
        main([name, str(folder), *rest, *([] if name in PLAIN else ["--json"])])
    got = capsys.readouterr()
    assert int(stopped.value.code or 0) == asked["exit"], got.err
    if "says" in asked:
        assert asked["says"] in " ".join(got.err.split()) and got.out == ""
    if "list" in asked:
        held = json.loads(got.out)[asked["list"]]
        for wanted in asked["holds"]:
            assert any(all(item.get(k) == v for k, v in wanted.items()) for item in held), held
        assert len(held) == asked.get("count", len(held)), held


def test_every_exit_code_is_met() -> None:
    assert {c["exit"] for c in COMMANDS} == {0, 2, 3}
