"""A cease-fire is no fire; who did it side by side; former presidents; phrases between a modal and its verb; truces broken with shells."""

from __future__ import annotations

import pytest
from tests.reading.acts.test_bodies_and_hosts import of_mali
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "Boran and the Front have agreed to begin a cease-fire on Friday.",
        "There will be a complete cease-fire in all of Kest from Friday.",
        "Boran and the Front signed an agreement to end sniping.",
    ],
)
def test_a_truce_to_come_is_no_fire_to_come(text: str) -> None:
    """Neither 'begin a cease-fire' nor 'end sniping' tells of shots."""
    assert not claims_of(text)
    (truce,) = claims_of(text, "cease-fire")
    assert truce.modality in {"promised", "announced"}


def test_a_former_president_speaks_for_nobody() -> None:
    """'Former President NAME' is not the state's voice; 'President NAME' is."""
    (former,) = of_mali("Former President Dru Tol said the Front had shelled Kest.", "attack")
    (sitting,) = of_mali("President Dru Tol said the Front had shelled Kest.", "attack")
    assert former.speaker is not None
    assert sitting.speaker is not None
    assert (former.speaker.actor, sitting.speaker.actor) == (None, "mali")


def test_what_should_in_the_meantime_be_done_is_not_done() -> None:
    """A phrase between the modal and its verb parts nothing."""
    (road,) = claims_of("It was agreed that the road to Kest should in the meantime be reopened.", "open-route")
    assert road.modality in {"promised", "required"}


def test_both_of_two_side_by_side_did_it() -> None:
    """'X together with Y'."""
    (fired,) = claims_of("Boran together with the Front shelled Kest.")
    assert {p.id for p in fired.actors} == {"boran", "front"}


def test_a_truce_broken_with_shelling_was_shelled_through() -> None:
    """The means by which a truce was broken took place."""
    (fired,) = claims_of("The ceasefire was broken with shelling by the Front.")
    assert (fired.modality, [p.id for p in fired.actors]) == ("completed", ["front"])


def test_a_place_subjected_to_shelling_was_shelled() -> None:
    """'Was subjected to'."""
    (fired,) = claims_of("Kest was subjected to heavy shelling by Boran.")
    assert (fired.modality, fired.zone) == ("completed", "kest")
    (fired,) = claims_of("Kest was subjected to numerous mortar attacks.")
    assert fired.modality == "completed"


def test_a_day_without_a_preposition_is_that_of_the_signing() -> None:
    """'The truce signed Sunday by the Front was broken': signed on that day."""
    (signed,) = claims_of("The truce signed Sunday by the Front was broken.", "sign")
    assert str(signed.when.latest) == "2024-03-10"


def test_who_refuses_to_meet_suspends_nothing() -> None:
    """Nobody is out of an agreement because he did not see a visitor."""
    assert not claims_of("Boran refused to meet with the envoy when he returned.", "suspend")
