"""What the system refuses, and what lies in the wrong place: a message that says what to do, exit code 2, nothing half written."""

from __future__ import annotations

import errno
import io
import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from servanda.cli.main import refused
from servanda.errors import LedgerError
from servanda.ledger import Ledger
from tests.cli.conftest import SMALL, Outcome

Servanda = Callable[..., Outcome]


def no_room(*_: object, **__: object) -> int:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_folder_with_spaces_and_other_letters(servanda: Servanda, small: Path) -> None:
    case = small.rename(small.with_name("Fäll ä – дело 案"))
    for command in (["run"], ["status"], ["explain", "1-leave"], ["verify"], ["due"], ["changes", "--since", "2024-05-01"]):
        got = servanda(command[0], case, *command[1:])
        assert got.code == 0, got.err
        assert "[" not in got.err
    got = servanda("export", case, "--format", "csv", "--table", "terms", "-o", case / "Übersicht.csv")
    assert got.code == 0 and (case / "Übersicht.csv").is_file()


@pytest.mark.parametrize("command", ["init", "demo"])
def test_a_file_where_a_folder_is_wanted(servanda: Servanda, small: Path, command: str) -> None:
    there = small / "agreement.yaml"
    got = servanda("init", there) if command == "init" else servanda("demo", "--into", there)
    assert got.code == 2 and got.err.startswith(f"[C111] {there}")
    assert "A file stands where a folder is wanted" in got.err
    assert there.read_text(encoding="utf-8") == SMALL


def test_out_is_a_file(servanda: Servanda, small: Path) -> None:
    (small / "out").write_text("mine", encoding="utf-8")
    got = servanda("run", small)
    assert (got.code, got.out) == (2, "")
    assert "[C111]" in got.err and (small / "out").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("name", "says"),
    [("reports", "is a folder of the case"), ("claims", "is a folder"), ("events", "is a folder"), ("sources.yaml", "is a file"), ("coverage.yaml", "is a file")],
)  # fmt: skip
def test_a_part_of_the_case_of_the_wrong_kind_is_not_passed_over(
    servanda: Servanda, tmp_path: Path, name: str, says: str
) -> None:
    (tmp_path / "agreement.yaml").write_text(SMALL, encoding="utf-8")
    if name.endswith(".yaml"):
        (tmp_path / name).mkdir()
    else:
        (tmp_path / name).write_text("x", encoding="utf-8")
    got = servanda("run", tmp_path)
    assert got.code == 2 and "[C113]" in got.err and says in got.err


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("article.txt", "Reports go into reports/"),
        ("log.csv", "tables into events/"),
        ("source.yaml", "Was it meant as sources.yaml?"),
        ("event", "Was it meant as events?"),
        ("README.md", ""),
        ("statement.txt", ""),
        (".hidden.txt", ""),
    ],
)
def test_what_lies_beside_is_named(servanda: Servanda, small: Path, name: str, says: str) -> None:
    (small / name).write_text("x", encoding="utf-8")
    got = servanda("run", small, "--json")
    assert got.code == 0 and json.loads(got.out)["case"] == "small"
    assert (f"note: {name} is not read. " in got.err and says in got.err) if says else got.err == ""


def test_a_full_disk_leaves_nothing_half(servanda: Servanda, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert servanda("run", small).code == 0
    page = (small / "out" / "report.html").read_bytes()
    with monkeypatch.context() as full:
        full.setattr(Path, "write_bytes", no_room)
        for command in (("run", small), ("export", small, "--format", "json"), ("init", small.parent / "new")):
            got = servanda(*command)
            assert got.code == 2 and "[C111] No space left on device. Make room" in got.err
    assert (small / "out" / "report.html").read_bytes() == page
    assert not (small.parent / "new" / "agreement.yaml").exists()
    assert not [p for p in (small / "out").iterdir() if p.name.endswith(".new")]


def test_a_full_disk_under_the_ledger(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.db") as ledger:
        ledger.remember("a", "b")

        def full() -> None:
            with ledger._write() as db:
                db.exec_driver_sql("PRAGMA max_page_count = 1")
                db.exec_driver_sql("CREATE TABLE too_much (x)")
                db.exec_driver_sql("INSERT INTO too_much VALUES (randomblob(10000000))")

        with pytest.raises(LedgerError, match="L105"):
            full()
        assert ledger.recall("a") == "b"


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.EISDIR, errno.ENAMETOOLONG, 0])
def test_every_refusal_says_what_to_do(number: int) -> None:
    told = refused(OSError(number, "Refused", "/a/b"))
    assert told.code == "C111" and str(told.place) == "/a/b" and told.message.startswith("Refused. ")


def test_a_ledger_of_another_version_stays_as_it_is(servanda: Servanda, small: Path) -> None:
    servanda("run", small)
    with sqlite3.connect(small / "ledger.db") as db:
        db.execute("UPDATE meta SET value = '99' WHERE key = 'version'")
    for command in ("run", "status", "verify"):
        got = servanda(command, small)
        assert got.code == 2 and "[L102]" in got.err and "version 99" in got.err
    with sqlite3.connect(small / "ledger.db") as db:
        assert db.execute("SELECT value FROM meta WHERE key = 'version'").fetchone() == ("99",)


@pytest.mark.parametrize("command", ["read", "check"])
def test_a_folder_and_a_file_of_several_reports(servanda: Servanda, small: Path, command: str) -> None:
    before = [command] if command == "read" else [command, small]
    assert "[C106]" in (got := servanda(*before, small)).err and "this is a folder" in got.err
    several = small / "two.jsonl"
    several.write_text('{"text": "The Guard left."}\n{"text": "The Guard stayed."}\n', encoding="utf-8")
    got = servanda(*before, several)
    assert got.code == 2 and "[C112]" in got.err and "2 reports" in got.err


def test_standard_input_in_another_encoding(servanda: Servanda, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = "Le Gardien est là. The River Guard left the café valley on 2 May 2024.".encode("latin-1")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
    got = servanda("read", "-", "--json")
    assert got.code == 0 and "café" in json.loads(got.out)["text"]


def test_two_runs_at_once_give_what_one_gives(small: Path, servanda: Servanda) -> None:
    for n in range(30):
        (small / "reports" / f"{n}.txt").write_text(
            f"2 June 2024. The River Guard shelled Oma on {n % 28 + 1} May 2024.\n", encoding="utf-8"
        )
    command = [sys.executable, "-m", "servanda", "run", str(small), "--as-of", "2024-06-02", "--json"]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    ended = [(p.communicate(timeout=300), p.returncode) for p in both]
    for (out, err), code in ended:
        assert code == 0 or "[L103]" in err, err
        assert code or json.loads(out)["case"] == "small"
    one = servanda("run", small, "--as-of", "2024-06-02", "--json")
    assert len(json.loads(one.out)["reports"]) == 31
    assert servanda("verify", small).out.startswith("all as recorded: 31 files")
