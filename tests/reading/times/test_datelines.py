"""The day at the head of a text is the day on which it was written."""

from __future__ import annotations

from datetime import date

import pytest

from servanda.reading.times import dateline

PUBLISHED = date(2021, 3, 20)


@pytest.mark.parametrize(
    "text",
    [
        "KETI, 15 March (Agency) - Rebels left the town.",
        "KETI, March 15 (Agency) — Rebels left the town.",
        "Rebels leave the town\n\nKETI, Dolan, 15 March 2021 – Rebels left the town.",
        "Keti, 15 March. Rebels left the town.",
    ],
)
def test_a_dateline_gives_the_day(text: str) -> None:
    assert dateline(text, PUBLISHED) == date(2021, 3, 15)


@pytest.mark.parametrize(
    "text",
    [
        "In Keti, 15 March was a quiet day.",
        "Rebels left Keti on 15 March.",
        "KETI, 15 January (Agency) - Rebels left the town.",  # long ago: a page of an archive, or another day
        "KETI, 25 March (Agency) - Rebels left the town.",  # after its publication
    ],
)
def test_other_days_are_no_dateline(text: str) -> None:
    assert dateline(text, PUBLISHED) is None


def test_an_undated_text_has_none() -> None:
    assert dateline("KETI, 15 March (Agency) - Rebels left the town.", None) is None
