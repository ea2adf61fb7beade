"""Small cases, each for one rule: good ones run through the whole house, bad ones through the loader.

A good case is a folder with `expected.json`: a list of questions (as_of, known_at, term) with what the answer must
hold. Plain keys must be equal to the term's; further keys: `flags` and `bearers` must be among the term's,
`flags_absent` must not, `status_not` and `compliance_in` are lists, `checks` must be met by some check of the case.
A bad case is a folder with `agreement.yaml` and `expected.txt`: one error a line, `CODE line:column`.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from servanda.agreement import load
from servanda.case import ask, open_case, take_in
from servanda.errors import AgreementErrors

HERE = Path(__file__).parent
GOOD = sorted(p.parent for p in (HERE / "good").glob("*/expected.json"))
BAD = sorted(p.parent for p in (HERE / "bad").glob("*/expected.txt"))
_ASKED = ("as_of", "known_at", "term")


def test_there_are_cases() -> None:
    """Guards against a folder that is not found: then no case below would run."""
    assert len(GOOD) >= 60
    assert len(BAD) >= 10


@pytest.mark.parametrize("folder", GOOD, ids=lambda p: p.name)
def test_good_case(folder: Path, tmp_path: Path) -> None:
    """Every question of `expected.json` is answered as it says; all differences are shown at once."""
    copied = tmp_path / folder.name
    shutil.copytree(folder, copied, ignore=shutil.ignore_patterns("expected.json", ".gitkeep"))
    case = open_case(copied)
    with case.ledger() as ledger:
        taken = take_in(case, ledger)
    assert not taken.unread
    wrong: list[str] = []
    for question in json.loads((folder / "expected.json").read_text(encoding="utf-8")):
        answer = ask(case, date.fromisoformat(question["as_of"]), date.fromisoformat(question["known_at"]))
        document = answer.document.model_dump(mode="json", by_alias=True)
        term = next(t for t in document["terms"] if t["id"] == question["term"])
        where = f"{question['term']} on {question['as_of']}, known {question['known_at']}"
        wrong += [f"{where}: {d}" for d in differences(question, term, document)]
    assert not wrong, "\n" + "\n".join(wrong)


@pytest.mark.parametrize("folder", BAD, ids=lambda p: p.name)
def test_bad_case(folder: Path) -> None:
    """Exactly the errors of `expected.txt`, with their places, in the order of the file."""
    with pytest.raises(AgreementErrors) as caught:
        load(folder / "agreement.yaml")
    found = [f"{e.code} {e.place.line}:{e.place.column}" if e.place else e.code for e in caught.value.errors]
    expected = [line for line in (folder / "expected.txt").read_text(encoding="utf-8").splitlines() if line.strip()]
    assert found == expected, str(caught.value)


def differences(question: Mapping[str, Any], term: Mapping[str, Any], document: Mapping[str, Any]) -> Iterator[str]:
    """What in a term's status is not as the question expects."""
    for key, wanted in question.items():
        if key in _ASKED:
            continue
        if key == "flags":
            missing = [f for f in wanted if f not in term["flags"]]
            found: Any = term["flags"]
            if missing:
                yield f"flags {missing} missing, found {found}"
        elif key == "flags_absent":
            for flag in wanted:
                if flag in term["flags"]:
                    yield f"flag {flag!r} is set"
        elif key == "status_not":
            if term["status"] in wanted:
                yield f"status is {term['status']!r} ({term['epistemic']})"
        elif key == "compliance_in":
            if term["compliance"] not in wanted:
                yield f"compliance {term['compliance']!r}, allowed {wanted}"
        elif key in ("bearers", "checks"):
            pool = term["bearers"] if key == "bearers" else document["checks"]
            for item in wanted:
                if not any(all(x.get(k) == v for k, v in item.items()) for x in pool):
                    yield f"none of {key} has {item}, found {pool}"
        elif term[key] != wanted:
            told = f"status {term['status']}, {term['epistemic']}, flags {term['flags']}"
            yield f"{key} is {term[key]!r}, expected {wanted!r} ({told})"
