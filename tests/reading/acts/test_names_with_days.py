"""A movement called after a day, a decree and who signed it, and who is gone where another came in."""

from __future__ import annotations

from datetime import date

from tests.reading.boran import claims_of
from tests.reading.claims import claims_in

from servanda.reading.claim import Claim

_LAKE = """
servanda: 1
id: x
title: x
actors:
  luvia: {name: Republic of Luvia, aliases: [Luvia, Luvian army], role: signatory}
  m9: {name: March 9 Movement, aliases: [M9 rebels], role: signatory}
zones:
  saka: {name: Saka}
terms:
  t: {norm: obligation, bearer: [m9], act: withdraw, zone: saka, due: {by: 2024-04-01}}
"""


def lake(text: str) -> list[Claim]:
    return claims_in(text, _LAKE, date(2024, 3, 25))


def test_a_day_in_a_name() -> None:
    """It dates nothing, and counts nothing."""
    (charge,) = [c for c in lake("Luvia accused the March 9 Movement of the shelling of Saka.") if c.act == "attack"]
    assert (charge.when.earliest, charge.quantity) == (None, None)


def test_who_left_before_another_came() -> None:
    """'Entered the town after the rebels had left': the rebels, all of them."""
    told = lake("Soldiers of the Luvian army entered Saka on Sunday, hours after the M9 rebels had withdrawn, the army said.")
    (gone,) = [c for c in told if c.act == "withdraw"]
    assert ([p.id for p in gone.actors], gone.extent) == (["m9"], "all")
    told = lake("Soldiers of the Luvian army entered Saka on Sunday, hours after twenty rebels had withdrawn, the army said.")
    assert {c.extent for c in told if c.act == "withdraw"} <= {"unknown", "part"}


def test_a_decree_and_her_office() -> None:
    """Who signs it calls them up; her office speaks for her side."""
    told = lake("President Ilse Oran of Luvia signed a decree on Thursday calling up 5,000 reservists, her office said.")
    (called,) = [c for c in told if c.act == "mobilise"]
    assert ([p.id for p in called.actors], called.speaker.actor) == (["luvia"], "luvia")
    (by_decree,) = claims_of("Boran's president signed a decree calling up 5,000 reservists.", "mobilise")
    assert [p.id for p in by_decree.actors] == ["boran"]


def test_a_digit_in_a_name_counts_nothing_away() -> None:
    (freed,) = [c for c in lake("Luvia freed 100 M9 rebels on Friday.") if c.act == "release"]
    assert freed.quantity is not None
    assert freed.quantity.low == 100
