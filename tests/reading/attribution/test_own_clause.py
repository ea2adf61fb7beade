"""Headlines and sentences in which a clause stands before the speaker: is it his word?"""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "Last Boran troops leave Kest, Front says some remain",
        "Boran pulls out of Kest, UN says it saw no troops",
        "Boran quits Kest, Front says not all have gone",
    ],
)
def test_what_stands_before_a_speaker_with_words_of_his_own_is_not_his(text: str) -> None:
    (claim,) = claims_of(text, "withdraw")
    assert claim.speaker.actor is None


@pytest.mark.parametrize(
    "text",
    [
        "Boran troops have left Kest, Front says",
        "Boran troops left Kest, the Front said on Monday.",
        "Boran troops left Kest, the Front said after talks in Dolan.",
        "Boran troops left Kest, the Front told reporters in Dolan.",
    ],
)
def test_what_stands_before_a_speaker_without_is_his(text: str) -> None:
    (claim,) = claims_of(text, "withdraw")
    assert claim.speaker.actor == "front"


@pytest.mark.parametrize(
    "text",
    [
        "Boran shells Kest, Front says, killing two",
        "Boran forces shelled Kest, the Front said, wounding four people.",
        "Boran crossed the river, the Front said, attacking a post.",
    ],
)
def test_what_came_of_a_deed_is_told_by_its_teller_and_done_by_its_doer(text: str) -> None:
    for claim in claims_of(text):
        assert ([p.id for p in claim.actors], claim.speaker.actor) == (["boran"], "front")


def test_a_vow_behind_the_teller_is_the_tellers() -> None:
    (claim,) = claims_of("Boran shelled Kest, the Front said, vowing to retaliate.", "threaten")
    assert [p.id for p in claim.actors] == ["front"]


def test_they_in_a_quotation_are_not_those_who_speak() -> None:
    text = 'The Front\'s border guard said a unit of 30 men was still dug in. "They took the tanks away," an officer said.'
    assert not [c for c in claims_of(text, "withdraw") if c.actors]


@pytest.mark.parametrize(
    "text",
    [
        "The Front told Boran that its troops must leave Kest.",
        "The Front told Boran on Monday that its troops had to leave Kest.",
        "The Front told Boran it must leave Kest.",
        "The Front said Boran had to pull its own troops out of Kest.",
        "Boran accused the Front of shelling Dolan, hours before its own troops were due to pull out of Kest.",
        "Boran shelled a post of the Front as its own troops were leaving Kest.",
    ],
)
def test_whose_troops_they_are(text: str) -> None:
    (claim,) = claims_of(text, "withdraw")
    assert [p.id for p in claim.actors] == ["boran"]


def test_what_one_says_one_would_do_is_ones_own() -> None:
    (claim,) = claims_of("The Front told Boran its troops would leave Kest.", "withdraw")
    assert [p.id for p in claim.actors] == ["front"]
