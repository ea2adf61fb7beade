"""A mission described and named, its people abroad, its head in its own bulletin, an officer lent to it."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from servanda.agreement import loads
from servanda.reading import read
from servanda.reports.model import Report

AGREEMENT = """
servanda: 1
id: x
title: x
actors:
  boran: {name: Boran, aliases: [Borani], role: signatory}
  front: {name: Kest Front, role: signatory}
  mission: {name: United Nations Mission in Kest, aliases: [UNMIK, UN observer mission], role: monitor}
  brazil: {name: Brazil, role: guarantor}
zones:
  hill: {name: Dolan}
terms:
  a: {norm: obligation, bearer: [boran], act: withdraw, zone: hill, due: {by: 2024-03-14}}
"""
LEFT = "The last Borani soldiers left Dolan on Tuesday"


def _speaker(text: str, source: str = "Harbour Post") -> tuple[str | None, str | None, str]:
    report = Report(
        "r.txt", hashlib.sha256(text.encode()).hexdigest(), text, (), "txt", source=source, published=date(2024, 3, 15)
    )
    speaker = next(c.speaker for c in read(report, loads(AGREEMENT)).claims if c.act == "withdraw")
    return speaker.actor, speaker.name, speaker.kind


@pytest.mark.parametrize(
    ("text", "actor", "name"),
    [
        (
            f"{LEFT}, two months later than planned, the U.N. observer mission UNMIK said.",
            "mission",
            "U.N. observer mission UNMIK",
        ),
        (f"{LEFT}, the U.N. Mission in Kest said in a statement.", "mission", "U.N. Mission in Kest"),
        (f"{LEFT}, the U.N. Mission in Norland said in a statement.", None, "U.N. Mission in Norland"),
        (f"A U.N. spokesman in New York said {LEFT[0].lower()}{LEFT[1:]}.", None, "U.N. spokesman in New York"),
        (
            f"{LEFT}, more than a week after a deadline, the commander of Norland peacekeepers said.",
            None,
            "commander of Norland peacekeepers",
        ),
        (f"The Kest Front leaders have long said that {LEFT[0].lower()}{LEFT[1:]}.", "front", "Kest Front leaders"),
        (f"{LEFT}, the head of U.S. Central Command said.", None, "head of U.S. Central Command"),
    ],
)
def test_who_says_it(text: str, actor: str | None, name: str) -> None:
    assert _speaker(text)[:2] == (actor, name)


@pytest.mark.parametrize(
    ("who", "source", "expected"),
    [
        ("the Special Representative of the Secretary-General, Jane Doe,", "UNMIK", ("mission", "monitor")),
        ("the Special Representative of the Secretary-General, Jane Doe,", "Harbour Post", (None, "named-official")),
        ("the Special Representative of the President of Norland, Jane Doe,", "UNMIK", (None, "named-official")),
        ("Brazilian General Joao Vargas", "Harbour Post", (None, "named-official")),
        ("Brazilian Foreign Minister Joao Vargas", "Harbour Post", ("brazil", "named-official")),
        ("Borani General Jan Doe", "Harbour Post", ("boran", "named-official")),
    ],
)
def test_whose_word_it_is(who: str, source: str, expected: tuple[str | None, str]) -> None:
    actor, _, kind = _speaker(f"{LEFT}, {who} said.", source)
    assert (actor, kind) == expected
