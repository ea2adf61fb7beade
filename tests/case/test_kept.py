"""Kept answers: the same as computed, and gone as soon as anything they rest on has changed."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from servanda.case import Case, ask, kept, standing, take_in
from servanda.case.dossiers import dossier_of
from servanda.case.kept import State, state_of
from servanda.outputs.glance import glance, glance_from, glance_to

DAY = date(2020, 11, 24)


@pytest.fixture
def case(ran: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the bundled case, taken in; its files count as settled."""
    monkeypatch.setattr(kept, "_SETTLED", -10.0)
    return Path(shutil.copytree(ran.root, tmp_path / "case"))


def _state(case: Path) -> State:
    state = state_of(case)
    assert state is not None
    return state


def _found(case: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """How often an answer was computed since."""
    calls: list[object] = []
    real = standing._ask
    monkeypatch.setattr(standing, "_ask", lambda *a: (calls.append(a), real(*a))[1])
    return lambda: len(calls)


@pytest.mark.parametrize(
    ("as_of", "known_at", "text"),
    [(DAY, DAY, None), (date(2020, 11, 20), date(2020, 11, 14), None), (DAY, DAY, "mfa-az"), (None, None, None)],
)
def test_a_kept_answer_is_the_computed_one(
    case: Path, as_of: date | None, known_at: date | None, text: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    computed = _found(case, monkeypatch)
    first = standing.table(case, as_of, known_at, text), standing.document(case, as_of, known_at, text)
    once = computed()
    again = standing.table(case, as_of, known_at, text), standing.document(case, as_of, known_at, text)
    assert computed() == once
    assert again == first
    assert json.dumps(again[1]) == json.dumps(first[1])  # order of keys, too
    shutil.rmtree(case / "out")
    assert (standing.table(case, as_of, known_at, text), standing.document(case, as_of, known_at, text)) == first


def test_a_kept_glance_is_the_computed_one(case: Path) -> None:
    standing.table(case, DAY, DAY)
    asked = _state(case).question(DAY, DAY)
    assert asked is not None
    from servanda.case import open_case

    opened = open_case(case)
    answer = ask(opened, DAY, DAY)
    seen = glance(dossier_of(answer), answer.waiting)
    assert glance_from(asked.kept("glance"), opened.agreement) == seen
    assert glance_from(json.loads(json.dumps(glance_to(seen))), opened.agreement) == seen


def test_other_days_and_another_text_are_other_questions(case: Path) -> None:
    standing.table(case, DAY, DAY)
    for other in [(date(2020, 11, 25), DAY, None), (DAY, date(2020, 11, 25), None), (DAY, DAY, "mfa-az")]:
        asked = _state(case).question(*other)
        assert asked is not None
        assert asked.kept("table") is None


def _edit_in_place(case: Path) -> None:
    """The same size and the same times: only the disk's own record of the change tells."""
    path = case / "agreement.yaml"
    was = path.stat()
    path.write_bytes(path.read_bytes().replace(b"2020-11-15", b"2020-11-16"))
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))


def _decide(case: Path) -> None:
    from servanda.case import open_case
    from servanda.case.reviewing import decide, waiting

    opened = open_case(case)
    decide(opened, (waiting(opened, DAY, DAY)[0].claim,), "rejected", "A. Reader", None)


def _other_reader(case: Path) -> None:
    from servanda.ledger import Ledger

    with Ledger(case / "ledger.db") as ledger:
        ledger.remember("prose-reader", "grammar/0 with another")


@pytest.mark.parametrize(
    "change",
    [
        _edit_in_place,
        _decide,
        _other_reader,
        lambda case: (case / "sources.yaml").write_text("{}\n", encoding="utf-8"),
        lambda case: (case / "reports" / "new.md").write_text("Nothing happened.\n", encoding="utf-8"),
        lambda case: next((case / "reports").rglob("*.md")).unlink(),
        lambda case: (case / "coverage.yaml").write_text("coverage: []\n", encoding="utf-8"),
    ],
)
def test_whatever_changes_makes_another_state(case: Path, change: Callable[[Path], object]) -> None:
    standing.table(case, DAY, DAY)
    before = _state(case)
    assert _state(case) == before
    change(case)
    assert _state(case).digest != before.digest


def test_a_new_file_is_waited_for_after_a_kept_answer(case: Path) -> None:
    assert standing.table(case, DAY, DAY).waiting == 0
    (case / "reports" / "new.md").write_text("Nothing happened.\n", encoding="utf-8")
    assert standing.table(case, DAY, DAY).waiting == 1


def test_a_file_written_just_now_is_not_trusted(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_SETTLED", 3600.0)
    standing.table(case, DAY, DAY)
    assert not (case / "out" / "answers.db").exists()


def test_a_store_that_is_broken_or_foreign_changes_no_answer(case: Path, tmp_path: Path) -> None:
    first = standing.table(case, DAY, DAY)
    store = case / "out" / "answers.db"
    store.write_bytes(b"no database" * 100)
    assert standing.table(case, DAY, DAY) == first
    store.unlink()
    other = tmp_path / "other.db"
    sqlite3.connect(other).close()
    store.symlink_to(other)
    assert standing.table(case, DAY, DAY) == first
    assert other.stat().st_size == 0


def test_taking_in_makes_another_state(case: Path) -> None:
    from servanda.case import open_case

    (case / "reports" / "new.md").write_text("Nothing happened.\n", encoding="utf-8")
    before = _state(case)
    with open_case(case).ledger() as ledger:
        take_in(open_case(case), ledger)
    assert _state(case).digest != before.digest


def test_many_small_answers_are_kept_and_large_ones_give_way(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    days = [date(2020, 12, day) for day in range(1, 31)]
    state = _state(case)
    for day in days:
        kept.Question(state, day, DAY).keep("UTC", glance={"day": day.isoformat()})
    assert all(kept.Question(state, day, DAY).kept("glance") for day in days)
    monkeypatch.setattr(kept, "_BYTES", 100)
    kept.Question(state, DAY, DAY).keep("UTC", glance={})
    held = [day for day in days if kept.Question(state, day, DAY).kept("glance")]
    assert held == days[-len(held) :] and 0 < len(held) < len(days), "the oldest go first, the last ones stay"
