"""Headings at the head of a paragraph: they tell of nothing done."""

from __future__ import annotations

import pytest
from tests.reading.boran import every_claim_of


@pytest.mark.parametrize(
    "text",
    [
        "Weekly report\n\n2. Withdrawal. The Joint Watch visited nobody.",
        "Weekly report\n\n3. Disarmament. The list is late.",
        "Weekly report\n\nCeasefire violations. None were recorded.",
        "Weekly report\n\na) Release of prisoners. The list is late.",
    ],
)
def test_a_heading_is_no_act(text: str) -> None:
    assert not [c for c in every_claim_of(text) if c.act in {"withdraw", "disarm", "release", "breach-ceasefire"}]


@pytest.mark.parametrize("text", ["1. Shelling of Kest.\n\n2. Arrest of two drivers.", "Boran has left. Withdrawal complete."])
def test_items_of_a_list_and_last_words_are(text: str) -> None:
    assert every_claim_of(text)
