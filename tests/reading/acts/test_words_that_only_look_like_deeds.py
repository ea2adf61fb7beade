"""What is wound up, what one does not do, who comes down a hill, and roads that remain closed."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of, every_claim_of
from tests.reading.claims import claims_in

ROADS = """
servanda: 1
id: x
title: x
actors:
  boran: {name: Boran, role: signatory}
  front: {name: Kest Front, aliases: [Front], role: signatory}
zones:
  way: {name: Kest-Dolan road}
  kest: {name: Kest}
terms:
  t: {norm: obligation, bearer: [front], act: open-route, zone: way, due: {by: 2024-03-10}}
"""


@pytest.mark.parametrize(
    ("text", "attacked"),
    [
        ("Boran forces wound up their mission in Kest on Monday.", False),
        ("Boran forces wounded two men in Kest on Monday.", True),
        ("One does not fire on priests, the Front said.", False),
        ("The Front did not fire on priests.", True),
    ],
)
def test_no_attack(text: str, attacked: bool) -> None:
    assert bool(claims_of(text)) is attacked


def test_who_comes_down_the_hill_may_be_armed() -> None:
    assert claims_of("Twenty Boran soldiers came down from the hills in buses.", "disarm") == []
    assert claims_of("Twenty Front fighters came out of the bush.", "disarm")


def test_a_clause_of_time_is_nobody_who_speaks() -> None:
    text = (
        '"The Front has handed over all the prisoners on our list, every one of the 27," the minister, Colonel Tarek Holm, '
        "told this newspaper as mothers pushed past the cordon."
    )
    assert {c.speaker.name for c in every_claim_of(text)} == {"Tarek Holm"}


@pytest.mark.parametrize("text", ["Boran said on Thursday that the Kest-Dolan road remained closed."])
def test_what_remained_so_is_of_the_day_of_saying(text: str) -> None:
    (claim,) = [c for c in claims_in(text, ROADS, date(2024, 3, 15)) if c.act == "block-route"]
    assert (claim.modality, claim.when.earliest) == ("under-way", date(2024, 3, 14))


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("We drove along the Kest-Dolan road. The Front still keeps two roadblocks, at Pell and at Sorn.", "way"),
        ("We drove along the Kest-Dolan road. The Front still keeps two roadblocks on the road to Pell.", None),
        ("It rained.\n\nThe Front still keeps two roadblocks, at Pell and at Sorn.", None),
    ],
)
def test_barriers_at_places_of_a_road_just_told(text: str, zone: str | None) -> None:
    (claim,) = [c for c in claims_in(text, ROADS, date(2024, 3, 15)) if c.act == "block-route"]
    assert claim.zone == zone


def test_who_is_still_held_may_be_anywhere() -> None:
    text = "Boran soldiers left Kest on Monday. Fourteen people are still being held."
    (claim,) = claims_of(text, "detain")
    assert claim.zone is None
