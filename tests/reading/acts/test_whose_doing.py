"""Whose doing an attack was: 'the work of X', 'X was behind it', one of two, nobody known; what nobody saw."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


def _doers(text: str, act: str = "attack") -> list[list[str | None]]:
    return [[p.id for p in c.actors] for c in claims_of(text, act)]


@pytest.mark.parametrize(
    "text",
    [
        "The ambush near Kest was the work of the Kest Front.",
        "The raid on Dolan was the handiwork of Front fighters.",
        "The bombing in Dolan was clearly the doing of the Front.",
        "The ambush, the work of the Kest Front, killed four farmers.",
        "The Front was behind the raid on Dolan.",
    ],
)
def test_the_work_of_somebody(text: str) -> None:
    (told,) = claims_of(text)
    assert [p.id for p in told.actors] == ["front"]
    assert (told.modality, told.polarity) == ("completed", "affirmed")


@pytest.mark.parametrize(
    "text",
    [
        "The attack on Dolan bore the hallmarks of the Kest Front.",
        "The colonel saw the hand of the Front in the shelling of Dolan.",
        "Borana officials called the ambush the work of the Kest Front.",
        "The governor described the shelling as the work of the Front.",
        "Responsibility for the shelling of Dolan lies with the Front, the governor said.",
        "The governor said full responsibility for the shelling of Dolan rested with the Front.",
        "The blame for the ambush lies with the Kest Front, an envoy said.",
        "Boran pointed the finger at the Front over the shelling of Dolan.",
    ],
)
def test_signs_and_blame_are_a_charge(text: str) -> None:
    (told,) = claims_of(text)
    assert [p.id for p in told.actors] == ["front"]
    assert told.modality == "alleged"


def test_not_the_work_of_somebody() -> None:
    (told,) = claims_of("The bombing in Dolan was not the work of the Front, the governor said.")
    assert (told.polarity, [p.id for p in told.actors]) == ("negated", ["front"])


def test_the_work_of_somebody_is_no_attack_by_itself() -> None:
    assert claims_of("The truce was the work of the United Nations.") == []


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        ("The Borana army said the Front was behind it.", "boran"),
        ("It was the work of the Front, a Borana general said.", "boran"),
        ("A Borana officer said the Front was responsible for this.", "boran"),
    ],
)
def test_the_deed_told_before(behind: str, speaker: str) -> None:
    first, second = claims_of(f"Shells fell on Dolan on Tuesday. {behind}")
    assert first.actors == ()
    assert [p.id for p in second.actors] == ["front"]
    assert (second.zone, second.speaker.actor) == ("dol", speaker)


@pytest.mark.parametrize(
    "behind",
    [
        "The Borana army said the Front was not behind it.",
        "The Borana army said the Front may have been behind it.",
        "The Borana army said the storm was behind it.",
    ],
)
def test_nobody_is_plainly_behind_it(behind: str) -> None:
    assert _doers(f"Shells fell on Dolan on Tuesday. {behind}") == [[]]


def test_who_did_it_is_not_who_did_the_last() -> None:
    _, asked = claims_of("Boran shelled Kest on Monday. Who was behind the ambush in Dolan is not known.")
    assert (asked.modality, asked.actors) == ("unknown", ())


@pytest.mark.parametrize(
    "text",
    [
        "Either Boran or the Front shelled Dolan.",
        "Boran or the Front shelled Dolan, the governor said.",
        "Boran or Front fighters shelled Dolan.",
    ],
)
def test_one_or_the_other_is_held_against_neither(text: str) -> None:
    assert [i for ids in _doers(text) for i in ids if i is not None] == []


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Boran and the Front shelled Dolan.", ["boran", "front"]),
        ("Neither Boran nor the Front shelled Dolan.", ["boran", "front"]),
        ("Two or three Front fighters shelled Dolan.", ["front"]),
    ],
)
def test_both_or_a_rough_number(text: str, doers: list[str]) -> None:
    assert _doers(text) == [doers]


@pytest.mark.parametrize(
    "text",
    [
        "The governor did not see the Front leave Kest.",
        "Nobody saw Front fighters leave Kest on Monday.",
        "The governor has yet to see the Front leave Kest.",
        "Villagers said they had not seen the Front leave Kest.",
    ],
)
def test_what_nobody_saw_is_left_open(text: str) -> None:
    (told,) = claims_of(text, "withdraw")
    assert told.modality == "possible"


def test_what_was_seen_was_done() -> None:
    (told,) = claims_of("The governor saw the Front leave Kest.", "withdraw")
    assert told.modality == "completed"


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The Front holds the ridge. Shells were fired from its positions at a bus.", "front"),
        ("Boran has admitted that its guns fired on Dolan.", "boran"),
        ("Boran denied that shells had been fired from its positions.", "boran"),
        ("Villagers mourned the mayor, NAME Orl, killed in a Front raid on Monday.", "front"),
        ("The Joint Watch saw two Borana helicopters fire rockets.", "boran"),
    ],
)
def test_whose_fire_it_was(text: str, doer: str) -> None:
    assert _doers(text) == [[doer]]


def test_a_captive_speaks_of_his_own_unit() -> None:
    (told,) = claims_of("A Borana minister said a captured Front fighter had admitted that his unit had shelled Dolan.")
    assert [p.id for p in told.actors] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The Joint Watch said the Front had kept it out of Kest.",
        "Monitors complained that Front fighters had kept them out of Kest.",
        "The Front kept the monitors out of Kest.",
    ],
)
def test_monitors_kept_out(text: str) -> None:
    assert _doers(text, "obstruct-monitor") == [["front"]]


@pytest.mark.parametrize(
    "text",
    [
        "Boran kept the Front out of Kest.",
        "The Front tried to enter Kest but Boran kept them out of it.",
        "The Front kept its fighters out of Kest.",
        "Rain kept the Front out of Kest.",
    ],
)
def test_others_kept_out(text: str) -> None:
    assert [c for act in ("obstruct-monitor", "detain", "remain", "deny-passage") for c in claims_of(text, act)] == []
