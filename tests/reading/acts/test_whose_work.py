"""Whose an attack is by what stands beside its word: 'was the work of X', ', most of them farmers, by X', 'attributes it to X'."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of, claims_under


def _doers(text: str) -> list[set[str | None]]:
    return [{p.id for p in c.actors} for c in claims_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The ambush near Kest was the work of fighters of the Front.",
        "The Joint Watch concluded that the raid on Kest had been the handiwork of the Front.",
        "The UN told of the killing of at least 40 villagers, most of them farmers, by Front fighters near Kest.",
        "Residents said it was Front fighters shelling the town.",
    ],
)
def test_the_front_did_it(text: str) -> None:
    assert _doers(text) == [{"front"}]


@pytest.mark.parametrize(
    "text",
    [
        "The ambush near Kest was not the work of the Front.",
        "The ambush near Kest may have been the work of the Front.",
        "The UN told of the killing of at least 40 villagers, and the Front mourned by the river.",
    ],
)
def test_nobody_is_said_to_have_done_it(text: str) -> None:
    done = [c for c in claims_of(text) if c.polarity == "affirmed" and c.modality == "completed"]
    assert all(p.id != "front" for c in done for p in c.actors)


def test_what_is_attributed_is_alleged() -> None:
    (shots,) = claims_of("Shots were heard near Kest; the Joint Watch attributes them to Front fighters.")
    assert ({p.id for p in shots.actors}, shots.modality) == ({"front"}, "alleged")


def test_each_is_blamed_for_his_own() -> None:
    told = claims_under("UN blames Front for ambush, Boran army for staying in Kest")
    assert {(c.act, *(p.id for p in c.actors)) for c in told if c.act in {"attack", "remain"}} == {
        ("attack", "front"),
        ("remain", "boran"),
    }


def test_both_verbs_were_done_to_them() -> None:
    told = claims_of("Front fighters shot and hacked to death 13 Borani farmers near Kest.")
    assert told
    assert all(c.target is not None for c in told)


def test_what_follows_another_verb_is_not_shared() -> None:
    told = claims_of("Front fighters fired and left the village of the Borani farmers.")
    assert all(c.target is None for c in told)


def test_a_name_known_as_is_no_doer() -> None:
    (shot,) = claims_of("On the night between 15 and 16 February Borani policemen known as the Lions opened fire at Dolan.")
    assert [p.id for p in shot.actors] == ["boran"]


def test_who_fired_is_not_who_informs() -> None:
    text = "Members of the so-called Kest Front last night fired at the post near the village, the Ministry of the Interior informs."
    (shot,) = claims_of(text)
    assert [p.id for p in shot.actors] == ["front"]


def test_sappers_who_blow_up_a_shell_attack_nobody() -> None:
    text = "The Front was quiet. Locals say it was sappers blowing up a shell that did not go off."
    assert claims_of(text) == []


def test_no_one_fired_from_our_side() -> None:
    (denied,) = claims_of('"No one fired from our side," the Front said.')
    assert ([p.id for p in denied.actors], denied.polarity) == (["front"], "negated")


def test_each_says_it_of_the_other() -> None:
    told = claims_of("Boran and the Front met. Each side says that it was attacked by the other.")
    assert {(c.speaker.actor, *(p.id for p in c.actors)) for c in told} == {("boran", "front"), ("front", "boran")}
