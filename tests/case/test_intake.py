"""Files are read together: what is recorded is what reading them one by one gives."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from servanda.agreement.model import Agreement
from servanda.case import Case, intake, open_case, take_in
from servanda.case.prose import Outcome, Prose, prose_reader
from servanda.errors import ReadingError
from servanda.ledger import Ledger
from servanda.reading.readers import ReaderName
from servanda.reports.model import Report
from servanda.settings import settings

ROOT = Path(__file__).resolve().parents[2]


def fresh(folder: Path) -> Case:
    shutil.copytree(ROOT / "examples" / "karabakh-2020", folder, ignore=shutil.ignore_patterns("out", "ledger.db*"))
    (folder / "reports" / "odd.pdf").write_bytes(b"no pdf")
    (folder / "reports" / "ru.txt").write_text("Армия покинула район. " * 20, encoding="utf-8")
    (folder / "reports" / "two.jsonl").write_text(
        '{"text": "Armenia left Kalbajar on 25 November.", "published": "2020-11-25"}\n{"text": 1}\n'
        '{"text": "Azerbaijan entered Lachin on 1 December.", "published": "2020-12-01"}\n',
        encoding="utf-8",
    )
    return open_case(folder)


def recorded(ledger: Ledger, prose: Prose, case: Case) -> list[tuple[str, object]]:
    from servanda.case.folder import readers

    out: list[tuple[str, object]] = [(d.path, d.unread) for d in ledger.documents()]
    for reader, names in readers(case.agreement, prose.version):
        claims, unread = ledger.claims(reader, names), ledger.unread(reader, names)
        out += [(s.report.path, (claims.get(s.id), unread.get(s.id))) for s in ledger.reports()]
    return sorted(out, key=repr)


@pytest.mark.parametrize("together", [2, 5, 1000])
def test_files_read_together_give_what_each_gives_alone(tmp_path: Path, together: int) -> None:
    grammar = prose_reader(ReaderName.GRAMMAR, settings())
    found = []
    for number in (1, together):
        case = fresh(tmp_path / str(number))
        told: list[tuple[int, int]] = []
        with case.ledger() as ledger:
            taken = take_in(case, ledger, lambda done, of, _, t=told: t.append((done, of)), replace(grammar, together=number))
            found.append((taken, recorded(ledger, grammar, case)))
        assert told == [(n, len(taken.read)) for n in range(1, len(taken.read) + 1)]
    assert found[0] == found[1]
    assert sum(isinstance(what, tuple) and bool(what[0]) for _, what in found[0][1]) > 10


def test_what_was_read_until_the_reader_gave_out_is_kept(tmp_path: Path) -> None:
    case = fresh(tmp_path / "case")

    def read(reports: object, agreement: Agreement) -> object:
        for report in reports:  # type: ignore[attr-defined]
            yield one(report)

    def one(report: Report) -> Outcome:
        if report.path == "reports/two.jsonl#3":
            raise ReadingError("D210", "gone")
        return ReadingError("D212", "of this one") if report.path.endswith("#1") else ()

    with case.ledger() as ledger:
        with pytest.raises(ReadingError, match="gone"):
            take_in(case, ledger, prose=Prose("llm/test", read))  # type: ignore[arg-type]
        kept = {d.path for d in ledger.documents()}
        todo = [f.path for f in intake.files_of(case, "llm/test")]
    at = todo.index("reports/two.jsonl")
    assert at > 3 and kept == set(todo[:at])


def test_large_files_are_not_held_together(tmp_path: Path) -> None:
    file = intake._File("a", "", 600_000, "grammar/1", "")
    sizes = [len(c) for c in intake._chunks([file, file, replace(file, size=2_000_000), file, file], 32)]
    assert sizes == [1, 1, 1, 1, 1]
    assert [len(c) for c in intake._chunks([replace(file, size=1)] * 70, 32)] == [32, 32, 6]
    assert [len(c) for c in intake._chunks([file, replace(file, reader="hand/1", size=1)], 32)] == [1, 1]
