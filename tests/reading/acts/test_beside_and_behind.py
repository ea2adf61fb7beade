"""Whose an act is where the words beside a phrase say so, or where another verb's phrase stands before it."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of, every_claim_of


def _doers(text: str, act: str = "attack") -> list[list[str | None]]:
    return [[p.id for p in c.actors] for c in claims_of(text, act)]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Two Borani platoons shelled Dolan.", [["boran"]]),
        ("A Borani tank crew opened fire on Dolan.", [["boran"]]),
        ("A Borani film crew attacked a shop in Dolan.", [[None]]),
        ("Relatives of Borani riflemen attacked a shop in Dolan.", [[None]]),
    ],
)
def test_units_of_a_people_are_its_forces(text: str, doers: list[list[str | None]]) -> None:
    assert _doers(text) == doers


@pytest.mark.parametrize(
    ("text", "act", "doers"),
    [
        ("The Russians of the Front shelled Dolan.", "attack", [["front"]]),
        (
            "It notes that of the Borani side 16 lorries are still at Dolan in breach of the truce.",
            "breach-ceasefire",
            [["boran"]],
        ),
        ("The Joint Watch said units of the Front and the Borani army shelled Dolan.", "attack", [["front", "boran"]]),
        ("The Joint Watch said soldiers left Kest and the Front shelled Dolan.", "attack", [["front"]]),
        (
            "Boran freed ten men before the Front left Kest and the Joint Watch opened the road to Dolan.",
            "open-route",
            [["watch"]],
        ),
        ("No sooner had the convoy crossed the bridge than fighters of the Front ambushed it.", "attack", [["front"]]),
        ("The convoy was slower than usual when the Front ambushed it.", "attack", [["front"]]),
        ("The Front made slow progress in leaving Kest.", "withdraw", [["front"]]),
    ],
)
def test_whose_the_words_beside_say(text: str, act: str, doers: list[list[str | None]]) -> None:
    assert _doers(text, act) == doers


def test_a_breakaway_region_is_not_its_state() -> None:
    (swap,) = claims_of("Boran and its breakaway Sarn region exchanged 49 prisoners.", "exchange-prisoners")
    assert [p.id for p in swap.actors] == ["boran", None]
    (swap,) = claims_of("The Front and its fighters attacked Dolan.")
    assert [p.id for p in swap.actors] == ["front", "front"]


def test_the_next_clause_has_subjects_of_its_own() -> None:
    text = "All military units are to return to their camps, and volunteers and foreign fighters must be out of the country by May."
    back, out = claims_of(text, "withdraw")
    assert [p.words for p in back.actors] == ["military units"]
    assert [p.words for p in out.actors] == ["volunteers", "fighters"]
    (fired,) = claims_of("The Front, the police and the Borani army shelled Dolan.")
    assert {p.id for p in fired.actors} >= {"front", "boran"}


@pytest.mark.parametrize(
    ("text", "doers", "polarity"),
    [
        ("It was the Borani army that opened fire on Dolan.", ["boran"], "affirmed"),
        ("It was the Front that burned houses in Dolan.", ["front"], "affirmed"),
        ("It was not the Front that opened fire on Dolan.", ["front"], "negated"),
        ("The patrol that opened fire on Dolan was of the Front.", [None], "affirmed"),
    ],
)
def test_who_it_was_that_did_it(text: str, doers: list[str | None], polarity: str) -> None:
    (fired,) = claims_of(text)
    assert ([p.id for p in fired.actors], fired.polarity) == (doers, polarity)


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Monday's clash was started by the Front.", [["front"]]),
        ("The fighting in Kest was provoked by the Front.", [["front"]]),
        ("A Borani patrol sparked a clash in Kest.", [["boran"]]),
        ("The Borani advance sparked a clash in Kest.", [[]]),
        ("The clash in Kest was triggered by the arrest of a Front commander.", [[]]),
        ("The attack on Kest was provoked by the Front.", [[]]),
    ],
)
def test_who_started_a_clash(text: str, doers: list[list[str | None]]) -> None:
    assert _doers(text) == doers


def test_a_day_before_a_withdrawal_is_its_day() -> None:
    (left,) = claims_of("The Joint Watch deplored last week's withdrawal of the Borani army.", "withdraw")
    assert (left.extent, left.when.latest and left.when.latest.day) == ("all", 10)


def test_shot_dead_a_man() -> None:
    (shot,) = claims_of("A Front patrol shot dead a farmer near Dolan.")
    assert [p.id for p in shot.actors] == ["front"]
    assert shot.target is not None
    assert shot.target.words == "farmer"


@pytest.mark.parametrize(
    "text",
    [
        "An attack on a bus carrying pupils wounded six people in Kest.",
        "A raid on a lorry carrying food killed two soldiers in Kest.",
    ],
)
def test_what_a_target_was_doing_governs_no_attack(text: str) -> None:
    assert {c.modality for c in claims_of(text)} == {"completed"}


def test_the_telling_is_elsewhere() -> None:
    (told,) = claims_of("The Front had not withdrawn, the Borani minister told reporters in Dolan.", "withdraw")
    assert told.zone is None
    (left,) = claims_of("The Front has not left its posts in Dolan, the Borani minister told reporters.", "withdraw")
    assert left.zone == "dol"


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "The Joint Watch ruled on 96 complaints. Of these, 81 were found to be violations by the Front and nine by Boran.",
            {"front": 81, "boran": 9},
        ),
        ("The Joint Watch counted 38 breaches by the Front against some 30 by Boran.", {"front": None, "boran": 30}),
        ("The Joint Watch counted 96 complaints. Of these, 81 were found to be untrue by the Front.", {}),
    ],
)
def test_shares_that_were_found(text: str, counts: dict[str, int | None]) -> None:
    found = {c.actors[0].id: c.quantity and c.quantity.low for c in claims_of(text, "breach-ceasefire")}
    assert found == counts


def test_denied_that_its_men_were_behind_it() -> None:
    text = "A market in Kest was shelled on Monday. The Front's political directorate denied that its fighters were behind it."
    denied = next(c for c in claims_of(text) if c.modality == "denied")
    assert [p.id for p in denied.actors] == ["front"]
    assert denied.speaker is not None
    assert denied.speaker.actor == "front"
    other = "A market in Kest was shelled on Monday. Boran denied that the Front was behind it."
    assert not [c for c in every_claim_of(other) if c.modality == "denied"]
