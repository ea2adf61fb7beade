"""Whoever suffers, hears, is told of or answers an attack with words has not attacked."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "The Joint Watch heard shelling in Kest.",
        "Joint Watch patrols reported hearing gunfire in Kest.",
        "Boran soldiers heard gunfire in Kest.",
        "Two Boran soldiers died in an attack in Kest.",
        "Boran soldiers perished in an air raid on Kest.",
        "Boran fell into an ambush in Kest.",
        "Boran forces ran into fire in Kest.",
        "Boran is under attack in Kest.",
        "A Boran convoy struck a mine near Kest.",
        "Boran responded to the attack on Kest with a statement.",
        "Boran hit back, saying that there had been shelling in Kest.",
        "The Front alleged shelling in Kest.",
    ],
)
def test_nobody_is_named_as_the_author(text: str) -> None:
    assert not any(p.id for c in claims_of(text) for p in c.actors)


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Boran shells fell on Kest.", "boran"),
        ("Boran drones hit a house in Kest.", "boran"),
        ("Two Boran soldiers died in an attack by the Front in Kest.", "front"),
        ("The Front alleges shelling by Boran in Kest.", "boran"),
        ("The Front alleges bombing of Kest by Boran.", "boran"),
        ("Boran blamed an attack on Kest on the Front.", "front"),
        ("Boran blamed Monday's raid on a post in Kest on the Front.", "front"),
        ("Boran hit back with artillery at Kest.", "boran"),
        ("Boran responded to the attack on Kest with artillery fire.", "boran"),
    ],
)
def test_who_did_it(text: str, doer: str) -> None:
    (attack,) = claims_of(text)
    assert [p.id for p in attack.actors] == [doer]


@pytest.mark.parametrize(
    "text",
    [
        "Boran warned the Front of an attack on Kest.",
        "The Joint Watch warned residents of an imminent attack on Kest.",
        "Boran warned of an attack on Kest by the Front.",
    ],
)
def test_an_attack_warned_of_is_possible(text: str) -> None:
    (attack,) = claims_of(text)
    assert attack.modality == "possible"
    assert not claims_of(text, "remain")


def test_what_one_is_asked_about_is_asked_for_by_nobody() -> None:
    (attack,) = claims_of("Asked about the shelling of Kest, a Front official declined to comment.")
    assert (attack.modality, attack.actors) == ("possible", ())


@pytest.mark.parametrize(
    ("text", "modality", "new_due"),
    [
        ("Boran offered to extend the deadline to March 25.", "promised", date(2024, 3, 25)),
        ("Boran agreed to extend the deadline to March 25.", "completed", date(2024, 3, 25)),
        ("The withdrawal from Kest was rescheduled for March 25.", "completed", date(2024, 3, 25)),
    ],
)
def test_what_is_offered_is_not_granted(text: str, modality: str, new_due: date) -> None:
    (moved,) = claims_of(text, "extend-deadline")
    assert (moved.modality, moved.new_due) == (modality, new_due)


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("All but ten Boran soldiers left Kest.", "part"),
        ("Boran soldiers left Kest with the exception of a few guards.", "part"),
        ("All of the Boran soldiers left Kest.", "all"),
    ],
)
def test_all_but_a_few_is_a_part(text: str, extent: str) -> None:
    (left,) = claims_of(text, "withdraw")
    assert left.extent == extent


@pytest.mark.parametrize(
    "text",
    ["Boran, Front exchange fire in Kest", "Clashes between Boran, Front in Kest", "Boran, Kest Front clash in Kest"],
)
def test_a_comma_in_a_headline_names_both(text: str) -> None:
    (attack,) = claims_of(text)
    assert {p.id for p in attack.actors} == {"boran", "front"}


def test_whoever_is_blamed_blames_nobody() -> None:
    (attack,) = claims_of("Boran blamed for Kest attack")
    assert ([p.id for p in attack.actors], attack.modality, attack.speaker.actor) == (["boran"], "alleged", None)


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("The attack on Kest by Boran killed ten.", ["boran"]),
        ("The shelling of Kest on Tuesday by Boran killed ten.", ["boran"]),
        ("The attack on a Boran post by the Front killed two.", ["front"]),
        ("The strike on Kest by the river killed ten.", []),
    ],
)
def test_who_is_told_behind_the_place_and_the_day(text: str, doers: list[str]) -> None:
    (attack,) = claims_of(text)
    assert [p.id for p in attack.actors] == doers


@pytest.mark.parametrize(
    "text",
    [
        "The Front was driven out of Kest by Boran.",
        "Boran drove the Front out of Kest.",
        "Boran cleared the Front out of Kest.",
        "Boran moved civilians out of Kest.",
    ],
)
def test_who_makes_others_leave_has_not_left(text: str) -> None:
    assert not any(p.id == "boran" for c in claims_of(text, "withdraw") for p in c.actors)


@pytest.mark.parametrize(
    "text", ["Boran cleared out of Kest.", "Boran moved its troops out of Kest.", "Boran tanks drove out of Kest."]
)
def test_who_moves_out_has_left(text: str) -> None:
    (left,) = claims_of(text, "withdraw")
    assert [p.id for p in left.actors] == ["boran"]


def test_freed_men_free_nobody() -> None:
    assert not any(c.actors for c in claims_of("Ten Boran prisoners walked free.", "release"))


def test_violations_carried_out_are_no_compliance() -> None:
    text = "Boran forces have carried out more than 870 ceasefire violations in Kest."
    assert not claims_of(text, "comply")
    (broke,) = claims_of(text, "breach-ceasefire")
    assert [p.id for p in broke.actors] == ["boran"]


@pytest.mark.parametrize(
    "text",
    [
        "No one claimed responsibility for the shelling of Kest.",
        "Nobody has claimed responsibility for the attack on Kest.",
        "Boran did not take responsibility for the shelling of Kest.",
    ],
)
def test_what_nobody_owns_up_to_happened(text: str) -> None:
    (attack,) = claims_of(text)
    assert (attack.polarity, attack.modality, attack.actors) == ("affirmed", "completed", ())


def test_if_somebody_is_to_be_believed() -> None:
    (attack,) = claims_of("Boran shelled Kest, if the Front is to be believed.")
    assert attack.modality == "alleged"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Front laid the blame for the shelling of Kest on Boran.", "front"),
        ("The Front said Boran was to blame for the shelling of Kest.", "front"),
        ("Boran was to blame for the shelling of Kest.", None),
    ],
)
def test_on_whom_the_blame_is_laid(text: str, speaker: str | None) -> None:
    (attack,) = claims_of(text)
    assert ([p.id for p in attack.actors], attack.modality, attack.speaker.actor) == (["boran"], "alleged", speaker)


def test_what_an_offensive_is_for_is_not_done() -> None:
    (taken,) = claims_of("Boran launched an offensive to take Kest.", "capture")
    assert taken.modality == "possible"


def test_plans_given_up_end_no_agreement() -> None:
    assert not claims_of("Boran abandoned plans for an offensive on Kest.", "terminate")
    assert claims_of("The Front abandoned the peace plan.", "terminate")


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("Boran withdrew from eastern Kest.", "part"),
        ("Boran withdrew from the east of Kest.", "part"),
        ("Boran withdrew from the outskirts of Kest.", "part"),
        ("Boran withdrew from Kest.", "all"),
    ],
)
def test_a_side_of_a_place_is_a_part_of_it(text: str, extent: str) -> None:
    (left,) = claims_of(text, "withdraw")
    assert (left.zone, left.extent) == ("kest", extent)


@pytest.mark.parametrize("text", ["Boran withdrew from everywhere but Kest.", "Boran withdrew from all areas except Kest."])
def test_the_place_that_is_excepted_was_not_left(text: str) -> None:
    assert all(c.zone is None for c in claims_of(text, "withdraw"))


def test_surrounding_villages_are_under_no_siege() -> None:
    assert not claims_of("Boran withdrew from Kest and surrounding villages.", "block-route")
    assert claims_of("Boran troops are surrounding the town of Kest.", "block-route")


@pytest.mark.parametrize(
    ("text", "act"),
    [("Boran leaves Kest on Monday.", "withdraw"), ("The truce ends on Monday.", "terminate")],
)
def test_a_day_told_in_the_present_is_to_come(text: str, act: str) -> None:
    (claim,) = claims_of(text, act)
    assert (claim.modality, claim.when.earliest) == ("announced", date(2024, 3, 18))


def test_what_was_done_on_a_day_was_done() -> None:
    (left,) = claims_of("Boran left Kest on Monday.", "withdraw")
    assert (left.modality, left.when.earliest) == ("completed", date(2024, 3, 11))
