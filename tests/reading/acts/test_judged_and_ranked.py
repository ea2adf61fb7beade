"""Whom a pronoun means behind a verb of judging; who was first to do it; ends declared; others removed; numbers of papers."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "The United Nations accused Boran and the Front of violations after they fired on Dolan.",
        "The Joint Watch condemned Boran and the Front after they fired on Dolan.",
    ],
)
def test_those_accused_fired_and_not_their_accuser(text: str) -> None:
    """Whoever condemns others 'after they fired' did not fire."""
    (fired,) = claims_of(text)
    assert {p.id for p in fired.actors} == {"boran", "front"}


def test_it_that_was_praised_left() -> None:
    """'Praised the Front because it had left': the Front left."""
    (left,) = claims_of("Boran praised the Front because it had left Dolan.", "withdraw")
    assert [p.id for p in left.actors] == ["front"]


@pytest.mark.parametrize(
    "text",
    [
        "Boran was the first party to leave Kest.",
        "Boran was the only one to leave Kest.",
        "Boran became the first country to withdraw from Kest.",
    ],
)
def test_who_was_the_first_to_leave_left(text: str) -> None:
    """A clause that ranks who did it tells that they did."""
    (left,) = claims_of(text, "withdraw")
    assert ([p.id for p in left.actors], left.modality) == (["boran"], "completed")


def test_not_the_first_to_break_it_leaves_open_whether_they_did() -> None:
    """Others did before; whether these did is not said."""
    (broke,) = claims_of("Boran was not the first to break the truce.", "breach-ceasefire")
    assert (broke.modality, broke.polarity) == ("possible", "affirmed")


@pytest.mark.parametrize(
    "text",
    [
        "The Front has officially declared the 1991 ceasefire with Boran to be over.",
        "The Front formalised the collapse of the ceasefire.",
        "The Front has liquidated the ceasefire.",
    ],
)
def test_an_end_that_is_declared_is_no_truce(text: str) -> None:
    """Whoever declares a truce to be over has ended it, and neither signed nor begun it."""
    assert [(p.id, c.modality) for c in claims_of(text, "terminate") for p in c.actors] == [("front", "completed")]
    assert not claims_of(text, "cease-fire") + claims_of(text, "sign")


def test_a_paper_with_a_number_denies_nothing() -> None:
    """The 'No.' of 'agreement No. 1' is no 'no'."""
    text = "Both parties kept to agreement No. 1 and others, and the ceasefire between the parties was respected."
    assert not claims_of(text, "breach-ceasefire")


def test_peacekeepers_who_failed_to_remove_fighters_have_not_stayed() -> None:
    """It is others whom they failed to remove."""
    assert not claims_of("Peacekeepers failed to remove the Front's fighters from Kest.", "withdraw")
    assert claims_of("Boran removed its troops from Kest.", "withdraw")


def test_time_enough_moves_no_deadline() -> None:
    """Patience is no extension."""
    assert not claims_of("Boran has given the mission all the necessary time to persuade the Front to go.", "extend-deadline")
    assert claims_of("Boran gave the Front more time to leave Kest.", "extend-deadline")


def test_sides_told_of_a_violation_have_given_no_notice() -> None:
    """'Were notified that': nobody leaves the agreement by that."""
    text = "Both sides were notified that the raids were in violation of the ceasefire."
    assert not claims_of(text, "notify-termination")


def test_clashes_that_threaten_a_truce_are_there() -> None:
    """What threatens something has happened; what is threatened has not."""
    (clashes,) = claims_of("New clashes in Kest threaten the ceasefire.")
    assert clashes.modality == "completed"
    (threat,) = claims_of("The Front threatened clashes.")
    assert threat.modality == "announced"


def test_what_a_relative_clause_behind_a_comma_says_of_a_truce() -> None:
    """'The truce, which the Front broke': the Front broke it."""
    (broke,) = claims_of("He recalled the ceasefire agreement, which the Front breached.", "breach-ceasefire")
    assert [p.id for p in broke.actors] == ["front"]
