"""Whose word it is where two speak at once or a letter is written, and what stands beside an act without being of it."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import AGREEMENT, claims_of
from tests.reading.claims import claims_in


@pytest.mark.parametrize(
    "who",
    [
        "negotiators Vera Lund of Boran and Ada Venn of the Front announced at a joint news conference",
        "Boran and the Front said",
        "the Borani army and the Front announced",
    ],
)
def test_what_two_sides_say_is_the_word_of_each(who: str) -> None:
    claims = claims_of(f"The truce in Kest was extended by 90 days on Thursday, {who}.", "extend-deadline")
    assert {c.speaker.actor for c in claims} == {"boran", "front"}


@pytest.mark.parametrize("who", ["a mediator between Boran and the Front", "the commission of Boran and the Front"])
def test_who_stands_between_them_is_neither(who: str) -> None:
    claims = claims_of(f"The truce in Kest was extended by 90 days on Thursday, {who} said.", "extend-deadline")
    assert len(claims) == 1


def test_a_diplomatic_letter_is_the_word_of_its_state() -> None:
    title = "Letter dated 3 March 2024 from the Permanent Representative of Boran addressed to the President of the Security Council"
    text = "On 1 March the Front shelled Kest."
    (claim,) = [c for c in claims_in(text, AGREEMENT, date(2024, 3, 15), title=title) if c.act == "attack"]
    assert claim.speaker.actor == "boran"


def test_where_the_raid_was_is_not_where_the_truce_is_suspended() -> None:
    text = "The Front said on Tuesday it was suspending the truce for ten days in response to a raid on a camp near Kest."
    (claim,) = claims_of(text, "suspend")
    assert claim.zone is None
    (other,) = claims_of("The Front suspended the truce in Kest for ten days.", "suspend")
    assert other.zone == "kest"


@pytest.mark.parametrize(
    "words",
    [
        "14 bursts of machine-gun fire fired from Borani positions",
        "shells fired from Borani positions",
        "fire from a Borani post",
    ],
)
def test_fire_from_positions_is_that_of_who_holds_them(words: str) -> None:
    (claim,) = claims_of(f"On Monday, in Kest, the Joint Watch heard {words}.")
    assert [p.id for p in claim.actors] == ["boran"]


def test_members_seen_are_of_their_group() -> None:
    (claim,) = claims_of("Members of the Front militia were again seen in Kest on 12 March.", "remain")
    assert [p.id for p in claim.actors] == ["front"]


def test_one_wing_is_dissolved_as_a_whole_and_the_spokesman_is_its_owners() -> None:
    text = "The Front has dissolved its armed wing, the Norok Brigade, its spokesman Sofyan Dawa said on Monday before Borani officials."
    (claim,) = claims_of(text, "disband")
    assert (claim.extent, claim.speaker.actor) == ("all", "front")
    (told,) = claims_of("Boran confirmed that the Front had disbanded its military wing.", "disband")
    assert (told.extent, told.target, [p.id for p in told.actors]) == ("all", None, ["front"])


def test_not_a_single_one_is_of_those_told_before() -> None:
    text = "Boran has released 200 prisoners, while the Front has not released a single one."
    first, second = claims_of(text, "release")
    assert ([p.id for p in second.actors], second.polarity, first.polarity) == (["front"], "negated", "affirmed")


def test_a_day_behind_the_comma_is_not_that_of_the_clause_before_it() -> None:
    claims = claims_of("Boran left the villages it had promised to leave in Kest, after talks on Wednesday.", "withdraw")
    promised = [c for c in claims if c.modality == "promised"]
    assert all(c.when.latest != date(2024, 3, 13) for c in promised)


@pytest.mark.parametrize(
    "words", ["was giving the Front until 20 March to leave Kest", "was extending the deadline for Kest until 20 March"]
)
def test_more_time_that_is_being_given_is_given(words: str) -> None:
    (claim,) = claims_of(f"Minister Vera Lund of Boran wrote on Friday that Boran {words}.", "extend-deadline")
    assert (claim.modality, claim.new_due, claim.speaker.actor) == ("completed", date(2024, 3, 20), "boran")


def test_who_points_a_finger_blames() -> None:
    claims = claims_of("Shells hit the market in Kest on Friday. Boran pointed the finger at the Front.")
    assert [([p.id for p in c.actors], c.modality, c.speaker.actor) for c in claims if c.actors] == [
        (["front"], "alleged", "boran")
    ]


def test_who_is_turned_back_at_a_checkpoint_is_not_let_through() -> None:
    (claim,) = claims_of("Families said they were turned back at a Borani checkpoint in Kest on 12 March.", "deny-passage")
    assert ([p.id for p in claim.actors], claim.zone) == (["boran"], "kest")


def test_the_town_that_was_left_is_the_whole_of_it() -> None:
    text = "Units of the Borani army today assumed full control of the town of Kest. Front formations had vacated the town by 06:00."
    (claim,) = claims_of(text, "withdraw")
    assert (claim.zone, claim.extent) == ("kest", "all")
