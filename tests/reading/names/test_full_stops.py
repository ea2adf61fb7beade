"""Names with full stops inside: 'the U.N. mission', 'St. Ivan'."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.claims import claims_in

AGREEMENT = """
servanda: 1
id: x
title: x
actors:
  boran: {name: Boran, role: signatory}
  mission: {name: UNBOR, role: monitor, aliases: [UN mission, U.N. Support Mission in Boran]}
zones:
  ivan: {name: St. Ivan}
  fort: {name: Fort St. Elena}
terms:
  t: {norm: obligation, bearer: boran, act: withdraw, zone: ivan, due: {by: 2024-03-14}}
"""


@pytest.mark.parametrize(
    "text",
    [
        "The U.N. mission said Boran had left St. Ivan.",
        "The UN mission said Boran had left St Ivan.",
        "The U.N. Support Mission in Boran said troops of Boran had left St. Ivan.",
    ],
)
def test_they_are_found(text: str) -> None:
    (left,) = [c for c in claims_in(text, AGREEMENT, date(2024, 3, 15)) if c.act == "withdraw"]
    assert left.speaker is not None
    assert (left.speaker.actor, left.zone) == ("mission", "ivan")


def test_a_sentence_still_ends() -> None:
    text = "Boran complained to the U.N. Mission staff left. Boran left Fort St. Elena."
    (left,) = [c for c in claims_in(text, AGREEMENT, date(2024, 3, 15)) if c.act == "withdraw" and c.zone == "fort"]
    assert left.quote == "Boran left Fort St. Elena."
