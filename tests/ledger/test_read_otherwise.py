"""The same bytes that give another text, as another servanda gets it out of a page, are a version with its own text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from servanda.case import ask, open_case, take_in
from servanda.ledger import Found, Intake, Ledger
from servanda.reports.model import Report, Segment

TEXT = "The Guard left the bridge."


def report(text: str) -> Report:
    return Report("reports/a.html", "0" * 64, text, (Segment("body", 0, len(text)),), "html", published=date(2024, 5, 2))


@pytest.mark.parametrize(("again", "versions"), [(TEXT, 1), (f"{TEXT} More news.", 2)])
def test_another_text_of_the_same_bytes(tmp_path: Path, again: str, versions: int) -> None:
    with Ledger(tmp_path / "ledger.db", clock=lambda: datetime(2024, 6, 1, tzinfo=UTC)) as ledger:
        for reader, text in (("old", TEXT), ("new", again)):
            ledger.accept([Intake("reports/a.html", "0" * 64, 9, (Found(report(text), ()),))], reader, "names")
        assert len(ledger.documents()) == versions
        standing = [s for s in ledger.reports() if s.document.gone_at is None]
        assert [s.report.text for s in standing] == [again]


def test_it_is_known_from_the_day_from_which_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "agreement.yaml").write_text(
        "servanda: 1\nid: a\ntitle: An invented truce\nsigned: 2024-05-01\ntimezone: UTC\n"
        "actors:\n  guard: {name: Guard, role: signatory}\n  crown: {name: Crown, role: signatory}\n"
        "terms:\n  1-leave: {norm: obligation, bearer: guard, toward: crown, act: withdraw, due: {by: 2024-06-01}}\n",
        encoding="utf-8",
    )
    path = tmp_path / "reports" / "a.txt"
    path.write_text(f"---\npublished: 2024-05-02\n---\n{TEXT}\n", encoding="utf-8")
    case = open_case(tmp_path)
    with case.ledger() as ledger:
        take_in(case, ledger)
        from servanda.case import intake

        opened = intake.open_items
        monkeypatch.setattr(
            intake, "open_items", lambda *a: (replace(r, text=f"{r.text}\n\nMore.") for r in opened(*a))
        )
        monkeypatch.setattr(intake, "_is_done", lambda *a: False)
        monkeypatch.setattr(Ledger, "_read_again", lambda *a: pytest.fail("the text is another"))
        take_in(case, ledger)
    answer = ask(case, date(2024, 5, 10), date(2024, 5, 10))
    (held,) = answer.knowledge.reports.values()
    assert held.text.endswith("More.") and answer.knowledge.known == {"reports/a.txt": date(2024, 5, 2)}
