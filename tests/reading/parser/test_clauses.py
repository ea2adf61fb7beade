"""The shipped model reads plain clauses of the kind that reports are made of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from servanda.reading.parser import parse
from servanda.reading.parser.parsed import Doc, Token

CASES: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).parent / "clauses.yaml")


def _child(token: Token, *labels: str) -> str | None:
    return next((c.text for c in token.children if c.dep_ in labels), None)


def _oblique(token: Token, case: str) -> list[str]:
    cased = [c for c in token.children if c.dep_.startswith("obl")]
    return [c.text for c in cased if any(g.dep_ == "case" and g.lower_ == case for g in c.children)]


def wrong(doc: Doc, facts: dict[str, Any]) -> list[str]:
    """What the parse has otherwise than the case says."""
    out = []
    for form, roles in facts.items():
        verb = next(t for t in doc if t.text == form)
        for role, expected in roles.items():
            found: Any
            if role == "subj":
                found = _child(verb, "nsubj", "nsubj:pass")
            elif role == "pass":
                found = _child(verb, "nsubj:pass") is not None
            elif role in ("obj", "xcomp", "ccomp"):
                found = _child(verb, role)
            elif role == "agent":
                found = _child(verb, "obl:agent")
            elif role == "prt":
                found = _child(verb, "compound:prt")
            elif role == "above":
                found = verb.head.text
            elif role == "dep":
                found = verb.dep_
            else:
                found = expected if expected in _oblique(verb, role) else _oblique(verb, role)
            if found != expected:
                out.append(f"{form}.{role}: {found!r}, not {expected!r}")
    return out


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:50])
def test_clause(case: dict[str, Any]) -> None:
    facts = {k: v for k, v in case.items() if k not in ("text", "hard")}
    (doc,) = parse([case["text"]])
    assert doc.text == case["text"]
    found = wrong(doc, facts)
    if case.get("hard") and found:
        pytest.xfail("; ".join(found))
    assert not found


HARD: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).parent / "clauses_hard.yaml")
SHARE = 0.85


def test_share_of_facts_in_harder_clauses() -> None:
    total, errors = 0, []
    for case, doc in zip(HARD, parse([c["text"] for c in HARD]), strict=True):
        facts = {k: v for k, v in case.items() if k != "text"}
        total += sum(len(roles) for roles in facts.values())
        errors += [f"{error}  ({case['text'][:60]})" for error in wrong(doc, facts)]
    assert len(errors) <= (1 - SHARE) * total, f"{len(errors)} of {total} wrong:\n" + "\n".join(errors)
