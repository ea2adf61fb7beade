"""Predicates of `read --json --all`: polarity, modality, certainty and class hang together."""

from __future__ import annotations

import pytest

from servanda.outputs.readout_schema import Readout
from servanda.reading.modality.certainty import Weights, weights
from servanda.reading.readout import readout


def read(text: str) -> dict[str, tuple[str, str, str]]:
    """Polarity, modality and class of each predicate of a text, by its word."""
    out = readout(text, all=True)
    return {p["text"]: (p["polarity"], p["modality"], p["factuality"]) for p in out["predicates"]}


@pytest.mark.parametrize(
    ("text", "word", "polarity", "modality", "factuality"),
    [
        ("The brigade left the port on Friday.", "left", "affirmed", "completed", "fact"),
        ("Divers are searching the harbour.", "searching", "affirmed", "under-way", "fact"),
        ("The crew managed to repair the ferry.", "repair", "affirmed", "completed", "fact"),
        ("The envoy said the guards had opened the gate.", "opened", "affirmed", "completed", "fact"),
        ("The brigade has not left the port.", "left", "negated", "completed", "not-fact"),
        ("Nobody left the port.", "left", "negated", "completed", "not-fact"),
        ("The brigade failed to leave the port.", "leave", "negated", "completed", "not-fact"),
        ("The guards forgot to lock the gate.", "lock", "negated", "completed", "not-fact"),
        ("The brigade refused to leave the port.", "leave", "affirmed", "refused", "not-fact"),
        ("The general denied that his men had burned the mill.", "burned", "affirmed", "denied", "not-fact"),
        ("It is not true that his men burned the mill.", "burned", "affirmed", "denied", "not-fact"),
        ("It is false that his men burned the mill.", "burned", "negated", "completed", "not-fact"),
        ("The council will open the bridge next week.", "open", "affirmed", "announced", "not-fact"),
        ("If the guards leave, the bridge will open.", "leave", "affirmed", "possible", "not-fact"),
        ("Leave the port now!", "Leave", "affirmed", "requested", "not-fact"),
        ("The villagers hope to return.", "return", "affirmed", "possible", "not-fact"),
        ("His men were accused of burning the mill.", "burning", "affirmed", "alleged", "uncertain"),
        ("I do not think they burned the mill.", "burned", "negated", "possible", "uncertain"),
    ],
)
def test_words_class_and_certainty(text: str, word: str, polarity: str, modality: str, factuality: str) -> None:
    assert read(text)[word] == (polarity, modality, factuality)


def test_the_class_depends_on_the_certainty_alone() -> None:
    out = readout("The army left. It may return. It did not fire. Will it stay? He tried to call.", all=True)
    for p in out["predicates"]:
        assert 0 <= p["certainty"] <= 1
        assert p["factuality"] == weights().factuality(p["certainty"])
    assert {p["factuality"] for p in out["predicates"]} >= {"fact", "not-fact"}


def test_participles_before_a_noun_and_words_after_be_are_listed() -> None:
    assert {"captured", "ready", "burned"} <= set(read("The captured boats are ready, but the mill was burned."))


def test_a_certainty_can_be_explained() -> None:
    table = Weights(0.0, 0.7, 0.3, {"a": 2.0, "b": -0.5, "c": 0.1})
    assert table.certainty(["a", "b", "unseen"]) == pytest.approx(0.8176, abs=1e-4)
    assert table.reasons(["c", "b", "a", "unseen"], most=2) == [("a", 2.0), ("b", -0.5)]
    assert [table.factuality(x) for x in (0.7, 0.5, 0.3)] == ["fact", "uncertain", "not-fact"]


def test_claims_keep_the_modality_of_the_rules() -> None:
    out = readout("The army has not withdrawn from the valley.", all=True)
    (act,) = [a for a in out["acts"] if a["act"] == "withdraw"]
    assert (act["modality"], act["polarity"]) == ("completed", "negated")


def test_the_schema_knows_the_class() -> None:
    Readout.model_validate(readout("The army left the valley.", all=True))
