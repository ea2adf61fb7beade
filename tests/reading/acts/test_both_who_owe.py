"""'Both sides' where a case has more than two parties."""

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
  front: {name: Kest Front, role: signatory}
  dolan: {name: Dolan League, role: signatory}
  watch: {name: Joint Watch, role: monitor}
zones:
  kest: {name: Kest}
  strip: {name: buffer strip}
terms:
  a: {norm: obligation, bearer: [boran], act: withdraw, zone: strip, due: {by: 2024-03-14}}
  b: {norm: obligation, bearer: [front], act: withdraw, zone: strip, due: {by: 2024-03-14}}
  c: {norm: prohibition, bearer: [boran, front, dolan], act: attack}
  d: {norm: obligation, bearer: [boran, front, dolan], act: release, due: {by: 2024-03-14}}
"""


@pytest.mark.parametrize(
    ("text", "act", "doers"),
    [
        ("The Joint Watch said the warring factions had left the buffer strip.", "withdraw", ["boran", "front"]),
        ("Both sides have withdrawn from the buffer strip, the Joint Watch said.", "withdraw", ["boran", "front"]),
        ("Borani and Dolan League troops clashed. Both sides withdrew.", "withdraw", ["boran", "dolan"]),
        ("The Joint Watch said both sides had freed their prisoners.", "release", [None]),
        ("The Joint Watch said the former warring factions had freed all prisoners.", "release", ["boran", "front", "dolan"]),
        ("The Joint Watch said the warring factions had not freed all prisoners.", "release", [None]),
        ("The Joint Watch said both sides had shelled Kest.", "attack", [None]),
    ],
)
def test_the_two_who_owe_it(text: str, act: str, doers: list[str | None]) -> None:
    told = [c for c in claims_in(text, AGREEMENT, date(2024, 3, 15)) if c.act == act]
    assert [p.id for p in told[-1].actors] == doers


FOREIGN = AGREEMENT.replace(
    "  d: {", "  e: {norm: obligation, bearer: [dolan], act: withdraw, says: Foreign troops leave., due: {by: 2024-03-14}}\n  d: {"
)


@pytest.mark.parametrize(
    ("text", "agreement", "doers"),
    [
        ("All foreign troops have left Kest, the Joint Watch said.", FOREIGN, ["dolan"]),
        ("Not all foreign troops have left Kest, the Joint Watch said.", FOREIGN, [None]),
        ("Foreign troops have left Kest, the Joint Watch said.", FOREIGN, [None]),
        ("All foreign troops have left Kest, the Joint Watch said.", AGREEMENT, [None]),
    ],
)
def test_whose_foreign_troops_they_are(text: str, agreement: str, doers: list[str | None]) -> None:
    (claim,) = (c for c in claims_in(text, agreement, date(2024, 3, 15)) if c.act == "withdraw")
    assert [p.id for p in claim.actors] == doers
