"""Outlets whose name ends in a word of time, and what is said to somebody."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "Rusa Today reported that the Front had shelled Kest.",
        "The Front shelled Kest, Rusa Today said.",
    ],
)
def test_a_paper_called_today(text: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.speaker.name, claim.speaker.kind) == ("Rusa Today", "outlet")


def test_today_in_small_letters_is_a_time() -> None:
    assert claims_of("Arden Molk today reported that the Front had shelled Kest.")[0].speaker.name == "Arden Molk"


@pytest.mark.parametrize("listener", ["our reporter", "this newspaper", "journalists"])
def test_said_to_somebody(listener: str) -> None:
    (claim,) = claims_of(f"The commander of the Front said to {listener} that the Boran army had shelled Kest.")
    assert (claim.speaker.actor, claim.modality) == ("front", "completed")


def test_said_to_have_done_it_is_hearsay() -> None:
    assert claims_of("The Front is said to have shelled Kest.")[0].modality == "alleged"
