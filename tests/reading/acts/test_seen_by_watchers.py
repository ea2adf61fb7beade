"""What watchers saw is their word; soldiers stand beside the tanks, and no side's army is another's."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of
from tests.reading.claims import claims_in


@pytest.mark.parametrize(
    "words",
    [
        "The Joint Watch saw Boran soldiers in Kest on 12 March.",
        "A Joint Watch patrol observed Boran soldiers in Kest on 12 March.",
        "On 12 March the Joint Watch saw two tanks and at least 25 members of the Boran army in Kest.",
        "On 12 March the Joint Watch saw two tanks and up to 25 Boran soldiers in Kest, past the deadline.",
    ],
)
def test_what_watchers_saw(words: str) -> None:
    """The verb of seeing carries the act: whose eyes they were is who says so; the day is that of the seeing."""
    (seen,) = [c for c in claims_of(words, "remain") if c.zone == "kest"]
    assert "boran" in {p.id for p in seen.actors}
    assert seen.speaker.actor == "watch"
    assert seen.when.earliest == seen.when.latest == date(2024, 3, 12)


def test_an_undated_sighting() -> None:
    """When they saw it is not told: it holds for no day alone."""
    (seen,) = claims_of("The Joint Watch saw Boran soldiers in Kest.", "remain")
    assert seen.when.earliest is None


_TWO_STATES = """
servanda: 1
id: x
title: x
actors:
  boran: {name: Boran, aliases: [Republic of Boran, Borani army], role: signatory}
  tessia: {name: Tessian Republic, aliases: [Tessia, Tessian army], role: signatory}
zones:
  kest: {name: Kest}
terms:
  t: {norm: obligation, bearer: [tessia], act: withdraw, zone: kest, due: {by: 2024-04-01}}
"""


@pytest.mark.parametrize(
    "words", ["Tessian commander says troops will not leave Kest", "A Tessian officer said soldiers were still in Kest."]
)
def test_the_army_of_neither(words: str) -> None:
    """Of two states that no table has, each called with an army of its own, bare soldiers are nobody's."""
    (claim,) = [c for c in claims_in(words, _TWO_STATES, date(2024, 3, 15)) if c.act in {"withdraw", "remain"}]
    assert "boran" not in {p.id for p in claim.actors}
