"""Who stopped the monitors, and whose teams they were: posts manned by a side, 'our teams', 'one of the teams'."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of, every_claim_of


@pytest.mark.parametrize(
    "text",
    [
        "The Joint Watch said its observers were refused entry at a checkpoint manned by the Front.",
        "The observers were not let through at a barrier guarded by Front fighters.",
        "Observers of the Joint Watch were held for two hours at a roadblock that Front fighters had set up.",
        "The Joint Watch reported that one of its teams was turned back at a roadblock of the Front.",
        "The Joint Watch sent two teams to Kest. One of the teams was turned back by the Front.",
        '"Our teams were turned back by Front fighters," the head of the Joint Watch said.',
        "Observers had access everywhere save Kest, where the Front again refused them entry.",
        "A Joint Watch patrol was halted at gunpoint by Front fighters near Kest.",
        "The observers were made to turn round at a barrier held by the Front.",
    ],
)
def test_the_side_whose_post_it_is_stopped_them(text: str) -> None:
    (stopped,) = claims_of(text, "obstruct-monitor")
    assert [p.id for p in stopped.actors] == ["front"]
    assert (stopped.modality, stopped.polarity) == ("completed", "affirmed")


@pytest.mark.parametrize(
    "text",
    [
        '"Our teams were turned back by Front fighters," the Boran minister said.',
        "The Joint Watch said that a medical team was turned back by the Front.",
        "The team was stopped by the Front.",
        "The Joint Watch sent its team back to Kest for the night.",
        "Observers of the Joint Watch passed a checkpoint manned by the Front.",
    ],
)
def test_nobody_stopped_the_monitors(text: str) -> None:
    assert claims_of(text, "obstruct-monitor") == []


def test_a_post_that_two_run_is_neither_s() -> None:
    (stopped,) = claims_of(
        "Observers were turned back at a checkpoint set up by a crowd between posts of Boran and the Front.", "obstruct-monitor"
    )
    assert [p.id for p in stopped.actors if p.id] == []


def test_what_a_refusal_stands_beside_is_not_refused() -> None:
    claims = every_claim_of("The Joint Watch said its observers were refused entry at a checkpoint manned by the Front.")
    assert not [c for c in claims if c.modality in {"denied", "refused"}]
