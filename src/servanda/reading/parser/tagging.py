"""The morphologizer of a spaCy pipeline: a tag and features for each word from its vector.

Invariant: they are those of the pipeline's own component on the same vectors; what a word gets depends on its vector alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from spacy.language import Language

from servanda.reading.parser.products import Floats, product


class Tag(NamedTuple):
    """A tag and features as written in a treebank, each with its number in the pipeline's vocabulary."""

    pos: str
    feats: str
    pos_key: int
    feats_key: int


@dataclass(frozen=True, slots=True)
class Tagging:
    """Weights, and the tags in the order of their scores."""

    weights: Floats
    bias: Floats
    tags: tuple[Tag, ...]

    @classmethod
    def of(cls, nlp: Language) -> Tagging | None:
        """That of a pipeline, or None where it has none of the make that is copied here."""
        if "morphologizer" not in nlp.pipe_names:
            return None
        component = nlp.get_pipe("morphologizer")
        model, cfg = component.model, component.cfg  # type: ignore[attr-defined]
        names = [layer.name for layer in model.layers]
        if names != ["tok2vec-listener", "with_array(softmax)"] or not cfg["overwrite"] or cfg["extend"]:
            return None
        softmax = model.layers[1].layers[0]
        tags = []
        for label in component.labels:  # type: ignore[attr-defined]
            key = nlp.vocab.morphology.add(cfg["labels_morph"].get(label, 0))
            feats = nlp.vocab.strings[key]
            pos = cfg["labels_pos"].get(label, 0)
            tags.append(Tag(nlp.vocab.strings[pos], "" if feats == "_" else feats, pos, key))
        weights = np.ascontiguousarray(softmax.get_param("W").T, dtype=np.float32)
        return cls(weights, np.asarray(softmax.get_param("b"), dtype=np.float32), tuple(tags))

    def __call__(self, vectors: Floats) -> Sequence[Tag]:
        """The tag of each word."""
        scores = product(vectors, self.weights)
        scores += self.bias
        tags = self.tags
        return [tags[best] for best in scores.argmax(axis=1).tolist()]
