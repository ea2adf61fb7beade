"""Who owns up to a deed, what goes off by itself or not at all, shots for joy."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "The Front confessed to having shelled Kest.",
        "The Front owned up to shelling Kest.",
        "The Front admitted to shelling Kest.",
        "The Front pleaded guilty to shelling Kest.",
    ],
)
def test_who_owns_up_says_that_he_did_it(text: str) -> None:
    (attack,) = claims_of(text)
    assert (attack.modality, attack.polarity, [p.id for p in attack.actors]) == ("completed", "affirmed", ["front"])
    assert attack.speaker is not None and attack.speaker.actor == "front"


@pytest.mark.parametrize("text", ["The Front did not admit to shelling Kest.", "The Front refused to admit to shelling Kest."])
def test_not_to_own_up_leaves_it_open(text: str) -> None:
    assert [c.modality for c in claims_of(text)] == ["possible"]


@pytest.mark.parametrize(
    "text",
    [
        "A bus carrying Boran soldiers hit a mine near Kest, killing four.",
        "Celebratory gunfire rang out in Kest after the truce was signed.",
        "The shell did not explode.",
    ],
)
def test_nobody_attacked(text: str) -> None:
    assert claims_of(text) == []


def test_a_dud_was_fired_all_the_same() -> None:
    (attack,) = claims_of("A shell fired by the Front failed to explode in Kest.")
    assert (attack.polarity, [p.id for p in attack.actors]) == ("affirmed", ["front"])
