"""Attacks that failed, monitors whose way was barred, things that are nobody, blockades that were lifted, arms brought in or kept."""

from __future__ import annotations

from tests.reading.boran import claims_of


def test_an_attack_that_failed_took_place() -> None:
    """It failed as an attack, and was one; 'failed to materialise' tells of none."""
    (failed,) = claims_of("The Front's attack on Kest failed.")
    assert (failed.polarity, failed.modality) == ("affirmed", "completed")
    assert not [c for c in claims_of("The attack on Kest failed to materialise.") if c.polarity == "affirmed"]
    (left,) = claims_of("The withdrawal failed.", "withdraw")
    assert left.polarity == "negated"


def test_monitors_kept_from_leaving_have_not_stayed_of_their_own() -> None:
    """'Obstructing the exit of observers' hinders monitors, and is no withdrawal of theirs."""
    text = "Boran and the Front were accused of obstructing the exit of a group of Joint Watch observers."
    assert not claims_of(text, "withdraw")
    (hindered,) = claims_of(text, "obstruct-monitor")
    assert ({p.id for p in hindered.actors}, hindered.modality) == ({"boran", "front"}, "alleged")


def test_checkpoints_that_block_a_road_are_nobody() -> None:
    """'These checkpoints, arguing that they block the road': not those who argue so."""
    text = "Joint Watch members want to remove these checkpoints, arguing that they block the road to Kest."
    assert {p.id for c in claims_of(text, "block-route") for p in c.actors} == set()


def test_a_request_from_a_side_to_open_a_post_is_not_the_other_sides() -> None:
    """By whom the post is to be opened is not said."""
    text = "Regarding the request from the Front to establish a new post, the Boran delegation rejected it."
    assert {p.id for c in claims_of(text, "deploy") for p in c.actors} == set()


def test_a_blockade_being_lifted_is_no_blockade() -> None:
    """'Resulted in the blockade being lifted'."""
    (blockade,) = claims_of("Talks resulted in the blockade of Kest being lifted.", "block-route")
    assert blockade.polarity == "negated"


def test_guns_taken_out_of_a_community_are_no_pull_back() -> None:
    """They are given up."""
    text = "Boran will work with the Front to develop plans for removing illegal guns from the community."
    assert not claims_of(text, "withdraw")
    assert claims_of(text, "hand-over-weapons")


def test_a_position_on_something_is_no_place() -> None:
    """'Maintain its position on the posts' is what it thinks of them."""
    assert not claims_of("Boran will maintain its position on the illegal posts.", "remain")
    assert claims_of("Boran maintained its position on the hill.", "remain")
