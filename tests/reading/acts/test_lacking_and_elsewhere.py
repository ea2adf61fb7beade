"""What is only lacking is no refusal; places and days that are another's; who splits off; who comes out to fight."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "Boran never promised to leave Kest.",
        "Boran has made no promise to leave Kest.",
        "Boran has yet to agree to leave Kest.",
        "They have not reached an agreement on the withdrawal from Kest.",
        "There is no agreement on the withdrawal from Kest.",
    ],
)
def test_what_is_only_lacking_is_refused_by_nobody(text: str) -> None:
    """Who has promised nothing has refused nothing."""
    (left,) = claims_of(text, "withdraw")
    assert left.modality == "possible"


def test_who_does_not_agree_refuses() -> None:
    """'Has not agreed to', 'shows no willingness to'."""
    for text in ("Boran has not agreed to leave Kest.", "Boran shows no willingness to leave Kest."):
        (left,) = claims_of(text, "withdraw")
        assert left.modality == "refused"


@pytest.mark.parametrize(
    "text",
    [
        "A Front faction that opposes the truce shelled Kest.",
        "Rebels of the Front who reject the truce shelled Kest.",
        "Fighters of the Front that refused the deal shelled Kest.",
    ],
)
def test_what_doers_think_of_the_truce_denies_nothing(text: str) -> None:
    """'Rebels who reject the truce shelled it': they shelled it."""
    (fired,) = claims_of(text)
    assert ([p.id for p in fired.actors], fired.modality) == (["front"], "completed")


@pytest.mark.parametrize(
    "text",
    [
        "Another Front faction shelled Kest.",
        "A breakaway Front group shelled Kest.",
        "A splinter faction of the Front shelled Kest.",
    ],
)
def test_those_who_split_off_are_not_the_front(text: str) -> None:
    """Another faction of the name, a splinter group: not the one that signed."""
    (fired,) = claims_of(text)
    assert all(p.id is None for p in fired.actors)


def test_a_faction_of_the_front_is_the_front() -> None:
    """One that nothing sets apart."""
    for text in ("The Front faction shelled Kest.", "Another Front unit shelled Kest."):
        (fired,) = claims_of(text)
        assert [p.id for p in fired.actors] == ["front"]


def test_who_comes_out_to_fight_has_not_come_out_for_good() -> None:
    """'Came out of the forest and burned houses' disarms nobody."""
    assert not claims_of("The rebels came out of the forest and burned houses in Kest.", "disarm")
    (out,) = claims_of("The rebels came out of the forest on Monday.", "disarm")
    assert out.modality == "completed"


def test_what_is_done_time_and_again_is_no_single_deed() -> None:
    """'Regularly enter', 'open it every morning'."""
    for text, act in (
        ("The rebels regularly enter Kest to buy food.", "enter"),
        ("The Front opens the road every morning.", "open-route"),
    ):
        (done,) = claims_of(text, act)
        assert done.modality == "possible"
    (opened,) = claims_of("The Front opened the road on Monday.", "open-route")
    assert opened.modality == "completed"


@pytest.mark.parametrize(
    "text",
    [
        "The launchers are aimed at repelling raids by the Front.",
        "The guns were brought in to repel raids by the Front.",
        "Troops were sent to Kest to counter raids by the Front.",
    ],
)
def test_what_is_to_be_repelled_has_not_happened(text: str) -> None:
    """Meant, sent, brought in to repel it."""
    (raid,) = claims_of(text)
    assert raid.modality == "possible"


def test_what_was_repelled_happened() -> None:
    """'Repelled a raid', 'managed to repel a raid'."""
    for text in ("Boran repelled a raid by the Front.", "Boran managed to repel a raid by the Front."):
        (raid,) = claims_of(text)
        assert raid.modality == "completed"


def test_guns_brought_in_are_handed_over_by_fighters_alone() -> None:
    """An army that brings in guns arms itself."""
    assert not claims_of("Boran brought in heavy guns.", "hand-over-weapons")
    (more,) = claims_of("Heavy guns were brought in from Boran.", "reinforce")
    assert not more.actors
    (given,) = claims_of("The fighters brought in their guns.", "hand-over-weapons")
    assert given.modality == "completed"


def test_shelling_given_up_hands_over_no_town() -> None:
    """'Gave up shelling Z' is a truce, 'gave up Z' a handover."""
    assert not claims_of("The Front gave up shelling Kest.", "hand-over")
    assert claims_of("The Front gave up shelling Kest.", "cease-fire")
    assert claims_of("The Front gave up Kest.", "hand-over")


def test_what_is_as_well_as_something_shares_its_lot() -> None:
    """'Bans shelling, as well as raids', 'X as well as Y left'."""
    assert all(c.modality == "required" for c in claims_of("The truce bans shelling, as well as raids across the border."))
    (left,) = claims_of("Boran as well as the Front left Kest.", "withdraw")
    assert {p.id for p in left.actors} == {"boran", "front"}
    wanted = claims_of("The truce demands an end to fire between the Front and Boran, as well as Front cross-border attacks.")
    assert all(c.modality != "under-way" and c.modality != "completed" for c in wanted)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The commission's ruling in 2002 awarded Kest to Boran, but the Front has refused to leave the town.", "withdraw"),
        ("Boran must return to its December 2022 positions.", "withdraw"),
        ("Previous agreements in 1996 and 1999 collapsed after the Front shelled Kest.", "breach-ceasefire"),
        ('Boran said the Front "violated the ceasefire accord" signed in 2006.', "breach-ceasefire"),
    ],
)
def test_the_day_of_a_ruling_a_paper_or_a_line_is_not_that_of_the_act(text: str, act: str) -> None:
    """The year belongs to the ruling, the accords, the positions."""
    (claim,) = claims_of(text, act)
    assert claim.when.earliest is None or claim.when.earliest.year == 2024


def test_a_day_behind_a_truce_may_be_that_of_its_breach() -> None:
    """'The ceasefire on Monday was broken': on Monday."""
    (broke,) = claims_of("The ceasefire on Monday was broken by the Front.", "breach-ceasefire")
    assert str(broke.when.latest) == "2024-03-11"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Two ships have docked in Kest since a truce went into effect two days ago.", "cease-fire"),
        ("The truce has held and the road to Kest was opened.", "cease-fire"),
        ("Boran blamed the raid on the Front, whose strongholds are in Kest.", "attack"),
        ("The shells were launched from Gica, an area bordering Kest.", "attack"),
        ("Boran sent soldiers to Alder in February after the fighting at Kest.", "deploy"),
        ("Soldiers on the highway between Boran and the town of Kest were shelled.", "attack"),
        ("The Front seized several villages and forced Boran out of the town of Kest.", "capture"),
    ],
)
def test_a_place_of_something_else_is_not_the_acts(text: str, act: str) -> None:
    """Another clause's, what lies beside, where the fight before was, where others came from."""
    (claim,) = claims_of(text, act)
    assert claim.zone is None


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("A truce in Kest has held since Monday.", "cease-fire"),
        ("Ten people died in Kest when the army opened fire.", "attack"),
        ("The Front seized several villages in Kest.", "capture"),
    ],
)
def test_a_place_told_of_an_act_is_its_place(text: str, act: str) -> None:
    """The act's own phrase, and what happened there at the same time."""
    assert {c.zone for c in claims_of(text, act)} == {"kest"}
