"""Names that are withheld, and duties that are denied."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of, every_claim_of


@pytest.mark.parametrize(
    "text",
    [
        "The Joint Watch refused to call it a violation.",
        "It is too early to speak of violations in Kest.",
        "The UN has not spoken of an attack on Kest.",
        "The Joint Watch did not call the shelling a breach of the ceasefire.",
        "The UN declined to describe the shelling as a violation of the truce.",
    ],
)
def test_a_name_that_is_withheld_is_not_given(text: str) -> None:
    assert all(c.modality == "possible" for c in every_claim_of(text) if c.act == "breach-ceasefire" or "spoken" in text)


@pytest.mark.parametrize(
    "text",
    [
        "The Joint Watch did not call the attack in Kest a violation of the truce.",
        "The Joint Watch stopped short of calling the shelling of Kest a breach of the ceasefire.",
        "The Joint Watch has not recorded the shelling of Kest as a violation.",
    ],
)
def test_what_the_name_is_withheld_from_took_place(text: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.modality, claim.polarity) == ("completed", "affirmed")


@pytest.mark.parametrize(
    "text",
    ["The Joint Watch did not record an attack in Kest.", "The Joint Watch did not record any attacks in Kest on Monday."],
)
def test_what_was_not_recorded_at_all_is_negated(text: str) -> None:
    (claim,) = claims_of(text)
    assert claim.polarity == "negated"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Boran denied that it was obliged to leave Kest.", "withdraw"),
        ("Boran denied it was required to withdraw from Kest by Friday.", "withdraw"),
        ("The Front denied that it had to hand over its weapons.", "hand-over-weapons"),
    ],
)
def test_who_denies_a_duty_denies_no_act(text: str, act: str) -> None:
    (claim,) = claims_of(text, act)
    assert (claim.modality, claim.polarity) == ("required", "negated")


def test_too_early_to_say_is_unknown() -> None:
    (claim,) = claims_of("It is too early to say that the Front has withdrawn from Kest.", "withdraw")
    assert claim.modality == "unknown"
