"""Who did it beside a body, a relative clause or a teller; days of what lay ahead; what stands beside something open."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import AGREEMENT, claims_of
from tests.reading.claims import claims_in

from servanda.reading.claim import Claim

STATE = AGREEMENT.replace("Boran, aliases: [Borana, Borani]", "Mali, aliases: [Bamako]").replace("boran", "mali")


def of_mali(text: str, act: str) -> list[Claim]:
    return [c for c in claims_in(text, STATE, date(2024, 3, 15)) if c.act == act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The movement that has been fighting Boran said it had left Kest.", "withdraw"),
        ("A rebel alliance which controls much of Boran said it was ending the truce.", "terminate"),
    ],
)
def test_it_is_the_subject_and_not_whom_its_relative_clause_names(text: str, act: str) -> None:
    """'A group that is fighting X said it had left': neither said by X nor done by X."""
    (told,) = claims_of(text, act)
    assert [p.id for p in told.actors] == [None]
    assert told.speaker is not None
    assert told.speaker.actor is None


def test_an_object_in_a_relative_clause_does_nothing() -> None:
    """'Three of the groups that hold most of Boran's land began advancing': not Boran, nor whoever says so."""
    text = "The minister alleged that a general fled after two of the groups that hold most of Boran's land attacked Kest."
    assert {p.id for c in claims_of(text) for p in c.actors} <= {None}
    assert {p.words for c in claims_of(text) for p in c.actors} != {"minister"}


def test_a_body_that_condemns_is_it() -> None:
    """'The council welcomed the government's deed. But it condemned …': what follows is not the government's."""
    text = (
        "The council in a statement welcomed the agreement of the government and the groups. But it condemned violations, including "
        "suspending participation in the accord."
    )
    assert {p.id for c in of_mali(text, "suspend") for p in c.actors} <= {None}
    assert {c.speaker.actor for c in of_mali(text, "suspend") if c.speaker is not None} == {None}


def test_a_dotted_abbreviation_is_the_actor() -> None:
    """'U.N.' is 'UN', and 'it' behind 'and' is whoever the sentence begins with."""
    text = (
        "The U.N. Security Council warned that groups violating the truce in Mali face sanctions, and it urged both to comply."
    )
    assert {c.speaker.actor for c in of_mali(text, "comply") if c.speaker is not None} == {"un"}


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("Rebels shelled Kest ahead of the election on 27 March.", "2024-03-15"),
        ("Rebels on Tuesday shelled Kest, the mayor said, in a sharp escalation ahead of the vote on March 27.", "2024-03-12"),
        ("Rebels shelled Kest in advance of the summit in Geneva on Wednesday.", "2024-03-15"),
        ("Ahead of the election rebels shelled Kest on 2 March.", "2024-03-02"),
    ],
)
def test_the_day_of_what_lies_ahead_is_not_that_of_the_act(text: str, latest: str) -> None:
    """What is told to have been done ahead of something has a day of its own, or none."""
    (fired,) = claims_of(text)
    assert str(fired.when.latest) == latest


def test_what_is_not_broken_by_something_open_is_open() -> None:
    """'Could act without breaking the truce' tells of no truce that was not broken."""
    assert {c.modality for c in claims_of("Boran can leave Kest without violating the truce.", "breach-ceasefire")} == {
        "possible"
    }
    assert {c.modality for c in claims_of("Boran left Kest without violating the truce.", "breach-ceasefire")} == {"completed"}


def test_aims_in_a_row_are_all_aims() -> None:
    """'Sent to protect people, prevent attacks and open the road': none of it is done."""
    text = "Boran's forces were sent to protect people, prevent attacks by the Front and open the road."
    assert {c.modality for act in ("attack", "open-route") for c in claims_of(text, act)} == {"possible"}


def test_a_bare_form_behind_a_gerund_shares_the_auxiliary_over_it() -> None:
    """'Would stop shelling the town and halt attacks': both are to come."""
    told = claims_of("Boran said it would stop shelling Kest and halt attacks on Dolan.", "cease-fire")
    assert [c.modality for c in told] == ["announced", "announced"]


@pytest.mark.parametrize(
    "text", ["The Front has decided to leave the rebel coalition.", "The Front withdrew from the alliance."]
)
def test_who_leaves_a_coalition_leaves_no_place(text: str) -> None:
    """Nobody withdraws from a place by that."""
    assert not claims_of(text, "withdraw")


def test_attacks_that_were_warded_off_took_place() -> None:
    """Whoever wards off an attack was attacked."""
    (attack,) = claims_of("Boran's forces warded off an attack by the Front.")
    assert (attack.polarity, [p.id for p in attack.actors]) == ("affirmed", ["front"])


def test_nothing_is_left_to_a_statement_that_tells_it() -> None:
    """'According to a Dec. 23 statement of the Watch all have left': they left, and the Watch says so."""
    text = "According to a Dec. 23 Joint Watch statement, all rebel forces have left Kest."
    assert not claims_of(text, "hand-over")
    (left,) = claims_of(text, "withdraw")
    assert left.speaker is not None
    assert left.speaker.actor == "watch"


def test_members_of_the_front_are_the_front_behind_a_noun() -> None:
    """'The killing of two by members of the Front'."""
    (killed,) = claims_of("The killing of 39 people in Kest on March 3 by members of the Front angered many.")
    assert [p.id for p in killed.actors] == ["front"]


def test_a_that_behind_a_verb_of_saying_opens_no_relative_clause() -> None:
    """'Said on Tuesday that the mission reported shots fired': the shots were fired."""
    (fired,) = claims_of("Tol said on Tuesday that the United Nations reported shots fired in Kest.")
    assert fired.zone == "kest"


def test_a_bare_form_behind_a_perfect_is_an_aim() -> None:
    """'Has launched an operation, designed to improve …, prevent attacks': what is meant to be, and not what has been."""
    text = (
        "The mission has also launched a military operation in western Boran, designed to improve the protection of the "
        "civilian population, prevent new attacks or reprisals and stop armed activity in the region."
    )
    assert {c.modality for c in claims_of(text)} <= {"possible"}
