"""Setting fire: an attack where forces do it, none where people burn what is theirs."""

from __future__ import annotations

import pytest

from servanda.reading.readout import readout


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("The soldiers set fire to the village.", ["attack"]),
        ("Two houses were set on fire by the militia.", ["attack"]),
        ("Residents set fire to their own houses so that nobody else would live in them.", []),
        ("Villagers burned down their homes before leaving.", []),
    ],
)
def test_who_sets_fire(text: str, acts: list[str]) -> None:
    assert [a["act"] for a in readout(text)["acts"]] == acts
