"""The day of a breach that is told by a clash, and of what had been done 'as of' a day."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "The Front violated the truce in the Kest clash of January 25.",
        "The Front broke the truce with the attack of 25 January on Kest.",
    ],
)
def test_the_day_of_the_clash(text: str) -> None:
    (breach,) = claims_of(text, "breach-ceasefire")
    assert breach.when.earliest == breach.when.latest == date(2024, 1, 25)


def test_the_day_of_the_pact_is_not_that_of_the_breach() -> None:
    (breach,) = claims_of("The Front violated the truce of 4 March.", "breach-ceasefire")
    assert breach.when.earliest is None


@pytest.mark.parametrize("then", ["As of last week", "As recently as last week"])
def test_done_by_then(then: str) -> None:
    (left,) = claims_of(f"{then} the Front had withdrawn half of its fighters from Kest.", "withdraw")
    assert (left.when.earliest, left.when.latest) == (None, date(2024, 3, 10))


def test_done_then() -> None:
    (shelled,) = claims_of("The Borani army shelled Kest as recently as Tuesday.")
    assert shelled.when.earliest == date(2024, 3, 12)
