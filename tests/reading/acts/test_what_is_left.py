"""What is left somewhere stays there, what is cut is cut in part, and nobody is a place."""

from __future__ import annotations

import pytest
from tests.reading.boran import every_claim_of


@pytest.mark.parametrize(
    "text",
    [
        "Boran has five posts left in Kest.",
        "There are five Boran posts left in Kest.",
        "Five posts are left in Kest.",
        "Boran has 50 soldiers left in Kest.",
    ],
)
def test_what_is_left_there_is_still_there(text: str) -> None:
    (claim,) = every_claim_of(text)
    assert (claim.act, claim.modality, claim.polarity, claim.zone) == ("remain", "under-way", "affirmed", "kest")


@pytest.mark.parametrize(
    "text", ["The posts left by Boran in Kest were empty.", "Boran soldiers, left without food, left Kest."]
)
def test_who_left_has_left(text: str) -> None:
    assert [(c.act, c.modality, [p.id for p in c.actors]) for c in every_claim_of(text) if c.act == "withdraw"] == [
        ("withdraw", "completed", ["boran"])
    ]


@pytest.mark.parametrize(
    "text", ["Boran has cut its garrison in Kest by half.", "Boran reduced its troops in Kest by 30 per cent."]
)
def test_less_of_them_is_a_part(text: str) -> None:
    (claim,) = every_claim_of(text)
    assert (claim.act, claim.extent) == ("withdraw", "part")


def test_from_whom_is_no_place() -> None:
    (given,) = every_claim_of("The UN has collected 290 rifles from the Front.")
    assert (given.act, given.zone, given.zone_words, [p.id for p in given.actors]) == (
        "hand-over-weapons",
        None,
        None,
        ["front"],
    )


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("The Front moved out half of its men.", 0.5),
        ('"We have moved out two thirds of our men," said Front commander Adil Soro.', 0.6667),
        ("The Front pulled out three quarters of its tanks.", 0.75),
        ("The Front handed over a quarter of its weapons.", 0.25),
    ],
)
def test_a_fraction_is_a_part_and_no_quarter_of_a_town(text: str, share: float) -> None:
    (claim,) = every_claim_of(text)
    assert claim.quantity is not None
    assert (claim.extent, claim.quantity.share, claim.zone_words) == ("part", share, None)


@pytest.mark.parametrize("text", ["Boran left troops at the post.", "Boran left 50 soldiers in Kest."])
def test_whom_one_leaves_somewhere_is_there(text: str) -> None:
    (claim,) = every_claim_of(text)
    assert (claim.act, [p.id for p in claim.actors]) == ("remain", ["boran"])


def test_who_leaves_the_infantry_has_not_left() -> None:
    claims = every_claim_of("Boran took the tanks away and left the infantry.")
    assert [c.act for c in claims] == ["withdraw", "remain"]


@pytest.mark.parametrize("text", ["Boran left soldiers dead in Kest.", "Boran left two tanks burning in Kest."])
def test_the_dead_do_not_stay(text: str) -> None:
    assert not [c for c in every_claim_of(text) if c.act in {"remain", "withdraw"}]
