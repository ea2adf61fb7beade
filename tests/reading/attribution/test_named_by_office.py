"""Whose word it is, by an office told before, by 'their spokesman', by a name; nobody's where it may be either side's."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of, claims_under
from tests.reading.claims import claims_in

LEFT = "the rebels had left Kest"
TWO_STATES = """
servanda: 1
id: x
title: x
actors:
  thailand: {name: Thailand, aliases: [Thai army], role: signatory}
  cambodia: {name: Cambodia, aliases: [Cambodian army], role: signatory}
  watch: {name: UN observers, aliases: [the Alliance], role: monitor}
terms:
  t: {norm: prohibition, bearer: [thailand, cambodia], act: attack}
"""


def _speakers(text: str, act: str = "withdraw") -> set[tuple[str | None, str | None]]:
    return {(c.speaker.actor, c.speaker.name) for c in claims_of(text, act)}


def _of_states(text: str, act: str = "attack") -> set[tuple[str | None, str]]:
    return {(c.speaker.actor, c.speaker.kind) for c in claims_in(text, TWO_STATES, date(2024, 3, 15)) if c.act == act}


@pytest.mark.parametrize(
    "text",
    [
        f"Fighting stopped, the Boran army spokesman, Maj. Jorg Halden, has said.\n\nHalden told the Mirror that {LEFT}.",
        f"Fighting stopped, the Boran army spokesman, Maj. Jorg Halden, has said.\n\nMajor Halden said {LEFT}.",
        f"Fighting stopped, Boran army spokesman Jorg van de Halden said.\n\nVan de Halden said {LEFT}.",
        f"Jorg Halden, a general in the Boran army, told us that {LEFT}.",
        f"Jorg Halden, a Boran army commander, confirmed by satellite telephone that {LEFT}.",
    ],
)
def test_a_bare_name_keeps_its_office(text: str) -> None:
    ((actor, name),) = _speakers(text)
    assert actor == "boran"
    assert name is not None
    assert name.endswith("Halden")


def test_another_name_does_not() -> None:
    text = f"Fighting stopped, the Boran army spokesman, Maj. Jorg Halden, has said.\n\nMajor Torvik said {LEFT}."
    assert {actor for actor, _ in _speakers(text)} == {None}


def test_a_named_general_is_named() -> None:
    (told,) = claims_of(f"Jorg Halden, a general in the Boran army, told us that {LEFT}.", "withdraw")
    assert told.speaker.kind == "named-official"


def test_their_spokesman_is_of_those_who_spoke() -> None:
    text = 'The Front welcomed the news. "Boran has left Kest," their spokesman Ilmar Sedd told reporters.'
    assert {actor for actor, _ in _speakers(text)} == {"front"}


def test_both_clauses_about_a_colon_are_said() -> None:
    text = "Boran met the Front. The rebels have not left Kest, the Boran interior ministry admits: the roads are closed."
    assert {actor for actor, _ in _speakers(text)} == {"boran"}


def test_the_clause_behind_a_semicolon_of_a_headline_is_another() -> None:
    told = [c for c in claims_under("UN says Front killed 13 villagers; Boran army fired on Kest") if c.act == "attack"]
    assert {(p.id, c.speaker.actor) for c in told for p in c.actors} == {("front", "un"), ("boran", None)}


def test_the_ministry_of_one_of_two_states_is_nobodys() -> None:
    text = "Cambodian troops fired at the village, Foreign Ministry spokesman Somchai Rattana said."
    assert {actor for actor, _ in _of_states(text)} == {None}


def test_but_of_the_state_whose_ministry_was_told_of() -> None:
    text = "The Thai foreign ministry protested. Cambodian troops fired, foreign ministry spokesman Somchai Rattana said."
    assert {actor for actor, _ in _of_states(text)} == {"thailand"}


def test_the_army_beside_another_sides_soldiers() -> None:
    text = "The Thai army left the hill. Cambodian soldiers moved in hours later, the army said."
    assert {actor for actor, _ in _of_states(text, "enter")} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "UN observers saw the place. A spokesman for the team said that Thai troops had fired.",
        "UN observers saw it, a spokesman for the team said. The spokesman, Major Jan Holm, said that Thai troops had fired.",
        "Thai troops fired at the village, the alliance said.",
    ],
)
def test_the_team_is_the_monitors(text: str) -> None:
    assert _of_states(text) == {("watch", "monitor")}


def test_another_team_is_not() -> None:
    text = "UN observers left. A medical team came. A spokesman for the team said that Thai troops had fired."
    assert {actor for actor, _ in _of_states(text)} == {None}
