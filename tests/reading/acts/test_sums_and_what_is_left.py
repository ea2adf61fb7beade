"""Sums, what is left after a reduction, arms under lock, arms given back, some of those told before."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of, every_claim_of

from servanda.reading.claim import LEFT


@pytest.mark.parametrize(
    ("text", "act", "by", "number"),
    [
        ("A total of 12,145 Front fighters have been disarmed, the Joint Watch said.", "disarm", "front", 12_145),
        ("The Front handed over a total of 75 rifles to the Joint Watch.", "hand-over-weapons", "front", 75),
    ],
)
def test_a_total_counts_what_it_is_of(text: str, act: str, by: str, number: float) -> None:
    (told,) = claims_of(text, act)
    assert [p.id for p in told.actors] == [by]
    assert told.quantity is not None
    assert told.quantity.low == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Boran has reduced its garrison in Kest to 900 soldiers.", 900),
        ("Boran has cut its garrison in Kest from 3,000 to 900 men.", 900),
    ],
)
def test_those_left_are_counted(text: str, number: float) -> None:
    (told,) = claims_of(text, "withdraw")
    assert told.quantity is not None
    assert (told.quantity.low, told.quantity.unit) == (number, LEFT)


@pytest.mark.parametrize("text", ["Boran withdrew 900 soldiers from Kest.", "Boran has cut its garrison in Kest by 900 soldiers."])
def test_those_gone_are_not_those_left(text: str) -> None:
    (told,) = claims_of(text, "withdraw")
    assert told.quantity is None or told.quantity.unit is None


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("The Front has locked all its weapons into containers, the Joint Watch said.", "all"),
        ("A first group of Front fighters handed over rifles. The weapons were locked into containers.", "unknown"),
        ("The Front handed over 300 rifles. All the weapons are now locked into containers, the Joint Watch said.", "all"),
    ],
)
def test_arms_under_lock(text: str, extent: str) -> None:
    assert claims_of(text, "hand-over-weapons")[-1].extent == extent


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("The Front returned 16 rifles taken from the dead soldiers.", False),
        ("The Front gave back the guns that its men had seized.", False),
        ("The Front returned 16 rifles to the Joint Watch.", True),
    ],
)
def test_arms_of_others_given_back(text: str, given: bool) -> None:
    assert bool(claims_of(text, "hand-over-weapons")) == given


def test_some_of_those_told_before() -> None:
    (told,) = claims_of("Private armies roam Kest. Two of them surrendered 40 guns, Boran said.", "hand-over-weapons")
    assert [(p.id, p.words) for p in told.actors] == [(None, "Two of them")]


def test_a_group_held_back_is_not_detained() -> None:
    assert claims_of("The Front had held back its fighters since May.", "detain") == []
    assert claims_of("The Front held back two hostages in Kest.", "detain") != []


def test_a_discharge() -> None:
    (told,) = claims_of("The discharge of 40 Front recruits from the camp was completed on Monday.", "release")
    assert (told.modality, told.extent) == ("completed", "all")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("There has been no clash between Boran soldiers and the Front since January.", date(2024, 2, 1)),
        ("The Front has not attacked Kest since last week.", date(2024, 3, 11)),
        ("The Front has not attacked Kest since 5 March.", date(2024, 3, 5)),
    ],
)
def test_quiet_since_a_month_begins_behind_it(text: str, first: date) -> None:
    (quiet,) = claims_of(text)
    assert quiet.when.earliest == first


def test_presence_since_a_month_reaches_into_it() -> None:
    assert {c.when.earliest for c in every_claim_of("Front fighters have been in Kest since January.")} == {date(2024, 1, 1)}
