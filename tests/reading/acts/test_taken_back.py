"""What was said and taken back, what was left of a withdrawal, and things that are hit, down or handed on."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The Front took back its statement that Boran had shelled Kest.", "possible"),
        ("The newspaper withdrew its report that Boran had shelled Kest.", "possible"),
        ("The claim that Boran had shelled Kest has since been withdrawn.", "possible"),
        ("The Front repeated its claim that Boran had shelled Kest.", "alleged"),
        ("The Front withdrew its guns and said that Boran had shelled Kest.", "completed"),
    ],
)
def test_what_is_taken_back_is_said_no_more(text: str, modality: str) -> None:
    (attack,) = claims_of(text, "attack")
    assert attack.modality == modality


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("Boran had dismantled all its posts in Kest except two.", "part"),
        ("Boran pulled its guns out of Kest but left its men there.", "part"),
        ("Boran withdrew its men, but not its guns, from Kest.", "part"),
        ("Boran has thinned out its garrison in Kest.", "part"),
        ("Boran has left Kest but not Dolan.", "all"),
        ("Boran left Kest but kept its promise to the Front there.", "all"),
    ],
)
def test_all_but_some_is_a_part(text: str, extent: str) -> None:
    (left,) = claims_of(text, "withdraw")
    assert left.extent == extent


def test_who_downs_a_drone_lays_down_no_arms() -> None:
    text = "Boran downed a drone of the Front near Kest."
    assert not claims_of(text, "hand-over-weapons")
    (attack,) = claims_of(text, "attack")
    assert attack.kind != "drone"


def test_a_drone_that_is_shot_down_is_no_drone_attack() -> None:
    (attack,) = claims_of("The Front shot down a Boran drone over Dolan.", "attack")
    assert attack.kind == "gunfire"


@pytest.mark.parametrize(
    "text",
    [
        "The remains of nine soldiers were given to Boran by the Front.",
        "The Front gave Boran the bodies of nine soldiers.",
    ],
)
def test_bodies_are_given(text: str) -> None:
    (given,) = claims_of(text, "return-bodies")
    assert [p.id for p in given.actors] == ["front"]


def test_who_changes_into_another_uniform_does_not_disarm() -> None:
    assert not claims_of("Boran soldiers swapped their uniforms for police ones and stayed in Kest.", "disarm")


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("None of the Boran units has left Kest, the Front complained.", "withdraw"),
        ("The Boran army, contrary to what it announced, is still in Kest.", "remain"),
        ("Satellite pictures of 12 March show no Boran vehicles in Kest.", "remain"),
    ],
)
def test_who_it_is(text: str, act: str) -> None:
    (claim,) = claims_of(text, act)
    assert [p.id for p in claim.actors] == ["boran"]


def test_the_cars_of_a_mission_are_the_mission() -> None:
    (stopped,) = claims_of(
        "The mission's cars were turned away at the entrance to Kest by men of the Front.", "obstruct-monitor"
    )
    assert [p.id for p in stopped.actors] == ["front"]
