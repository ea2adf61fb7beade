"""Patterns that the words of a sentence rule out are never tried: what is found is what all patterns would have found."""

from __future__ import annotations

import pytest

from servanda.evaluation.gold import load_gold
from servanda.reading.acts import triggers
from servanda.reading.acts.clause import view
from servanda.reading.acts.lexicon import lexicon
from servanda.reading.parser import parse
from servanda.reading.sentences import split

OURS = [
    "The brigade opened fire on the village of Kest on Monday.",
    "Both sides have until Friday to leave the port.",
    "The guards were held in a camp and have been under siege for days.",
    "The rebels carried out drone and mortar attacks and pulled out of the town.",
    "Neither army is in line with the terms of the pact, which remains in force.",
]


def told(texts: list[str]) -> list[list[tuple[str, tuple[int, ...]]]]:
    docs = parse(texts)
    found = [triggers.find_triggers(view(doc, 0, "body", [])) for doc in docs]
    return [[(trigger.pattern.written, trigger.words) for trigger in some] for some in found]


def test_a_pattern_left_out_by_the_words_would_not_have_fitted(monkeypatch: pytest.MonkeyPatch) -> None:
    conflict = load_gold("dev")[0]
    reports = [conflict.report(gold) for gold in conflict.reports]
    texts = OURS + [r.text[s.start : s.end] for r in reports for s in split(r.text, r.segments)]
    found = told(texts)
    assert all(found[:4])
    monkeypatch.setattr(triggers, "_candidates", lambda _, lemma: list(lexicon().verbs[lemma]))
    monkeypatch.setattr(triggers, "_may_be_noun", lambda _: True)
    assert told(texts) == found


def test_a_pattern_asks_for_its_prepositions_and_nouns() -> None:
    (pattern,) = (p for p in lexicon().verbs["have"] if p.written == "have x:@act until:@date")
    assert pattern.prepositions == {"until"}
    assert pattern.nouns == ()
    (fire,) = (p for p in lexicon().verbs["be"] if p.written == "be under:fire")
    assert (fire.prepositions, fire.nouns) == ({"under"}, (frozenset({"fire"}),))
