"""Whose word it is in plain agency news: 'according to X' without a comma, and 'it said' behind what another did."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


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


@pytest.mark.parametrize("text", ['"Boran shelled Kest," the two countries said.', '"Boran shelled Kest," both governments said.'])
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
