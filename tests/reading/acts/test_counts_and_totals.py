"""How many and how much: counts up to a night, totals, second doers without a verb, the rest, and what is all of a thing."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of, every_claim_of


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("As of last night, 349 Front fighters had handed in their weapons.", "unknown"),
        ("The last Front fighters handed in their weapons.", "all"),
    ],
)
def test_last_night_is_no_last_one(text: str, extent: str) -> None:
    (claim,) = claims_of(text, "hand-over-weapons")
    assert claim.extent == extent


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "The Front released 88 captives on Monday, bringing to 178 the number of captives it has freed.",
            [(88, 88), (178, 178)],
        ),
        ("The Front released 88 captives, bringing the total to more than 170.", [(88, 88), (171, None)]),
        ("The Front released 88 captives, bringing the number still held to 178.", [(88, 88)]),
        ("The Front released 88 captives, bringing the total to 40.", [(88, 88)]),
    ],
)
def test_a_total_is_told_beside_its_count(text: str, counts: list[tuple[float, float | None]]) -> None:
    told = [c for c in claims_of(text, "release") if c.quantity is not None]
    assert [(c.quantity.low, c.quantity.high) for c in told if c.quantity] == counts
    assert {c.actors[0].id for c in told} == {"front"}


def test_a_second_doer_without_a_verb() -> None:
    found = claims_of("The Front had freed 100 captives and Boran 125.", "release")
    assert {(c.actors[0].id, c.quantity.low) for c in found if c.quantity} == {("front", 100), ("boran", 125)}


def test_a_verb_of_ones_own_is_none_left_out() -> None:
    found = claims_of("The Front had freed 100 captives and Boran 125 soldiers lost.", "release")
    assert {c.actors[0].id for c in found if c.actors} <= {"front"}


@pytest.mark.parametrize(
    ("text", "act", "count"),
    [
        ("Boran freed 90 Sarland prisoners early on Monday, most of them women and children.", "release", 90),
        ("Boran is still holding 18 men whom it suspects of spying.", "detain", 18),
    ],
)
def test_what_follows_the_counted_does_not_hide_the_count(text: str, act: str, count: int) -> None:
    (claim,) = claims_of(text, act)
    assert claim.quantity is not None
    assert claim.quantity.low == count


def test_of_many_the_kind_is_the_doer() -> None:
    (claim,) = claims_of("Some 600 of the 2,000 registered militiamen have not disarmed.", "disarm")
    assert [p.label for p in claim.actors] == ["militiamen"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Some 214 Front fighters were disarmed in Kest. The remainder have kept their weapons.", [("front", "part")]),
        ("Some 30 Front captives were freed. The others have kept their guns.", []),
        ("The remainder have kept their weapons.", []),
    ],
)
def test_the_rest_who_keep_their_arms(text: str, found: list[tuple[str, str]]) -> None:
    kept = [c for c in every_claim_of(text) if c.polarity == "negated"]
    assert [(c.actors[0].id, c.extent) for c in kept] == found


@pytest.mark.parametrize(
    ("text", "act", "extent"),
    [
        ("The barricades on the Front's road had been removed on Monday.", "open-route", "all"),
        ("Barricades on the Front's road had been removed on Monday.", "open-route", "unknown"),
        ("Boran completely withdrew additional forces from Kest.", "withdraw", "all"),
        ("Boran withdrew additional forces from Kest.", "withdraw", "part"),
        ("The Front fighters have all left Kest.", "withdraw", "all"),
        ("The Front has given back everyone on the list.", "release", "all"),
    ],
)
def test_all_of_a_thing(text: str, act: str, extent: str) -> None:
    (claim,) = claims_of(text, act)
    assert claim.extent == extent
