"""Relatives, allies and enemies of a side are not the side; what one does instead of an act; steps short of one."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of, every_claim_of


@pytest.mark.parametrize(
    "text",
    [
        "Relatives of Front fighters attacked a post in Kest.",
        "The Front's enemies attacked Kest.",
        "Allies of the Front attacked Kest.",
        "Supporters of the Front attacked Kest.",
    ],
)
def test_they_are_not_the_front(text: str) -> None:
    (claim,) = claims_of(text)
    assert not any(p.id for p in claim.actors)


@pytest.mark.parametrize(
    "text",
    [
        "Rather than withdraw from Kest, Boran dug in.",
        "Boran dug in rather than withdrawing from Kest.",
        "Instead of withdrawing from Kest, Boran dug in.",
        "Boran is one step from withdrawing from Kest.",
        "Boran is days away from withdrawing from Kest.",
    ],
)
def test_what_was_not_done_instead(text: str) -> None:
    (claim,) = claims_of(text, "withdraw")
    assert (claim.modality, claim.polarity) == ("completed", "negated")


@pytest.mark.parametrize(
    "text",
    [
        "Boran's opposition leader said the Front had left Kest.",
        "A Boran soldier captured by the Front said the Front had left Kest.",
    ],
)
def test_who_opposes_it_or_is_held_speaks_for_no_side(text: str) -> None:
    (claim,) = claims_of(text, "withdraw")
    assert claim.speaker.actor is None


def test_who_attacks_a_deal_fires_at_nobody() -> None:
    assert not [c for c in every_claim_of("Boran's former army chief attacked the deal.") if c.act == "attack"]
