"""Constructions of war news: whose shelling, which noun is no verb, what is only named or planned. All wording is ours."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from servanda.agreement import loads
from servanda.agreement.model import Agreement
from servanda.reading import Claim, read
from servanda.reports.model import Report

CASE: Agreement = loads(
    """
servanda: 1
id: x
title: A ceasefire
actors:
  state: {name: Government of Tarvia, role: signatory, aliases: [Tarvian army, Tarvia]}
  front: {name: Orlan Front, role: signatory, aliases: [the Front]}
  mission: {name: Joint Mission, role: monitor, aliases: [JM]}
zones:
  kest: {name: Kest}
  baba: {name: Baba corridor}
  lomo: {name: Lomo}
terms:
  t: {norm: prohibition, bearer: [state, front], act: attack}
"""
)


def claims_of(text: str) -> tuple[Claim, ...]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return read(Report("r.txt", digest, text, (), "txt", published=date(2012, 11, 17)), CASE).claims


def told(text: str, act: str) -> list[tuple[list[str | None], str, str]]:
    return [([p.id for p in c.actors], c.modality, c.polarity) for c in claims_of(text) if c.act == act]


@pytest.mark.parametrize(
    ("text", "act", "actors"),
    [
        # whose an act of war is, told by the word before it
        ("Five people died in rebel shelling of Kest, Tarvian officials said.", "attack", ["front"]),
        ("Fresh regime air strikes hit Orlan Front posts near Kest.", "attack", ["state"]),
        ("Rebel fire on the government-held Safra quarter killed five people in Tarvia.", "attack", ["front"]),
        ("Orlan Front tank fire hit five farms near Kest.", "attack", ["front"]),
        ("Four men were hurt in Orlan Front attacks in Kest.", "attack", ["front"]),
        ("The Tarvian army carried out several artillery and bombing attacks on Kest.", "attack", ["state"]),
        ("Orlan Front fighters have kept up attacks on the Tarvian army in Kest.", "attack", ["front"]),
        ("Orlan Front militants responded by killing three soldiers near Kest.", "attack", ["front"]),
        ("The Tarvian army fired artillery shells on the outskirts of Kest.", "attack", ["state"]),
        ("The army said the Orlan Front withdrawal violates the truce agreement.", "breach-ceasefire", ["front"]),
        ("The Tarvian army violated the truce dozens of times in Kest.", "breach-ceasefire", ["state"]),
        ("Tarvia said it also opened fire on Thursday towards what it called suspects near Kest.", "attack", ["state"]),
        # days and those beside are no doers
        (
            "The paper lists 90 Orlan Front breaches of the truce between Dec. 18 and Jan. 29 that killed 7 people.",
            "attack",
            [],
        ),
        (
            "Guns were fired, one more truce violation a day after the cessation of hostilities between the Front and Tarvia.",
            "breach-ceasefire",
            [],
        ),
        ("Orlan Front terrorists began their withdrawal from Kest.", "withdraw", ["front"]),
    ],
)
def test_who(text: str, act: str, actors: list[str]) -> None:
    got = told(text, act)
    assert [a for a, _, _ in got] == [actors]


@pytest.mark.parametrize(
    ("text", "act", "modality", "polarity"),
    [
        ("The Orlan Front stopped the Tarvian army from advancing on Kest.", "advance", "completed", "negated"),
        ("Tarvian troops would leave Kest as soon as the Orlan Front began to deploy there.", "deploy", "possible", "affirmed"),
        ("Tarvia will leave Kest while the Orlan Front deploys its men in Lomo.", "deploy", "announced", "affirmed"),
        ("It is not the first time that the Tarvian army breached the truce.", "breach-ceasefire", "completed", "affirmed"),
        (
            "Any violation of the truce will be met with force, the Tarvian army said.",
            "breach-ceasefire",
            "possible",
            "affirmed",
        ),
        (
            "The release of Tarvian captives and the withdrawal of Orlan Front fighters did not take place.",
            "withdraw",
            "completed",
            "negated",
        ),
    ],
)
def test_how(text: str, act: str, modality: str, polarity: str) -> None:
    assert [(m, p) for _, m, p in told(text, act)] == [(modality, polarity)]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The Tarvian army fired on the crowd in Kest, leaving nine others injured.", "withdraw"),
        ("The mission's head was calling the four-day ceasefire in Tarvia very fragile.", "cease-fire"),
        ("The Tarvian minister said the truce offered a glimmer of hope.", "agree"),
        ("The Orlan Front stopped the Tarvian army from advancing on Kest.", "cease-fire"),
        ("Shelling, clashes across Tarvia: monitor", "verify"),
    ],
)
def test_not_told(text: str, act: str) -> None:
    assert told(text, act) == []


def test_those_counted_in_are_no_target_of_their_own() -> None:
    (claim,) = [c for c in claims_of("Orlan Front shells killed five people, including a child.") if c.act == "attack"]
    assert claim.target is not None and claim.target.words == "five people"


def test_a_place_of_a_place_is_the_place() -> None:
    (claim,) = [c for c in claims_of("Tarvia withdraws from Kest's Baba corridor.") if c.act == "withdraw"]
    assert claim.zone == "baba"


def test_the_day_of_extending_is_not_the_day_extended_to() -> None:
    text = "The truce in Kest had been extended late on Friday but had collapsed by the morning, the Tarvian army said."
    (claim,) = [c for c in claims_of(text) if c.act == "terminate"]
    assert claim.when.latest == date(2012, 11, 16)


@pytest.mark.parametrize(
    ("text", "act", "actors"),
    [
        # who left them so; who is called on, over a relative clause; who broke it before it took effect
        ("The Tarvian army fired on the crowd in Kest, leaving nine others injured.", "attack", ["state"]),
        (
            "Mr Kerr called on the Orlan Front, which has not confirmed it is holding the soldier, to free him.",
            "release",
            ["front"],
        ),
        (
            "Tarvia said Orlan Front men broke the truce soon after it came into effect and captured a Tarvian soldier.",
            "detain",
            ["front"],
        ),
        ("Hours after the truce went into effect, Orlan Front guns and mortars opened fire in Kest.", "attack", ["front"]),
        ("Witnesses said Orlan Front tank shells hit eastern Kest.", "attack", ["front"]),
        ("Buses left the Kest quarter long besieged by the Tarvian army.", "block-route", ["state"]),
        # forces of the government beside a guarantor's or a people's name
        ("The Tarvian army ambushed departing rebels near Kest.", "withdraw", None),
    ],
)
def test_whose_hand(text: str, act: str, actors: list[str] | None) -> None:
    got = [a for a, _, _ in told(text, act)]
    if actors is None:
        assert got == []
    else:
        assert got and all(a[:1] == actors for a in got)


@pytest.mark.parametrize(
    ("text", "act", "modality", "polarity"),
    [
        ("Tarvia used machine guns to fire at houses in Kest.", "attack", "completed", "affirmed"),
        ("The Orlan Front's withdrawal from Kest came a day after the talks.", "withdraw", "completed", "affirmed"),
        (
            "Aid groups are trying to save the Kest Agreement as Orlan Front violations of the truce continue.",
            "breach-ceasefire",
            "under-way",
            "affirmed",
        ),
        ("The Orlan Front will free Jo Lem and two other captives before Dec. 31.", "release", "announced", "affirmed"),
        ("Tarvian truce fails, soldier captured by the Orlan Front", "detain", "completed", "affirmed"),
    ],
)
def test_how_far_it_is_told(text: str, act: str, modality: str, polarity: str) -> None:
    got = told(text, act)
    assert got and all((m, p) == (modality, polarity) for _, m, p in got)


def test_a_capital_is_where_it_was() -> None:
    case = loads(
        """
