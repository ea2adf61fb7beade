"""A report in another language, and the translation that is read in its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from servanda.case import ask, open_case, take_in
from servanda.case.answer import Answer

AGREEMENT = """\
servanda: 1
id: bridge
title: The Bridge Accord, invented
signed: 2021-05-01
in_force: 2021-05-02T00:00:00+03:00
timezone: Europe/Kyiv
actors:
  guard: {name: Northern Guard, role: signatory}
  union: {name: River Union, role: signatory}
zones:
  bridge: {name: Stone Bridge}
terms:
  leave:
    {norm: obligation, bearer: [guard], toward: [union], act: withdraw, zone: bridge, due: {by: 2021-05-04}}
"""
RUSSIAN = """\
<html lang="ru"><head><title>Гвардия покинула мост</title><meta property="og:site_name" content="Речная газета">
<meta property="article:published_time" content="2021-05-05T10:00:00+03:00"></head><body><article>
<h1>Гвардия покинула мост</h1><p>Северная гвардия покинула Каменный мост во вторник, сообщило министерство
Речного союза. Жители подтвердили, что военных на мосту больше нет, и движение машин по нему началось
уже вечером того же дня.</p>
</article></body></html>
"""
ENGLISH = "The Northern Guard withdrew from Stone Bridge on Tuesday, the River Union's ministry said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    (tmp_path / "agreement.yaml").write_text(AGREEMENT, encoding="utf-8")
    return tmp_path


def put(folder: Path, name: str, text: str) -> None:
    (folder / "reports" / name).write_text(text, encoding="utf-8")


def run(folder: Path) -> Answer:
    case = open_case(folder)
    with case.ledger() as ledger:
        take_in(case, ledger)
    return ask(case, date(2021, 5, 10))


def test_without_a_translation_it_is_kept_and_listed(folder: Path) -> None:
    put(folder, "a.ru.html", RUSSIAN)
    answer = run(folder)
    (unread,) = answer.document.unread
    assert "[R501]" in unread.why
    assert "a.en.txt" in unread.why
    assert not answer.document.claims
    assert [r.path for r in answer.document.reports] == ["reports/a.ru.html"]


@pytest.mark.parametrize(
    ("name", "front"),
    [
        ("a.en.txt", ""),
        ("english.txt", "---\ntranslation_of: a.ru.html\n---\n"),
        ("english.txt", "---\ntranslation_of: reports/a.ru.html\n---\n"),
    ],
)
def test_the_translation_is_read_in_its_place(folder: Path, name: str, front: str) -> None:
    put(folder, "a.ru.html", RUSSIAN)
    put(folder, name, front + ENGLISH)
    answer = run(folder)
    (unread,) = answer.document.unread
    assert unread.path == "reports/a.ru.html"
    assert "[R502]" in unread.why
    assert f"reports/{name}" in unread.why
    assert {r.path for r in answer.document.reports} == {"reports/a.ru.html", f"reports/{name}"}
    (term,) = answer.document.terms
    assert term.status == "fulfilled"


def test_a_translation_takes_day_and_source_from_its_original(folder: Path) -> None:
    put(folder, "a.ru.html", RUSSIAN)
    put(folder, "a.en.txt", ENGLISH)
    report = run(folder).knowledge.reports["reports/a.en.txt"]
    assert report.published == date(2021, 5, 5)
    assert report.source == "Речная газета"
    assert report.translation_of == "reports/a.ru.html"


def test_what_it_states_itself_is_kept(folder: Path) -> None:
    put(folder, "a.ru.html", RUSSIAN)
    put(folder, "a.en.txt", f"---\nsource: Monitor\npublished: 2021-05-06\n---\n{ENGLISH}")
    report = run(folder).knowledge.reports["reports/a.en.txt"]
    assert (report.source, report.published) == ("Monitor", date(2021, 5, 6))


def test_two_translations_and_their_original_are_one_origin(folder: Path) -> None:
    put(folder, "a.ru.html", RUSSIAN)
    put(folder, "a.en.txt", "The Northern Guard withdrew from Stone Bridge on Tuesday.\n")
    put(
        folder,
        "b.txt",
        "---\ntranslation_of: a.ru.html\nsource: Other Paper\n---\nOn Tuesday the Guard left the bridge: "
        "the Northern Guard withdrew from Stone Bridge.\n",
    )
    answer = run(folder)
    claims = [c for c in answer.document.claims if c.act == "withdraw"]
    assert len({c.report for c in claims}) == 2
    assert len({c.origin for c in claims}) == 1


@pytest.mark.parametrize("first", ["a.ru.html", "a.en.txt"])
def test_it_does_not_matter_which_comes_first(folder: Path, first: str) -> None:
    texts = {"a.ru.html": RUSSIAN, "a.en.txt": ENGLISH}
    put(folder, first, texts[first])
    run(folder)
    for name, text in texts.items():
        put(folder, name, text)
    answer = run(folder)
    assert ["[R502]" in u.why for u in answer.document.unread] == [True]
    assert answer.knowledge.reports["reports/a.en.txt"].published == date(2021, 5, 5)
    assert answer.waiting == 0


def test_a_translation_that_goes_leaves_the_original_unread(folder: Path) -> None:
    put(folder, "a.ru.html", RUSSIAN)
    put(folder, "a.en.txt", ENGLISH)
    run(folder)
    (folder / "reports" / "a.en.txt").unlink()
    assert ["[R501]" in u.why for u in run(folder).document.unread] == [True]


def test_a_translation_not_yet_known_is_not_named(folder: Path) -> None:
    put(folder, "a.ru.html", RUSSIAN)
    put(folder, "a.en.txt", f"---\nreceived: 2021-05-08\n---\n{ENGLISH}")
    run(folder)
    case = open_case(folder)
    early, late = (ask(case, date(2021, 5, 10), date(2021, 5, day)) for day in (6, 9))
    assert ["[R501]" in u.why for u in early.document.unread] == [True]
    assert ["[R502]" in u.why for u in late.document.unread] == [True]
    assert not early.document.claims
    assert late.document.claims


def test_an_english_report_named_alike_is_a_report_of_its_own(folder: Path) -> None:
    put(
        folder,
        "a.txt",
        "---\npublished: 2021-05-03\nsource: Paper\n---\nThe Northern Guard is still at Stone Bridge.\n",
    )
    put(folder, "a.en.txt", ENGLISH)
    answer = run(folder)
    assert answer.document.unread == []
    assert answer.knowledge.reports["reports/a.en.txt"].published is None


def test_a_run_tells_which_translation_was_read(folder: Path) -> None:
    put(folder, "a.ru.html", RUSSIAN)
    put(folder, "a.en.txt", ENGLISH)
    case = open_case(folder)
    with case.ledger() as ledger:
        taken = take_in(case, ledger)
    assert ["[R502]" in why for _, why in taken.unread] == [True]


def test_a_line_of_a_file_that_is_no_report_is_listed_and_stops_nothing(folder: Path) -> None:
    line = '{"text": "The Northern Guard withdrew from Stone Bridge on 3 May 2021.", "published": "2021-05-05"}'
    put(folder, "feed.jsonl", f"{line}\nnot json\n")
    answer = run(folder)
    assert [u.path for u in answer.document.unread] == ["reports/feed.jsonl#2"]
    assert [c.act for c in answer.document.claims] == ["withdraw"]
