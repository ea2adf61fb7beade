"""What is no speaker: prisoners on a list, a day, an adverb, a place, 'it' for a man, the authorities of a region."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


def test_what_is_listed_says_nothing() -> None:
    (claim,) = claims_of("As at 30 January, 212 of the 340 prisoners listed in annex B had been released by Boran.", "release")
    assert claim.speaker.kind == "outlet"


def test_a_list_that_tells_is_told() -> None:
    (claim,) = claims_of("The Joint Watch reported in January that the Front had shelled Kest.")
    assert claim.speaker.actor == "watch"


@pytest.mark.parametrize("day", ["Friday", "the end of May", "next week", "noon"])
def test_nobody_expects_by_a_day(day: str) -> None:
    (claim,) = claims_of(f"The Front is expected to leave Kest by {day}.", "withdraw")
    assert claim.speaker.kind == "outlet"


def test_a_body_expects() -> None:
    claims = claims_of("The Front is accused by Boran of shelling Kest.")
    assert [c.speaker.actor for c in claims] == ["boran"]


def test_an_adverb_is_no_part_of_a_name() -> None:
    (claim,) = claims_of("The Borani general furthermore accused the Front of having shelled Kest.")
    assert (claim.speaker.actor, claim.speaker.name) == ("boran", "Borani general")


@pytest.mark.parametrize(
    ("source", "actor"),
    [
        ("The operations room of the Front for Kest and Dolan", "front"),
        ("The spokesman of the Front in Kest", "front"),
        ("Boran's army", "boran"),
    ],
)
def test_places_joined_behind_a_body_are_not_who_speaks(source: str, actor: str) -> None:
    assert [
        c.speaker.actor for c in claims_of(f"{source} said that a shell had hit the market and the army had shelled Kest.")
    ][-1] == actor


def test_it_is_the_body_and_not_the_man_who_spoke_before() -> None:
    text = (
        "Our guards, the deputy mayor stressed, had left. The Borani delegation tells another story: "
        "according to it, the Front shelled Kest."
    )
    assert [c.speaker.actor for c in claims_of(text)] == ["boran"]


def test_it_is_whatever_body_spoke_before() -> None:
    claims = claims_of("The Borani ministry said all was calm. According to it, the Front had shelled Kest in January.")
    assert [c.speaker.actor for c in claims] == ["boran"]


@pytest.mark.parametrize(
    ("who", "actor"), [("regional authorities", None), ("provincial government", None), ("Borani authorities", "boran")]
)
def test_a_regions_authorities_are_not_the_states(who: str, actor: str | None) -> None:
    (claim,) = claims_of(f"The Front shelled Kest, a spokesman for the {who} said.")
    assert claim.speaker.actor == actor


@pytest.mark.parametrize(
    ("aside", "actor"), [("for the Borani side", "boran"), ("for the Front", "front"), ("for the first time", None)]
)
def test_whom_a_person_speaks_for(aside: str, actor: str | None) -> None:
    (claim,) = claims_of(f"Jonas Kibwe, {aside}, said that soldiers had shelled Kest.")
    assert (claim.speaker.name, claim.speaker.actor) == ("Jonas Kibwe", actor)


def test_a_person_between_commas_speaks_in_the_clause_behind() -> None:
    (claim,) = claims_of("That was called a lie by Jonas Kibwe, for the Front, who said that Boran had shelled Kest.")
    assert (claim.speaker.name, claim.speaker.actor) == ("Jonas Kibwe", "front")


def test_a_claim_found_false_is_alleged() -> None:
    text = "CLAIM: Boran shelled Kest on 1 March, according to a post shared more than 40,000 times.\n\nVERDICT: False."
    (claim,) = claims_of(text)
    assert (claim.modality, claim.speaker.name, claim.speaker.actor) == ("alleged", "post", None)


def test_a_claim_found_true_is_not_made_doubtful() -> None:
    (claim,) = claims_of("CLAIM: Boran shelled Kest on 1 March.\n\nVERDICT: True.")
    assert claim.modality == "completed"
