"""Captives: moved to another jail they are not free, who holds no more holds none, who came home is held no more."""

from __future__ import annotations

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
