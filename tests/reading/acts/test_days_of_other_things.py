"""Days of what went before an act, of other deeds of its doers, and of what passed: none of them is the act's."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of


def test_days_earlier_of_what_went_before() -> None:
    """'Following a coup staged five days earlier': the day of the coup."""
    for text in (
        "Following a coup staged five days earlier, the rebels seized Dolan.",
        "After a coup five days earlier the rebels seized Dolan.",
    ):
        (seized,) = claims_of(text, "capture")
        assert seized.when.earliest is None
    (seized,) = claims_of("The rebels seized Dolan on 10 March, after a coup staged five days earlier.", "capture")
    assert seized.when.earliest == seized.when.latest == date(2024, 3, 10)


@pytest.mark.parametrize("word", ["Following", "After"])
def test_a_day_of_what_went_before_bounds_the_act(word: str) -> None:
    """What follows it is not earlier."""
    (seized,) = claims_of(f"{word} a vote held on 3 March, the rebels seized Dolan.", "capture")
    assert (seized.when.earliest, seized.when.latest) == (date(2024, 3, 3), date(2024, 3, 15))


def test_what_the_doers_did_before_has_its_own_day() -> None:
    """'The forces that took X on the 20th took Y'."""
    first, next_ = claims_of("The forces that invaded Kest on 20 February seized more areas of Dolan.", "capture")
    assert first.when.earliest == date(2024, 2, 20)
    assert next_.when.earliest is None


def test_following_as_a_preposition() -> None:
    """'Captured Dolan following a vote': what was captured is Dolan."""
    (seized,) = claims_of("The rebels captured Dolan following a vote.", "capture")
    assert ([p.id for p in seized.actors], seized.zone) == (["front"], "dol")


@pytest.mark.parametrize(
    "text",
    [
        "Today, on 15 March, 16 years passed since the breach of the ceasefire by the Front.",
        "Today marks two years since the Front broke the ceasefire.",
        "On Monday 16 years had passed since the Front broke the ceasefire.",
    ],
)
def test_what_happened_long_since_is_not_of_today(text: str) -> None:
    """The day is that of the anniversary."""
    (breach,) = claims_of(text, "breach-ceasefire")
    assert breach.when.earliest is None


def test_a_day_after_an_event_without_a_day() -> None:
    """'One day after it fell' counts from no day told elsewhere in the text."""
    text = "The fighting followed the 2 March truce. The army attacked Dolan, one day after it fell to the Front."
    attack = [c for c in claims_of(text) if c.zone == "dol"]
    assert [c.when.earliest for c in attack] == [None]


def test_the_day_of_what_came_weeks_after() -> None:
    """'Restored calm on Monday, weeks after they shut the road': Monday is not of the shutting, and what is shelled then is."""
    (shut,) = claims_of(
        "The army on Monday restored calm in Dolan three weeks after the Front blocked the road.", "block-route"
    )
    assert shut.when.earliest is None
    for text in (
        "On Monday, a week after the Front blocked the road, the army shelled Dolan.",
        "On Monday, three days since the truce began, the army shelled Dolan.",
        "On Monday, two days after the truce, the army shelled Dolan.",
    ):
        (attack,) = claims_of(text)
        assert attack.when.earliest == date(2024, 3, 11)
