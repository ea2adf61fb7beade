"""Wrong input, as a new user would give it: a clear message, exit code 2 or a note, and nothing lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import SMALL, Outcome

Servanda = Callable[..., Outcome]


def ledger_bytes(case: Path) -> bytes:
    return (case / "ledger.db").read_bytes()


@pytest.mark.parametrize(
    ("make", "code", "says"),
    [
        (lambda p: None, "C101", "no such folder"),
        (lambda p: p.mkdir(), "C102", "it is empty"),
        (lambda p: p.write_text("x"), "C101", "this is a file"),
    ],
    ids=["no folder", "empty folder", "a file"],
)
def test_a_folder_that_is_no_case(
    servanda: Servanda, tmp_path: Path, make: Callable[[Path], object], code: str, says: str
) -> None:
    make(tmp_path / "x")
    got = servanda("run", tmp_path / "x")
    assert got.code == 2
    assert f"[{code}]" in got.err
    assert says in got.err
    assert got.out == ""


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (SMALL.replace("  guard:", "\tguard:"), "A106", ":8:"),
        (SMALL.replace("bearer: [guard], ", ""), "A109", ":13:"),
        (SMALL.replace("2024-06-01", "01.06.2024"), "", ":13:"),
        (SMALL.replace("act: withdraw", "act: withdrawl"), "A117", ":13:"),
        ("", "A104", ""),
    ],
    ids=["tabs", "no bearer", "a date in another form", "an unknown act", "an empty file"],
)
def test_a_wrong_agreement_is_refused_and_the_ledger_stays(
    servanda: Servanda, small: Path, text: str, code: str, line: str
) -> None:
    assert servanda("run", small).code == 0
    before = ledger_bytes(small)
    (small / "agreement.yaml").write_text(text, encoding="utf-8")
    got = servanda("run", small)
    assert got.code == 2
    assert "[A" in got.err and code in got.err
    assert f"agreement.yaml{line}" in got.err
    assert ledger_bytes(small) == before


def test_documents_that_cannot_be_read_are_named_and_the_rest_goes_on(servanda: Servanda, small: Path) -> None:
    reports = small / "reports"
    (reports / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (reports / "broken.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    (reports / "huge.txt").write_text("The Guard left. " * 3_200_000, encoding="utf-8")
    (reports / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (reports / "cyrillic.txt").write_text(
        "Гвардия реки заявила, что вывела все свои подразделения из долины. Совет долины это подтвердил вчера вечером.",
        encoding="utf-8",
    )
    (reports / "arabic.txt").write_text(
        "أعلن حرس النهر أنه سحب جميع قواته من الوادي يوم الخميس، وأكد مجلس الوادي ذلك في بيان رسمي صدر مساء أمس.",
        encoding="utf-8",
    )
    got = servanda("run", small, "--as-of", "2024-05-31", "--json")
    document = json.loads(got.out)
    assert got.code == 0
    unread = {u["path"].removeprefix("reports/"): u["why"] for u in document["unread"]}
    assert set(unread) == {"binary.txt", "broken.pdf", "huge.txt", "picture.png", "cyrillic.txt", "arabic.txt"}
    assert all(why.startswith("[R") for why in unread.values())
    assert document["terms"][0]["status"] == "fulfilled"
    assert servanda("run", small, "--strict", "--json").code == 3


def test_wrong_words_on_the_command_line(servanda: Servanda, small: Path) -> None:
    servanda("run", small)
    assert "[C107]" in servanda("explain", small, "1-leaf").err
    assert "1-leave" in servanda("explain", small, "1-leaf").err
    day = servanda("status", small, "--as-of", "yesterday")
    assert day.code == 2
    assert "YYYY-MM-DD" in day.err
    assert "[A121]" in servanda("status", small, "--text", "none").err
    assert servanda("nonsense").code == 2
    assert "[C106]" in servanda("check", small, small / "none.txt").err
    assert "[C108]" in servanda("schema", "nothing").err
    assert servanda("due", small, "--within", "soon").code == 2


def test_status_before_the_first_run_says_what_to_do(servanda: Servanda, small: Path) -> None:
    got = servanda("status", small)
    assert got.code == 2
    assert "[L104]" in got.err
    assert "servanda run" in got.err


def test_init_and_demo_overwrite_nothing(servanda: Servanda, small: Path, tmp_path: Path) -> None:
    before = (small / "agreement.yaml").read_bytes()
    assert "[C103]" in servanda("init", small).err
    assert (small / "agreement.yaml").read_bytes() == before
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "karabakh-2020").mkdir()
    (tmp_path / "mine" / "karabakh-2020" / "notes.txt").write_text("mine")
    assert "[C105]" in servanda("demo", "--into", tmp_path / "mine", "--overwrite").err
    assert (tmp_path / "mine" / "karabakh-2020" / "notes.txt").read_text() == "mine"
    assert "[C104]" in servanda("demo", "atlantis", "--into", tmp_path / "b").err
