"""Denials in other words, doubts, and refusals that are another's."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "Boran said claims it shelled Kest were fabricated.",
        "Boran called the Front's claims of shelling in Kest a lie.",
        "Boran ruled out that its forces had shelled Kest.",
        "Boran disputed the Front's account of shelling in Kest.",
        "Boran scoffed at the idea that it had shelled Kest.",
        "Boran disowned the shelling of Kest.",
        "Boran distanced itself from the shelling of Kest.",
        "Boran pleaded innocence over the shelling of Kest.",
        "Boran protested its innocence in the shelling of Kest.",
        "Boran challenged the claim that it shelled Kest.",
    ],
)
def test_a_denial_in_the_words_of_whoever_denies(text: str) -> None:
    (attack,) = claims_of(text, "attack")
    assert (attack.modality, attack.speaker.actor) == ("denied", "boran")


def test_whoever_contradicts_a_claim_denies_it() -> None:
    (left,) = claims_of("The Front contradicted Boran's claim that it left Kest.", "withdraw")
    assert (left.modality, left.speaker.actor) == ("denied", "front")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("There is no sign that Boran has left Kest.", "possible"),
        ("There is no indication that Boran has left Kest.", "possible"),
        ("It is doubtful that Boran left Kest.", "possible"),
        ("It is not the case that Boran left Kest.", "denied"),
        ("In that case, Boran left Kest.", "completed"),
        ("Boran ruled out leaving Kest.", "refused"),
        ("Boran's claim to have left Kest is a lie.", "denied"),
        ("The Front would have stayed away had Boran left Kest.", "possible"),
    ],
)
def test_what_is_not_told_as_done(text: str, modality: str) -> None:
    (left,) = claims_of(text, "withdraw")
    assert left.modality == modality


@pytest.mark.parametrize(
    "text",
    [
        "The Front refused to let Boran withdraw from Kest.",
        "The Front opposes Boran's withdrawal from Kest.",
        "The Front rejected Boran's withdrawal from Kest as a ruse.",
        "Boran's withdrawal from Kest was rejected by the Front.",
    ],
)
def test_a_refusal_by_another_is_not_the_doers(text: str) -> None:
    (left,) = claims_of(text, "withdraw")
    assert ([p.id for p in left.actors], left.modality) == (["boran"], "possible")


@pytest.mark.parametrize(
    "text",
    [
        "Boran rejected its withdrawal from Kest.",
        "Boran refused to withdraw from Kest.",
        "Boran's parliament rejected the withdrawal of its troops from Kest.",
        "Boran rejected the Front's demand to leave Kest.",
    ],
)
def test_an_own_refusal_is(text: str) -> None:
    (left,) = claims_of(text, "withdraw")
    assert ([p.id for p in left.actors], left.modality) == (["boran"], "refused")
