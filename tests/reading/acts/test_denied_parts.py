"""That one's men had a part in what was told: denied of the act told before; and acts that no word of the sentence tells."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of, every_claim_of


@pytest.mark.parametrize(
    "denial",
    [
        "A Boran army spokesman denied that any of its soldiers had taken part.",
        "The Boran army denied that its men had been involved in it.",
        "The Boran army denied that its troops had participated in the attack.",
        "The Boran army denied any involvement of its soldiers.",
    ],
)
def test_the_act_before_is_denied(denial: str) -> None:
    found = claims_of(f"Gunmen burned houses in Kest on Monday. {denial}")
    assert [(c.modality, c.actors[0].id, c.speaker.actor) for c in found[1:]] == [("denied", "boran", "boran")]


@pytest.mark.parametrize(
    "answer",
    [
        "The Boran army said its soldiers had taken part in the talks.",
        "Boran soldiers took part in a parade.",
        "The Boran army denied that its soldiers had taken part in talks with the Front.",
    ],
)
def test_a_part_in_something_else_is_no_deed(answer: str) -> None:
    found = claims_of(f"Gunmen burned houses in Kest on Monday. {answer}")
    assert [c.modality for c in found] == ["completed"]


def test_a_deed_of_others_is_not_answered_for() -> None:
    text = "The Front shelled Kest on Monday. The Boran army denied that its men were involved."
    assert [c.actors[0].id for c in claims_of(text)] == ["front"]


def test_a_verb_of_the_same_sentence_is_what_is_left_out() -> None:
    before = "The Front handed its rifles to the Joint Watch on Monday."
    kept = [c.polarity for c in every_claim_of(f'{before} "We will stick to the plan even if Boran does not," it said.')]
    assert "negated" not in kept
    assert "negated" in [c.polarity for c in every_claim_of(f"{before} Boran has not.")]
