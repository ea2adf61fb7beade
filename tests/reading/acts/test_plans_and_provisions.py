"""What a text provides for, plans, fears or cannot confirm is not told as done; what somebody warns is going on is told."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.claims import claims_in

from servanda.reading.claim import Claim

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
  tol: {name: Tol}
terms:
  t: {norm: prohibition, bearer: [army], act: attack}
"""


def claims_of(text: str) -> list[Claim]:
    return claims_in(text, AGREEMENT, date(2024, 3, 15), "On the Boran army")


def told(text: str, act: str) -> Claim:
    (found,) = [c for c in claims_of(text) if c.act == act]
    return found


@pytest.mark.parametrize(
    ("text", "act", "modality"),
    [
        ("The army will answer for any resumption of hostilities near Kest.", "attack", "possible"),
        ("Article 4 says that neither party shall engage in any offensive near Kest.", "attack", "required"),
        ("A key condition is the withdrawal of the army from Kest.", "withdraw", "possible"),
        ("The Front will lay down its arms following the withdrawal of the army from Kest.", "withdraw", "possible"),
        ("The Front will hand in its rifles after the army leaves Kest.", "withdraw", "possible"),
        ("A villager could not confirm the full withdrawal of the army from Kest.", "withdraw", "unknown"),
        ("The Front spoke of its drive to “capture” Kest.", "capture", "possible"),
        ("The army agreed to a plan drawn up by heads of state for the Front to leave Kest.", "withdraw", "possible"),
    ],
)
def test_not_told_as_done(text: str, act: str, modality: str) -> None:
    """None of these says that it has happened."""
    found = [c for c in claims_of(text) if c.act == act]
    assert all(c.modality == modality for c in found)
    assert found or modality == "possible"


def test_what_was_waited_for_and_came_is_done() -> None:
    """After a past verb, and with a day of its own, it has happened."""
    assert told("The army returned to Tol after the Front had left Kest.", "withdraw").modality == "completed"
    assert told("The monitors will visit Kest after last week's withdrawal of the army.", "withdraw").modality == "completed"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The monitors warned that the Front is deploying men in Kest.", "under-way"),
        ("The monitors urged calm, warning that the Front had deployed men in Kest.", "completed"),
        ("The monitors warned that the Front might deploy men in Kest.", "possible"),
    ],
)
def test_what_is_warned_of(text: str, modality: str) -> None:
    """What goes on or went before is told by whoever warns; the rest is a fear."""
    deploys = told(text, "deploy")
    assert (deploys.modality, deploys.speaker.actor) == (modality, "mission")


def test_an_article_is_broken() -> None:
    """A number behind a noun is no thing of its own."""
    assert [p.id for p in told("The monitors said the Front had violated article 3.", "breach-ceasefire").actors] == ["front"]


@pytest.mark.parametrize(
    "text",
    [
        "The Front was no party to the talks held in Kest with the army.",
        "The monitors accused the army of being responsible for the losses in Kest.",
    ],
)
def test_what_it_is_and_not_where(text: str) -> None:
    """To be something is not to be somewhere."""
    assert not [c for c in claims_of(text) if c.act == "remain"]


def test_who_denies_being_responsible() -> None:
    """Whoever is said to be responsible is the doer."""
    shelled = told("The army denied being responsible for the shelling of Kest.", "attack")
    assert (shelled.modality, [p.id for p in shelled.actors]) == ("denied", ["army"])


def test_to_insist_that_is_no_demand() -> None:
    """To insist on something is one, to insist that it is so is to say so."""
    assert not [c for c in claims_of("The Front insists that the army shelled Kest.") if c.act == "demand"]


def test_one_act_follows_another() -> None:
    """Only somebody follows an agreement."""
    assert not [c for c in claims_of("The pull-outs from Kest follow a truce signed in May.") if c.act == "comply"]


@pytest.mark.parametrize(
    "text",
    [
        "The Front took two hamlets from army troops.",
        "The Front handed over its rifles in line with the deal.",
        "It was a breach of the Agreement on the Truce by the army.",
        "The monitors deplored last week's withdrawal of the army.",
    ],
)
def test_no_place(text: str) -> None:
    """Troops, texts and turns of phrase are no places."""
    assert not [c for c in claims_of(text) if c.zone_words is not None and "hamlets" not in c.zone_words]


def test_suspected_of_it() -> None:
    """Whose deed it was is only thought."""
    killed = told("Two soldiers of the army were killed in Kest by suspected Front fighters.", "attack")
    assert killed.modality == "alleged"


@pytest.mark.parametrize(
    ("text", "act", "modality"),
    [
        ("The Front asked its men to avoid trouble and to not enter Kest.", "enter", "requested"),
        ("The Front is required to surrender a total of 40 rifles to the army.", "hand-over-weapons", "required"),
    ],
)
def test_an_infinitive_with_a_word_between(text: str, act: str, modality: str) -> None:
    """'To not enter' is what 'to enter' is; a total is what it is a total of."""
    assert told(text, act).modality == modality


def test_an_agreement_that_ends_a_war_goes_on() -> None:
    """What it ends is not itself."""
    text = "The Front and the army signed a deal that will end more than three decades of war."
    assert not [c for c in claims_of(text) if c.act == "terminate"]


def test_a_paper_that_is_posted() -> None:
    """A statement is no soldier, whosever it is."""
    found = claims_of("“Boran army troops moved into Kest,” a Front statement posted on the website read.")
    assert [(c.act, [p.id for p in c.actors], c.speaker.actor) for c in found] == [("enter", ["army"], "front")]


def test_as_somebody_had_promised() -> None:
    """Whoever promised it does not tell that it is so."""
    attack = told("No lorry was attacked near Kest, as the Front had promised.", "attack")
    assert attack.speaker.actor is None


def test_an_intention_to_leave_a_place() -> None:
    """To announce that one will leave a town ends no agreement; to leave the agreement does."""
    assert [(c.act, c.modality) for c in claims_of("The Front announced its intention to withdraw from Kest.")] == [
        ("withdraw", "announced")
    ]


def test_what_an_aside_alleges_ends_with_it() -> None:
    """Who is accused of one thing in passing is not only alleged to do the next."""
    text = "The army, which is accused of shelling Tol, welcomed the withdrawal of the Front from Kest."
    assert told(text, "withdraw").modality == "completed"
    assert told(text, "attack").modality == "alleged"
