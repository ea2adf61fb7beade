"""Headlines: without a verb, of two that trade fire, of who is accused by whom, of what is to come."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_under as claims_of


@pytest.mark.parametrize(
    ("head", "act", "modality"),
    [
        ("Boran out of Kest at last", "withdraw", "completed"),
        ("Last Boran troops out of Kest", "withdraw", "completed"),
        ("Boran gone from Kest", "withdraw", "completed"),
        ("Boran still in Kest", "remain", "under-way"),
        ("Boran troops still in Kest, Front says", "remain", "under-way"),
        ("Boran back in Kest", "enter", "completed"),
        ("Boran troops leaving Kest", "withdraw", "under-way"),
    ],
)
def test_where_somebody_is(head: str, act: str, modality: str) -> None:
    (claim,) = claims_of(head)
    assert (claim.act, claim.modality, claim.zone, [p.id for p in claim.actors]) == (act, modality, "kest", ["boran"])


def test_in_whose_hands() -> None:
    (held,) = claims_of("Kest in Front hands")
    assert (held.act, held.zone, [p.id for p in held.actors]) == ("remain", "kest", ["front"])


@pytest.mark.parametrize(
    "head", ["Boran back in business", "Boran out of favour", "Front still in talks", "Boran, Front trade talks"]
)
def test_no_place_is_meant(head: str) -> None:
    assert claims_of(head) == []


@pytest.mark.parametrize(
    ("head", "act"),
    [
        ("Boran, Front trade fire in Kest", "attack"),
        ("Boran and Front exchange fire in Kest", "attack"),
        ("Boran, Front clash in Kest", "attack"),
        ("Boran, Front swap prisoners near Kest", "exchange-prisoners"),
    ],
)
def test_two_who_do_it_together(head: str, act: str) -> None:
    (claim,) = claims_of(head)
    assert (claim.act, sorted(str(p.id) for p in claim.actors)) == (act, ["boran", "front"])


@pytest.mark.parametrize(
    ("head", "speaker"),
    [
        ("Boran accused by Front of shelling Kest", "front"),
        ("Boran blamed by monitors for shelling Kest", "watch"),
        ("Boran accused of shelling Kest", None),
    ],
)
def test_who_is_accused_did_it_and_not_who_accuses(head: str, speaker: str | None) -> None:
    (attack,) = claims_of(head)
    assert ([p.id for p in attack.actors], attack.modality) == (["boran"], "alleged")
    assert attack.speaker is not None and attack.speaker.actor == speaker


def test_what_is_to_come_by_a_day_that_comes() -> None:
    (left,) = claims_of("Troops to leave Kest by Sunday, Boran says")
    assert (left.modality, left.when.latest) == ("announced", date(2024, 3, 17))


@pytest.mark.parametrize(
    "head", ["Boran won't say when it will leave Kest", "Boran declines to say whether it will leave Kest"]
)
def test_what_nobody_says_is_unknown(head: str) -> None:
    (left,) = claims_of(head)
    assert left.modality == "unknown"
    assert left.speaker is None or left.speaker.actor is None


def test_a_head_that_ends_without_a_word_more_is_read() -> None:
    assert [c.modality for c in claims_of("Withdrawal from Kest under way")] == ["under-way"]
