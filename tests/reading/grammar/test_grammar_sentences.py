"""One sentence each: act, actors, place, modality and polarity as the words say."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from servanda.reading import Claim, read
from servanda.reports.model import Report

DAY = date(2024, 3, 15)
GOLD = YAML(typ="safe").load(Path(__file__).with_name("sentences.yaml"))["sentences"]
TEXTS = [g[0] for g in GOLD]


def claims_of(text: str, published: date | None = DAY) -> tuple[Claim, ...]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return read(Report("r.txt", digest, text, (), "txt", published=published)).claims


@pytest.mark.parametrize("gold", GOLD, ids=[t[:48] for t in TEXTS])
def test_a_sentence_is_read_as_it_says(gold: list[object]) -> None:
    text, act, actors, zone, modality, polarity = gold
    found = [c for c in claims_of(str(text)) if c.act == act]
    assert found, f"no {act} read"
    claim = found[0]
    assert (claim.modality, claim.polarity) == (modality, polarity)
    assert [p.words.lower() for p in claim.actors] == [str(a).lower() for a in actors]  # type: ignore[attr-defined]
    if zone is not None:
        assert claim.zone_words == zone


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=6), st.sampled_from([" ", "\n\n", "\n"]))
def test_quotes_are_slices_and_reading_twice_is_the_same(texts: list[str], gap: str) -> None:
    text = gap.join(texts)
    once, twice = claims_of(text), claims_of(text)
    assert once == twice
    for claim in once:
        assert text[claim.start : claim.end] == claim.quote
        assert claim.quote.strip()
        assert claim.sentence is not None
        assert claim.sentence[0] <= claim.start < claim.end <= claim.sentence[1]
    assert len({c.id for c in once}) == len(once)


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_without_error(text: str) -> None:
    for claim in claims_of(text):
        assert text[claim.start : claim.end] == claim.quote


def test_what_names_no_act_is_not_read() -> None:
    for text in (
        "The minister was born in 1962 and likes chess.",
        "Peacekeepers leave for Karabakh on Tuesday.",
        "The agreement entered into force at midnight.",
        "The peacekeepers evacuated women and children from the village.",
        "He left behind a wife and two sons.",
        "The army left a garrison in the city.",
        "The minister left Baku for Moscow on Monday.",
        "The rebels left no doubt that they would fight on.",
        "Civilians have left the district.",
    ):
        assert not [c for c in claims_of(text) if c.act in {"withdraw", "enter", "attack"}], text
