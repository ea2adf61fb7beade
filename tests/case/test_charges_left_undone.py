"""`check` on charges that a duty was left undone, and which term a general charge speaks of."""

from __future__ import annotations

from pathlib import Path

import pytest

from servanda.case import Case, check_report, open_case, take_in
from servanda.cli.questions import pasted

AGREEMENT = """
servanda: 1
id: boran-2024
title: Truce of 1 February 2024
signed: 2024-02-01
timezone: UTC
actors:
  boran: {name: Boran, aliases: [Borana], role: signatory}
  front: {name: Kest Front, aliases: [Front], role: signatory}
zones:
  kest: {name: Kest}
  dol: {name: Dolan}
terms:
  1-quiet: {article: "1", norm: prohibition, bearer: [boran, front], act: attack}
  2-kest: {article: "2", norm: obligation, bearer: [boran], toward: [front], act: withdraw, zone: kest, due: {by: 2024-03-01}}
  3-dol: {article: "3", norm: obligation, bearer: [front], toward: [boran], act: withdraw, zone: dol, due: {by: 2024-04-01}}
  4-guns: {article: "4", norm: obligation, bearer: [front], toward: [boran], act: hand-over-weapons, due: {by: 2024-03-10}}
  5-prisoners: {article: "5", norm: obligation, bearer: [boran, front], act: release, due: {by: 2024-03-05}}
"""
FACTS = {
    "guns.md": "The Front handed over all its guns to Boran on 8 March, Boran's defence minister said.",
    "kest.md": "Boran's troops have not left Kest, Boran's defence minister, Arn Holt, said.",
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A case that knows of the guns handed over in time and of Kest not left."""
    root = tmp_path_factory.mktemp("boran")
    (root / "agreement.yaml").write_text(AGREEMENT, encoding="utf-8")
    (root / "reports").mkdir()
    for name, words in FACTS.items():
        (root / "reports" / name).write_text(f"---\npublished: 2024-03-12\n---\n{words}\n", encoding="utf-8")
    found = open_case(root)
    with found.ledger() as ledger:
        take_in(found, ledger)
    return found


def verdicts(case: Case, folder: Path, text: str) -> list[tuple[str | None, str]]:
    """The terms and verdicts for a text of 15 March 2024, in its order."""
    path = folder / "article.txt"
    path.write_text(f"---\npublished: 2024-03-15\n---\n{text}\n", encoding="utf-8")
    return [(c.term, c.verdict) for c in check_report(case, pasted(str(path), None)).checks]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Front accused Boran of failing to leave Kest by 1 March.", ("2-kest", "supported")),
        ("The Kest Front accused Boran of not having withdrawn from Kest.", ("2-kest", "supported")),
        ("Boran accused the Front of refusing to leave Dolan.", ("3-dol", "premature")),
        ("Boran accused the Front of failing to hand over its heavy weapons.", ("4-guns", "contradicted")),
        ("Boran has not released its prisoners, the Front complained.", ("5-prisoners", "open")),
    ],
)
def test_a_duty_left_undone_is_a_charge(case: Case, tmp_path: Path, text: str, wanted: tuple[str, str]) -> None:
    assert verdicts(case, tmp_path, text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "The Front said that its fighters had not left Dolan.",
        "The Front handed over its guns, Boran said.",
        "Boran asked the Front to leave Dolan.",
        "The Front must not fail to leave Dolan, Boran said.",
    ],
)
def test_what_one_says_of_oneself_or_asks_is_none(case: Case, tmp_path: Path, text: str) -> None:
    assert verdicts(case, tmp_path, text) == []


def test_this_speaks_of_what_stands_before_it(case: Case, tmp_path: Path) -> None:
    text = (
        "Boran accused the Front of shelling Kest on 9 March.\n\n"
        '"This is a grave breach of the agreement," a Boran general said. He also accused the Front of refusing to leave Dolan.'
    )
    assert [t for t, _ in verdicts(case, tmp_path, text)] == ["1-quiet", "1-quiet", "3-dol"]


def test_a_deed_that_is_no_terms_act_stays_so_beside_another_charge(case: Case, tmp_path: Path) -> None:
    text = "The Front has not left Dolan, Boran said. The Front also shut a school in Kest, in violation of the agreement, Boran said."
    assert verdicts(case, tmp_path, text) == [("3-dol", "premature"), (None, "not-a-term")]


def test_an_article_is_the_term_of_its_number(case: Case, tmp_path: Path) -> None:
    text = "Boran has broken Article 2, the Front said. The Front violated Article 9 of the truce, Boran said. The Front has not left Dolan."
    assert verdicts(case, tmp_path, text) == [("2-kest", "supported"), (None, "not-a-term"), ("3-dol", "premature")]
