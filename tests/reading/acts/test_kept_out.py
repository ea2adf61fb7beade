"""Who was kept out, held up, stopped: the monitors of the agreement or others; and what is only reported."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "The Joint Watch said that it had been refused entry to Kest by the Boran army.",
        "Joint Watch teams moved freely except in Kest, where the Front refused them entry.",
        "Joint Watch observers said the Front had stopped them near Kest.",
        "Its inspectors were held up for three hours by Front fighters near Kest.",
    ],
)
def test_the_monitors(text: str) -> None:
    assert len(claims_of(text, "obstruct-monitor")) == 1
    assert claims_of(text, "deny-passage") == claims_of(text, "detain") == []


@pytest.mark.parametrize(
    "text",
    [
        "Residents were refused entry to Kest by the Boran army.",
        "An aid convoy was held up for three hours by Front fighters near Kest.",
        "A Boran army patrol was denied passage by the Front near Kest.",
        "Joint Watch observers said the Front had surrounded Boran soldiers and detained them.",
        "Joint Watch observers saw villagers near Kest, and the Front chased them away.",
    ],
)
def test_others(text: str) -> None:
    assert claims_of(text, "obstruct-monitor") == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Two reporters were killed near Kest, apparently by Boran soldiers.", "alleged"),
        ("Two reporters were killed near Kest by Boran soldiers.", "completed"),
        ("The Joint Watch is alarmed at reports that Front fighters attempted to storm a camp in Kest.", "alleged"),
        ("Front fighters tried to overrun a camp in Kest.", "completed"),
    ],
)
def test_an_attack_and_what_is_only_heard_of_it(text: str, modality: str) -> None:
    assert [c.modality for c in claims_of(text)] == [modality]
    assert claims_of(text, "capture") == []
