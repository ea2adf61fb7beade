"""Who signed 'between' themselves, who resorts to fire, who was the aggressor."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "A declaration was signed between Boran and the Front on Monday.",
        "The ceasefire agreement signed between Boran and the Front is holding.",
    ],
)
def test_a_paper_signed_between_two_was_signed_by_both(text: str) -> None:
    (claim,) = claims_of(text, "sign")
    assert [p.id for p in claim.actors] == ["boran", "front"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Boran had yesterday resorted to firing and shelling in Dolan.", "attack"),
        ("Boran on Thursday once again resorted to ceasefire violation in Dolan.", "breach-ceasefire"),
        ("Boran was the aggressor, repeatedly violating the truce.", "breach-ceasefire"),
    ],
)
def test_who_resorts_to_it_does_it(text: str, act: str) -> None:
    (claim,) = claims_of(text, act)
    assert ([p.id for p in claim.actors], claim.modality) == (["boran"], "completed")


def test_heavy_firing_is_an_attack_of_nobody_told() -> None:
    (claim,) = claims_of("There is heavy firing going on in Dolan, an officer of Boran said.")
    assert (claim.actors, claim.zone) == ((), "dol")


def test_a_postponed_release_has_not_been_made() -> None:
    (claim,) = claims_of("Boran's defence minister confirmed the postponement of the prisoner release.", "release")
    assert claim.polarity == "negated"
