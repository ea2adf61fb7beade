"""What is called a lie, held, deserted or given up in part: who did it, who denies it, and how much of it."""

from __future__ import annotations

import pytest
from tests.reading.boran import every_claim_of


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Front dismissed the attack as a fabrication.", "front"),
        ("Boran called the alleged attack a fabrication.", "boran"),
        ("The alleged attack on Kest was called a fabrication by Boran.", "boran"),
        ("Claims of an attack on Kest were described by Boran as lies.", "boran"),
        ("Boran says the attack on Kest is a lie.", "boran"),
        ("Boran called the report of an attack a fabrication.", "boran"),
    ],
)
def test_what_is_called_a_lie_is_denied_by_whoever_calls_it_so(text: str, speaker: str) -> None:
    (attack,) = every_claim_of(text)
    assert (attack.act, attack.modality) == ("attack", "denied")
    assert attack.speaker is not None and attack.speaker.actor == speaker


@pytest.mark.parametrize(
    "text", ["The Front said the attack on Kest was wrong.", "The Front called the attack on Kest absurd."]
)
def test_what_is_only_disliked_is_not_denied(text: str) -> None:
    (attack,) = every_claim_of(text)
    assert attack.modality == "completed"


@pytest.mark.parametrize(
    ("text", "act", "doers"),
    [
        ("The week saw Boran, an ally of the Alder Union, attack Kest.", "attack", ["boran"]),
        ("Monitors watched the Front, a group based in Dolan, leave Kest.", "withdraw", ["front"]),
        ("NORLAND: Fighting raged in Kest.", "attack", []),
    ],
)
def test_who_did_it(text: str, act: str, doers: list[str]) -> None:
    (claim,) = every_claim_of(text)
    assert (claim.act, [p.id for p in claim.actors]) == (act, doers)


def test_neither_nor_keeps_the_doer() -> None:
    first, second = every_claim_of("The Front said it had neither shelled Dolan nor blocked the road.")
    assert [p.id for p in first.actors] == [p.id for p in second.actors] == ["front"]
    assert first.polarity == second.polarity == "negated"


def test_who_finds_a_camp_deserted_has_not_deserted() -> None:
    assert every_claim_of("Monitors found the camp in Dolan deserted on Monday.") == []


def test_who_is_armed_with_rifles_arms_nobody() -> None:
    (left,) = every_claim_of("Fighters of the Front, armed with rifles, left Dolan on Monday.")
    assert left.act == "withdraw"


def test_an_objection_to_the_date_is_no_refusal_of_the_act() -> None:
    claims = every_claim_of("Boran objected to the new date for the handover of Kest.")
    assert [c.modality for c in claims if c.act == "hand-over"] == ["possible"]


@pytest.mark.parametrize(
    ("text", "act", "modality"),
    [
        ("The Front is committed to the ceasefire.", "agree", "completed"),
        ("The Front renewed its commitment to the truce.", "comply", "promised"),
        ("The Front committed to a truce on Monday.", "agree", "completed"),
        ("The Front renewed the truce.", "extend-deadline", "completed"),
    ],
)
def test_what_is_renewed(text: str, act: str, modality: str) -> None:
    (claim,) = every_claim_of(text)
    assert (claim.act, claim.modality) == (act, modality)


@pytest.mark.parametrize(
    ("text", "polarity", "zone"),
    [
        ("Boran troops were in control of Kest on Monday.", "affirmed", "kest"),
        ("The Front is no longer in control of Dolan.", "negated", "dol"),
        ("The Front held the bridge at Dolan on Monday.", "affirmed", "dol"),
        ("The Front holds the two villages.", "affirmed", None),
    ],
)
def test_who_holds_a_place_is_there(text: str, polarity: str, zone: str | None) -> None:
    (claim,) = every_claim_of(text)
    assert (claim.act, claim.polarity, claim.zone) == ("remain", polarity, zone)
    assert claim.zone or claim.zone_words == "two villages"


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("The Front released prisoners in Dolan.", "unknown"),
        ("The Front released its prisoners in Dolan.", "all"),
        ("Weapons were handed over in Dolan.", "unknown"),
        ("Boran withdrew tanks from Kest.", "unknown"),
        ("Boran withdrew its troops from Kest.", "all"),
        ("Front fighters surrendered in Dolan.", "unknown"),
        ("The Front laid down its arms in Dolan.", "all"),
    ],
)
def test_bare_plurals_may_be_some_of_them(text: str, extent: str) -> None:
    (claim,) = every_claim_of(text)
    assert claim.extent == extent
