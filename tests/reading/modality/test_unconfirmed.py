"""Complaints that were received and could not be confirmed charge nobody."""

from __future__ import annotations

import pytest
from tests.reading.boran import every_claim_of


@pytest.mark.parametrize(
    "text",
    [
        "Kest was quiet. Joint Watch received ten complaints of ceasefire violations and was unable to confirm any of them.",
        "Kest was quiet. Joint Watch received reports of shelling, none of which it could verify.",
    ],
)
def test_not_confirmed_is_unknown(text: str) -> None:
    told = [c for c in every_claim_of(text) if c.act in {"attack", "breach-ceasefire"}]
    assert [(c.modality, c.zone) for c in told] == [("unknown", None)]


def test_complaints_are_of_anywhere() -> None:
    told = every_claim_of("The road to Kest was reopened. Joint Watch received ten complaints of ceasefire violations.")
    assert [c.zone for c in told if c.act == "breach-ceasefire"] == [None]


def test_a_charge_by_somebody_stays_one() -> None:
    (told,) = every_claim_of("The Front accused Boran of shelling Kest, but the UN could not confirm it.")
    assert (told.modality, told.zone, [p.id for p in told.actors]) == ("alleged", "kest", ["boran"])
