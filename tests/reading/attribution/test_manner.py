"""Verbs that tell how something was said: 'huffed', 'stormed', 'submits', 'thanked X for'; elsewhere they are deeds."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of, every_claim_of


@pytest.mark.parametrize(
    "text",
    [
        "Boran's embassy grumbled that the Front had shelled Kest.",
        '"The Front has shelled Kest," stormed the Borani defence minister Jonas Kibwe.',
        '"The Front has shelled Kest," the Borani defence minister fumed on Monday.',
        '"The Front has shelled Kest again," shot back the Borani army spokesman.',
        '"The Front," scoffed the Borani army, "has shelled Kest."',
    ],
)
def test_whoever_huffs_or_storms_says_it(text: str) -> None:
    assert {(c.speaker.actor, c.kind) for c in claims_of(text)} == {("boran", "shelling")}


@pytest.mark.parametrize(
    "text",
    [
        "The Borani army stormed Kest on Monday.",
        '"We have won." Borani soldiers stormed the town of Kest.',
        'Boran\'s "heroes" stormed Kest on Monday.',
    ],
)
def test_a_town_that_is_stormed_is_stormed(text: str) -> None:
    claims = [c for c in every_claim_of(text) if c.act in {"attack", "capture"}]
    assert claims
    assert all(c.speaker.kind == "outlet" for c in claims)


def test_what_is_said_goes_on_behind_a_storm() -> None:
    claims = every_claim_of("Boran said the Front's men had left Kest and stormed Dolan.")
    assert {(c.act, c.speaker.actor) for c in claims} >= {("withdraw", "boran"), ("capture", "boran")}


@pytest.mark.parametrize("verb", ["submits", "pleads", "contends"])
def test_a_court_gives_a_pleading_to_whoever_made_it(verb: str) -> None:
    (claim,) = claims_of(f"The Claimant {verb} that Boran shelled Kest in January.")
    assert claim.speaker.name == "Claimant"


def test_what_somebody_is_thanked_for_is_the_thankers_word() -> None:
    (claim,) = claims_of("The Borani army thanked the Front for leaving Dolan.", "withdraw")
    assert (claim.speaker.actor, [p.id for p in claim.actors]) == ("boran", ["front"])


@pytest.mark.parametrize(
    "text",
    [
        "The Front thanked donors for their support, and Boran shelled Kest.",
        "The Front praised Boran for its patience and then shelled Kest.",
        "The Front, which thanked the UN for its help, shelled Kest.",
    ],
)
def test_thanks_end_with_what_they_are_for(text: str) -> None:
    (claim,) = claims_of(text)
    assert claim.speaker.kind == "outlet"
