"""The small English pipeline: text in, Universal Dependencies out, with offsets that fit the text exactly."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from servanda.reading.parser import packed

MODEL = Path(__file__).parent / "model" / "servanda_small.zip"


@lru_cache(maxsize=4)
def load(name: str | None = None) -> Language:
    """The pipeline, loaded once in a process. `name` names a larger installed spaCy model."""
    if name is None:
        return packed.load(MODEL)
    import spacy

    return spacy.load(name)


def parse(sentences: Sequence[str], *, one_sentence: bool = True) -> list[Doc]:
    """One Doc per text; `doc.text == text`. With `one_sentence` a text is held to be one sentence."""
    nlp = load()
    docs = [nlp.make_doc(text) for text in sentences]
    if one_sentence:
        for doc in docs:
            for token in doc[1:]:
                token.is_sent_start = False
    return list(nlp.pipe(docs))
