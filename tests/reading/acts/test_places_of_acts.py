"""Which of the places that a sentence names is that of an act, and which are not."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from servanda.agreement import loads
from servanda.agreement.model import Agreement
from servanda.reading import read
from servanda.reports.building import Content, build
from servanda.reports.metadata import Metadata


@pytest.fixture(scope="module")
def agreement() -> Agreement:
    return loads(
        """
servanda: 1
id: places
title: Places
actors:
  army: {name: Army, aliases: [the government, government troops], role: signatory}
  front: {name: Front, aliases: [rebels], role: signatory}
  mission: {name: Monitoring Mission, aliases: [monitors], role: monitor}
zones: {keti: {name: Keti}, dolan: {name: Dolan province, aliases: [Dolan]}, market: {name: Keti market, within: keti}}
terms: {t: {norm: prohibition, bearer: [army], act: [breach-ceasefire]}}
"""
    )


def zones(agreement: Agreement, text: str, act: str) -> list[str | None]:
    content = Content(text, Metadata(source="Agency", published=date(2021, 3, 20), language="en"))
    report = build("r.txt", hashlib.sha256(text.encode()).hexdigest(), "txt", content)
    return [c.zone for c in read(report, agreement).claims if c.act == act]


@pytest.mark.parametrize(
    ("text", "act", "expected"),
    [
        ("Rebels fired on an army post near Keti.", "attack", ["keti"]),
        ("Near the village of Keti an army patrol fired at rebels.", "attack", ["keti"]),
        ("On Sunday a shot was fired at an army helicopter over Keti.", "attack", ["keti"]),
        ("Rebels in Keti began turning in their rifles to the army on Tuesday.", "hand-over-weapons", ["keti"]),
        ("In Keti some 300 men who had been jailed by the army were released.", "release", ["keti"]),
        ("Rebels shelled Keti on Monday. The army blamed the Front for the shelling.", "attack", ["keti", "keti"]),
        ("Government troops that came from Keti attacked the Front at a well.", "attack", [None]),
        ("The Front fired on a convoy of the army that was bringing fuel from Keti.", "attack", [None]),
        ("The army shelled camps of the Front across the border from Keti.", "attack", [None]),
        ("The army bombed the village of Ashe north of Keti.", "attack", [None]),
        ("The army bombed the village of Ashe north of Dolan.", "attack", ["dolan"]),
        ("Rebels shell Keti hours after truce with army", "attack", ["keti"]),
        ("The Front announced a port handover.", "hand-over", [None]),
        ("The Keti brigade of the Front attacked an army bus.", "attack", [None]),
    ],
)  # fmt: skip
def test_the_place_of_an_act(agreement: Agreement, text: str, act: str, expected: list[str | None]) -> None:
    assert zones(agreement, text, act) == expected


def test_each_place_of_a_list_is_left(agreement: Agreement) -> None:
    assert zones(agreement, "Rebels left Keti and Dolan on Sunday.", "withdraw") == ["keti", "dolan"]


def test_a_place_within_another_is_no_second_one(agreement: Agreement) -> None:
    assert len(zones(agreement, "Rebels left Keti and the Keti market on Sunday.", "withdraw")) == 1


def test_an_attack_on_two_places_stays_one_claim(agreement: Agreement) -> None:
    assert len(zones(agreement, "Rebels attacked the army in Keti and Dolan on Sunday.", "attack")) == 1
