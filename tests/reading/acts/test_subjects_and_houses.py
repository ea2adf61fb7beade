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


def test_a_route_closed_to_traffic_by_somebody_was_closed_by_him() -> None:
    for between in ("to civilian traffic", "on Monday", "for two days"):
        (claim,) = claims_of(f"The Dolan road was closed {between} by Borani soldiers.", "block-route")
        assert [p.id for p in claim.actors] == ["boran"]


@pytest.mark.parametrize("aside", ["numbering approximately 60", "estimated at 60"])
def test_a_participle_between_commas_tells_more_of_the_subject(aside: str) -> None:
    (claim,) = claims_of(f"Front fighters, {aside}, were still present in Kest on 5 March.", "remain")
    assert [p.id for p in claim.actors] == ["front"]


@pytest.mark.parametrize(
    ("source", "doer"), [("Front militia", "front"), ("Front-held Dolan", None), ("Front territory", None), ("Dolan", None)]
)
def test_shots_that_came_from_fighters_are_theirs(source: str, doer: str | None) -> None:
    claims = claims_of(f"The Joint Watch has established that the shots fired at a bus in Kest on 5 March came from {source}.")
    assert [p.id for c in claims for p in c.actors] == ([doer] if doer else [])


def test_not_one_shot_was_made() -> None:
    (claim,) = claims_of('"Our units did not make a single shot," stated the representative of the Front, Ivar Toss.')
    assert ([p.id for p in claim.actors], claim.polarity) == (["front"], "negated")


def test_a_departure_put_back_is_a_date_moved() -> None:
    (claim,) = claims_of("Boran has put back its departure from Kest by two weeks, its minister said.", "extend-deadline")
    assert ([p.id for p in claim.actors], claim.adds_days, claim.zone) == (["boran"], 14, "kest")


def test_a_town_that_remains_occupied_by_somebody_has_him_in_it() -> None:
    (claim,) = claims_of("Kest remains occupied by the Front.", "remain")
    assert ([p.id for p in claim.actors], claim.modality, claim.zone) == (["front"], "under-way", "kest")
    (road,) = claims_of("The Dolan road remains blocked by the Front.", "block-route")
    assert [p.id for p in road.actors] == ["front"]
