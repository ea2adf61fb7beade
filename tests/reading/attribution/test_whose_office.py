"""Whose office a speaker holds, where other names stand beside it."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of

from servanda.reading.claim import Claim


def attack(text: str) -> Claim:
    (claim,) = claims_of(text)
    return claim


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Boran's ambassador to the UN, Adel Kam, told the council on Tuesday that the Front had shelled Kest.", "boran"),
        ("The Front's leader, Omar Tal, speaking to reporters in Dolan, said Boran had shelled Kest.", "front"),
        ("The Front's leader, Omar Tal, who spoke in Dolan, said Boran had shelled Kest.", "front"),
        ("Norland's foreign minister said the Front shelled Kest.", None),
        ("Norland, Boran's main backer, said the Front shelled Kest.", None),
        ("A Boran opposition politician said Boran's army shelled Kest.", None),
        ("Boran's foreign minister said the Front shelled Kest.", "boran"),
    ],
)
def test_whose_word_it_is(text: str, actor: str | None) -> None:
    assert attack(text).speaker.actor == actor


@pytest.mark.parametrize(
    "text",
    [
        "A captured Boran soldier said the army shelled Kest.",
        "A Boran deserter said the army shelled Kest.",
    ],
)
def test_who_is_held_or_has_gone_over_speaks_for_no_side(text: str) -> None:
    claim = attack(text)
    assert (claim.speaker.actor, claim.speaker.kind) == (None, "witness")
