"""Places and days at the head of a paragraph, days told beside a saying, and days told in pairs."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of, every_claim_of

from servanda.reading.times import dateline

BULLETIN = (
    "Kest, 4 March. Boran soldiers fired at the village.\n\n"
    "Dolan, 7 March. The Front fired back. Nobody was hurt.\n\n"
    "Access. On 11 March Boran soldiers shelled Kest again.\n"
)


def test_a_place_and_a_day_date_their_own_paragraph() -> None:
    days = [(c.when.earliest, c.when.latest) for c in claims_of(BULLETIN)]
    assert days == [(date(2024, 3, d), date(2024, 3, d)) for d in (4, 7, 11)]


def test_a_bulletin_has_no_dateline() -> None:
    assert dateline(BULLETIN, date(2024, 3, 15)) is None


def test_one_such_paragraph_puts_no_later_day_a_year_back() -> None:
    text = "Kest, 4 March. It was quiet.\n\nOn 11 March Boran soldiers shelled Dolan."
    (claim,) = claims_of(text)
    assert claim.when.earliest == date(2024, 3, 11)


def test_a_dateline_stays_one() -> None:
    assert dateline("KEST, 12 March (Agency) - Rebels left on 13 March.", date(2024, 3, 15)) == date(2024, 3, 12)
    assert dateline("Kest, 12 March. Rebels left the town.", date(2024, 3, 15)) == date(2024, 3, 12)


def test_the_day_of_a_saying_is_of_this_year() -> None:
    text = "The Front seized 300 rifles in May 2021. Its leader conceded in Dolan on 12 March that it had shelled Kest."
    (claim,) = claims_of(text)
    assert claim.when.latest == date(2024, 3, 12)


def test_what_goes_on_in_that_year_stays_there() -> None:
    text = "The Front seized Kest in May 2021. On 12 June it shelled Dolan."
    (claim,) = claims_of(text)
    assert claim.when.earliest == date(2021, 6, 12)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Asked about Kest, which the Front had until Thursday to leave, the Watch had no answer.", date(2024, 3, 14)),
        ("Asked whether it would leave Kest by Monday, the Front gave no answer.", date(2024, 3, 18)),
    ],
)
def test_being_asked_about_is_no_demand(text: str, last: date) -> None:
    days = [c.when.latest for c in claims_of(text, "withdraw")]
    assert all(day == last for day in days)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Boran shelled Kest on 4 and 5 March.", 4, 5),
        ("Boran shelled Kest on Monday and Tuesday.", 11, 12),
        ("Boran shelled Kest on 4 March and Dolan was quiet on 5 March.", 4, 4),
    ],
)
def test_two_days_running(text: str, first: int, last: int) -> None:
    claim = claims_of(text)[0]
    assert (claim.when.earliest, claim.when.latest) == (date(2024, 3, first), date(2024, 3, last))


def test_who_came_on_a_day_did_not_find_it_on_that_day_only() -> None:
    text = "Boran soldiers attacked Dolan on 4 March. Boran soldiers that entered Kest the next day found it empty."
    (claim,) = claims_of(text, "enter")
    assert claim.when.earliest == date(2024, 3, 5)


def test_a_complaint_bounds_what_is_found_of_it() -> None:
    text = "As to the complaint of the Front of 10 March, the Joint Watch found no sign of an attack."
    (claim,) = claims_of(text)
    assert (claim.polarity, claim.when.earliest, claim.when.latest) == ("negated", None, date(2024, 3, 10))


def test_the_day_of_an_attack_is_its_own() -> None:
    text = "The Joint Watch confirmed the attack of 10 March on Kest."
    assert any(c.when.earliest == date(2024, 3, 10) for c in every_claim_of(text) if c.act == "attack")
