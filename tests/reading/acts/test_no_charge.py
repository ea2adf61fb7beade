"""What tells of no attack of the account: looted cars, what had once been, a store that blew up; and who was shot."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "Columns of tanks, trucks and stolen or looted cars clogged the road to Kest.",
        "Columns of tanks, buses and looted cars clogged the road to Kest.",
        "They met in the square where Boran troops had once fired on a crowd.",
        "The news follows the explosion of a warehouse in Kest on Monday.",
        "The Joint Watch said its officers had found bodies with wounds from beating, two of them women who had been carried there.",
    ],
)
def test_no_attack(text: str) -> None:
    assert claims_of(text) == []


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Boran soldiers burned houses and looted shops in Kest.", {"boran"}),
        ("A monk said Boran troops had once fired on a crowd in Kest.", {"boran"}),
        ("The explosion of a car bomb killed two men in Kest.", set()),
    ],
)
def test_an_attack_all_the_same(text: str, by: set[str]) -> None:
    found = claims_of(text)
    assert found
    assert {p.id for c in found for p in c.actors} == by


@pytest.mark.parametrize(
    "text",
    [
        "Three Boran soldiers were taken from a bus and shot dead the same night.",
        "Three Boran soldiers were dragged from a bus and killed that night.",
        "Three Boran soldiers were seized on Monday and shot dead in Kest.",
    ],
)
def test_who_was_shot_did_not_shoot(text: str) -> None:
    (shot,) = claims_of(text)
    assert shot.actors == ()
    assert shot.target is not None
    assert shot.target.id == "boran"


def test_who_shot_did() -> None:
    (shot,) = claims_of("The Front shot dead a shopkeeper in Kest that night.")
    assert [p.id for p in shot.actors] == ["front"]
    assert shot.target is not None
    assert shot.target.words == "shopkeeper"
