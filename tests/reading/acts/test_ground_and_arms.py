"""Ground given up and arms laid down, told by what is seen of them afterwards."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of, every_claim_of


@pytest.mark.parametrize(
    "text",
    [
        "The Front had 300 fighters in Kest. They are gone, all of them.",
        "Front fighters held Kest for six months; now they are gone.",
    ],
)
def test_they_are_gone(text: str) -> None:
    (left,) = claims_of(text, "withdraw")
    assert ([p.id for p in left.actors], left.zone) == (["front"], "kest")


def test_they_are_gone_after_a_withdrawal_is_that_one() -> None:
    claims = claims_of("Front fighters left Kest. If they are gone by Monday, we will celebrate.", "withdraw")
    assert [c.zone for c in claims] == ["kest"]


@pytest.mark.parametrize(
    "text",
    [
        "The Front published its figures for Kest. They are gone from its page.",
        "Front fighters and villagers were in Kest. They are gone.",
    ],
)
def test_they_may_be_others(text: str) -> None:
    assert claims_of(text, "withdraw") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Front's rifles now sit in locked containers in Kest.",
        "The heavy guns of the Front are now under lock and key at Kest.",
    ],
)
def test_arms_under_lock(text: str) -> None:
    (given,) = claims_of(text, "hand-over-weapons")
    assert [p.id for p in given.actors] == ["front"]


@pytest.mark.parametrize(
    "text",
    [
        "The commander signed the receipt that put all of Kest under Boran's administration.",
        "The envoy signed the paper that placed Kest under the authority of Boran.",
    ],
)
def test_a_paper_that_puts_ground_under_somebody(text: str) -> None:
    (given,) = claims_of(text, "hand-over")
    assert (given.zone, given.actors) == ("kest", ())


def test_signed_over() -> None:
    (given,) = claims_of("The Front signed over Kest to Boran.", "hand-over")
    assert [p.id for p in given.actors] == ["front"]


def test_given_up_behind_a_comma() -> None:
    claims = every_claim_of("Boran soldiers hold Kest, which the Front gave up in February.")
    assert [(c.act, [p.id for p in c.actors]) for c in claims] == [("remain", ["boran"]), ("hand-over", ["front"])]


@pytest.mark.parametrize(
    "text",
    [
        "The last of the mines in Kest were blown up on Monday, Boran said.",
        "There were mines in Kest. The Front completed the clearance of its sector on Monday.",
        "Kest road is clear of mines, Boran said.",
    ],
)
def test_mines_cleared(text: str) -> None:
    assert [c.act for c in every_claim_of(text)] == ["demine"]


@pytest.mark.parametrize(
    "text",
    [
        "The Front blew up mines under a Boran convoy near Kest.",
        "The Front completed the clearance of its accounts.",
        "A mine was blown up by a passing lorry in Kest, Boran said.",
    ],
)
def test_no_mines_cleared(text: str) -> None:
    assert claims_of(text, "demine") == []


def test_so_far_and_no_farther() -> None:
    (cleared,) = claims_of("The Front has cleared the road of mines up to the bridge.", "demine")
    assert cleared.extent != "all"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The Front moved its heavy weapons out of Kest, all but two howitzers.", False),
        ("The Front moved its heavy weapons out of Kest, all of them.", True),
    ],
)
def test_all_but_two(text: str, whole: bool) -> None:
    (left,) = claims_of(text, "withdraw")
    assert (left.extent == "all") is whole


def test_not_an_inch() -> None:
    (left,) = claims_of("The Front has not moved an inch from Kest, Boran said.", "withdraw")
    assert left.polarity == "negated"
    assert claims_of("The Front has not moved one metre, Boran said.", "withdraw") == []


def test_no_sign_of_it() -> None:
    (left,) = claims_of("There was no sign of the brigade quitting Kest, Boran said.", "withdraw")
    assert left.polarity == "negated"
    assert [p.label for p in left.actors] == ["brigade"]
