"""Claims by hand: in any language, the source withheld, all errors of a file at once."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import SMALL

from servanda.agreement import loads
from servanda.case import ask, open_case, take_in
from servanda.errors import EvidenceError
from servanda.reading.hand import read_hand

GOOD = """\
claims:
  - quote: "Գվարդիան լքել է հովիտը"
    language: hy
    act: withdraw
    actors: [guard]
    zone: valley
    when: 2024-05-30
    extent: all
    speaker: {name: A. Resident, actor: council, kind: named-official}
    source: withheld
    published: 2024-05-30
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "claims").mkdir()
    (tmp_path / "agreement.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "claims" / "a.yaml").write_text(GOOD, encoding="utf-8")
    return tmp_path


def test_a_claim_by_hand_counts_like_one_that_was_read(folder: Path) -> None:
    case = open_case(folder)
    with case.ledger() as ledger:
        take_in(case, ledger)
    from datetime import date

    answer = ask(case, date(2024, 6, 2))
    assert answer.findings.term("1-leave").status == "fulfilled"
    (item,) = answer.evidence.testimonies
    assert item.claim.reader == "hand/1"


def test_a_withheld_source_is_nowhere_in_the_document(folder: Path) -> None:
    case = open_case(folder)
    with case.ledger() as ledger:
        take_in(case, ledger)
    document = json.dumps(ask(case).document.plain())
    assert "withheld" not in document
    (report,) = ask(case).knowledge.reports.values()
    assert report.source is None and report.extra["confidential"] == "yes"


@pytest.mark.parametrize(
    ("change", "code", "says"),
    [
        (lambda t: t.replace("act: withdraw", "act: go"), "E201", "there is no act 'go'"),
        (lambda t: t.replace("zone: valley", "zone: hill"), "E202", "valley"),
        (lambda t: t.replace("actor: council", "actor: nobody"), "E202", "council"),
        (lambda t: t.replace("quote:", "quot:"), "E201", "quot"),
        (lambda t: t + "  - quote: ''\n    act: x\n", "E201", "claims[2].quote"),
        (lambda t: "just words", "E201", "claims: ["),
        (lambda t: "claims: [", "E201", "YAML"),
    ],
)
def test_a_wrong_file_gives_no_claim_and_says_why(folder: Path, change: Callable[[str], str], code: str, says: str) -> None:
    path = folder / "claims" / "a.yaml"
    path.write_text(change(GOOD), encoding="utf-8")
    with pytest.raises(EvidenceError, match=code) as caught:
        read_hand(path, folder, loads(SMALL))
    assert says in str(caught.value)