servanda: 1
id: y
title: A ceasefire
actors:
  turkey: {name: Turkey, role: signatory, aliases: [Ankara]}
  group: {name: Orlan Front, role: signatory}
terms:
  t: {norm: prohibition, bearer: [turkey, group], act: attack}
"""
    )
    text = "Some ninety people were killed in the Ankara bombing, the Orlan Front said."
    report = Report("r.txt", hashlib.sha256(text.encode()).hexdigest(), text, (), "txt", published=date(2012, 11, 17))
    assert [c.actors for c in read(report, case).claims if c.act == "attack"] == [()]


@pytest.mark.parametrize(
    ("text", "act", "actors", "modality", "polarity"),
    [
        # reports that are denied, an attack of others that was stopped, a date not met, what was left as it was
        ("The Tarvian army denied reports saying it had shelled Kest.", "attack", ["state"], "denied", "affirmed"),
        (
            "A Tarvian army spokesman denied rumours on social media claiming that Tarvian units had shelled Kest.",
            "attack",
            ["state"],
            "denied",
            "affirmed",
        ),
        ("Tarvia said it had stopped an attack by twelve men of the Orlan Front.", "attack", ["front"], "completed", "negated"),
        ("Tarvia failed to meet a deadline to withdraw its troops from Kest.", "withdraw", ["state"], "completed", "negated"),
        (
            "Tarvia failed to meet a deadline to leave Kest and killed two people there.",
            "attack",
            ["state"],
            "completed",
            "affirmed",
        ),
    ],
)
def test_what_became_of_it(text: str, act: str, actors: list[str], modality: str, polarity: str) -> None:
    assert told(text, act) == [(actors, modality, polarity)]


def test_what_is_left_intact_is_not_ended() -> None:
    assert told("Tarvian troops fired on a crowd, leaving intact the ceasefire with the Orlan Front.", "terminate") == []
    assert told("Tarvian troops fired on a crowd but left the truce untouched.", "terminate") == []
