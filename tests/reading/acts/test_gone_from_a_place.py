"""Those who leave: the last of a group that cross out, reinforcements that go home, and where they go."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of, every_claim_of


@pytest.mark.parametrize(
    "text",
    [
        "The last group of Front rebels operating in Kest crossed into Sarland on Monday.",
        "All the Front fighters crossed from Kest into Sarland on Monday.",
    ],
)
def test_the_last_who_cross_out_have_left(text: str) -> None:
    (claim,) = [c for c in every_claim_of(text) if c.act in {"withdraw", "advance", "remain"}]
    assert (claim.act, claim.zone, claim.extent) == ("withdraw", "kest", "all")


@pytest.mark.parametrize(
    "text",
    [
        "The last group of Front rebels crossed into Kest on Monday.",
        "Front fighters operating in Kest crossed into Sarland on Monday.",
    ],
)
def test_other_crossings_are_no_withdrawal(text: str) -> None:
    assert claims_of(text, "withdraw") == []


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("The Front fighters holding Kest left on Monday.", False),
        ("The Front fighters holding Kest did not leave on Monday.", True),
        ("The Front fighters holding Kest will leave on Monday.", True),
        ("The Front fighters holding Kest left Dolan on Monday.", True),
    ],
)
def test_who_has_left_is_there_no_more(text: str, there: bool) -> None:
    assert bool(claims_of(text, "remain")) is there


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Boran reinforcements have gone home.", "withdraw"),
        ("Boran announced the withdrawal of its reinforcements.", "withdraw"),
        ("The removal of reinforcements from Kest began.", "withdraw"),
        ("The return of Boran reinforcements to their bases was confirmed.", "withdraw"),
        ("Boran sent reinforcements to Kest.", "reinforce"),
        ("Boran reinforcements were seen in Kest.", "reinforce"),
    ],
)
def test_reinforcements(text: str, act: str) -> None:
    acts = {c.act for c in every_claim_of(text)} & {"withdraw", "reinforce"}
    assert acts == {act}


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Kest is calm. The Front fighters had all left on Sunday in the direction of Dolan.", "kest"),
        ("Front fighters advanced on Sunday in the direction of Dolan.", "dol"),
    ],
)
def test_a_direction_is_a_goal(text: str, zone: str) -> None:
    (claim,) = [c for c in every_claim_of(text) if c.act in {"withdraw", "advance"}]
    assert claim.zone == zone


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Front fighters are still deployed within three kilometres of Kest.", "kest"),
        ("Front fighters are still deployed within forty kilometres of Kest.", None),
    ],
)
def test_within_a_walk_is_near(text: str, zone: str | None) -> None:
    (claim,) = claims_of(text, "remain")
    assert claim.zone == zone
