"""Deeds that were not sanctioned, what is insisted on, whom a warning is against, mutineers, rows of infinitives, where one spoke."""

from __future__ import annotations

import pytest
from tests.reading.acts.test_bodies_and_hosts import of_mali
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "The Front maintained that the fighting was not endorsed by its leaders.",
        "The shelling was not authorised by the army.",
        "The Front said the attack on its camp had pushed the truce to the brink.",
    ],
)
def test_what_was_not_sanctioned_took_place(text: str) -> None:
    """Nor is what pushes somebody asked for."""
    (fired,) = claims_of(text)
    assert (fired.modality, fired.polarity) == ("completed", "affirmed")


def test_men_of_fighting_age_fight_nobody() -> None:
    """'Fighting age'."""
    assert not claims_of("Boran gave the rebels and all men of fighting age a choice.")


def test_who_insists_that_somebody_leave_wants_it() -> None:
    """'Insisted that X leave', and 'that X left'."""
    (wanted,) = claims_of("The Front insisted that Boran leave Kest.", "withdraw")
    (told,) = claims_of("The Front insisted that Boran left Kest.", "withdraw")
    assert (wanted.modality, told.modality) == ("requested", "completed")


def test_what_a_commission_is_for_is_not_done() -> None:
    """'To lead a commission to restore the truce'."""
    assert all(c.modality == "possible" for c in claims_of("A man is to lead a commission to restore the ceasefire.", "resume"))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The Front promised to free men whom it holds, leave Kest and hand over its guns.", "withdraw"),
        ("Boran agreed to protect those who wish to stay, free the captives and open the road to Kest.", "open-route"),
        ("Boran agreed to protect those who wish to stay, free the captives and open the road to Kest.", "release"),
    ],
)
def test_a_row_of_infinitives_goes_on_behind_a_clause(text: str, act: str) -> None:
    """'To free men whom it holds, leave Z and …': all of it is promised."""
    (claim,) = claims_of(text, act)
    assert claim.modality == "promised"


def test_a_not_of_its_own() -> None:
    """'Would keep the truce but not lay down its arms', 'will sign and not attack'."""
    (arms,) = claims_of("The Front said it would respect the truce but not lay down its arms.", "hand-over-weapons")
    assert arms.modality == "refused"
    (fire,) = claims_of("The Front will sign the truce and not attack Kest.")
    assert (fire.modality, fire.polarity) == ("announced", "negated")


def test_troops_that_withdraw_from_centres_suspend_nothing() -> None:
    """'Withdraw its formations from the regional centres' is no leaving of a forum."""
    text = "The Front shall withdraw its formations from the regional centres of Kest and Dolan."
    assert not claims_of(text, "suspend")
    assert {c.zone for c in claims_of(text, "withdraw")} == {"kest", "dol"}
    assert claims_of("Boran withdrew from the talks.", "suspend")


def test_a_warning_is_against_whoever_did_it() -> None:
    """'Issued a warning against X for setting up camps'."""
    (camps,) = claims_of("Boran issued a warning against the Front for allegedly setting up camps in Kest.", "deploy")
    assert ([p.id for p in camps.actors], camps.modality) == (["front"], "alleged")


def test_ground_rules_are_rules() -> None:
    """'Violated the ground rules' is a charge, and 'rules' no verb of saying."""
    (broke,) = claims_of("The watch admitted that Borana troops have violated the ceasefire ground rules.", "breach-ceasefire")
    assert [p.id for p in broke.actors] == ["boran"]
    assert broke.speaker is None or broke.speaker.actor != "boran"


@pytest.mark.parametrize(
    "text", ["A gunfight near Kest that killed ten people ended.", "There were talks in Kest, which wounded nobody."]
)
def test_no_place_kills(text: str) -> None:
    """'Near X that killed ten': not X."""
    assert all(not c.actors for c in claims_of(text))


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Kest was taken by disgruntled soldiers on Monday.", [None]),
        ("Mutinous Malian troops have captured Kest.", [None]),
        ("Malian troops have captured Kest.", ["mali"]),
        ("Soldiers have captured Kest.", ["mali"]),
    ],
)
def test_mutineers_are_not_the_states(text: str, actors: list[str | None]) -> None:
    """A state's soldiers, until they rise against it or leave it."""
    (taken,) = of_mali(text, "capture")
    assert [p.id for p in taken.actors] == actors


def test_whose_forces_on_a_day_did_it() -> None:
    """'X, whose forces on Friday shelled it'."""
    (fired,) = claims_of("Boran, whose forces on Monday shelled Kest, left Dolan.")
    assert [p.id for p in fired.actors] == ["boran"]


def test_who_took_one_place_did_not_fight_over_the_other() -> None:
    """'The fighting in X and the seizure of Y by Z'."""
    (fight,) = claims_of("The council is concerned about the fighting in Kest and the seizure of Dolan by the Front.")
    assert not fight.actors


def test_somebody_fired_is_not_shot_at() -> None:
    """'Plans to fire them'."""
    assert not claims_of("Soldiers of Boran rebelled over plans to fire them.")


def test_every_violation_to_be_answered_is_none_told() -> None:
    """'Would answer every violation'."""
    assert all(
        c.modality == "possible" for c in claims_of("Boran will answer every violation of the truce.", "breach-ceasefire")
    )


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Speaking in Kest, he said the Front had shelled the army.", "attack"),
        ("Youths near Kest demanded the departure of Borana troops from the front line.", "withdraw"),
        ("Youths near Kest protested so that Boran could attack the north.", "attack"),
    ],
)
def test_where_one_spoke_and_the_front_line_are_not_the_town(text: str, act: str) -> None:
    """A place of saying, and places without a name."""
    (claim,) = claims_of(text, act)
    assert claim.zone is None
