"""The parser as a component of a spaCy pipeline, and a way past the pipeline for many sentences at once.

Invariant: each Doc is one sentence with one root, and both ways give it the same analysis.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from servanda.reading.parser.arcs import Arcs, written
from servanda.reading.parser.lemmas import LEMMAS, RuleLemmatizer
from servanda.reading.parser.network import Network, Parse

PARSER = "servanda_parser"
_GIVEN: list[int | str] = ["ORTH", "SPACY"]
_SET: list[int | str] = ["POS", "MORPH", "DEP", "HEAD"]


@dataclass(slots=True)
class Parser:
    """Pipeline component that sets tags, features, heads and labels."""

    network: Network | None = None

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """The same Docs with their analyses."""
        waiting = iter(stream)
        while docs := list(islice(waiting, batch_size)):
            for doc, parse in zip(docs, self.parse([[token.text for token in doc] for doc in docs]), strict=True):
                yield _set(doc, parse)

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[Parse]:
        """The parse of each sentence, from its words."""
        if self.network is None:
            raise ValueError(f"the component {PARSER} has no weights: load a file of them with packed.load")
        return self.network.parse(sentences)


def add_parser(nlp: Language, network: Network) -> None:
    """Append the parser to a pipeline."""
    nlp.add_pipe(PARSER).network = network  # type: ignore[attr-defined]


@Language.factory(PARSER)
def _make_parser(nlp: Language, name: str) -> Parser:
    return Parser()


def _set(doc: Doc, parse: Parse) -> Doc:
    if not len(doc):
        return doc
    strings, morphology = doc.vocab.strings, doc.vocab.morphology
    columns = (
        [strings.add(tag.pos) for tag in parse.tags],
        [morphology.add(tag.feats) for tag in parse.tags],
        [strings.add(label) for label in parse.labels],
        [(head - place) % (1 << 64) for place, head in enumerate(parse.heads)],
    )
    return doc.from_array(_SET, np.array(columns, dtype=np.uint64).T)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Direct:
    """The components of our own pipeline without Docs between them."""

    parser: Parser
    lemmas: RuleLemmatizer

    @classmethod
    def of(cls, nlp: Language) -> Direct | None:
        """Those of a pipeline, or None where it is of another make: it runs by itself."""
        if nlp.pipe_names != [PARSER, LEMMAS]:
            return None
        parser, lemmas = nlp.get_pipe(PARSER), nlp.get_pipe(LEMMAS)
        return cls(parser, lemmas) if isinstance(parser, Parser) and isinstance(lemmas, RuleLemmatizer) else None

    def arcs(self, texts: Sequence[Sequence[Doc]]) -> list[list[Arcs]]:
        """The analysis of each sentence of each text, from its words."""
        docs = list(chain.from_iterable(texts))
        columns = [doc.to_array(_GIVEN).T.tolist() if len(doc) else ([], []) for doc in docs]
        forms = [written(orths, doc.vocab.strings) for doc, (orths, _) in zip(docs, columns, strict=True)]
        known, lemma = self.lemmas.known, self.lemmas.lemma
        found = []
        for words, (_, blanks), (tags, heads, labels) in zip(forms, columns, self.parser.parse(forms), strict=True):
            pos, feats = [tag[0] for tag in tags], [tag[1] for tag in tags]
            lemmas = [known.get(key) or lemma(key) for key in zip(words, pos, feats, strict=True)]
            found.append(Arcs(words, [bool(k) for k in blanks], lemmas, pos, feats, heads, labels))
        following = iter(found)
        return [[next(following) for _ in text] for text in texts]
