"""Charges in a row, words that look like acts and are none, and negation that is told once."""

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
  mission: {name: Joint Watch, role: monitor}
zones:
  kest: {name: Kest}
terms:
  t: {norm: prohibition, bearer: [army], act: attack}
"""


def claims_of(text: str) -> list[Claim]:
    return claims_in(text, AGREEMENT, date(2024, 3, 15), "On the Boran army")


@pytest.mark.parametrize(
    "text",
    [
        "The army declined to comment on the shelling of Kest.",
        "The Front refused to say where its men were.",
        "The army fired warning shots at two shepherds near Kest.",
        "Soldiers of the army fired into the air in Kest.",
    ],
)
def test_no_act_of_that_kind(text: str) -> None:
    """Not to speak is no refusal of terms; a shot in the air is no attack."""
    read_ = [c for c in claims_of(text) if c.act in {"refuse-terms", "attack"} and c.modality != "possible"]
    assert not [c for c in read_ if c.act == "refuse-terms" or c.actors]


def test_charges_in_a_row() -> None:
    """Each 'of' hangs on the same verb of charging."""
    text = "The Front accused the army of holding back the convoy, of shelling and shooting at Kest, and of mining the road."
    attacks = [c for c in claims_of(text) if c.act == "attack"]
    assert attacks
    assert all(c.modality == "alleged" and [p.id for p in c.actors] == ["army"] for c in attacks)


def test_a_noun_in_a_row_without_a_charge_stands_for_itself() -> None:
    """The 'of' of another phrase is no charge."""
    text = "The Front spoke of the losses in Kest, of shelling by the army."
    assert all(c.modality != "alleged" for c in claims_of(text) if c.act == "attack")


@pytest.mark.parametrize(
    "text",
    [
        "Not one fighter of the Front turned up to hand in a gun, the Joint Watch noted.",
        "None of the Front's fighters came to the camp to hand in their weapons.",
    ],
)
def test_who_did_not_come_to_do_it_has_not_done_it(text: str) -> None:
    """A negative subject is told once, by the verb that it stands before."""
    (handed,) = [c for c in claims_of(text) if c.act == "hand-over-weapons"]
    assert (handed.modality, handed.polarity) == ("completed", "negated")


def test_no_more_of_them_will_come() -> None:
    """'No more' before a subject denies."""
    (entered,) = [c for c in claims_of("The Front announced that no more soldiers would enter Kest.") if c.act == "enter"]
    assert entered.modality == "refused"


def test_what_is_done_is_called_a_breach() -> None:
    """'Stopping aid is a breach': the breach is not stopped."""
    found = claims_of('"Stopping aid is a blatant breach of the ceasefire," the Front said.')
    assert [c.polarity for c in found if c.act == "breach-ceasefire"] == ["affirmed"]


def test_words_quoted_at_the_end_are_not_the_next_speakers() -> None:
    """The quotation that closes one sentence is not said by the subject of the next."""
    found = claims_of('One commander of the Front spoke of "a flagrant violation". The Joint Watch has asked for an inquiry.')
    assert all(c.speaker.actor != "mission" for c in found if c.act == "breach-ceasefire")


def test_air_raids_are_told_once() -> None:
    """A compound noun is no verb with 'the first air' for its subject."""
    found = claims_of("The army bombed Kest on Thursday, the first air raids since the truce was signed.")
    assert [p.id for c in found if c.act == "attack" for p in c.actors if p.id is None] == []


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Neither side met Monday's deadline, the Joint Watch said of the army and the Front.", 2),
        ("The Front missed the deadline.", 1),
        ("The army did not meet the deadline.", 1),
    ],
)
def test_a_missed_deadline_is_a_general_charge(text: str, sides: int) -> None:
    """Which duty it was the text has to tell."""
    (missed,) = [c for c in claims_of(text) if c.act == "breach-ceasefire"]
    assert missed.generic
    assert len(missed.actors) == sides


def test_what_a_missed_deadline_was_for_is_the_act() -> None:
    """'Missed the deadline for leaving' is told once, as leaving that was not done."""
    found = claims_of("The Front missed the deadline for leaving Kest.")
    assert [(c.act, c.polarity) for c in found] == [("withdraw", "negated")]


def test_weapons_destroyed_are_ones_own() -> None:
    """Who destroys its own arms disarms; who destroys another's does not."""
    (own,) = [c for c in claims_of("The Front destroyed its last rifles on Friday.") if c.act == "hand-over-weapons"]
    assert [p.id for p in own.actors] == ["front"]
    assert not [c for c in claims_of("The army destroyed rifles of the Front.") if c.act == "hand-over-weapons"]


def test_what_was_agreed_on_agrees_to_nothing() -> None:
    """'The places agreed on' do not agree."""
    assert not [c for c in claims_of("The places agreed on were empty, the Front said.") if c.act == "agree"]


@pytest.mark.parametrize(
    "after",
    [
        "Some governments suggested we need to accept the fact that the Front will run Kest.",
        "The Front did not claim responsibility for the attack.",
        "The Front may claim the attack.",
    ],
)
def test_a_deed_that_nobody_owns_to_stays_without_a_doer(after: str) -> None:
    """What is only to be accepted, is not claimed or may be, names nobody."""
    found = claims_of(f"Masked men attacked a post near Kest on Monday. {after}")
    assert [p.words.lower() for c in found if c.words == "attacked" for p in c.actors] == ["masked men"]


def test_a_murder_by_nobody_named_and_a_fact_to_accept() -> None:
    """Neither has a doer; both are read."""
    text = "A teacher was murdered in Kest on Monday. Some governments suggested we need to accept the deal of the Front."
    assert [c.actors for c in claims_of(text) if c.act == "attack"] == [()]
