"""What an answer says of what the last run did not take in, or took in by a reader that no longer counts."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import date
from pathlib import Path

from typer.testing import CliRunner

from servanda.case import Case, ask, open_case, standing, take_in
from servanda.cli.main import app

DAY = date(2020, 11, 24)


def _read_earlier(case: Path) -> int:
    """Make it so that the last run was one of an earlier version of the reader; how many files it read."""
    with sqlite3.connect(case / "ledger.db") as db:
        prose = "reading WHERE reader LIKE 'grammar/%'"
        files = f"SELECT count(DISTINCT document_id) FROM report WHERE id IN (SELECT report_id FROM {prose})"
        changed = int(db.execute(files).fetchone()[0])
        db.execute("UPDATE reading SET reader = 'grammar/0' WHERE reader LIKE 'grammar/%'")
        db.execute("UPDATE meta SET value = 'grammar/0' WHERE key = 'prose-reader'")
    return changed


def test_after_a_new_version_of_the_reader_it_is_said_that_all_waits_to_be_read_again(ran: Case, tmp_path: Path) -> None:
    case = Path(shutil.copytree(ran.root, tmp_path / "case"))
    assert standing.document(case, DAY, DAY)["waiting"] == {"files": 0, "again": 0}
    count = _read_earlier(case)
    document, table = standing.document(case, DAY, DAY), standing.table(case, DAY, DAY)
    assert count > 1 and document["claims"] == []
    assert document["waiting"] == {"files": 0, "again": count}
    assert any(f"{count} files were read by an earlier version of the reader" in line for line in table.closing)
    told = CliRunner().invoke(app, ["status", str(case), "--as-of", "2020-11-24", "--known-at", "2020-11-24"])
    assert f"{count} files were read by an earlier version of the reader" in " ".join(told.output.split())
    opened = open_case(case)
    with opened.ledger() as ledger:
        take_in(opened, ledger)
    document = standing.document(case, DAY, DAY)
    assert document["waiting"] == {"files": 0, "again": 0} and document["claims"]


def test_other_names_make_all_wait_to_be_read_again(ran: Case, tmp_path: Path) -> None:
    case = Path(shutil.copytree(ran.root, tmp_path / "case"))
    file = case / "agreement.yaml"
    words = file.read_text(encoding="utf-8")
    assert words.count("Baku, the Azerbaijani side") == 1
    file.write_text(words.replace("Baku, the Azerbaijani side", "Baku, the Baku side, the Azerbaijani side"), encoding="utf-8")
    answer = ask(open_case(case), DAY, DAY)
    assert answer.waiting == 0 and answer.again > 1
