"""Who freed whom, how many, who was aboard, and what only helps: none of it is more than the words say."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of, every_claim_of


@pytest.mark.parametrize(
    "words",
    [
        "The Front released 20 soldiers on Monday. On Tuesday, 18 people held by Boran were also released.",
        "The Front released 20 soldiers on Monday. On Tuesday, 18 men in Boran custody were freed.",
    ],
)
def test_captives_are_freed_by_their_captor(words: str) -> None:
    """And not by whoever was told just before to free others."""
    freed = claims_of(words, "release")
    assert [[p.id for p in c.actors] for c in freed] == [["front"], ["boran"]]


@pytest.mark.parametrize(
    ("words", "modality"),
    [
        ("The Red Cross facilitated the release of 20 soldiers by the Front on Monday.", "completed"),
        ("The UN works to facilitate the release of 20 soldiers by the Front.", "possible"),
        ("A team was formed to facilitate the release of 20 soldiers by the Front.", "possible"),
    ],
)
def test_what_is_facilitated(words: str, modality: str) -> None:
    """It happened where it was done, not where it is what somebody was sent for."""
    (freed,) = claims_of(words, "release")
    assert (freed.modality, [p.id for p in freed.actors]) == (modality, ["front"])


@pytest.mark.parametrize(
    "words", ["The UN sent buses to help the Front leave Kest.", "The UN works to help the Front leave Kest."]
)
def test_help_that_was_sent(words: str) -> None:
    """What help is for has not happened by its being sent."""
    (gone,) = claims_of(words, "withdraw")
    assert gone.modality == "possible"


@pytest.mark.parametrize(
    "words",
    [
        "Around 60 buses carrying Front fighters left Kest on Friday.",
        "A convoy of 60 buses with Front fighters left Kest on Friday.",
        "A convoy of Front fighters left Kest on Friday.",
        "Sixty buses carrying between 1,800 and 2,200 Front fighters left Kest on Friday.",
    ],
)
def test_who_was_aboard(words: str) -> None:
    """They have left; whether others stay is not said."""
    (gone,) = claims_of(words, "withdraw")
    assert ([p.id for p in gone.actors], gone.extent) == (["front"], "unknown")


def test_numbers_between_two() -> None:
    """Both bounds are kept."""
    (gone,) = claims_of("Between 1,800 and 2,200 Front fighters left Kest on Friday.", "withdraw")
    assert gone.quantity is not None
    assert (gone.quantity.low, gone.quantity.high) == (1800, 2200)
    (cleared,) = claims_of("Front fighters have removed 30 of an estimated 80 to 100 mines in Kest.", "demine")
    assert cleared.extent == "part"


def test_a_third_of_them() -> None:
    """A share of those who were there is still there."""
    (stays,) = claims_of("About a third of the Front fighters are still in Kest.", "remain")
    assert stays.quantity is not None
    assert stays.quantity.share == pytest.approx(1 / 3, abs=0.01)


def test_a_day_between_auxiliary_and_verb() -> None:
    """'Had by Wednesday withdrawn': whose forces stand before; 'all checkpoints' are no part."""
    (gone,) = claims_of(
        "The Joint Watch said that Boran forces had by Wednesday withdrawn from all checkpoints in Kest.", "withdraw"
    )
    assert ([p.id for p in gone.actors], gone.extent) == (["boran"], "all")


@pytest.mark.parametrize(
    "words",
    [
        "Boran accused the Front of shelling Kest. A spokesman for the Front said that the blast was caused by a gas bottle.",
        "The Front said the explosion in Kest was an accident.",
        "A gas explosion caused the deaths in Kest, the Front said.",
    ],
)
def test_a_mishap_is_no_attack(words: str) -> None:
    """Least of all one that the speaker owns to."""
    assert not [c for c in every_claim_of(words) if c.act == "attack" and c.modality == "completed"]
