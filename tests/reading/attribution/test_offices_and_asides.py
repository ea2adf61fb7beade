"""Who speaks where an office without an article, an apposition or an aside stands around 'said'."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.claims import claims_in

from servanda.reading.claim import Claim

AGREEMENT = """
servanda: 1
id: x
title: x
actors:
  boran: {name: Boran, aliases: [Boran army, Boran troops], role: signatory}
  front: {name: Kest Liberation Front, aliases: [Front], role: signatory}
zones:
  mirna: {name: Mirna}
terms:
  t: {norm: prohibition, bearer: [boran, front], act: attack}
"""


def claims_of(text: str) -> list[Claim]:
    return claims_in(text, AGREEMENT, date(2024, 3, 13), "Boran and the Front")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Boran troops attacked a camp of the Kest Liberation Front on Monday, said Hasan Kam, the group's coordinator.", "Hasan Kam"),
        ("Boran has now pulled out 12,000 of the 24,000 men in Mirna, said military spokesman Ari Sotik.", "Ari Sotik"),
        ('"Boran troops attacked our base," Kam said, referring to the main camp of the Front.', "Kam"),
    ],
)  # fmt: skip
def test_the_one_behind_said(text: str, name: str) -> None:
    """Not the last name before the comma, and not whom the speaker refers to."""
    told = [c.speaker.name for c in claims_of(text) if c.act in {"attack", "withdraw"}]
    assert told
    assert all(name in str(n) for n in told)


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("Boran kept its promise to leave Mirna.", "affirmed", "completed"),
        ("Boran has fulfilled its pledge to withdraw from Mirna.", "affirmed", "completed"),
        ("Boran broke its promise to leave Mirna.", "negated", "completed"),
        ("Boran went back on its commitment to withdraw from Mirna.", "negated", "completed"),
        ("Boran did not honour its commitment to withdraw from Mirna.", "negated", "completed"),
        ("Boran repeated its promise to leave Mirna.", "affirmed", "promised"),
        ("Boran will keep its promise to leave Mirna.", "affirmed", "announced"),
    ],
)
def test_promises_kept_and_broken(text: str, polarity: str, modality: str) -> None:
    """What was promised is done where the promise was kept, and is not where it was broken."""
    moves = [(c.polarity, c.modality) for c in claims_of(text) if c.act == "withdraw"]
    assert moves == [(polarity, modality)]


def test_whose_promise_was_broken() -> None:
    """'Accused X of breaking its promise to leave': X stayed."""
    claims = [c for c in claims_of("The Front accused Boran of breaking its promise to leave Mirna.") if c.act == "withdraw"]
    assert [[p.id for p in c.actors] for c in claims] == [["boran"]]
