"""What is disputed, so called, or carried by a side's own channels."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Who fired first in Kest is disputed.", "attack"),
        ("Which side fired first in Kest is an open question.", "attack"),
        ("Whether Boran has left Kest is a matter of dispute.", "withdraw"),
        ("Whether or not Boran has left Kest, the truce holds.", "withdraw"),
    ],
)
def test_what_is_disputed_is_unknown(text: str, act: str) -> None:
    (claim,) = claims_of(text, act)
    assert claim.modality == "unknown"


def test_whether_reaches_no_further_than_but() -> None:
    text = "It is unclear whether Boran has left Kest, but the Front has left Dolan."
    assert [c.modality for c in claims_of(text, "withdraw")] == ["unknown", "completed"]


@pytest.mark.parametrize(
    ("text", "act", "modality"),
    [
        ("The so-called withdrawal of Boran from Kest has been welcomed by the Front.", "withdraw", "alleged"),
        ("What Boran calls an attack on Kest was an accident, the Front says.", "attack", "possible"),
    ],
)
def test_what_is_only_called_so(text: str, act: str, modality: str) -> None:
    (claim,) = claims_of(text, act)
    assert claim.modality == modality


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Boran state television reported that the Front had shelled Kest.", "boran"),
        ("The official newspaper of Boran said the Front had shelled Kest.", "boran"),
        ("The Front's radio said Boran had shelled Kest.", "front"),
        ("Boran newspapers report that the Front shelled Kest.", None),
        ("A pro-Front website said Boran had shelled Kest.", None),
        ("A website close to the Front said Boran had shelled Kest.", None),
    ],
)
def test_outlets_of_a_side_are_its_voice(text: str, speaker: str | None) -> None:
    (attack,) = claims_of(text)
    assert attack.speaker is not None and (attack.speaker.actor, attack.speaker.kind) == (speaker, "outlet")


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Boran's guns are no longer in Kest.", "negated"),
        ("Boran's guns were in Kest on Sunday.", "affirmed"),
    ],
)
def test_guns_that_stand_there(text: str, polarity: str) -> None:
    (stays,) = claims_of(text, "remain")
    assert (stays.polarity, [p.id for p in stays.actors], stays.zone) == (polarity, ["boran"], "kest")


def test_guns_in_the_hands_of_others_are_no_presence() -> None:
    assert claims_of("The guns of Boran are in the hands of the Front.", "remain") == []
