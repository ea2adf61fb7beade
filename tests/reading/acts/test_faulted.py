"""'Under fire for', 'convicted of', 'must have': who is faulted did it, the court and the critics did not."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Boran came under criticism for shelling Kest.", "boran"),
        ("The Front has come under fire for shelling Kest.", "front"),
        ("A court convicted a Boran officer of shelling Kest.", "boran"),
        ("The Front is under investigation for killing ten civilians in Kest.", "front"),
        ("The Front came under fire from Boran positions in Kest.", "boran"),
    ],
)
def test_who_did_it(text: str, doer: str) -> None:
    (attack,) = claims_of(text)
    assert [p.id for p in attack.actors] == [doer]


def test_pressure_over_a_deed_tells_of_it() -> None:
    (attack,) = claims_of("Boran is under pressure over the shelling of Kest.")
    assert attack.modality == "completed"


@pytest.mark.parametrize(
    ("text", "act", "modality"),
    [
        ("The Front must have fired the rocket.", "attack", "possible"),
        ("The rocket must have been fired by the Front.", "attack", "possible"),
        ("The Front must have left Kest by 1 April.", "withdraw", "required"),
        ("Boran should have left Kest by 1 March.", "withdraw", "required"),
    ],
)
def test_must_have(text: str, act: str, modality: str) -> None:
    assert [c.modality for c in claims_of(text, act)] == [modality]


@pytest.mark.parametrize(
    "text", ["The Front asked for the deadline to be extended.", "Boran asked for the deadline to be moved to 1 April."]
)
def test_asking_for_a_date_to_be_moved(text: str) -> None:
    (asked,) = claims_of(text, "request-extension")
    assert asked.modality == "completed"


def test_left_a_place_for_another() -> None:
    (left,) = claims_of("The Front left Kest for Dolan on Monday.", "withdraw")
    assert left.zone == "kest"


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Boran said the UN had confirmed its withdrawal from Kest.", "boran"),
        ("Boran said Joint Watch had praised its withdrawal from Kest.", "boran"),
        ("Boran confirmed its withdrawal from Kest.", "boran"),
        ("Video verified by Reuters showed Front fighters leaving Kest.", "front"),
        ("Satellite images show Front fighters leaving Kest.", "front"),
    ],
)
def test_whose_withdrawal_others_confirm_and_pictures_show(text: str, doer: str) -> None:
    (left,) = claims_of(text, "withdraw")
    assert [p.id for p in left.actors] == [doer]


@pytest.mark.parametrize(
    "text", ["Satellite images show Boran tanks in Kest.", "Photos posted online showed Boran tanks in Kest."]
)
def test_pictures_show_who_is_there(text: str) -> None:
    (there,) = claims_of(text, "remain")
    assert ([p.id for p in there.actors], there.zone) == (["boran"], "kest")


@pytest.mark.parametrize(
    ("text", "doers", "modality"),
    [
        ("The mission attributed the shelling of Kest to Boran.", ["boran"], "alleged"),
        ("A child was killed by a mine in Kest.", [], "completed"),
        ("One civilian was injured by shrapnel in Kest.", [], "completed"),
        ("Fire was exchanged between Boran and the Front in Kest.", ["boran", "front"], "completed"),
    ],
)
def test_to_whom_it_is_ascribed_and_what_kills_by_itself(text: str, doers: list[str], modality: str) -> None:
    (attack,) = claims_of(text)
    assert ([p.id for p in attack.actors], attack.modality) == (doers, modality)


def test_found_in_violation() -> None:
    (breach,) = claims_of("The commission found Boran in violation of Article 3.", "breach-ceasefire")
    assert [p.id for p in breach.actors] == ["boran"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ten were killed by a car bomb in Kest.", "explosion"),
        ("A bomb exploded in Kest on Monday.", "explosion"),
        ("Boran planes bombed Kest.", "air-strike"),
        ("Boran bombs Kest.", "air-strike"),
        ("The bombing of Kest killed ten.", "air-strike"),
    ],
)
def test_bombs_that_fall_and_bombs_that_are_laid(text: str, kind: str) -> None:
    assert {c.kind for c in claims_of(text)} == {kind}


def test_from_one_day_to_another() -> None:
    (moved,) = claims_of("The disarmament of the Front was rescheduled from 10 to 25 March.", "extend-deadline")
    assert (moved.old_due, moved.new_due) == (date(2024, 3, 10), date(2024, 3, 25))
