"""Days that clauses of time, lists, nights, datelines and events give to an act, and those that they do not give."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from servanda.agreement import loads
from servanda.agreement.model import Agreement
from servanda.reading import read
from servanda.reading.claim import Claim
from servanda.reports.building import Content, build
from servanda.reports.metadata import Metadata

PUBLISHED = date(2021, 3, 20)  # a Saturday
Days = tuple[date | None, date | None]


@pytest.fixture(scope="module")
def agreement() -> Agreement:
    return loads(
        """
servanda: 1
id: clauses
title: Clauses
signed: 2021-03-01
in_force: 2021-03-03T00:00:00+00:00
actors:
  army: {name: Army, aliases: [the government, government troops], role: signatory}
  front: {name: Front, aliases: [rebels], role: signatory}
  mission: {name: Monitoring Mission, aliases: [monitors], role: monitor}
zones: {keti: {name: Keti}, dolan: {name: Dolan}}
terms: {t: {norm: prohibition, bearer: [army], act: [breach-ceasefire]}}
"""
    )


def claim_of(agreement: Agreement, text: str, act: str, near: str) -> Claim:
    content = Content(text, Metadata(source="Agency", published=PUBLISHED, language="en"))
    report = build("r.txt", hashlib.sha256(text.encode()).hexdigest(), "txt", content)
    at = text.index(near)
    found = [c for c in read(report, agreement).claims if c.act == act and c.sentence[0] <= at < c.sentence[1]]
    assert found, f"no {act} was read beside {near!r}"
    return min(found, key=lambda c: abs(c.start - at))


def days(agreement: Agreement, text: str, act: str, near: str) -> Days:
    when = claim_of(agreement, text, act, near).when
    return when.earliest, when.latest


def march(first: int | None, last: int | None) -> Days:
    return (None if first is None else date(2021, 3, first)), (None if last is None else date(2021, 3, last))


@pytest.mark.parametrize(
    ("text", "act", "near", "expected"),
    [
        ("Rebels burned Keti on Tuesday, said the monitors.", "attack", "burned", march(16, 16)),
        ("Rebels shelled Keti on Tuesday, the army said, in the worst breach of the February accord.", "attack", "shelled", march(16, 16)),
        ("The Front is blocking both roads to Keti, the police said.", "block-route", "blocking", march(20, 20)),
        ("The Front has not fired on Keti since the talks were held on 10 March.", "attack", "fired", march(10, 20)),
        ("The siege of Keti by rebels ended on 10 March. Since then neither side has attacked Keti.", "attack", "attacked", march(10, 20)),
        ("Since the agreement was signed the Front has not attacked Keti.", "attack", "attacked", march(1, 20)),
        ("The army has not withdrawn from Keti since the agreement was signed.", "withdraw", "withdrawn", march(20, 20)),
        ("The army left Keti on 12 March, two days after the rebels had left Dolan.", "withdraw", "had left", march(10, 10)),
        ("The army left Keti three days after the rebels had left Dolan on 10 March.", "withdraw", "army", march(13, 13)),
        ("Rebels fought in Keti until Monday, when government troops pulled back.", "withdraw", "pulled", march(15, 15)),
        ("Government troops were seen leaving Keti on 12 and 13 March.", "withdraw", "leaving", march(12, 13)),
        ("Rebels shelled Keti on Monday and again on Tuesday.", "attack", "shelled", march(15, 16)),
        ("Rebels shelled Keti on Monday of last week.", "attack", "shelled", march(8, 8)),
        ("Rebels shelled Keti on the first day of the ceasefire.", "attack", "shelled", march(3, 3)),
        ("Rebels shelled Keti within hours of the signing.", "attack", "shelled", march(1, 2)),
        ("Rebels entered Keti on Monday night. In the morning the army shelled Dolan.", "attack", "shelled", march(16, 16)),
        ("Rebels began to leave Keti on Monday. By evening they had left Dolan.", "withdraw", "had left", march(15, 15)),
        ("The army was attacked by rebels in Keti at midnight on Monday.", "attack", "attacked", march(15, 16)),
        ("KETI, 16 March (Agency) - Rebels freed ten soldiers this morning.", "release", "freed", march(16, 16)),
        ("The Front agreed on 18 March to leave Keti by 30 March.", "withdraw", "leave", march(None, 30)),
        ("The Front raided Keti on Monday. Its leader called the raid the end of the 2014 accord. The army shelled Dolan the next morning.", "attack", "shelled", march(16, 16)),
        ("Rebels took Keti on Thursday. The day before, the army had refused the terms. It shelled Dolan the same night.", "attack", "shelled", march(18, 18)),
        ("In the course of 7 March rebels withdrew from Keti. Government troops attacked Dolan.", "attack", "attacked", march(7, 7)),
    ],
)  # fmt: skip
def test_the_day_of_an_act(agreement: Agreement, text: str, act: str, near: str, expected: Days) -> None:
    assert days(agreement, text, act, near) == expected


def test_a_day_to_come_told_in_the_present_is_announced(agreement: Agreement) -> None:
    claim = claim_of(agreement, "The truce with the Front ends on 28 March.", "terminate", "ends")
    assert (claim.modality, claim.when.earliest, claim.when.latest) == ("announced", date(2021, 3, 28), date(2021, 3, 28))


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled Keti on the day a local truce was signed.",
        "Rebels shelled Keti two days after the deadline.",
        "Rebels shelled Keti a day after the market had burned.",
    ],
)
def test_no_day_is_better_than_a_wrong_one(agreement: Agreement, text: str) -> None:
    assert days(agreement, text, "attack", "shelled") == march(None, 20)
