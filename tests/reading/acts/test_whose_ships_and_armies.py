"""Whose ships, convoys and armies: by an adjective of the case, by what was seen, by a word that makes an army no state's."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of
from tests.reading.claims import claims_in

from servanda.reading.claim import Claim

_STRAIT = """
servanda: 1
id: x
title: x
actors:
  halin: {name: Halin, aliases: [Halinese navy], role: signatory}
  union: {name: Delta Union, aliases: [Union army], role: signatory}
  sin: {name: Sinia, aliases: [Sinian envoy], role: guarantor}
zones:
  strait: {name: Halin Strait, aliases: [the strait]}
terms:
  t: {norm: obligation, bearer: [halin], act: withdraw, zone: strait, due: {by: 2024-04-01}, may_extend: sin}
"""


def strait(text: str, act: str) -> list[Claim]:
    return [c for c in claims_in(text, _STRAIT, date(2024, 3, 15)) if c.act == act]


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("The last Halinese warship left the strait on Monday.", "withdraw"),
        ("Two Halinese corvettes remained in the strait at noon on Monday.", "remain"),
    ],
)
def test_an_adjective_that_the_case_uses(words: str, act: str) -> None:
    """'Halinese' of 'Halinese navy' is the actor's for its ships too."""
    (told,) = strait(words, act)
    assert [p.id for p in told.actors] == ["halin"]


def test_an_office_before_a_name() -> None:
    """The envoy of the guarantor acts for it, also where his name stands beside."""
    (moved,) = strait("The Sinian envoy, Bo Lin, extended the deadline for its withdrawal by five days.", "extend-deadline")
    assert [p.id for p in moved.actors] == ["sin"]


def test_a_convoy_seen_moving_away() -> None:
    """Whoever saw it moves nowhere."""
    (gone,) = claims_of("The Joint Watch observed a Boran army convoy of 15 towed howitzers moving away from Kest.", "withdraw")
    assert ([p.id for p in gone.actors], gone.extent) == (["boran"], "unknown")


@pytest.mark.parametrize("words", ["Ethnic army starts leaving Kest", "A rebel army left Kest on Monday."])
def test_an_army_of_no_state(words: str) -> None:
    """It is not the one that the case's state has."""
    (gone,) = claims_of(words, "withdraw")
    assert "boran" not in {p.id for p in gone.actors}


def test_pieces_of_artillery() -> None:
    """They are what they are pieces of."""
    (stays,) = claims_of("Seven artillery pieces remain in Kest.", "remain")
    assert stays.quantity is not None
    assert stays.quantity.low == 7
    (gone,) = claims_of("All artillery pieces have been removed from Kest.", "withdraw")
    assert gone.extent == "all"


def test_not_insisting_on_a_day() -> None:
    """It moves the day and gives up nothing."""
    words = "The Boran government said it would not insist on the removal of artillery from Kest by Sunday."
    assert not claims_of(words, "waive")
    assert claims_of(words, "extend-deadline")


def test_a_checkpoint_that_is_gone() -> None:
    """One thing removed is removed whole."""
    (gone,) = claims_of("The Front said the checkpoint of the Boran army in Kest was removed on Sunday.", "open-route")
    assert gone.extent == "all"


def test_a_bare_number_of_men_freed() -> None:
    """'More than eighty' counts them, whatever they are."""
    (freed,) = claims_of('A Front spokesman, Saw Tun, confirmed that "more than eighty" had been freed.', "release")
    assert freed.quantity is not None
    assert (freed.quantity.low, freed.quantity.what) == (81, None)
    assert freed.speaker.actor == "front"


@pytest.mark.parametrize("words", ["Not a single foreign soldier remains in Kest.", "Foreign troops left Kest on Monday."])
def test_foreign_soldiers(words: str) -> None:
    """They are no soldiers of the state that is spoken of."""
    found = claims_in(words, _TWO_SORTS, date(2024, 3, 15))
    assert found
    assert "boran" not in {p.id for c in found for p in c.actors}


_TWO_SORTS = """
servanda: 1
id: x
title: x
actors:
  boran: {name: Republic of Boran, aliases: [Boran, Boran government], role: signatory}
  front: {name: Kest Front, aliases: [rebels, republicans], role: signatory}
zones:
  kest: {name: Kest}
terms:
  t: {norm: obligation, bearer: [boran], act: withdraw, zone: kest, due: {by: 2024-04-01}}
"""


def test_dissidents_of_a_movement() -> None:
    """Who broke away from it is not it."""
    found = claims_in("Police suspect dissident republicans of the bomb attack in Kest.", _TWO_SORTS, date(2024, 3, 15))
    assert "front" not in {p.id for c in found for p in c.actors}


def test_a_report_opens_no_roads() -> None:
    """'By the report of' tells whose word it is."""
    (opened,) = claims_of("By the report of Dolan agency, the road to Kest was opened today.", "open-route")
    assert not opened.actors


def test_a_pact_declared_void() -> None:
    """Also one with a name of its own."""
    (ended,) = claims_of("Boran declared the Dolan arrangement void on Wednesday.", "terminate")
    assert [p.id for p in ended.actors] == ["boran"]


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("Soldiers at a checkpoint of the Borani army turned back nine aid trucks bound for Kest on Friday.", "deny-passage"),
        ("Men at a Front roadblock turned back nine aid trucks at Kest.", "deny-passage"),
        ("Fighters at a Front position opened fire on Kest.", "attack"),
    ],
)
def test_men_at_a_post(words: str, act: str) -> None:
    """They are of whoever holds the post."""
    (told,) = claims_of(words, act)
    assert [p.id for p in told.actors] == ["front" if "Front" in words else "boran"]


def test_a_place_found_empty_of_fighters() -> None:
    """No fighters are there; a town found empty may be without its people."""
    (gone,) = claims_of("The Joint Watch found Kest empty of fighters.", "remain")
    assert (gone.polarity, gone.speaker.actor) == ("negated", "watch")
    assert not claims_of("The Joint Watch found Kest empty.", "remain")


def test_vessels_leave_a_port() -> None:
    """And withdraw from nowhere."""
    assert not claims_of("Vessels have been entering and leaving the port of Kest freely since Monday.", "withdraw")
