"""What 'it' is where a date is moved: the one duty named right before, or nothing."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    ("text", "about", "zone"),
    [
        (
            "The handover of Kest slipped. The foreign ministry of Boran said: 'We have agreed to move it to 30 May.'",
            "handover of Kest",
            "kest",
        ),
        (
            "Q: Will there be a prisoner exchange tomorrow?\n\nARDEN (Borani negotiator): No. We have agreed with the Front "
            "to move it to 30 May.",
            "prisoner exchange",
            None,
        ),
        (
            "The withdrawal from Kest was due on 1 March, but Boran and the Front agreed to move it to 30 May.",
            "withdrawal from Kest",
            "kest",
        ),
        ("The Front said the release of prisoners was hard and it had been postponed to 30 May.", "release of prisoners", None),
    ],
)
def test_it_is_the_duty_named_before(text: str, about: str, zone: str | None) -> None:
    claim = claims_of(text, "extend-deadline")[-1]
    assert (claim.about, claim.zone, claim.new_due) == (about, zone, date(2024, 5, 30))


@pytest.mark.parametrize(
    "text",
    [
        "The withdrawal from Kest goes on. The summit was due in March, but Boran agreed to move it to 30 May.",
        "The withdrawal and the release of prisoners were due in March, but Boran agreed to move it to 30 May.",
        "The withdrawal from Kest goes on.\n\nBoran and the Front agreed to move it to 30 May.",
    ],
)
def test_it_is_left_open_where_it_may_be_something_else(text: str) -> None:
    assert [c.about for c in claims_of(text, "extend-deadline")] == [None]
