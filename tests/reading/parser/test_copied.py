"""Tags and arcs worked out here against those of spaCy's own components, and how much work they take."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from spacy.language import Language

from servanda.evaluation.gold import load_gold
from servanda.reading.parser import load, parse, parse_all, prepared, running, transitions
from servanda.reading.parser.copied import Copied
from servanda.reading.parser.products import product
from servanda.reading.parser.transitions import Transitions
from servanda.reading.sentences import split


def sentences() -> list[str]:
    """Some of our own reports, sentence by sentence, and what is odd."""
    found = ["Ceasefire", "!", "Why? Because they left. They did.", "to to to of of of and and"]
    for conflict in load_gold("dev"):
        for gold in conflict.reports[:6]:
            report = conflict.report(gold)
            found += [report.text[s.start : s.end] for s in split(report.text, report.segments)]
    return found


def columns(texts: list[str]) -> list[tuple[list[str], list[str], list[int], list[str], list[str]]]:
    return [
        ([t.pos_ for t in d], [str(t.morph) for t in d], [t.head.i for t in d], [t.dep_ for t in d], [t.lemma_ for t in d])
        for d in parse(texts, repaired=False)
    ]


def test_tags_and_arcs_are_those_of_spacy(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = sentences()
    assert len(texts) > 100
    mine = columns(texts)
    monkeypatch.setattr(running, "_copied", lambda _: None)
    assert mine == columns(texts)


def test_a_sentence_is_parsed_alike_alone_and_among_others() -> None:
    texts = sentences()[:60]
    assert columns(texts) == [columns([text])[0] for text in texts] == columns(texts[::-1])[::-1]


def test_an_arc_that_was_raised_is_put_back() -> None:
    """A word labelled 'obl||xcomp' hangs on the first open complement below the word that it was raised to."""
    heads, labels = transitions._tree([0, 2, 0, 2, 3, 2], ["", "nsubj", "ROOT", "ccomp", "xcomp", "obl||xcomp"])
    assert (heads, labels) == ([1, 1, 1, 2, 3], ["nsubj", "ROOT", "ccomp", "xcomp", "obl"])
    heads, labels = transitions._tree([0, 2, 0, 2], ["", "nsubj", "ROOT", "obl||xcomp"])
    assert (heads, labels) == ([1, 1, 1], ["nsubj", "ROOT", "obl"])  # no such word: it stays


def test_sentences_go_in_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """The moves of many sentences are scored together: as often as the longest has moves, not as all of them have."""
    scored = []
    best = Transitions._best

    def counted(*args: object) -> list[int]:
        found = best(*args)  # type: ignore[arg-type]
        scored.append(len(found))
        return found

    monkeypatch.setattr(Transitions, "_best", counted)
    texts = ["The army left the town on Monday."] * 40
    parse(texts)
    together, asked = len(scored), sum(scored)
    scored.clear()
    parse(texts[:1])
    assert together == len(scored)
    assert asked == 40 * sum(scored)
    assert len(scored) <= 2 * 8


def test_all_texts_are_parsed_in_one_run(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = []
    parsed = Transitions.parse

    def counted(self: Transitions, vectors: list[np.ndarray]) -> object:  # type: ignore[type-arg]
        runs.append(len(vectors))
        return parsed(self, vectors)

    monkeypatch.setattr(Transitions, "parse", counted)
    found = parse_all([["The army left.", ""], [], ["It came back."]])
    assert [[d.text for d in text] for text in found] == [["The army left.", ""], [], ["It came back."]]
    assert runs == [3]


def test_nothing_but_blanks_is_not_parsed() -> None:
    assert [[len(d) for d in text] for text in parse_all([["", "  "], [], [""]])] == [[0, 1], [], [0]]


def test_another_make_of_pipeline_runs_by_itself() -> None:
    assert Copied.of(load()) is not None
    other: Language = spacy.blank("en")
    other.add_pipe("parser").add_label("nsubj")  # type: ignore[attr-defined]
    other.initialize()
    assert Copied.of(prepared(other)) is None
    assert Transitions.of(other) is None  # it has no token vectors to share
    assert [d.text for d in parse(["It left."], nlp=other)] == ["It left."]


@pytest.mark.parametrize("number", [1, 2, 63, 64, 65, 200])
def test_a_row_of_a_product_depends_on_itself_alone(number: int) -> None:
    random = np.random.default_rng(7)
    rows = random.standard_normal((200, 96)).astype(np.float32)
    matrix = random.standard_normal((96, 144)).astype(np.float32)
    whole = product(rows, matrix)
    assert (product(rows[:number], matrix) == whole[:number]).all()
    np.testing.assert_allclose(whole, rows @ matrix, rtol=0, atol=1e-4)
