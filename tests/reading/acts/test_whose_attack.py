"""Who did it, how many, and what is history: arms beside troops, rough amounts, wars of years, convicts, men set free."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of, claims_under, every_claim_of


def test_a_state_said_to_have_attacked() -> None:
    (attack,) = [c for c in claims_under("Kest Front says Boran attacked") if c.act == "attack"]
    assert [p.id for p in attack.actors] == ["boran"]


def test_a_base_said_to_be_attacked() -> None:
    assert all(not c.actors for c in claims_under("Boran says base attacked") if c.act == "attack")


@pytest.mark.parametrize("who", ["Boran troops and artillery", "Boran aircraft and artillery", "Boran artillery"])
def test_arms_are_their_users(who: str) -> None:
    (attack,) = claims_of(f"{who} attacked Kest on Tuesday.")
    assert [p.id for p in attack.actors] == ["boran"]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("several hundred", 300, 999),
        ("a few hundred", 200, 999),
        ("hundreds of", 200, 999),
        ("tens of thousands of", 20_000, 99_999),
        ("hundreds of thousands of", 200_000, 999_999),
        ("several", 3, 9),
        ("two hundred", 200, 200),
    ],
)
def test_rough_amounts(words: str, low: int, high: int) -> None:
    (freed,) = claims_of(f"Boran released {words} prisoners.", "release")
    assert freed.quantity is not None
    assert (freed.quantity.what, freed.quantity.low, freed.quantity.high) == ("prisoners", low, high)


@pytest.mark.parametrize(
    "text",
    [
        "Boran and the Front fought a two-year war in which tens of thousands of people were killed.",
        "Boran and the Front fought three weeks of battles over a stretch of jungle.",
        "Mediators spoke of a handful of inmates convicted of killing Boran soldiers.",
    ],
)
def test_history_is_no_attack(text: str) -> None:
    assert claims_of(text) == []


def test_fighting_of_these_days_is() -> None:
    assert claims_of("Boran and the Front fought on Tuesday near Kest.") != []


def test_an_objection_refuses_nothing_of_ones_own() -> None:
    (release,) = claims_of("Boran objected to the release of a handful of inmates.", "release")
    assert release.modality == "possible"
    (own,) = claims_of("Boran objected to the withdrawal of its troops from Kest.", "withdraw")
    assert own.modality == "refused"


@pytest.mark.parametrize(
    "text",
    [
        "The 60 former prisoners crossed the border on Tuesday.",
        "Boran freed five Front fighters on Monday. The five men crossed the border and were met by relatives.",
    ],
)
def test_those_set_free_are_no_advance(text: str) -> None:
    assert claims_of(text, "advance") == []


def test_soldiers_who_cross_are() -> None:
    assert claims_of("Boran soldiers crossed the border on Tuesday.", "advance") != []


def test_troops_sent_back_are_not_freed() -> None:
    assert claims_of("Boran sent troops back into Kest.", "release") == []
    assert claims_of("Boran sent troops back into Kest.", "deploy") != []
    assert claims_of("Boran sent its prisoners back.", "release") != []


def test_a_spokesman_denies_for_his_side() -> None:
    claims = every_claim_of("Boran said the Front shelled Kest on Tuesday. Front spokesman Ulm Tarn denied it.")
    assert [(c.act, c.modality, c.speaker.actor) for c in claims][-1] == ("attack", "denied", "front")


def test_the_last_of_those_who_left() -> None:
    claims = claims_of("Boran has completed the withdrawal of its troops from Kest. The last units left on Monday.", "withdraw")
    assert [p.id for p in claims[-1].actors] == ["boran"]
