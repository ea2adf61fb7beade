"""The parser as a component of a pipeline, and the way past the pipeline."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
import spacy
from spacy.language import Language

from servanda.evaluation.gold import load_gold
from servanda.reading.parser import load, parse, parse_all, prepared
from servanda.reading.parser.component import PARSER, Direct
from servanda.reading.parser.network import Network, Parse
from servanda.reading.sentences import split


def sentences() -> list[str]:
    """Some of our own reports, sentence by sentence, and what is odd."""
    found = ["Ceasefire", "!", "Why? Because they left. They did.", "to to to of of of and and"]
    for conflict in load_gold("dev"):
        for gold in conflict.reports[:6]:
            report = conflict.report(gold)
            found += [report.text[s.start : s.end] for s in split(report.text, report.segments)]
    return found


def columns(docs: Sequence[object]) -> list[list[tuple[object, ...]]]:
    return [[(t.pos_, str(t.morph), t.head.i, t.dep_, t.lemma_) for t in d] for d in docs]  # type: ignore[attr-defined]


def test_the_pipeline_gives_what_the_way_past_it_gives() -> None:
    texts = [" ".join(text.split()) for text in sentences()]
    assert len(texts) > 100
    assert load().pipe_names == [PARSER, "servanda_lemmas"]
    piped = list(load().pipe(texts, batch_size=7))
    assert columns(piped) == columns(parse(texts, repaired=False))
    assert all(len(list(doc.sents)) == 1 for doc in piped)
    assert columns([load()(text) for text in texts[:5]]) == columns(piped[:5])


def test_a_sentence_is_parsed_alike_alone_and_among_others() -> None:
    texts = sentences()[:60]
    together = columns(parse(texts, repaired=False))
    assert together == [columns(parse([text], repaired=False))[0] for text in texts]
    assert together == columns(parse(texts[::-1], repaired=False))[::-1]


def test_an_empty_text_is_an_empty_doc() -> None:
    assert [len(doc) for doc in load().pipe(["", "It left.", ""])] == [0, 3, 0]
    assert [[len(d) for d in text] for text in parse_all([["", "  "], [], [""]])] == [[0, 1], [], [0]]


def test_all_texts_are_parsed_in_one_run(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = []
    parsed = Network.parse

    def counted(self: Network, given: Sequence[Sequence[str]]) -> list[Parse]:
        runs.append(len(given))
        return parsed(self, given)

    monkeypatch.setattr(Network, "parse", counted)
    found = parse_all([["The army left.", ""], [], ["It came back."]])
    assert [[d.text for d in text] for text in found] == [["The army left.", ""], [], ["It came back."]]
    assert runs == [3]


def test_another_make_of_pipeline_runs_by_itself() -> None:
    assert Direct.of(load()) is not None
    other: Language = spacy.blank("en")
    other.add_pipe("parser").add_label("nsubj")  # type: ignore[attr-defined]
    other.initialize()
    assert Direct.of(prepared(other)) is None
    assert [d.text for d in parse(["It left."], nlp=other)] == ["It left."]


def test_a_component_without_weights_says_so() -> None:
    blank = spacy.blank("en")
    blank.add_pipe(PARSER)
    with pytest.raises(ValueError, match=r"no weights.*packed\.load"):
        blank("It left.")
