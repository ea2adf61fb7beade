"""Who answers an attack is not who began it; nor are 'they' who fire on 'us' the ones who speak."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of
from tests.reading.claims import claims_in

TWO_STATES = """
servanda: 1
id: x
title: x
actors:
  norland: {name: Norland, aliases: [Norland army], role: signatory}
  osten: {name: Osten, aliases: [Osten army], role: signatory}
zones:
  oma: {name: Oma}
terms:
  t: {norm: prohibition, bearer: [norland, osten], act: attack}
"""


@pytest.mark.parametrize(
    "text",
    [
        "Norland violates ceasefire in Oma, forces retaliating",
        "Officers said the security forces are retaliating strongly to the latest ceasefire violation by Norland troops.",
        "Norland troops fired on Osten posts in Oma and the army is retaliating.",
        "Norland violated the ceasefire in Oma. Troops retaliated.",
    ],
)
def test_whoever_retaliates_is_the_other_side(text: str) -> None:
    (reply,) = (c for c in claims_in(text, TWO_STATES, date(2024, 6, 10)) if c.words.startswith("retaliat"))
    assert [p.id for p in reply.actors] == ["osten"]


def test_a_side_told_by_name_to_retaliate_does() -> None:
    text = "Norland troops fired on Osten posts in Oma, and Norland troops retaliated again on Monday."
    claims = [c for c in claims_in(text, TWO_STATES, date(2024, 6, 10)) if c.act == "attack"]
    assert {p.id for c in claims for p in c.actors} == {"norland"}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The army is retaliating strongly to the latest ceasefire violation by Borani troops.", "completed"),
        ("The army responded swiftly to a ceasefire violation by Borani troops.", "completed"),
        ("The army will respond to a ceasefire violation by Borani troops.", "possible"),
    ],
)
def test_what_is_answered_has_happened(text: str, modality: str) -> None:
    (claim,) = claims_of(text, "breach-ceasefire")
    assert ([p.id for p in claim.actors], claim.modality) == (["boran"], modality)


def test_they_who_fire_on_us_are_not_we() -> None:
    text = (
        'Joint Watch spokesman Arn Tolo said one of its patrols had come under attack. "They are firing on our men," he said.'
    )
    assert [c.actors for c in claims_of(text)] == [(), ()]


@pytest.mark.parametrize(
    "text",
    [
        "Boran left Dolan, rebels shelling the road.",
        "Boran left Dolan, the Front shelling the road behind it.",
    ],
)
def test_behind_a_comma_a_participle_has_its_own_doer(text: str) -> None:
    (claim,) = claims_of(text)
    assert [p.id for p in claim.actors] == ["front"]


@pytest.mark.parametrize(
    "text",
    [
        "The Front called for an end to drone and missile attacks on towns.",
        "The Front continued to advocate for an end to long-range rocket and mortar attacks on towns.",
        "The Front has long argued for an end to the shelling of Dolan.",
    ],
)
def test_who_wants_an_end_to_attacks_does_not_attack(text: str) -> None:
    assert not claims_of(text)
    (claim,) = claims_of(text, "cease-fire")
    assert claim.modality == "requested"
