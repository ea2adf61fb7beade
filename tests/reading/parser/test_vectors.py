"""Token vectors worked out here against those of spaCy's own tok2vec."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from servanda.reading.parser import load, vectors
from servanda.reading.parser.products import Floats
from servanda.reading.parser.vectors import TOK2VEC, TokenVectors

TEXTS = (
    "The army has not left the town, monitors said.",
    "Ceasefire",
    'They didn\'t hand over the 14 prisoners — "not one" — by 25 November.',
    "Rebels shelled the port of Qadir-Tavil; nobody was hurt.",
)


def docs() -> list[Doc]:
    nlp = load()
    return [Doc(nlp.vocab, words=[t.text for t in nlp.make_doc(text)]) for text in (*TEXTS, *TEXTS[:2])]


def made() -> TokenVectors:
    found = TokenVectors.of(load())
    assert found is not None
    return found


def own() -> list[Doc]:
    """The same texts with the vectors that spaCy gives."""
    given = docs()
    component = load().get_pipe(TOK2VEC)
    component.set_annotations(given, component.predict(given))  # type: ignore[attr-defined]
    return given


def words(given: Sequence[Doc]) -> list[list[int]]:
    return [[t.orth for t in doc] for doc in given]


def given_by(token_vectors: TokenVectors, given: Sequence[Doc]) -> list[Floats]:
    return token_vectors.of_words(load().vocab, [words(given)])[0]


@pytest.mark.parametrize("rows", [1, 20, 2048])
def test_they_are_those_of_spacy(monkeypatch: pytest.MonkeyPatch, rows: int) -> None:
    monkeypatch.setattr(vectors, "_ROWS", rows)
    for mine, theirs in zip(given_by(made(), docs()), own(), strict=True):
        np.testing.assert_allclose(mine, theirs.tensor, rtol=0, atol=1e-4)
        assert np.abs(theirs.tensor).max() > 1


def test_a_memory_that_overflows_is_emptied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "MOST_WORDS", 15)
    token_vectors = made()
    for doc, theirs in zip(docs(), own(), strict=True):
        (mine,) = given_by(token_vectors, [doc])
        np.testing.assert_allclose(mine, theirs.tensor, rtol=0, atol=1e-4)
        assert len(token_vectors.known) == len(token_vectors.table)
    assert len(token_vectors.known) <= 25


def test_the_same_sentences_give_the_same_bits() -> None:
    first = given_by(made(), docs())
    again = made()
    given_by(again, docs()[:1])
    second = given_by(again, docs())
    assert all((a == b).all() for a, b in zip(first, second, strict=True))


def test_an_empty_sentence_has_no_vectors() -> None:
    empty, one = Doc(load().vocab), docs()[0]
    assert [len(rows) for rows in given_by(made(), [empty])] == [0]
    assert [len(rows) for rows in given_by(made(), [empty, one, empty])] == [0, len(one), 0]


def test_another_make_of_tok2vec_is_left_to_spacy() -> None:
    blank = spacy.blank("en")
    assert TokenVectors.of(blank) is None
    config = {
        "model": {
            "@architectures": "spacy.Tok2Vec.v2",
            "embed": {
                "@architectures": "spacy.MultiHashEmbed.v2",
                "width": 8,
                "attrs": ["NORM", "SPACY"],
                "rows": [20, 20],
                "include_static_vectors": False,
            },
            "encode": {
                "@architectures": "spacy.MaxoutWindowEncoder.v2",
                "width": 8,
                "window_size": 1,
                "maxout_pieces": 3,
                "depth": 2,
            },
        }
    }
    blank.add_pipe("tok2vec", config=config)
    blank.initialize()
    assert TokenVectors.of(blank) is None  # whether a blank follows is not of the word
    plain = spacy.blank("en")
    config["model"]["embed"]["attrs"] = ["NORM", "SHAPE"]  # type: ignore[index]
    plain.add_pipe("tok2vec", config=config)
    plain.initialize()
    found = TokenVectors.of(plain)
    assert found is not None
    theirs = Doc(plain.vocab, words=["An", "army", "left"])
    ((mine,),) = found.of_words(plain.vocab, [words([theirs])])
    component = plain.get_pipe("tok2vec")
    component.set_annotations([theirs], component.predict([theirs]))  # type: ignore[attr-defined]
    np.testing.assert_allclose(mine, theirs.tensor, rtol=0, atol=1e-4)


def test_what_is_given_beside_a_text_changes_no_bit_of_its_vectors() -> None:
    token_vectors = made()
    texts = [words(docs()), words(docs()[1:3]), [], words(docs()[:1]) * 3]
    together = token_vectors.of_words(load().vocab, texts)
    assert [len(vectors) for vectors in together] == [len(text) for text in texts]
    for text, found in zip(texts, together, strict=True):
        (alone,) = token_vectors.of_words(load().vocab, [text])
        assert all((a == b).all() for a, b in zip(alone, found, strict=True))
