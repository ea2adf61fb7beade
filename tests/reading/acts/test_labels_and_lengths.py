"""What a headline's label heads is not told to be done; lengths of a road; the end of a siege; who a transcript's label is."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of, claims_under, every_claim_of


@pytest.mark.parametrize(
    "title", ["Bulletin 14: demining of Kest", "Update: withdrawal from Kest", "Analysis: Withdrawal from Kest"]
)
def test_what_a_label_heads_is_a_subject(title: str) -> None:
    assert not claims_under(title)


def test_news_behind_a_label_is_told() -> None:
    assert [c.act for c in claims_under("Breaking: Boran leaves Kest")] == ["withdraw"]


@pytest.mark.parametrize(
    ("text", "extent"),
    [("Boran cleared 61 kilometres of the Kest road of mines.", "unknown"), ("Boran cleared the Kest road of mines.", "all")],
)
def test_a_length_of_it_is_not_all(text: str, extent: str) -> None:
    (claim,) = claims_of(text, "demine")
    assert (claim.extent, claim.zone) == (extent, "kest")


@pytest.mark.parametrize("text", ["Boran ended its siege of Kest on Monday.", "The siege of Kest ended on Monday."])
def test_the_end_of_a_siege_opens_a_way_and_is_no_truce(text: str) -> None:
    assert [c.act for c in every_claim_of(text)] == ["open-route"]


@pytest.mark.parametrize("text", ["The Joint Watch regards the obligation as fulfilled.", "The UN regards the accord as fair."])
def test_what_is_regarded_as_fulfilled_is_not_ended(text: str) -> None:
    assert not claims_of(text, "terminate")


def test_a_label_is_the_guest_of_the_studio() -> None:
    text = (
        "PRESENTER: With us is Captain Yusra Ham of the Front's liaison office. What is going on?\n\n"
        "HAM: The enemy shelled Kest on Monday.\n\nPRESENTER: And now?\n\nHAM: It is quiet."
    )
    (claim,) = claims_of(text)
    assert (claim.speaker.actor, [p.id for p in claim.actors]) == ("front", ["boran"])
