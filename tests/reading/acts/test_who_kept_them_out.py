"""Who kept somebody from a place: also where he stands behind what they were kept from; and never the weather."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of, every_claim_of


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Monitors were prevented from entering Kest by Front fighters.", "obstruct-monitor"),
        ("A team was prevented from entering Kest by Front fighters who cited security concerns.", "obstruct-monitor"),
        ("An aid convoy was stopped from entering Kest by the Front.", "deny-passage"),
        ("Monitors were ordered to leave Kest by the Front.", "obstruct-monitor"),
    ],
)
def test_the_agent_stands_behind_what_they_were_kept_from(text: str, act: str) -> None:
    assert [[p.id for p in c.actors] for c in claims_of(text, act)] == [["front"]]


def test_who_holds_the_village_has_not_kept_them_out() -> None:
    text = "The convoy was prevented from reaching a village held by the Front."
    assert all(not c.actors for c in claims_of(text, "deny-passage"))


@pytest.mark.parametrize(
    "text", ["Fog kept the monitors from reaching Kest.", "Heavy rain prevented the convoy from reaching Kest."]
)
def test_the_weather_keeps_nobody_out(text: str) -> None:
    assert not [c for c in every_claim_of(text) if c.act in {"obstruct-monitor", "deny-passage", "detain"}]


def test_weather_and_roads_are_not_accused() -> None:
    text = "The Front said it would need another week to leave Kest, blaming flooded roads."
    assert [c.act for c in every_claim_of(text)] == ["request-extension"]
    assert not every_claim_of("The Front blamed the delay on rain.")
