"""Whose word it is: ranks before names, leaders of groups, papers that were issued, grounds that are cited."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from tests.reading.claims import claims_in

from servanda.agreement import loads
from servanda.reading import read
from servanda.reading.claim import Claim
from servanda.reports.model import Report

AGREEMENT = """
servanda: 1
id: x
title: x
actors:
  army: {name: Boran army, aliases: [army], role: signatory}
  front: {name: Kest Front, aliases: [Front], role: signatory}
  mission: {name: Joint Watch, aliases: [the monitors], role: monitor}
zones:
  kest: {name: Kest}
terms:
  t: {norm: prohibition, bearer: [army], act: attack}
"""


def claims_of(text: str) -> list[Claim]:
    return claims_in(text, AGREEMENT, date(2024, 3, 15), "On Kest")


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Kest Front on Friday released a statement saying the Boran army had shelled Kest.", "front"),
        ("The Boran army, which was in Kest, issued a letter late on Sunday denying that it had shelled Kest.", "army"),
        (
            "The Kest Front (KF) led by the former Deputy Governor Ilan Sorek Friday accused the Boran army of shelling.",
            "front",
        ),
        ("The Boran army left Kest, citing attacks by the Kest Front.", "army"),
        ("The Joint Watch said in a ruling that the Boran army had shelled Kest.", "mission"),
        ("The Joint Watch said at least six fighters of the Kest Front were killed by shelling in Kest.", "mission"),
        ("The Kest Front at first wavered but later admitted firing at the Boran army in Kest.", "front"),
    ],
)
def test_the_speaker(text: str, actor: str) -> None:
    """The attack is told by the one who is named for it."""
    attacks = [c for c in claims_of(text) if c.act == "attack"]
    assert attacks
    assert {c.speaker.actor for c in attacks} == {actor}


def test_a_rank_is_no_name() -> None:
    """The man keeps his name and side when he is named again."""
    text = (
        "The Kest Front shelled Kest, said the Boran army spokesman, Brig. Gen. Lado Wani Koro. "
        "Koro said the Kest Front had shelled the road too."
    )
    attacks = [c for c in claims_of(text) if c.act == "attack"]
    assert len(attacks) == 2
    assert {c.speaker.actor for c in attacks} == {"army"}
    assert all("Koro" in (c.speaker.name or "") for c in attacks)


def test_residents_and_an_official() -> None:
    """Neither of two who say it is left out, and what they say is no side's own word."""
    (left,) = [
        c
        for c in claims_of("Boran army men have left Kest, residents and an army official told the Daily news agency.")
        if c.act == "withdraw"
    ]
    assert (left.speaker.kind, left.speaker.actor) == ("witness", None)


def test_a_rebel_leader_of_a_country() -> None:
    """A country's rebel leader speaks for no state."""
    agreement = AGREEMENT.replace("army: {name: Boran army, aliases: [army]", "army: {name: Mozambique, aliases: [army]")
    text = "Mozambican rebel leader Ilan Sorek said the Kest Front had shelled Kest."
    report = Report("r.txt", hashlib.sha256(text.encode()).hexdigest(), text, (), "txt", published=date(2024, 3, 15))
    (attack,) = [c for c in read(report, loads(agreement)).claims if c.act == "attack"]
    assert attack.speaker.actor is None
