"""Rules for any such, words of anybody, exceptions, and things that 'they' and 'them' are."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of, every_claim_of


@pytest.mark.parametrize(
    "text",
    [
        "Vehicles entering Kest without permission will be fired on.",
        "Fighters who enter Kest will be arrested.",
        "Fighters who gave up their guns now would be covered by the amnesty, Boran said.",
        "Whoever says that Boran has violated the ceasefire is lying.",
        "Anyone who claims that the Front shelled Kest should show proof.",
    ],
)
def test_nothing_of_it_is_said_to_have_happened(text: str) -> None:
    assert {c.modality for c in every_claim_of(text)} == {"possible"}


def test_who_was_fired_on_as_he_entered_did_enter() -> None:
    (claim,) = claims_of("Soldiers entering Kest were fired on.", "enter")
    assert claim.modality == "completed"


@pytest.mark.parametrize(
    "text",
    [
        "The withdrawal from Kest was complete except for a dozen wounded fighters.",
        "The Front completed its withdrawal from Kest except for one post.",
    ],
)
def test_all_but_some_is_a_part(text: str) -> None:
    (claim,) = claims_of(text, "withdraw")
    assert claim.extent == "part"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The army returned the bodies of fighters on Monday. It was to have returned them by 15 February.", "return-bodies"),
        ("The Front has 300 rifles. It refuses to hand them over.", "hand-over-weapons"),
        ("The Front planted mines along the road. It has since removed them.", "demine"),
    ],
)
def test_what_they_are_the_sentence_before_tells(text: str, act: str) -> None:
    assert act in {c.act for c in every_claim_of(text) if text.index(". ") < c.start}


def test_who_patrols_the_streets_is_there() -> None:
    (claim,) = every_claim_of("Front fighters were still patrolling the streets of Kest on Monday.")
    assert (claim.act, [p.id for p in claim.actors], claim.zone) == ("remain", ["front"], "kest")


@pytest.mark.parametrize("text", ["Boran blamed the delay on DNA tests.", "Boran blamed the delay on bureaucracy."])
def test_tests_are_not_accused(text: str) -> None:
    assert not claims_of(text, "accuse")
