"""What averts something is done, what is averted is not refused; duties in rows; hedges of one clause; people who go on as 'they'."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The retreat of the Front averted an attack.", "withdraw"),
        ("Front retreat averts Boran strikes", "withdraw"),
        ("The shelling of Kest prevented the convoy from leaving.", "attack"),
        ("The Front's shelling of Kest disrupted the withdrawal.", "attack"),
    ],
)
def test_what_averts_something_is_done(text: str, act: str) -> None:
    """The subject of 'avert', 'prevent', 'disrupt' is as real as its verb."""
    first = claims_of(text, act)[0]
    assert (first.modality, first.polarity) == ("completed", "affirmed")


def test_what_is_averted_is_not_done() -> None:
    """Of a passive the subject is what was averted."""
    (left,) = claims_of("The withdrawal was averted.", "withdraw")
    assert left.polarity == "negated"


@pytest.mark.parametrize(
    "text",
    [
        "Boran averted a threat of air strikes by signing an agreement.",
        "Boran pulled back, holding off the threat of Front air strikes.",
    ],
)
def test_a_threat_averted_refuses_nothing(text: str) -> None:
    """Nobody has refused to strike because the threat of it was averted."""
    assert {c.modality for c in claims_of(text)} == {"possible"}


@pytest.mark.parametrize(
    "text",
    [
        "The agreement committed Boran to withdraw its troops.",
        "The agreement commits Boran to leave Kest.",
        "The Front signed a paper with Boran, which committed it to withdraw its forces.",
    ],
)
def test_who_is_committed_to_leave_has_not_left(text: str) -> None:
    """'Committed X to withdraw': promised."""
    assert {c.modality for c in claims_of(text, "withdraw")} == {"promised"}


def test_duties_in_a_row_are_all_duties() -> None:
    """'Is to clear mines within seven days, to leave posts and to hand over guns'."""
    text = "The Front is to clear mines within seven days, to leave its checkpoints and to hand over guns."
    duties = [c.modality for act in ("demine", "withdraw", "hand-over-weapons") for c in claims_of(text, act)]
    assert duties == ["required"] * 3


def test_a_hedge_of_a_participle_hedges_nothing_before_it() -> None:
    """'Shelled the town, reportedly killing five': that it was shelled is told outright."""
    shelled, killed = claims_of("Boran shelled Kest on Friday, reportedly killing at least 15 people.")
    assert (shelled.modality, killed.modality) == ("completed", "alleged")


def test_a_victim_is_no_killer() -> None:
    """'A civilian killed Monday allegedly by the Front': by the Front."""
    text = "They gathered at the home of Dru Tol, a civilian killed Monday allegedly by the Kest Front."
    assert [(p.id, c.modality) for c in claims_of(text) for p in c.actors] == [("front", "alleged")]


def test_violations_that_increased_are_of_those_who_committed_them() -> None:
    """An increase violates nothing."""
    (broke,) = claims_of("There was an increase in ceasefire violations by the Front.", "breach-ceasefire")
    assert [p.id for p in broke.actors] == ["front"]


def test_people_who_go_on_as_they() -> None:
    """'Diplomats could not confirm … But they condemned': the diplomats, and not those in between."""
    text = "Diplomats could not confirm that Front fighters had been killed. But they condemned the shelling of Kest by Boran."
    assert {c.speaker.actor for c in claims_of(text)[1:] if c.speaker is not None} == {None}


def test_compliance_that_would_be_is_none() -> None:
    """'Would put X in compliance' tells of nothing kept."""
    assert all(
        c.modality == "possible" for c in claims_of("The withdrawals would put Boran in compliance with the demands.", "comply")
    )


def test_today_with_a_name_is_that_day() -> None:
    """'Today (Monday)' in what is published on a Friday."""
    (shelled,) = claims_of("Boran's forces shelled today (Monday) the village of Kest.")
    assert str(shelled.when.latest) == "2024-03-11"


def test_the_day_on_which_they_came_is_not_that_on_which_they_left() -> None:
    """'Withdrew from the posts it took over on 2 March'."""
    (left,) = claims_of("Boran withdrew from the posts it took over on 2 March.", "withdraw")
    assert left.when.earliest is None


def test_hills_that_overlook_waive_nothing() -> None:
    """What can be seen from somewhere is no breach passed over."""
    assert not claims_of("Reporters saw three tanks on hills overlooking the villages of Kest.", "waive")


def test_people_barred_from_crossing() -> None:
    """'Were barred from crossing': they were not let through."""
    (barred,) = claims_of("The refugees have been barred from crossing into Kest.", "deny-passage")
    assert barred.modality == "completed"


@pytest.mark.parametrize(
    "text", ["The first phase of the withdrawal is now complete.", "The first phase of the withdrawal was completed."]
)
def test_a_phase_that_is_complete_is_a_part_done(text: str) -> None:
    """Not only wished for, and not the whole."""
    (left,) = claims_of(text, "withdraw")
    assert (left.modality, left.extent) == ("completed", "part")
    (wanted,) = claims_of("The next step is the withdrawal.", "withdraw")
    assert wanted.modality == "possible"


def test_a_split_infinitive_with_a_hyphen_is_one() -> None:
    """'Sufficient for NAME to single-handedly end it': open, and done by nobody 'sufficient'."""
    text = "The operation appears to have been sufficient for Tol to single-handedly declare the ceasefire null and void."
    assert {c.modality for c in claims_of(text, "terminate")} == {"possible"}
