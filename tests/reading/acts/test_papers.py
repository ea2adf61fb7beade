"""Papers as they are written: numbered items, hours, headings, reporting periods, entries of a chronology, joint statements."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of

from servanda.reading.claim import Claim


def one(text: str, act: str = "attack") -> Claim:
    (claim,) = claims_of(text, act)
    return claim


@pytest.mark.parametrize("hour", ["1810 hrs", "18:10", "6 p.m.", "1810 hours"])
def test_an_hour_is_no_part_of_who_acts_and_no_place(hour: str) -> None:
    claim = one(f"3. At {hour} Borani troops returned fire from Kest with small arms.")
    assert [p.id for p in claim.actors] == ["boran"]
    assert claim.zone == "kest"


def test_the_number_of_an_item_is_nobody() -> None:
    claim = one("1. Have agreed to extend the time limit for the release of prisoners until 5 July 2024;", "extend-deadline")
    assert not claim.actors


def test_a_particle_before_a_number_is_no_bound() -> None:
    (claim,) = claims_of("The Front has so far handed over 31 heavy weapons to the Joint Watch.", "hand-over-weapons")
    assert claim.quantity is not None
    assert (claim.quantity.low, claim.quantity.high) == (31, 31)


def test_what_is_told_of_things_behind_whose_is_told_of_them_alone() -> None:
    claim = one("The Front had released 60 of the 100 detainees whose names were submitted to the parties.", "release")
    assert (claim.extent, [p.id for p in claim.actors]) == ("part", ["front"])


def test_a_report_called_a_name_in_quotes_is_denied() -> None:
    claim = one('Boran dismissed as "a pure fabrication" a claim by the Front that its drones had struck Kest.')
    assert (claim.modality, claim.speaker.actor) == ("denied", "boran")


@pytest.mark.parametrize(
    "heading",
    ["II. Implementation of the Accord", "A. Withdrawal of forces from Kest", "Release of detainees", "3. Attacks in Kest"],
)
def test_a_heading_tells_nothing(heading: str) -> None:
    text = f"Report of the month\n\n{heading}\n\nThe parties met twice in February. Nothing came of it."
    assert not any(claims_of(text, act) for act in ("comply", "withdraw", "release", "attack"))


def test_items_of_a_list_without_verbs_are_told() -> None:
    text = "Violations recorded today.\n\n1. Shelling of Kest\n\n2. Shelling of Dolan\n\n3. Attack on Kest by the Front"
    assert [c.zone for c in claims_of(text)] == ["kest", "dol", "kest"]


def test_a_bulletin_tells_of_its_period() -> None:
    text = (
        "Reporting period: 13 March, 0730 hrs, to 14 March, 0730 hrs.\n\n1. At 0915 hrs on 13 March, the Front shelled Kest.\n\n"
        "2. At 1340 hrs Borani troops shelled Dolan."
    )
    first, second = claims_of(text)
    assert (first.when.earliest, first.when.latest) == (date(2024, 3, 13), date(2024, 3, 13))
    assert (second.when.earliest, second.when.latest) == (date(2024, 3, 13), date(2024, 3, 14))


def test_a_period_in_a_sentence_frames_nothing() -> None:
    text = "In the reporting period from 1 to 7 March the mission saw little. Borani troops shelled Dolan."
    (claim,) = claims_of(text)
    assert claim.when.latest == date(2024, 3, 15)


def test_a_day_at_the_head_of_its_line_dates_the_entry() -> None:
    text = "**28 February.** Borani jets hit Dolan.\n\n**9 March.** The last Borani tanks leave Kest.\n\n**12 March.** The Front enters Kest."
    (left,) = claims_of(text, "withdraw")
    (came,) = claims_of(text, "enter")
    assert left.when.earliest == left.when.latest == date(2024, 3, 9)
    assert came.when.earliest == came.when.latest == date(2024, 3, 12)


def test_a_joint_statement_is_the_word_of_each() -> None:
    text = (
        "Joint statement of Boran and the Kest Front\n\nBoran and the Kest Front, meeting in Dolan,\n\n"
        "1. Have agreed to extend the time limit for the withdrawal from Kest until 5 July 2024;\n\n2. Will meet again on 1 July."
    )
    claims = claims_of(text, "extend-deadline")
    assert {c.speaker.actor for c in claims} == {"boran", "front"}
    assert all({p.id for p in c.actors} == {"boran", "front"} for c in claims)


def test_a_day_beside_and_joins_nobody() -> None:
    claim = one("My cousin drove past the barracks in Kest yesterday and the Borani soldiers are still there.", "remain")
    assert [p.id for p in claim.actors] == ["boran"]


def test_who_is_received_with_joy_was_no_captive() -> None:
    assert not claims_of("The population has received them with joy.", "release")


def test_a_sides_organ_speaks_to_our_correspondent() -> None:
    claim = one(
        "Colonel Ada Venn of the Front has declared to our correspondent that Borani troops have left Kest.", "withdraw"
    )
    assert claim.speaker.actor == "front"
