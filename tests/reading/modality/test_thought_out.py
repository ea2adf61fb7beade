"""What is only thought out, hoped or said by nobody yet: nothing is told as done or as to come."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of, claims_under, every_claim_of


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Boran says that pulling out of Kest now would hand the valley to the gangs.", "withdraw"),
        ("The Front fed them in the hope that those who eat do not attack Boran.", "attack"),
        ("If such raids go on, the hawks in Boran will argue that the truce is dead.", "terminate"),
    ],
)
def test_it_is_only_possible(text: str, act: str) -> None:
    told = claims_of(text, act)
    assert told
    assert {c.modality for c in told} == {"possible"}


def test_what_is_to_come_is_announced() -> None:
    (told,) = claims_of("Boran says that it would pull out of Kest.", "withdraw")
    assert told.modality == "announced"


def test_who_argues_says_it() -> None:
    (told,) = claims_of("Boran argues that the truce is dead.", "terminate")
    assert (told.modality, told.speaker.actor) == ("completed", "boran")


@pytest.mark.parametrize(
    "head", ["Storage of weapons: Boran gives the Front six more weeks", "Handover of weapons: Front says Boran gives in"]
)
def test_a_topic_is_not_done(head: str) -> None:
    assert all(c.modality != "completed" for c in claims_under(head) if c.act == "hand-over-weapons")


def test_a_deadline_that_slips_may_be_missed() -> None:
    assert [c for c in claims_under("Front prisoner deadline slips") if c.act == "extend-deadline"] == []


def test_a_denial_is_the_deniers() -> None:
    told = [c for c in claims_under("Boran says it was shelled, Front denies") if c.act == "attack"]
    assert all(c.speaker.actor != "boran" for c in told if c.modality == "denied")


@pytest.mark.parametrize(
    "text",
    [
        "The hostility of the Front towards Boran has not decreased.",
        '"The hostility towards our security has not decreased," Boran said.',
        "The UN wound up its month-long mission in Boran.",
        "The talks of Boran and the Front have been adjourned until 20 March.",
        "The leaders of the Front have given their word in Kest.",
        "Evening bulletin of Boran radio (monitored; translated)",
    ],
)
def test_words_that_tell_of_no_act(text: str) -> None:
    assert [c for c in every_claim_of(text) if c.act in {"attack", "suspend", "concede", "verify"}] == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The Front wounded up to ten Borani soldiers.", "attack"),
        ("The talks of Boran and the Front have been adjourned.", "suspend"),
        ("The Front gave in to the demand of Boran.", "concede"),
        ("Hostilities of the Front against Boran went on.", "attack"),
    ],
)
def test_their_neighbours_do(text: str, act: str) -> None:
    assert claims_of(text, act) != []
