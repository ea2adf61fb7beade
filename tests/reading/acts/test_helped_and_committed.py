"""What help made possible was done; posts found vacant, commitments renewed, withdrawals gone ahead with."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    ("text", "act", "told"),
    [
        ("Air strikes allowed the Borani army to retake Dolan.", "capture", ("boran", "completed", "affirmed")),
        ("Foreign support could allow the Borani army to retake Dolan.", "capture", ("boran", "possible", "affirmed")),
        ("The aid enabled the Borani army to wrest Dolan back from the rebels.", "capture", ("boran", "completed", "affirmed")),
        ("Boran will proceed from today with a withdrawal from Dolan.", "withdraw", ("boran", "announced", "affirmed")),
        ("Boran proceeded on Monday with the withdrawal from Dolan.", "withdraw", ("boran", "under-way", "affirmed")),
        ("The Front reaffirmed its commitment to the ceasefire.", "comply", ("front", "promised", "affirmed")),
        (
            "Boran reiterated its commitment to the Dolan accord, signed in February.",
            "comply",
            ("boran", "promised", "affirmed"),
        ),
    ],
)
def test_who_did_it_and_how_far(text: str, act: str, told: tuple[str, str, str]) -> None:
    """Its doer, how real it is, and its polarity."""
    (claim,) = claims_of(text, act)
    assert ([p.id for p in claim.actors], claim.modality, claim.polarity) == ([told[0]], *told[1:])


def test_leave_given_is_nothing_done() -> None:
    """A state that allowed an attack has not told of one."""
    (claim,) = claims_of("Boran allowed the Front to attack Dolan on Monday.")
    assert claim.modality == "possible"


@pytest.mark.parametrize(
    "text", ["Two army posts were found vacant in Dolan.", "Several police checkpoints in Dolan were vacant."]
)
def test_posts_found_vacant_were_left(text: str) -> None:
    """By whom is not said of whoever found them."""
    (left,) = claims_of(text, "withdraw")
    assert (left.modality, left.zone, left.actors) == ("completed", "dol", ())
