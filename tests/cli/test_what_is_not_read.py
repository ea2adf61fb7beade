"""Nothing is passed over in silence: rows of tables, files of any day, lines of JSON, texts in another language."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Outcome

Servanda = Callable[..., Outcome]
TABLE = "day,by\n2024-05-20,River Guard\nsoon,River Guard\n"
MAPPING = "columns: {start: day, actor: by}\nact: attack\n"


@pytest.fixture
def logged(small: Path) -> Path:
    """The small case with a table of which one row cannot be read."""
    (small / "events").mkdir()
    (small / "events" / "log.csv").write_text(TABLE, encoding="utf-8")
    (small / "events" / "log.mapping.yaml").write_text(MAPPING, encoding="utf-8")
    return small


def test_a_row_that_is_not_read_is_listed_everywhere(servanda: Servanda, logged: Path) -> None:
    got = servanda("run", logged, "--strict")
    assert got.code == 3
    assert "not read: events/log.csv: [E107] row 2: day 'soon'" in got.out
    (entry,) = json.loads(servanda("status", logged, "--json").out)["unread"]
    assert entry["path"] == "events/log.csv" and entry["why"].startswith("[E107] row 2")
    assert "[E107] row 2" in (logged / "out" / "report.html").read_text(encoding="utf-8")
    (logged / "events" / "log.csv").write_text(TABLE.replace("soon", "2024-05-21"), encoding="utf-8")
    assert servanda("run", logged, "--strict").code == 0


def test_what_cannot_be_read_is_listed_for_every_day(servanda: Servanda, small: Path) -> None:
    (small / "reports" / "b.docx").write_bytes(b"PK\x03\x04")
    (small / "reports" / "c.txt").write_text("The River Guard left the Oma valley.", encoding="utf-8")
    got = servanda("run", small, "--as-of", "2024-05-31", "--known-at", "2024-05-31", "--strict")
    assert got.code == 3
    assert "reports/b.docx" in got.out and "Word" in got.out
    assert "1 report tells no day" in got.out
    assert json.loads(servanda("status", small, "--known-at", "2024-05-31", "--json").out)["undated"] == 1
    assert json.loads(servanda("status", small, "--json").out)["undated"] == 0


@pytest.mark.skipif(os.name == "nt", reason="names of files are Unicode there")
def test_a_name_that_is_not_utf8_is_listed_and_the_rest_is_read(servanda: Servanda, small: Path) -> None:
    for folder in ("reports", "events", "claims"):
        (small / folder).mkdir(exist_ok=True)
        Path(os.fsdecode(os.fsencode(small / folder) + b"/caf\xe9.txt")).write_text("The River Guard left.", encoding="utf-8")
    got = servanda("run", small, "--json")
    assert got.code == 0
    document = json.loads(got.out)
    assert [u["path"] for u in document["unread"]] == [f"{f}/caf\\xe9.txt" for f in ("claims", "events", "reports")]
    assert all("[R109]" in u["why"] for u in document["unread"])
    assert [r["path"] for r in document["reports"]] == ["reports/a.md"]
    assert json.loads(servanda("status", small, "--json").out)["waiting"]["files"] == 0
    assert json.loads(servanda("verify", small, "--json").out)["faults"] == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read and write everywhere")
def test_a_case_that_may_only_be_read(servanda: Servanda, small: Path) -> None:
    assert servanda("run", small).code == 0
    for path in (small / "ledger.db-wal", small / "ledger.db-shm"):
        path.unlink(missing_ok=True)
    small.chmod(0o555)
    (small / "ledger.db").chmod(0o444)
    try:
        assert servanda("status", small).code == 0
        got = servanda("run", small)
        assert got.code == 2 and "[L106]" in got.err and "not damaged" in got.err
    finally:
        small.chmod(0o755)


def test_a_ledger_that_cannot_be_opened_is_not_called_damaged(servanda: Servanda, small: Path) -> None:
    (small / "ledger.db").mkdir()
    got = servanda("run", small)
    assert got.code == 2 and "[L106]" in got.err and "ove it away" not in got.err


def test_a_folder_that_may_not_be_looked_into_is_not_empty(
    servanda: Servanda, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert servanda("run", small).code == 0
    scan = os.scandir

    def refuse(path: str | Path = ".") -> object:
        if str(path).endswith("reports"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    got = servanda("run", small)
    assert got.code == 2 and "[C111]" in got.err and "reports" in got.err
    monkeypatch.undo()
    assert len(json.loads(servanda("status", small, "--json").out)["reports"]) == 1


LINES: list[tuple[str, str]] = [
    ("not json", "C109"),
    ("[1, 2]", "C109"),
    ('{"words": "x"}', "C109"),
    ('{"text": 5}', "C109"),
    ('{"text": ""}', "R106"),
    ('{"text": "The army left.", "published": "17/04/2023"}', "R303"),
    ('{"text": "The army left.", "published": 2023}', "C109"),
    ('{"text": "The army left.", "language": "the English one"}', "R304"),
    ('{"text": "L’armée a quitté le village.", "language": "fr"}', "R501"),
]


@pytest.mark.parametrize(("line", "code"), LINES)
def test_a_line_that_cannot_be_read_stops_no_other(servanda: Servanda, tmp_path: Path, line: str, code: str) -> None:
    lines = tmp_path / "lines.jsonl"
    good = '{"text": "The army withdrew from Tala.", "id": 1}'
    lines.write_text(f"{good}\n\n{line}\n{good}\n", encoding="utf-8-sig")
    got = servanda("read", lines, "--jsonl")
    first, told, last = (json.loads(one) for one in got.out.splitlines())
    assert got.code == 0
    assert first == last and first["acts"] and "unread" not in first
    assert told["line"] == 3 and told["unread"]["code"] == code
    assert "Error" not in told["unread"]["message"] and "object is not" not in told["unread"]["message"]
    assert servanda("read", lines, "--jsonl", "--strict").code == 3


def test_a_moment_is_a_day_and_bytes_that_are_no_text_are_told(servanda: Servanda, tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_bytes(b'{"text": "The army left.", "published": "2023-04-17T12:00:00+03:00"}\n{"text": "caf\xe9"}\n')
    first, second = (json.loads(one) for one in servanda("read", lines, "--jsonl").out.splitlines())
    assert first["published"] == "2023-04-17"
    assert second["unread"]["code"] == "R108"


@pytest.mark.parametrize("command", ["read", "check"])
def test_a_text_in_another_language_is_refused(servanda: Servanda, small: Path, command: str) -> None:
    text = small / "ru.txt"
    text.write_text("Речная гвардия покинула долину, сообщил в пятницу совет долины в официальном заявлении.", encoding="utf-8")
    got = servanda(*([command] if command == "read" else [command, small]), text)
    assert got.code == 2 and "[R501]" in got.err and got.out == ""


def test_a_translated_original_is_a_note(servanda: Servanda, small: Path) -> None:
    text = "Речная гвардия покинула долину, сообщил в пятницу совет долины в официальном заявлении."
    (small / "reports" / "b.ru.txt").write_text(text, encoding="utf-8")
    (small / "reports" / "b.en.txt").write_text("The River Guard left the valley, the council said.", encoding="utf-8")
    got = servanda("run", small, "--strict")
    assert got.code == 0
    assert "note: reports/b.ru.txt: [R502]" in got.out and "not read" not in got.out


def test_an_agreement_that_ran_out_still_tells_how_it_stood(servanda: Servanda, small: Path) -> None:
    text = (small / "agreement.yaml").read_text(encoding="utf-8").replace("timezone:", "expires: 2025-01-01\ntimezone:")
    (small / "agreement.yaml").write_text(text, encoding="utf-8")
    got = servanda("run", small, "--as-of", "2026-01-01")
    assert "ended (was: fulfilled)" in got.out
    assert json.loads(servanda("status", small, "--as-of", "2026-01-01", "--json").out)["terms"][0]["status"] == "ended"
    assert "(was:" not in servanda("status", small, "--as-of", "2024-12-31").out
