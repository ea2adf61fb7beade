"""Whose word it is where a place, brackets, a channel or another clause stands beside the speaker."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "speaker",
    [
        "The senior relief officer in Boran, Arn Tolo,",
        "The head of a relief agency in Boran, Arn Tolo,",
        "An aid official in Boran",
        "Church leaders in western Boran",
        "A Western diplomat in Boran",
    ],
)
def test_who_helps_in_a_country_does_not_speak_for_it(speaker: str) -> None:
    (claim,) = claims_of(f"{speaker} said the Front violated the ceasefire.", "breach-ceasefire")
    assert claim.speaker.actor is None


def test_officials_in_a_country_speak_for_it() -> None:
    (claim,) = claims_of("Officials in Boran said the Front violated the ceasefire.", "breach-ceasefire")
    assert claim.speaker.actor == "boran"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Boran violated the truce, the Front's leader Arn Tolo said in a Telegram statement in the early hours on Monday.",
            "front",
        ),
        (
            "Boran violated the truce, the senior UN officer in Boran, Arn Tolo, said in a phone call from his office in Dolan.",
            "un",
        ),
        ("The Kest Front (KF) spokesman said on Friday that Boran had violated the truce.", "front"),
        ("The Kest Front (KF) rebel group announced on Friday that Boran had violated the truce.", "front"),
        ("Boran violated the truce, Joint Watch (JW) monitors said.", "watch"),
        ("Arn Tolo, head of the Front, took to social media to accuse Boran of breaking the truce 300 times.", "front"),
        ("The Front's leader used a speech to accuse Boran of breaking the truce.", "front"),
        ("The Front held a press conference to accuse Boran of breaking the truce.", "front"),
    ],
)
def test_the_side_that_says_so_is_found(text: str, speaker: str) -> None:
    (claim,) = claims_of(text, "breach-ceasefire")
    assert (claim.speaker.actor, [p.id for p in claim.actors]) == (speaker, ["boran"])


def test_the_object_before_another_clause_is_no_speaker() -> None:
    text = "Tensions have risen after a mine wounded two soldiers, and Boran accuses the Front of laying mines."
    (claim,) = claims_of(text, "lay-mines")
    assert (claim.speaker.actor, claim.speaker.name) == ("boran", "Boran")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Borani government said Monday it was ordering its troops to leave Dolan.", "boran"),
        ("The Borani government said Monday it had ordered its troops to leave Dolan.", "boran"),
        ("The Borani government ordered its troops on Monday to leave Dolan.", None),
    ],
)
def test_who_says_that_it_gave_an_order_says_so(text: str, speaker: str | None) -> None:
    (claim,) = claims_of(text, "withdraw")
    assert (claim.modality, claim.speaker.actor) == ("announced", speaker)
