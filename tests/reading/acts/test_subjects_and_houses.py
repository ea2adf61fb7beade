"""Who does it behind a name in commas, days behind a clause that a comma closes, and houses that somebody is in."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of


def test_who_is_named_in_commas_behind_according_to_speaks_and_does_nothing() -> None:
    text = "According to the words of the governor of Dolan, General Tomas Arden, the gang of separatists does not want to leave Kest."
    (claim,) = claims_of(text, "withdraw")
    assert ([p.id for p in claim.actors], claim.modality, claim.speaker.name) == (["front"], "refused", "Tomas Arden")


def test_gangs_of_a_people_are_no_party() -> None:
    assert [p.id for p in claims_of("Gangs of young Boranis attacked Kest.")[0].actors] == [None]


def test_not_one_barrel_is_no_weapon_given_up() -> None:
    (claim,) = claims_of("The Front does not want to give up even one barrel of weapon.", "hand-over-weapons")
    assert claim.modality == "refused"


@pytest.mark.parametrize("opening", [" it", " that it", " whom it", ", whom it"])
def test_what_follows_the_comma_that_closes_a_clause_is_of_the_main_one(opening: str) -> None:
    text = f"The Front freed 60 prisoners{opening} had promised to release, in an exchange on Wednesday."
    claim = claims_of(text, "release")[0]
    assert (claim.modality, claim.when.earliest, claim.when.latest) == ("completed", date(2024, 3, 13), date(2024, 3, 13))


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("Borani soldiers remained in the school building in Kest.", True),
        ("Borani soldiers remained in the school in Kest.", True),
        ("Borani soldiers remained in the hospital building in Kest.", True),
        ("Two wounded Borani soldiers remain in the hospital in Kest.", False),
        ("Former child soldiers remain in school in Kest.", False),
    ],
)
def test_soldiers_in_a_school_building_are_there(text: str, there: bool) -> None:
    assert bool(claims_of(text, "remain")) is there
