"""Leave to stay until a day, given by whoever may move the date; and who gives none."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.claims import claims_in

AGREEMENT = """
servanda: 1
id: x
title: x
actors:
  boran: {name: Boran, aliases: [Borani], role: signatory}
  front: {name: Kest Front, aliases: [Front], role: signatory}
zones:
  kest: {name: Kest}
  dol: {name: Dolan}
terms:
  leave: {norm: obligation, bearer: front, toward: boran, act: withdraw, zone: kest, due: {by: 2024-03-20}, may_extend: boran}
"""
THERE = "The Front left Dolan. Some of its fighters are still in Kest. "


def _moved(text: str) -> list[tuple[str | None, date | None, list[str | None]]]:
    claims = claims_in(text, AGREEMENT, date(2024, 3, 15))
    return [(c.zone, c.new_due, [p.id for p in c.actors]) for c in claims if c.act == "extend-deadline"]


@pytest.mark.parametrize(
    "words",
    ["they could remain until 31 March", "they may stay until 31 March", "they were free to stay until the end of the month"],
)
def test_leave_moves_the_date(words: str) -> None:
    assert _moved(f"{THERE}Boran's defence minister, Ana Rees, said that {words}.") == [("kest", date(2024, 3, 31), ["boran"])]


@pytest.mark.parametrize(
    "text",
    [
        f"{THERE}The Front's spokesman said that they could remain until 31 March.",
        f"{THERE}Residents said that they could remain until 31 March.",
        f"{THERE}Boran's defence minister, Ana Rees, said that they could not remain until 31 March.",
        "The Front left Dolan. Boran's defence minister, Ana Rees, said that refugees could remain until 31 March.",
    ],
)
def test_who_gives_no_leave(text: str) -> None:
    assert _moved(text) == []
