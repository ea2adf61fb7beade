"""`read --json`: the document that a text gives without a case."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from servanda.evaluation import acts, factuality
from servanda.reading.readout import readout

TEXT = (
    "Kenya's president said on Tuesday that the rebels had left the town. "
    "The army denied that it had shelled the market."
)


def test_every_span_is_a_slice() -> None:
    out = readout(TEXT, date(2024, 3, 15), all=True)
    assert out["text"] == TEXT
    for item in (*out["times"], *out["acts"], *out["predicates"]):
        assert TEXT[item["start"] : item["end"]] == item["text"]
    for item in out["attributions"]:
        for part in ("source", "cue", "content"):
            assert TEXT[item[part]["start"] : item[part]["end"]] == item[part]["text"]


def test_acts_and_predicates() -> None:
    out = readout(TEXT, date(2024, 3, 15), all=True)
    read = {(a["act"], a["modality"], a["polarity"]) for a in out["acts"]}
    assert ("withdraw", "completed", "affirmed") in read
    assert ("attack", "denied", "affirmed") in read
    certain = {p["lemma"]: p["certainty"] for p in out["predicates"]}
    assert certain["leave"] > 0.8
    assert certain["shell"] < 0.3


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Canada agreed to fund a school in Kenya.", "AGREE"),
        ("Peru refused to receive the envoy of Chile.", "REJECT"),
        ("Ghana demanded the release of its fishermen.", "DEMAND"),
        ("Norway threatened to close its border with Russia.", "THREATEN"),
        ("The army has pulled its troops out of the border town.", "RETREAT"),
        ("The government lifted a curfew in the capital.", "CONCEDE"),
        ("Chad strengthened its forces along the border with Sudan.", "MOBILIZE"),
        ("Rebel gunners shelled the regional capital.", "FIGHT"),
    ],
)
def test_classes_of_events(text: str, name: str) -> None:
    assert name in acts.classes_read(text)


def test_scores_on_the_plover_records(shared_data: Path) -> None:
    for row in acts.table(shared_data):
        assert float(str(row["micro_f1"])) >= 0.72, row


def test_measures() -> None:
    assert acts.f1(1, 0, 0) == 1.0
    assert acts.f1(0, 0, 0) == 0.0
    score, each = factuality.macro_f1(["fact", "not-fact", "uncertain"], ["fact", "not-fact", "fact"])
    assert each["not-fact"] == 1.0
    assert each["uncertain"] == 0.0
    assert score == pytest.approx((2 / 3 + 1.0 + 0.0) / 3)
