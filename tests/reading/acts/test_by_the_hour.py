"""Hours of a day: 'before noon on Monday' is not before Monday; and times that are of another number, or still to come."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of, every_claim_of


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("The Front left Kest shortly before midnight on Monday.", "2024-03-11", "2024-03-11"),
        ("The Front left Kest shortly before noon on Monday.", "2024-03-11", "2024-03-11"),
        ("The Front left Kest before noon on Monday.", "None", "2024-03-11"),
        ("The Front left Kest just after midnight on Monday.", "2024-03-11", "2024-03-12"),
        ("The Front must leave Kest before midnight on 20 March.", "None", "2024-03-20"),
        ("The Front left Kest before Monday.", "None", "2024-03-10"),
    ],
)
def test_before_an_hour_of_a_day_is_up_to_the_day(text: str, earliest: str, latest: str) -> None:
    (claim,) = every_claim_of(text)
    assert (str(claim.when.earliest), str(claim.when.latest)) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "The Joint Watch recorded 14 exchanges of fire in Kest, compared with 22 in the previous week.",
        "There were 14 attacks in Dolan, up from 9 last month.",
    ],
)
def test_the_time_of_what_it_is_compared_with_is_not_its_own(text: str) -> None:
    (claim,) = claims_of(text)
    assert claim.when.earliest is None


def test_more_than_a_number_keeps_its_day() -> None:
    (claim,) = claims_of("The Front fired more than 30 shells at Kest on Monday.")
    assert str(claim.when.latest) == "2024-03-11"


@pytest.mark.parametrize(
    "text",
    [
        "Boran warned it would attack if the Front was still in Kest by Sunday.",
        "Boran said that if the Front was still in Kest by Sunday, it would attack.",
    ],
)
def test_the_day_of_a_condition_for_what_would_come_lies_ahead(text: str) -> None:
    (claim,) = claims_of(text)
    assert str(claim.when.latest) == "2024-03-17"


def test_the_month_of_an_agreement_bounds_no_act() -> None:
    (claim,) = every_claim_of("The Front left Kest five days after the date fixed in the January agreement.")
    assert claim.when.earliest is None


def test_an_estimate_of_their_number_is_nobodys_word() -> None:
    text = "Fewer than half of the Front's estimated 900 fighters had handed in their weapons, according to the Joint Watch."
    (claim,) = every_claim_of(text)
    assert claim.speaker.actor == "watch"


def test_the_day_it_was_due_is_not_the_day_it_takes_place() -> None:
    text = "Boran and the Front met in Kest. The withdrawal, due on 20 March, will now take place on 27 March."
    (claim,) = claims_of(text, "withdraw")
    assert str(claim.when.earliest) == "2024-03-27"


def test_the_day_a_truce_was_to_expire_is_the_old_one() -> None:
    (claim,) = claims_of("The truce, due to expire on 20 March, was extended by two weeks.", "extend-deadline")
    assert (claim.new_due, str(claim.old_due), claim.adds_days) == (None, "2024-03-20", 14)
