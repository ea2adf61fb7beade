"""Deeds that the words beside them do not lay on anybody: what was only denied, what was not stopped, what stood between."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import AGREEMENT, claims_of, every_claim_of
from tests.reading.claims import claims_in


@pytest.mark.parametrize(
    "text",
    [
        "The Front denied responsibility for the rocket fire at Kest. No group claimed the attack.",
        "The Front denied that it had shelled Kest. Nobody claimed the attack.",
        "The Front threatened to shell Kest. Nobody claimed the attack.",
        "Boran shelled Kest after rockets hit Dolan. The Front denied the rocket fire. No group claimed the attack.",
        "Boran shelled Kest. No one has claimed responsibility for the attack in Dolan.",
    ],
)
def test_who_only_denied_it_is_no_author(text: str) -> None:
    told = claims_of(text)[-1]
    assert told.modality == "completed"
    assert told.actors == ()


def test_who_was_told_to_have_done_it_is() -> None:
    told = claims_of("The Front shelled Kest. The Boran army condemned the attack.")[-1]
    assert [p.id for p in told.actors] == ["front"]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Residents of Kest criticised the Boran army for not stopping the arson.", []),
        ("The Boran army failed to stop the looting of Kest.", []),
        ("The Boran army resumed the looting of Kest.", ["boran"]),
    ],
)
def test_who_does_not_stop_a_crime_does_not_commit_it(text: str, doers: list[str]) -> None:
    (told,) = claims_of(text)
    assert [p.id for p in told.actors] == doers


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Boran troops opened fire on crowds trying to go back to Kest on Sunday, killing at least 15 people.", "boran"),
        ("Boran troops opened fire on people returning home to Kest, killing two.", "boran"),
        ("The Front shelled Kest after villagers crossed the river, wounding two of them.", "front"),
        ("The Front attacked a convoy escorted by Boran soldiers, wounding three drivers.", "front"),
    ],
)
def test_killing_goes_on_from_the_attack(text: str, doer: str) -> None:
    assert {p.id for c in claims_of(text) for p in c.actors} == {doer}


def test_what_somebody_else_tells_is_no_admission() -> None:
    text = "Boran artillery hit Kest after Boran said it had intercepted rockets fired across the river, killing two people."
    admitted = [c for c in claims_of(text) if c.speaker is not None and c.speaker.actor == "boran" and c.actors]
    assert admitted == []


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Boran artillery and airstrikes hit Kest on Sunday.", {"boran"}),
        ("Front shelling and air strikes killed nine people in Kest.", {"front"}),
        ("Heavy clashes and Boran airstrikes shook Kest.", {None, "boran"}),
    ],
)
def test_two_nouns_under_one_name(text: str, doers: set[str | None]) -> None:
    assert {c.actors[0].id if c.actors else None for c in claims_of(text)} == doers


def test_the_state_is_the_state() -> None:
    (freed,) = claims_of("The Boran state released ten prisoners on Sunday.", "release")
    assert [p.id for p in freed.actors] == ["boran"]
    (told,) = claims_of("Boran state television said the Front had shelled Kest.")
    assert told.speaker is not None
    assert told.speaker.kind == "outlet"


_LEAVES = AGREEMENT.replace(
    "act: attack}", "act: attack}\n  u: {norm: obligation, bearer: boran, act: withdraw, due: {by: 2024-04-01}}"
)


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Boran says troops will stay in Kest past Sunday.", "boran"),
        ("Boran's foreign minister said forces would stay in Kest.", "boran"),
        ("The Front says troops will stay in Kest past Sunday.", None),
        ("Boran says troops are still in Kest.", None),
    ],
)
def test_troops_of_whoever_speaks_of_what_they_will_do(text: str, doer: str | None) -> None:
    (stays,) = [c for c in claims_in(text, _LEAVES, date(2024, 3, 15)) if c.act == "remain"]
    assert [p.id for p in stays.actors] == [doer]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Boran on Sunday stopped the entry of all goods and supplies into Kest.", "deny-passage"),
        ("Boran halted the entry of aid trucks into Kest.", "deny-passage"),
        ("Boran cut off the flow of food into Kest.", "deny-passage"),
        ("Boran resumed the entry of aid into Kest.", "allow-passage"),
    ],
)
def test_the_entry_of_goods_is_passage(text: str, act: str) -> None:
    told = every_claim_of(text)
    assert [c.act for c in told] == [act]
    assert [p.id for p in told[0].actors] == ["boran"]


def test_what_is_compared_since_a_day_is_not_of_that_day() -> None:
    text = (
        "Boran warplanes struck Kest on Tuesday, killing 40 people, the health ministry said,"
        " in the heaviest bombardment since the ceasefire took effect in January."
    )
    assert all(c.when is None or c.when.earliest != date(2024, 1, 1) for c in claims_of(text))


def test_a_date_that_passed_without_compliance_denies_no_extension() -> None:
    text = "The Joint Watch gave the Front until 28 March to leave Kest, after the Thursday deadline passed without compliance."
    (moved,) = claims_of(text, "extend-deadline")
    assert moved.polarity == "affirmed"
    assert moved.new_due == date(2024, 3, 28)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The Joint Watch rejected Boran's claim of an attack by the Front.", "denied"),
        ("The Joint Watch rejects claims of Front attack", "denied"),
        ("The Joint Watch rejected the Front's denial of an attack on Kest.", "alleged"),
        ("There were claims of an attack by the Front.", "alleged"),
    ],
)
def test_a_claim_that_is_rejected_is_denied(text: str, modality: str) -> None:
    assert [c.modality for c in claims_of(text)] == [modality]


def test_who_was_only_charged_is_no_author_of_what_is_told_then() -> None:
    told = claims_of("Boran accused the Front of shelling Kest. The bombardment amounted to a declaration of war, Boran said.")
    assert [[p.id for p in c.actors] for c in told if c.modality == "completed"] in ([], [[]])


def test_a_truce_that_had_held_denies_no_breach() -> None:
    assert claims_of("The Front shelled Kest, breaking a truce that had held for two months.", "cease-fire") == []


def test_captives_told_of_by_their_captors_are_to_be_freed() -> None:
    (owed,) = claims_of("The captives held by the Front were to be released.", "release")
    assert owed.modality == "required"
