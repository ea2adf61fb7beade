"""How an agreement is ended and from when, what is not insisted on, whose arms are seen, what lies in a place."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of

from servanda.reading.claim import Claim


def one(text: str, act: str = "attack") -> Claim:
    (claim,) = claims_of(text, act)
    return claim


@pytest.mark.parametrize(
    "words",
    [
        "hereby terminates the truce with effect from 20 March 2024",
        "terminates the truce as of 20 March 2024",
        "considers itself no longer bound by the truce of 2 January and hereby terminates it with effect from 20 March 2024",
    ],
)
def test_an_end_counts_from_the_day_it_names(words: str) -> None:
    claim = one(f"The Kest Front {words}.", "terminate")
    assert claim.modality == "announced"
    assert claim.when.earliest == claim.when.latest == date(2024, 3, 20)


@pytest.mark.parametrize(("words", "modality"), [("will not insist", "announced"), ("no longer insists", "completed")])
def test_what_is_not_insisted_on_is_waived(words: str, modality: str) -> None:
    claim = one(f"Boran {words} on the evacuation of Kest.", "waive")
    assert (claim.modality, claim.polarity, claim.zone) == (modality, "affirmed", "kest")
    assert not claims_of("Boran insists on the evacuation of Kest.", "waive")


def test_who_should_not_be_expected_to_leave_refuses() -> None:
    text = '"Nobody should expect us to walk out of Kest today," Front spokesman Ada Venn said.'
    claim = one(text, "withdraw")
    assert (claim.modality, claim.zone, [p.id for p in claim.actors]) == ("refused", "kest", ["front"])
    assert one("Nobody expects the Front to leave Kest.", "withdraw").modality == "possible"


@pytest.mark.parametrize("day", ["today", "tonight"])
def test_a_town_before_a_word_for_the_day_is_no_paper(day: str) -> None:
    assert one(f"Borani troops left Kest {day}.", "withdraw").zone == "kest"


@pytest.mark.parametrize(
    "words", ["saw four Borani tanks in Kest", "counted four Borani howitzers in Kest", "counted 280 Borani soldiers on Kest"]
)
def test_arms_that_are_seen_are_those_of_the_side_they_are_called_after(words: str) -> None:
    claim = one(f"On 6 March the Joint Watch {words}.", "remain")
    assert ([p.id for p in claim.actors], claim.zone) == (["boran"], "kest")


def test_to_keep_guns_somewhere_is_to_be_there() -> None:
    claim = one("The Borani side keeps six howitzers in Kest.", "remain")
    assert (claim.polarity, [p.id for p in claim.actors]) == ("affirmed", ["boran"])


def test_who_was_present_was_there() -> None:
    assert one("The Joint Watch found on 5 March that Front fighters were still present in Kest.", "remain").zone == "kest"


@pytest.mark.parametrize("lair", ["Front hideouts", "hideouts of the Front", "Front headquarters", "Front tunnels"])
def test_a_lair_is_its_owners(lair: str) -> None:
    target = one(f"Borani jets pounded {lair} in Kest.").target
    assert target is not None and target.id == "front"


def test_a_village_in_a_place_lies_in_it_for_what_is_forbidden_there() -> None:
    assert one("On Monday the Front captured Norok, a village in Kest.", "capture").zone == "kest"
    assert one("On Monday the Front left Norok, a village in Kest.", "withdraw").zone is None


def test_it_is_moved_to_a_day() -> None:
    claim = one("We have agreed with Boran to move it to 30 March, Front negotiator Ada Venn said.", "extend-deadline")
    assert claim.new_due == date(2024, 3, 30)


def test_none_was_returned_of_what_was_told_before() -> None:
    text = "The Borani army returned the bodies of nine Front fighters to Dolan. The Front has so far returned none."
    first, second = claims_of(text, "return-bodies")
    assert (first.polarity, [p.id for p in second.actors], second.polarity) == ("affirmed", ["front"], "negated")
    assert not claims_of(text, "enter")
