"""What a paper was broken during, what is refused together with others, whose soldiers they were, where it was broadcast."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "Boran violated the Armistice Agreement during an exchange of gunfire in Dolan.",
        "Boran violated the 1953 Borani Armistice Agreement during an exchange of gunfire in Dolan.",
    ],
)
def test_fire_during_which_a_paper_was_broken_is_no_promise(text: str) -> None:
    (breach,) = claims_of(text, "breach-ceasefire")
    assert ([p.id for p in breach.actors], breach.when.latest) == (["boran"], date(2024, 3, 15))
    assert [c.modality for c in claims_of(text)] == ["completed"]


def test_what_a_side_refuses_to_join_others_in_doing_is_refused() -> None:
    (claim,) = claims_of("The Front has refused to join the other factions in sending all troops to Dolan.", "deploy")
    assert ([p.id for p in claim.actors], claim.modality) == (["front"], "refused")


def test_soldiers_are_not_those_of_the_forces_named_in_between() -> None:
    text = "Borani soldiers crossed the line. Front forces warned them again and again. The soldiers then withdrew from Dolan."
    (claim,) = claims_of(text, "withdraw")
    assert [p.id for p in claim.actors] != ["front"]


def test_a_line_called_by_its_short_name_is_crossed() -> None:
    (claim,) = claims_of("More than 30 Borani soldiers crossed Kest on March 9.", "advance")
    assert ([p.id for p in claim.actors], claim.zone) == (["boran"], "kest")


def test_the_radio_it_was_broadcast_on_did_not_say_so() -> None:
    text = '"We will keep to the truce," Gen. Arn Tolo, Boran\'s top commander in the north, said in remarks broadcast on Boran Radio.'
    (claim,) = claims_of(text, "comply")
    assert claim.speaker.actor == "boran"


def test_rockets_that_slam_into_a_town_say_nothing() -> None:
    text = "A series of rockets slammed into Dolan following fighting between Boran and the Front."
    assert {c.speaker.kind for c in claims_of(text)} == {"outlet"}
