"""What one voice tells of the other's soldiers, what a word taken up again tells, and participles that belong elsewhere."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of

from servanda.reading.claim import Claim


def ids(claim: Claim) -> list[str | None]:
    return [p.id for p in claim.actors]


@pytest.mark.parametrize(
    "text",
    [
        "The Boran army said its troops had left Kest. The Kest Front confirmed the soldiers were gone.",
        "The Boran army said its troops had left Kest. Rebels confirmed that the soldiers had left.",
        "The last platoon of the Boran army detachment in Kest packed up on Monday, residents said. "
        "Kest Front deputy chief Bo Jarra confirmed that the soldiers had left.",
    ],
)
def test_the_soldiers_are_those_told_of_not_those_of_who_speaks(text: str) -> None:
    assert [ids(c) for c in claims_of(text, "withdraw")] == [["boran"], ["boran"]]


def test_an_army_that_speaks_tells_of_its_own_soldiers() -> None:
    one = claims_of("Boran was pleased. The Kest Front's army said the soldiers had left Kest.", "withdraw")
    assert [ids(c) for c in one] == [["front"]]
    two = claims_of("Boran troops left Kest. Boran said the soldiers had also left Dolan.", "withdraw")
    assert [ids(c) for c in two] == [["boran"], ["boran"]]


@pytest.mark.parametrize(
    "told",
    [
        '"They are gone," residents said on Tuesday.',
        '"They are all gone," Kest Front spokesman Bo Jarra said.',
        '"They left in the night," residents said.',
        "They left with arms and baggage.",
    ],
)
def test_they_are_gone_is_the_withdrawal_told_before(told: str) -> None:
    first, again = claims_of(f"The last Boran soldiers left Kest on Monday. {told}", "withdraw")
    assert (ids(again), again.zone, again.extent, again.modality) == (["boran"], "kest", "all", "completed")
    assert again.when.earliest == again.when.latest == first.when.latest == date(2024, 3, 11)


@pytest.mark.parametrize(
    "told",
    [
        "They left for Dolan.",
        "They left three mines.",
        "Negotiators met. They left on Monday.",
        "They are rich.",
        "The good days are gone.",
        "If they are gone by Monday, we will celebrate.",
    ],
)
def test_they_left_is_none_where_something_else_is_left_or_others_are_told_of(told: str) -> None:
    assert len(claims_of(f"Boran soldiers left Kest. {told}", "withdraw")) == 1


def test_all_of_them_left_where_all_were_told_to() -> None:
    whole = claims_of("Boran troops left Kest on Monday. The Kest Front confirmed that the troops had left.", "withdraw")
    assert [c.extent for c in whole] == ["all", "all"]
    part = claims_of("Some Boran troops left Kest on Monday. The Kest Front confirmed that the troops had left.", "withdraw")
    assert part[-1].extent != "all"


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Boran troops fired on crowds trying to return to their villages, killing at least 15 people.", "boran"),
        ("Boran jets bombed a convoy heading to Kest, destroying six trucks.", "boran"),
        ("The Kest Front attacked soldiers guarding the bridge, killing four.", "front"),
    ],
)
def test_who_fired_killed_and_not_those_fired_upon(text: str, doer: str) -> None:
    assert {i for c in claims_of(text) for i in ids(c)} == {doer}


def test_a_crowd_that_storms_may_kill() -> None:
    stormed = claims_of("The army chased fighters who stormed the town, killing the mayor.")
    assert [p.words for c in stormed for p in c.actors] == ["fighters"]


@pytest.mark.parametrize(
    "text",
    [
        "Observers said that the headmaster abducted ten days ago by Kest Front fighters had been let go unharmed.",
        "The teacher seized last week by Kest Front fighters has been freed.",
        "The teacher seized by Kest Front fighters has been freed.",
    ],
)
def test_one_who_was_taken_takes_nobody_and_is_freed_by_nobody_named(text: str) -> None:
    assert all("headmaster" not in p.words and "teacher" not in p.words for c in claims_of(text, "detain") for p in c.actors)
    assert [ids(c) for c in claims_of(text, "release")] == [[]]


def test_a_passive_keeps_its_agent_over_a_day() -> None:
    (taken,) = claims_of("The headmaster was abducted ten days ago by Kest Front fighters.", "detain")
    assert ids(taken) == ["front"]
    assert taken.target is not None and "headmaster" in taken.target.words
