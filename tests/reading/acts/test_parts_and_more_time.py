"""Phases and parts of an act, more time given, dates replaced, and 'it has not' of the other side."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    ("text", "polarity", "extent"),
    [
        ("Boran has completed the first phase of its withdrawal from Kest.", "affirmed", "part"),
        ("The first phase of Boran's withdrawal was completed on Thursday.", "affirmed", "part"),
        ("Part of the withdrawal from Kest has been completed.", "affirmed", "part"),
        ("The second stage of the withdrawal has not begun.", "negated", "part"),
        ("Boran has so far withdrawn only heavy weapons from Kest.", "affirmed", "part"),
        ("Hardly any Boran troops have left Kest.", "negated", None),
    ],
)
def test_parts(text: str, polarity: str, extent: str | None) -> None:
    (claim,) = claims_of(text, "withdraw")
    assert (claim.modality, claim.polarity) == ("completed", polarity)
    assert extent is None or claim.extent == extent


@pytest.mark.parametrize(
    ("text", "who", "days"),
    [
        ("The Front gave Boran another week to leave Kest.", "front", 7),
        ("The Front agreed to give Boran another week to leave Kest.", "front", 7),
        ("The Front granted Boran an extra week.", "front", None),
    ],
)
def test_more_time_given(text: str, who: str, days: int | None) -> None:
    (more,) = claims_of(text, "extend-deadline")
    assert [p.id for p in more.actors] == [who]
    assert days is None or more.adds_days == days


@pytest.mark.parametrize(
    "text", ["Boran had until Friday to leave Kest.", "The Front gave Boran until 20 March to leave Kest."]
)
def test_who_had_until_then(text: str) -> None:
    (left,) = claims_of(text, "withdraw")
    assert [p.id for p in left.actors] == ["boran"]
    assert left.modality in {"required", "requested"}


def test_a_place_ends_where_the_next_clause_begins() -> None:
    (left,) = claims_of("Boran will leave Kest once the Front has disarmed.", "withdraw")
    assert (left.zone, left.zone_words) == ("kest", "Kest")


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Boran says it has withdrawn from Kest; the Front says it has not.", "boran"),
        ("Boran says the Front has left Kest. The Front says it has not.", "front"),
        ("Boran says it has left Kest, but the Front insists that Boran has not.", "boran"),
        ("The Front promised to leave Kest but has not done so.", "front"),
    ],
)
def test_who_has_not(text: str, whose: str) -> None:
    (not_done,) = (c for c in claims_of(text, "withdraw") if c.polarity == "negated")
    assert [p.id for p in not_done.actors] == [whose]


@pytest.mark.parametrize("instead", ["instead of 10 March", "rather than 10 March"])
def test_a_day_that_was_replaced_dates_nothing(instead: str) -> None:
    text = f"The parties agreed to complete the withdrawal on 20 March {instead}."
    (withdrawal,) = claims_of(text, "withdraw")
    assert withdrawal.when.latest == date(2024, 3, 20)
    assert all(c.when.earliest is None for c in claims_of(text, "agree"))
