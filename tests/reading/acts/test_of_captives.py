"""Captives: moved to another jail they are not free, who holds no more holds none, who came home is held no more."""

from __future__ import annotations

from datetime import date

from tests.reading.boran import claims_of


def test_another_jail_is_no_release() -> None:
    assert claims_of("Boran transferred the prisoners to another jail.", "release") == []
    assert [c.modality for c in claims_of("Boran transferred the prisoners to the Front.", "release")] == ["completed"]


def test_no_more_is_none_and_no_more_than_is_some() -> None:
    (none,) = claims_of("The Front holds no more prisoners, its spokesman said.", "detain")
    (some,) = claims_of("The Front holds no more than 20 prisoners.", "detain")
    assert (none.polarity, some.polarity) == ("negated", "affirmed")


def test_who_has_come_home_is_not_held() -> None:
    assert claims_of("All Boran soldiers held by the Front have come home, Boran said.", "detain") == []
    assert claims_of("Boran soldiers held by the Front are ill.", "detain") != []


def test_to_return_to_a_place_is_about_that_place() -> None:
    (back,) = claims_of("Displaced families were prevented from returning to Kest by Boran.", "return-displaced")
    assert (back.zone, back.polarity) == ("kest", "negated")


def test_to_whom_they_are_handed_is_no_place() -> None:
    (freed,) = claims_of("Boran handed 20 prisoners to the Red Cross.", "release")
    assert (freed.zone, freed.zone_words) == (None, None)
    assert claims_of("The prisoners were transferred to Dolan.", "release") == []


def test_a_deadline_that_is_transferred_is_moved() -> None:
    (moved,) = claims_of(
        "The term of the withdrawal of the Boran troops from Kest was transferred to 25 March.", "extend-deadline"
    )
    assert moved.new_due == date(2024, 3, 25)


def test_by_the_morning_is_nobody() -> None:
    (left,) = claims_of("By the morning all the Boran equipment was already taken out from Kest.", "withdraw")
    assert [p.id for p in left.actors] == ["boran"]
