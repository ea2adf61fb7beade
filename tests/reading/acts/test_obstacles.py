"""Roads told by what bars them, and places told by what they have gone through."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of, claims_under, every_claim_of


@pytest.mark.parametrize(
    "text",
    [
        "The Front removed the blocks on the road to Kest.",
        "The Front has taken away the last of the containers across the road to Kest.",
        "The Front took down the earth berm across the highway to Kest.",
    ],
)
def test_what_bars_a_road_is_taken_away(text: str) -> None:
    (opened,) = claims_of(text, "open-route")
    assert [p.id for p in opened.actors] == ["front"]
    assert opened.polarity == "affirmed"


@pytest.mark.parametrize(
    "text",
    [
        "Felled trees still lay across the road to Kest, the Front said.",
        "Two of the concrete barriers on the road to Kest are still there, the Front said.",
        "The chain across the Kest crossing is still in place, Boran said.",
    ],
)
def test_what_still_bars_a_road(text: str) -> None:
    (barred,) = claims_of(text, "block-route")
    assert barred.modality == "under-way"
    assert barred.actors == ()


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Front fighters felled trees across the road to Kest.", "front"),
        ("Boran soldiers strung a chain across Highway 4.", "boran"),
    ],
)
def test_a_bar_that_somebody_puts_there(text: str, doer: str) -> None:
    (barred,) = claims_of(text, "block-route")
    assert [p.id for p in barred.actors] == [doer]


@pytest.mark.parametrize(
    "text",
    [
        "A bank of Boran removed a block on the Front's accounts.",
        "The Front removed containers from a depot near the road to Kest.",
        "Villagers in Kest felled trees for firewood, the Front said.",
        "Debris lay on the road to Kest, the Front said.",
        "Fallen trees lay across the road to Kest, the Front said.",
    ],
)
def test_what_bars_no_road(text: str) -> None:
    assert not [c for c in every_claim_of(text) if c.act in {"open-route", "block-route"}]


@pytest.mark.parametrize(
    "head",
    [
        "Aid reaches besieged Kest",
        "UN convoy enters blockaded Kest",
        "Watch team visits shelled Kest",
        "Hundreds in captured Kest",
    ],
)
def test_what_a_place_has_gone_through_is_no_act(head: str) -> None:
    assert not [c for c in claims_under(head) if c.act in {"block-route", "attack", "capture"}]


@pytest.mark.parametrize(
    ("head", "act"),
    [
        ("Front fighters besieged Kest", "block-route"),
        ("Boran tanks shelled Kest", "attack"),
        ("Rebels captured Kest", "capture"),
    ],
)
def test_a_past_form_behind_its_doer_is_one(head: str, act: str) -> None:
    assert [c.act for c in claims_under(head)] == [act]


def test_the_day_of_its_undoing_is_not_its_own() -> None:
    (opened,) = claims_of(
        "The Kest road had been reopened by Boran, only to be cut again on Wednesday by landslides.", "open-route"
    )
    assert opened.when.earliest is None
