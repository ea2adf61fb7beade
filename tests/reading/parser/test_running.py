"""Running the pipeline: offsets fit, one root, small files, other models."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc as SpacyDoc
from spacy.training import Example

from servanda.errors import ReadingError
from servanda.reading.parser import load, parse, prepared, running
from servanda.reading.parser.parsed import Doc
from servanda.reading.parser.running import MODEL

PIECES = [
    "The army",
    "withdrew",
    "from",
    "Tavil",
    ",",
    ".",
    "\n",
    "  ",
    "\t",
    "“",
    "”",
    '"',
    "'",
    "don't",
    "he’s",
    "U.S.",
    "10–15",
    "said",
    "…",
    "é",
    "e\u0301",
    "🙂",
    "\u00a0",
    "\u200b",
    "HAND OVER",
    "(",
    ")",
    "http://x.test/a?b=c",
    "by",
    "Monday",
    "no later than",
    "-",
    "—",
]


def _is_tree(doc: Doc) -> bool:
    roots = [t for t in doc if t.head.i == t.i]
    for token in doc:
        seen = set()
        while token.head.i != token.i:
            if token.i in seen:
                return False
            seen.add(token.i)
            token = token.head
    return len(roots) == (1 if len(doc) else 0)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join) | st.text(max_size=60))
def test_any_text_keeps_its_offsets_and_has_one_root(text: str) -> None:
    (doc,) = parse([text])
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)
    assert _is_tree(doc)
    assert all(t.children == [c for c in doc if c.head is t and c is not t] for t in doc)


def test_many_texts_come_back_in_order_and_alike_alone_or_together() -> None:
    texts = ["The army left.", "", "  ", "Rebels shelled the port, monitors said.", "\nTroops to leave\n"]
    together = parse(texts)
    assert [d.text for d in together] == texts
    for text, doc in zip(texts, together, strict=True):
        (alone,) = parse([text])
        assert [(t.dep_, t.head.i, t.pos_, t.lemma_) for t in alone] == [
            (t.dep_, t.head.i, t.pos_, t.lemma_) for t in doc
        ]


def test_white_space_changes_no_arc() -> None:
    narrow, wide = parse(["The army refused to leave the town.", "The army   refused\nto leave  the town."])
    real = [t for t in wide if not t.is_space]
    assert [(t.text, t.dep_, t.head.text) for t in real] == [(t.text, t.dep_, t.head.text) for t in narrow]
    assert {t.pos_ for t in wide if t.is_space} == {"SPACE"}


def test_features_and_lemmas_of_verbs() -> None:
    (doc,) = parse(["The units withdrew on Monday, were shelled again and have not returned."])
    by_text = {t.text: t for t in doc}
    assert [by_text[w].lemma_ for w in ("units", "withdrew", "shelled", "returned")] == [
        "unit",
        "withdraw",
        "shell",
        "return",
    ]
    assert by_text["withdrew"].morph.get("Tense") == ["Past"]
    assert by_text["withdrew"].morph.get("VerbForm") == ["Fin"]
    assert by_text["shelled"].morph.get("VerbForm") == ["Part"]
    assert by_text["not"].morph.get("Polarity") == ["Neg"]
    assert by_text["units"].morph.get("Number") == ["Plur"]


def test_all_files_of_the_model_stay_under_five_megabytes() -> None:
    files = [p for p in MODEL.parent.iterdir() if p.is_file()]
    assert {"servanda_small.zip", "LICENSE", "NOTICE", "doubt.json"} <= {p.name for p in files}
    assert sum(p.stat().st_size for p in files) < 5_000_000


def test_loaded_once_in_a_process() -> None:
    assert load() is load()


def test_a_model_that_is_not_installed_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"D201.*no_such_model.*spacy download"):
        load("no_such_model")
    with pytest.raises(ReadingError, match="D201"):
        load(str(tmp_path))


def test_a_model_without_a_parser_is_refused() -> None:
    blank = spacy.blank("en")
    blank.add_pipe("sentencizer")
    with pytest.raises(ReadingError, match=r"D202.*sentencizer.*en_core_web_md"):
        prepared(blank)


@Language.component("test_clearnlp_heads")
def _give_tags(doc: SpacyDoc) -> SpacyDoc:
    tags = {"were": "AUX", "shelled": "VERB", "by": "ADP", "rebels": "NOUN", "villages": "NOUN", "the": "DET"}
    for token in doc:
        token.pos_ = tags.get(token.lower_, "PUNCT")
        token.lemma_ = {"were": "be", "shelled": "shell"}.get(token.lower_, token.lower_)
    return doc


def _clearnlp_model() -> Language:
    """A blank pipeline whose parser has learned one sentence with ClearNLP labels by heart."""
    nlp = spacy.blank("en")
    parser = nlp.add_pipe("parser")
    words = ["Villages", "were", "shelled", "by", "rebels", "."]
    gold = SpacyDoc(
        nlp.vocab,
        words=words,
        spaces=[True, True, True, True, False, False],
        heads=[2, 2, 2, 2, 3, 2],
        deps=["nsubjpass", "auxpass", "ROOT", "agent", "pobj", "punct"],
    )
    example = Example(nlp.make_doc(gold.text), gold)
    for label in ("nsubjpass", "auxpass", "agent", "pobj", "punct"):
        parser.add_label(label)  # type: ignore[attr-defined]
    nlp.initialize(lambda: [example])
    for _ in range(30):
        nlp.update([Example(nlp.make_doc(gold.text), gold)])
    nlp.add_pipe("test_clearnlp_heads")
    return nlp


def test_a_larger_model_with_other_labels_is_mapped() -> None:
    nlp = prepared(_clearnlp_model())
    assert nlp.pipe_names[-1] == "servanda_universal"
    (doc,) = parse(["Villages were shelled by rebels."], nlp=nlp)
    assert [(t.dep_, t.head.text) for t in doc] == [
        ("nsubj:pass", "shelled"),
        ("aux:pass", "shelled"),
        ("ROOT", "shelled"),
        ("case", "rebels"),
        ("obl:agent", "shelled"),
        ("punct", "shelled"),
    ]
    assert prepared(nlp).pipe_names.count("servanda_universal") == 1


def test_another_model_is_given_contractions_as_the_tokenizer_has_them() -> None:
    doc = spacy.blank("en").make_doc("They didn't leave, so we're gonna stay.")
    given = running._one_sentence(doc)
    assert [(t.text, t.norm_) for t in given] == [(t.text, t.norm_) for t in doc]
    assert [t.is_sent_start for t in given] == [True] + [False] * (len(doc) - 1)


def test_a_model_of_a_folder_is_loaded_and_parses(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("parser").add_label("nsubj")  # type: ignore[attr-defined]
    nlp.initialize()
    nlp.to_disk(tmp_path / "theirs")
    (doc,) = parse(["The units left."], nlp=load(str(tmp_path / "theirs")))
    assert doc.text == "The units left."
    assert sum(t.head.i == t.i for t in doc) == 1

