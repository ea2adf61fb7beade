"""Whose 'its police' is in what one body told another."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The Front's political office confirmed to the Red Cross in writing that its military police had detained two men.",
            "front",
        ),
        ("The Front's spokesman told the Joint Watch that its military police had detained two men.", "front"),
        ("The Boran ministry told reporters that its military police had detained two men.", "boran"),
    ],
)
def test_who_tells_a_watcher_speaks_of_his_own(text: str, who: str) -> None:
    assert [[p.id for p in c.actors] for c in claims_of(text, "detain")] == [[who]]
