"""', something X denied', ', a claim X rejected': a denial of X's, and nothing of the kind by whoever said it."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "The Front said it had left Kest, a claim Boran rejected.",
        "The Front said it had left Kest, a charge Boran denied.",
        "The Front said it had left Kest, something Boran denied.",
        "The Front says it has left Kest, a claim Boran rejects.",
    ],
)
def test_one_says_it_and_the_other_denies_it(text: str) -> None:
    assert [(c.speaker.actor, c.modality) for c in claims_of(text, "withdraw")] == [("front", "completed"), ("boran", "denied")]


@pytest.mark.parametrize(
    "text", ["The Front has left Kest, something Boran has long demanded.", "The Front has left Kest, a step Boran demanded."]
)
def test_who_has_demanded_it_has_not_told_it(text: str) -> None:
    (claim,) = claims_of(text, "withdraw")
    assert (claim.speaker.actor, claim.modality) == (None, "completed")
