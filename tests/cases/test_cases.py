"""Small cases, each for one rule: good ones run through the whole house, bad ones through the loader.

A good case is a folder with `expected.json`: a list of questions (as_of, known_at, term) with what the answer must
hold. Plain keys must be equal to the term's; further keys: `flags` and `bearers` must be among the term's,
`flags_absent` must not, `checks` and `checks_absent` likewise of the case, `status_not` and `compliance_in` are lists,
`because_speakers` are actors of whom one at least must be heard in the deciding claims; `set_aside` begins reasons for
which something is set aside; `incidents` is how many are shown; `text` asks by a rival text. The bundled cases are asked
in the same way (`examples/NAME.json`). `open.txt` lists cases that are not right yet, each with its reason;
a case that has become right must be taken off it.
A bad case is a folder with `agreement.yaml` and `expected.txt`: one error a line, `CODE line:column`.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from servanda.agreement import load
from servanda.case import ask, open_case, take_in
from servanda.errors import AgreementErrors
from servanda.findings.explain import explain

HERE = Path(__file__).parent
GOOD = sorted(p.parent for p in (HERE / "good").glob("*/expected.json"))
EXAMPLES = sorted((HERE / "examples").glob("*.json"))
BUNDLED = HERE.parent.parent / "examples"
BAD = sorted(p.parent for p in (HERE / "bad").glob("*/expected.txt"))
_ASKED = ("as_of", "known_at", "term", "text")


def waiting() -> dict[str, str]:
    """The cases of `open.txt` with their reasons."""
    lines = (HERE / "open.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines if line.strip() and not line.startswith("#"))


def marked(path: Path, name: str) -> Any:
    """A parameter, expected to fail if it is listed as open."""
    reason = waiting().get(name)
    return pytest.param(path, id=name, marks=[pytest.mark.xfail(strict=True, reason=reason)] if reason else [])


def asked(folder: Path, tmp_path: Path, questions: Path) -> tuple[Sequence[tuple[str, str]], list[str]]:
    """Run a copy of a case and put the questions; what stayed unread and what is answered otherwise."""
    copied = tmp_path / folder.name
    shutil.copytree(folder, copied, ignore=shutil.ignore_patterns("expected.json", ".gitkeep", "out", "ledger.db*"))
    case = open_case(copied)
    with case.ledger() as ledger:
        taken = take_in(case, ledger)
    wrong: list[str] = []
    for question in json.loads(questions.read_text(encoding="utf-8")):
        days = (date.fromisoformat(question[key]) for key in ("as_of", "known_at"))
        answer = ask(case, *days, text=question.get("text"))
        document = answer.document.plain()
        term = next(t for t in document["terms"] if t["id"] == question["term"])
        where = f"{question['term']} on {question['as_of']}, known {question['known_at']}"
        wrong += [f"{where}: {d}" for d in differences(question, term, document)]
        told = explain(answer.agreement, answer.evidence, question["term"], answer.findings.as_of)
        wrong += [] if told.finding.status == term["status"] else [f"{where}: explained as {told.finding.status}"]
    return taken.unread, wrong


def test_open_cases_exist() -> None:
    """A name in `open.txt` that is no case hides nothing."""
    assert waiting().keys() <= {p.name for p in GOOD} | {f"example-{p.stem}" for p in EXAMPLES}


def test_there_are_cases() -> None:
    """Guards against a folder that is not found: then no case below would run."""
    assert len(GOOD) >= 60
    assert len(BAD) >= 10


@pytest.mark.parametrize("folder", [marked(p, p.name) for p in GOOD])
def test_good_case(folder: Path, tmp_path: Path) -> None:
    """Every question of `expected.json` is answered as it says; all differences are shown at once."""
    unread, wrong = asked(folder, tmp_path, folder / "expected.json")
    assert not unread
    assert not wrong, "\n" + "\n".join(wrong)


@pytest.mark.parametrize("questions", [marked(p, f"example-{p.stem}") for p in EXAMPLES])
def test_bundled_case(questions: Path, tmp_path: Path) -> None:
    """The bundled cases answer what the founding case demands; a report in a foreign language may stay unread."""
    unread, wrong = asked(BUNDLED / questions.stem, tmp_path, questions)
    assert all(why.startswith(("[R501]", "[R502]")) for _, why in unread)
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
        elif key == "because_speakers":
            heard = {c["speaker"]["actor"] for c in document["claims"] if c["id"] in term["because"]}
            if not heard & set(wanted):
                yield f"the deciding claims are of {sorted(map(str, heard))}, not of {wanted}"
        elif key == "set_aside":
            for wanted_why in wanted:
                if not any(s["why"].startswith(wanted_why) for s in term["set_aside"]):
                    yield f"nothing is set aside for {wanted_why!r}, found {term['set_aside']}"
        elif key == "incidents":
            if len(term["incidents"]) != wanted:
                yield f"{len(term['incidents'])} incidents, expected {wanted}"
        elif key == "checks_absent":
            for item in wanted:
                if any(all(c.get(k) == v for k, v in item.items()) for c in document["checks"]):
                    yield f"there is a check with {item}"
        elif key in ("bearers", "checks"):
            pool = term["bearers"] if key == "bearers" else document["checks"]
            for item in wanted:
                if not any(all(x.get(k) == v for k, v in item.items()) for x in pool):
                    yield f"none of {key} has {item}, found {pool}"
        elif term[key] != wanted:
            told = f"status {term['status']}, {term['epistemic']}, flags {term['flags']}"
            yield f"{key} is {term[key]!r}, expected {wanted!r} ({told})"
