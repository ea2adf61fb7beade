"""Feasts and hours before a truce name it; a stretch of days behind a length is no time later."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Saturday Boran announced an Easter truce.", date(2024, 3, 9)),
        ("Boran announced an Easter ceasefire on March 11 at a meeting with the chief of staff.", date(2024, 3, 11)),
        ("Boran's ministry announced a 3 a.m. ceasefire on 9 March.", date(2024, 3, 9)),
    ],
)
def test_the_day_is_that_of_the_announcement(text: str, day: date) -> None:
    (claim,) = claims_of(text, "cease-fire")
    assert (claim.when.earliest, claim.when.latest) == (day, day)


def test_a_broken_easter_truce_was_not_broken_at_an_easter_long_ago() -> None:
    (claim,) = claims_of("Boran violated the Easter truce 300 times.", "breach-ceasefire")
    assert (claim.when.earliest, claim.when.latest) == (None, date(2024, 3, 15))


def test_from_one_day_to_another_behind_a_length() -> None:
    claims = claims_of("The skirmish in Dolan follows the worst fighting in over a decade from February 24 to 28.")
    assert (claims[-1].when.earliest, claims[-1].when.latest) == (date(2024, 2, 24), date(2024, 2, 28))
