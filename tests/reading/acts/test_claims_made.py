"""Claims that somebody made at some time: whose word they are, and what their day is not."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of

from servanda.reading.claim import Claim


def _one(text: str, act: str = "attack") -> Claim:
    (claim,) = claims_of(text, act)
    return claim


@pytest.mark.parametrize(
    "text",
    [
        "Claims made by the Front that Boran had shelled Dolan were examined.",
        "The allegation by the Front last week that Boran had shelled Dolan was rejected.",
    ],
)
def test_whoever_made_a_claim_speaks(text: str) -> None:
    """Its day is that of the claim, and a bound to what is told in it."""
    claim = _one(text)
    assert (claim.speaker.actor, claim.modality, claim.when.earliest) == ("front", "alleged", None)


def test_that_a_claim_is_false_is_not_told_by_whoever_made_it() -> None:
    claim = _one("Accusations made by a Front leader in May that Boran had shelled Dolan were false.")
    assert (claim.speaker.actor, claim.modality, claim.when.earliest) == (None, "denied", None)


def test_a_claim_made_at_a_meeting_is_no_fact() -> None:
    """What the minister says of it is his."""
    text = (
        "Referring to claims made by a Front spokesman at a previous meeting in October that the ceasefire had been breached,"
        ' the Boran minister said, "They have been investigated by the Joint Watch."'
    )
    breach = _one(text, "breach-ceasefire")
    assert (breach.speaker.actor, breach.modality, breach.when.latest) == ("front", "alleged", date(2023, 10, 31))
    verified = _one(text, "verify")
    assert (verified.speaker.actor, verified.modality, verified.when.latest) == ("boran", "completed", date(2024, 3, 15))


def test_whoever_looks_into_a_claim_is_not_told_by_it() -> None:
    """'Charges that X did so have been investigated by Y': the report tells it of Y."""
    text = "Charges levelled by the Front at talks that Boran had shelled Dolan have been investigated by the Joint Watch."
    verified = _one(text, "verify")
    assert (verified.modality, verified.speaker.actor) == ("completed", None)


def test_he_is_not_several_officials() -> None:
    """'Officials said … He added': some man named before, or nobody who is known."""
    text = "Front officials said they had left Kest. He added that the army had left Dolan."
    assert [c.speaker.actor for c in claims_of(text, "withdraw")] == ["front", None]


def test_former_truces_tell_nothing_of_today() -> None:
    """'Previous ceasefires have not held'."""
    truce = _one("Previous ceasefires have not held.", "cease-fire")
    assert (truce.polarity, truce.modality, truce.when.earliest) == ("negated", "completed", None)
