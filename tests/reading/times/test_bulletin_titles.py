"""The days in the title of a bulletin are its period, and no day on which it was written."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "title",
    [
        "Weekly report No. 4, 6 March - 12 March 2024",
        "Weekly report No. 4, 6 - 12 March 2024",
        "Situation report (6-12 March 2024)",
        "Weekly update: 6 to 12 March",
    ],
)
def test_what_stands_under_it_lies_in_its_period(title: str) -> None:
    body = "1. On 12 March a team went to Kest.\n2. Boran soldiers shelled Dolan."
    (shelled,) = claims_of(f"{title}\n\n{body}")
    assert (shelled.when.earliest, shelled.when.latest) == (date(2024, 3, 6), date(2024, 3, 12))


def test_a_day_inside_the_period_is_of_this_year() -> None:
    text = "Weekly report No. 4, 6 March - 12 March 2024\n\n1. On 12 March Boran soldiers shelled Dolan."
    assert [c.when.latest for c in claims_of(text)] == [date(2024, 3, 12)]


@pytest.mark.parametrize("title", ["Daily report, 12 March 2024", "Boran denies report of 6 to 12 dead", "Report on the truce"])
def test_one_day_or_none_is_no_period(title: str) -> None:
    (shelled,) = claims_of(f"{title}\n\nBoran soldiers shelled Dolan.")
    assert shelled.when.earliest is None


def test_a_short_line_ends_a_name() -> None:
    (freed,) = claims_of("12.05 BST\nBuses with prisoners freed by Boran have left the prison in Kest.", "release")
    assert all("BST" not in p.words for p in freed.actors)
