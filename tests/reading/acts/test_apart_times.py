"""Days that a clause keeps to itself, and the day that a participle shares with its main verb."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "On 5 March the Front, grossly violating the ceasefire, opened fire on Boran troops in Kest.",
        "At 0340 hours on 5 March the Front, openly violating the truce, opened fire with mortars on Kest.",
        "On 5 March the Front opened fire on Kest, grossly violating the ceasefire.",
    ],
)
@pytest.mark.parametrize("act", ["attack", "breach-ceasefire"])
def test_a_participle_shares_the_day_of_its_verb(text: str, act: str) -> None:
    (claim,) = claims_of(text, act)
    assert claim.when.earliest == claim.when.latest == date(2024, 3, 5)


@pytest.mark.parametrize(
    "text",
    [
        "Kest has not been handed over to Boran; the Front has until 31 March to leave.",
        "Boran has not handed over Kest; its soldiers will stay there until 31 March.",
    ],
)
def test_the_day_behind_a_semicolon_is_of_its_own_clause(text: str) -> None:
    (claim,) = claims_of(text, "hand-over")
    assert claim.polarity == "negated"
    assert claim.when.latest == date(2024, 3, 15)


def test_what_follows_it_may_still_date_it() -> None:
    (claim,) = claims_of("The Front handed over Kest to Boran; this took place on 4 March.", "hand-over")
    assert claim.when.earliest == claim.when.latest == date(2024, 3, 4)


def test_the_day_of_what_is_contended_is_not_that_of_the_denial() -> None:
    text = "Boran denies having done so and contends that it completed the work in Kest on 8 March."
    assert [c.when.latest for c in claims_of(text, "deny")] == [date(2024, 3, 15)]


@pytest.mark.parametrize("since", ["January", "Monday"])
def test_what_a_when_dates_was_then(since: str) -> None:
    text = f"The Front has held Kest since {since}, when it seized it in a raid."
    (seized,) = claims_of(text, "capture")
    assert seized.when.latest == (date(2024, 1, 31) if since == "January" else date(2024, 3, 11))


def test_what_goes_on_is_told_up_to_the_day_of_telling() -> None:
    (there,) = claims_of("Front troops were still in Kest this week.", "remain")
    assert there.when.latest == date(2024, 3, 15)


@pytest.mark.parametrize(
    ("how_often", "day"), [("on two occasions", None), ("with mortars", date(2024, 3, 4))], ids=["occasions", "once"]
)
def test_several_occasions_are_not_the_day_told_before(how_often: str, day: date | None) -> None:
    text = f"On 4 March a farmer was shot by the Front in Dolan. Front troops shelled Kest {how_often}."
    assert claims_of(text)[-1].when.earliest == day


@pytest.mark.parametrize(("text", "going_on"), [("March 4: Front guns shell Kest.", False), ("Front guns shell Kest.", True)])
def test_an_entry_of_a_diary_tells_a_deed(text: str, going_on: bool) -> None:
    (claim,) = claims_of(text)
    assert claim.modality == ("under-way" if going_on else "completed")


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ("on the fourth of March", 4, 4),
        ("on Sunday the tenth of March", 10, 10),
        ("on March the second", 2, 2),
        ("on the night of the thirteenth of March 2024", 13, 13),
        ("in the first week of March", 1, 7),
    ],
)
def test_a_day_in_words(day: str, first: int, last: int) -> None:
    (claim,) = claims_of(f"The Front attacked Kest {day}.")
    assert (claim.when.earliest, claim.when.latest) == (date(2024, 3, first), date(2024, 3, last))
