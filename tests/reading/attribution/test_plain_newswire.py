"""Whose word it is in plain agency news: 'according to X' without a comma, and 'it said' behind what another did."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of
from tests.reading.claims import claims_in


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("According to the Boran government the Front shelled Kest.", "boran"),
        ("According to the Front the Boran army shelled Kest.", "front"),
        ("According to the Joint Watch in Dolan the Front shelled Kest.", "watch"),
        ("According to the Front more than thirty shells hit Kest.", "front"),
        ("The Front shelled Kest, according to the Boran government.", "boran"),
    ],
)
def test_according_to(text: str, actor: str) -> None:
    (told,) = claims_of(text)
    assert told.speaker is not None
    assert told.speaker.actor == actor


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The two countries said in a joint statement that Boran had shelled Kest. The Front had looted Dolan, it said.", None),
        ("Residents said the Front had shelled Kest. The Boran army shelled Dolan, it said.", None),
        ("The Front shelled Kest, the Boran army said. The Front had looted Dolan too, it said.", "boran"),
        ("The Front has shelled Kest, it said in a statement.", "front"),
    ],
)
def test_nobody_owns_up_by_it_said(text: str, name: str | None) -> None:
    told = claims_of(text)[-1]
    assert told.speaker is not None
    assert told.speaker.actor == name


@pytest.mark.parametrize(
    ("text", "actor", "kind"),
    [
        ("The Front shelled Kest, neighbour Boran said on Monday.", "boran", "named-official"),
        ("Boran shelled Kest, rebel movement Kest Front said.", "front", "named-official"),
        ("Boran shelled Kest, rights group Tolva said.", None, "expert"),
    ],
)
def test_what_the_speaker_is_stands_before_the_name(text: str, actor: str | None, kind: str) -> None:
    told = claims_of(text)[0]
    assert told.speaker is not None
    assert (told.speaker.actor, told.speaker.kind) == (actor, kind)


@pytest.mark.parametrize(
    "text", ['"Boran shelled Kest," the two countries said.', '"Boran shelled Kest," both governments said.']
)
def test_a_state_and_rebels_are_no_two_countries(text: str) -> None:
    assert [c.speaker.actor for c in claims_of(text) if c.speaker is not None] == [None]


def test_nobody_owns_up_in_common() -> None:
    (told,) = claims_of('"Boran shelled Kest," the two sides said.')
    assert told.speaker is not None
    assert told.speaker.actor is None


def test_they_who_said_it_are_both() -> None:
    text = "Boran and the Front have agreed to extend their truce by ten days, they said in a statement on Monday."
    told = claims_of(text, "extend-deadline")
    assert sorted(c.speaker.actor or "" for c in told if c.speaker is not None) == ["boran", "front"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("African observers following the truce in Boran say Borani soldiers shelled Kest.", None),
        ("Borani observers say the Front shelled Kest.", "boran"),
    ],
)
def test_observers_in_a_country_are_none_of_its(text: str, actor: str | None) -> None:
    assert [c.speaker.actor for c in claims_of(text) if c.speaker is not None] == [actor]


_BOUND = """
servanda: 1
id: x
title: x
actors:
  rwanda: {name: Government of Rwanda, role: signatory, aliases: [Rwandan army]}
  rpf: {name: Rwandan Patriotic Front, role: signatory, aliases: [RPF]}
  france: {name: France, role: bound, basis: its troops are named}
terms:
  t: {norm: obligation, bearer: france, act: withdraw, due: {by: 2024-03-25}}
"""


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("France has withdrawn the soldiers it sent to Rwanda, the Defence Ministry said on Monday.", None),
        ("The RPF withdrew its soldiers, the Defence Ministry said on Monday.", "rwanda"),
    ],
)
def test_another_state_that_is_bound_has_ministries_too(text: str, actor: str | None) -> None:
    told = [c for c in claims_in(text, _BOUND, date(2024, 3, 15)) if c.act == "withdraw"]
    assert [c.speaker.actor for c in told if c.speaker is not None] == [actor]
