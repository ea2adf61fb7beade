"""A date that is said to be new, later, revised: who set it, for when; one that is only asked for or named."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of, every_claim_of

NEW = date(2024, 3, 27)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("A new deadline of 27 March was set for the withdrawal from Kest.", []),
        ("The withdrawal is late. A new deadline was set for 27 March, Boran said.", []),
        ("Boran and the Front set 27 March as the new date for the withdrawal from Kest.", ["boran", "front"]),
        ("A new date, 27 March, was agreed by Boran and the Front.", ["boran", "front"]),
        ("Boran and the Front agreed on 27 March as the new deadline for the withdrawal.", ["boran", "front"]),
        ("Boran and the Front settled on a new date, 27 March.", ["boran", "front"]),
        ("Boran agreed to a revised withdrawal deadline of 27 March.", ["boran"]),
        ("The new deadline for the withdrawal is 27 March, the Front said.", []),
        ("The Joint Watch announced a new deadline: 27 March.", []),
        ("Boran rescheduled the withdrawal from Kest for 27 March.", ["boran"]),
    ],
)
def test_a_new_date_is_set(text: str, by: list[str]) -> None:
    (moved,) = claims_of(text, "extend-deadline")
    assert moved.new_due == NEW
    assert [p.id for p in moved.actors] == by


@pytest.mark.parametrize(
    "text",
    [
        "The deadline of 27 March was set by the agreement with the Front.",
        "The deadline for the Front is 27 March, Boran said.",
        "The new deadline passed without a withdrawal by the Front.",
        "The Front asked for a new deadline of 27 March.",
        "The Front proposed a new date, 27 March.",
    ],
)
def test_no_date_is_moved(text: str) -> None:
    assert claims_of(text, "extend-deadline") == []


def test_who_asks_for_a_new_date() -> None:
    (asked,) = claims_of("The Front asked for a new deadline of 27 March.", "request-extension")
    assert [p.id for p in asked.actors] == ["front"]


def test_none_was_agreed() -> None:
    (moved,) = claims_of("Boran and the Front have not agreed on a new date.", "extend-deadline")
    assert moved.polarity == "negated"


def test_a_date_set_lies_ahead() -> None:
    days = {c.when.latest for c in every_claim_of("The mediators set 27 March as the final day for the withdrawal from Kest.")}
    assert days == {NEW}
