"""What one is warned against, foretold resumptions, accidents, places that do nothing, days of a truce that ended a war."""

from __future__ import annotations

import pytest
from tests.reading.acts.test_bodies_and_hosts import of_mali
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    ("text", "act", "actor"),
    [
        ("The envoy had warned Boran against launching any attack on rebels in Kest.", "attack", "boran"),
        ("The envoy cautioned the Front against leaving Kest.", "withdraw", "front"),
    ],
)
def test_what_one_is_warned_against_is_asked_not_to_be_done(text: str, act: str, actor: str) -> None:
    """'Warned X against it' asks X not to do it."""
    (claim,) = claims_of(text, act)
    assert ([p.id for p in claim.actors], claim.modality, claim.polarity) == ([actor], "requested", "negated")


def test_a_foretold_resumption_is_no_fighting() -> None:
    """'Predict a resumption of fighting'; 'after a resumption of fighting' tells of some."""
    assert all(c.modality == "possible" for c in claims_of("Analysts predict a resumption of fighting in Kest."))
    (fight,) = claims_of("Thousands fled after the resumption of fighting in Kest.")
    assert fight.modality == "completed"


def test_who_responds_to_shelling_has_not_shelled() -> None:
    """'Responded to the shelling': there was some, by somebody else."""
    (fired,) = claims_of("Boran responded to the shelling of Kest.")
    assert (fired.modality, fired.actors) == ("completed", ())


def test_accidents_are_no_attacks() -> None:
    """'The accidental explosion of an arms cache killed two'."""
    assert not claims_of("The accidental explosion of an arms cache in Kest killed two.")
    assert claims_of("The explosion of a mine in Kest killed two.")


@pytest.mark.parametrize(
    "text",
    [
        "The army clashed with rebels in Kest, and fighters loyal to Boran shelled Dolan.",
        "The army and rebels clashed in the Dolan neighbourhood of Kest, and fighters loyal to Boran shelled the town.",
    ],
)
def test_no_place_fights(text: str) -> None:
    """'In X, and fighters shelled Y': the fighters."""
    assert all(p.words not in {"Kest", "Dolan neighbourhood"} for c in claims_of(text) for p in c.actors)


def test_the_day_of_the_end_of_a_war_is_not_that_of_the_breach() -> None:
    """'A violation of the truce that ended the war in November'."""
    (broke,) = claims_of("Boran reported a violation of the truce that ended the war in November.", "breach-ceasefire")
    assert broke.when.earliest is None


def test_what_is_inadmissible_has_not_happened() -> None:
    """'The inadmissibility of violations'."""
    assert all(
        c.modality == "possible"
        for c in claims_of("The envoy told both sides of the inadmissibility of truce violations.", "breach-ceasefire")
    )


def test_a_states_rebel_groups_are_not_the_state() -> None:
    """'Leaders of X's four main rebel groups'."""
    (signed,) = of_mali(
        "Malian President Dru Tol and leaders of Mali's four main rebel groups signed a truce on Monday.", "sign"
    )
    assert [p.id for p in signed.actors] == ["mali", None]


def test_a_list_of_places_is_left_from_its_first_known_one() -> None:
    """'From the centres of Tolm, Kest and Dolan'."""
    left = claims_of("The Front shall withdraw its men from the regional centres of Tolm, Kest and Dolan.", "withdraw")
    assert {c.zone for c in left} == {"kest", "dol"}


def test_a_warning_over_brackets() -> None:
    """'A warning against the Kest Front faction (KF) for setting up camps'."""
    (camps,) = claims_of("Boran issued a warning against the Kest Front faction (KF) for setting up camps in Dolan.", "deploy")
    assert [p.id for p in camps.actors] == ["front"]
