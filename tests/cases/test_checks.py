"""Short partisan, hostile or wrong articles, each judged by a bundled case: what its breach claims are worth.

`checks/NAME.txt` is an article written for this test; its first letter tells the case (k, h, s). `expected.json` gives
for each the verdicts with their terms, in the order of the text.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from servanda.case import Case, check_report, open_case, take_in
from servanda.cli.questions import pasted

HERE = Path(__file__).parent / "checks"
BUNDLED = Path(__file__).parents[2] / "examples"
CASES = {"k": "karabakh-2020", "h": "hodeidah-2018", "s": "syria-2016"}
EXPECTED: dict[str, list[list[str | None]]] = json.loads((HERE / "expected.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Case]:
    """The bundled cases, taken in once."""
    found = {}
    for letter, name in CASES.items():
        folder = tmp_path_factory.mktemp("checks") / name
        shutil.copytree(BUNDLED / name, folder, ignore=shutil.ignore_patterns("out", "ledger.db*"))
        found[letter] = open_case(folder)
        with found[letter].ledger() as ledger:
            take_in(found[letter], ledger)
    return found


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_each_charge_gets_its_verdict(name: str, opened: dict[str, Case]) -> None:
    checked = check_report(opened[name[0]], pasted(str(HERE / name), None))
    assert [[c.verdict, c.term] for c in checked.checks] == EXPECTED[name], [c.why for c in checked.checks]
    assert all(c.why for c in checked.checks)


def test_every_article_is_judged() -> None:
    assert {p.name for p in HERE.glob("*.txt")} == EXPECTED.keys()
    assert {v for found in EXPECTED.values() for v, _ in found} >= {"not-bound", "not-a-term", "premature", "contradicted", "open"}
