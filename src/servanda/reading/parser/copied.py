"""The components of our own pipeline, copied so that the sentences of many texts go through them together.

Invariant: what comes out is what the pipeline itself gives, several times faster, and for each text what it gets alone.
A pipeline of another make is not copied: it runs by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from servanda.reading.parser.arcs import Arcs, written
from servanda.reading.parser.lemmas import LEMMAS, RuleLemmatizer
from servanda.reading.parser.pipeline import TRAINED
from servanda.reading.parser.products import one_thread
from servanda.reading.parser.tagging import Tagging
from servanda.reading.parser.transitions import Transitions
from servanda.reading.parser.vectors import TokenVectors


@dataclass(frozen=True, slots=True)
class Copied:
    """A pipeline of token vectors, tags and features, arcs, and lemmas."""

    vectors: TokenVectors
    tagging: Tagging
    transitions: Transitions
    lemmas: RuleLemmatizer

    @classmethod
    def of(cls, nlp: Language) -> Copied | None:
        """That of a pipeline, or None where a component is of another make."""
        if tuple(nlp.pipe_names) != (*TRAINED, LEMMAS):
            return None
        vectors, tagging, transitions = TokenVectors.of(nlp), Tagging.of(nlp), Transitions.of(nlp)
        lemmas = nlp.get_pipe(LEMMAS)
        if vectors is None or tagging is None or transitions is None or not isinstance(lemmas, RuleLemmatizer):
            return None
        return cls(vectors, tagging, transitions, lemmas)

    def arcs(self, texts: Sequence[Sequence[Doc]]) -> list[list[Arcs]]:
        """The analysis of each sentence of each text, from its words. The vectors of a text are worked out by themselves,
        since their rounding depends on what is given together."""
        words: list[list[int]] = []
        spaces: list[list[int]] = []
        rows = []
        with one_thread():
            for text in texts:
                columns = [doc.to_array(["ORTH", "SPACY"]).T.tolist() if len(doc) else ([], []) for doc in text]
                words += [orths for orths, _ in columns]
                spaces += [blanks for _, blanks in columns]
                if text:
                    rows += self.vectors.of_words(text[0].vocab, words[-len(text) :])
            if not any(words):
                return [[Arcs([], [], [], [], [], [], []) for _ in text] for text in texts]
            tags = self.tagging(np.concatenate(rows))
            trees = self.transitions.parse(rows)
        found = []
        at = 0
        strings = next(text[0].vocab.strings for text in texts if text)
        for orths, blanks, (heads, labels) in zip(words, spaces, trees, strict=True):
            mine = tags[at : at + len(orths)]
            at += len(orths)
            forms = written(orths, strings)
            lemmas = [
                self.lemmas.lemma((orth, tag.pos_key, tag.feats_key), form, tag.pos, tag.feats)
                for orth, form, tag in zip(orths, forms, mine, strict=True)
            ]
            pos, feats = [tag.pos for tag in mine], [tag.feats for tag in mine]
            found.append(Arcs(forms, [bool(k) for k in blanks], lemmas, pos, feats, heads, labels))
        following = iter(found)
        return [[next(following) for _ in text] for text in texts]
