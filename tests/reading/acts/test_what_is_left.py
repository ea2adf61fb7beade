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
