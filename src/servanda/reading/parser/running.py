"""Loading the pipeline and running it: one Doc for each text, and `doc.text` is that text to the letter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import spacy
import spacy.tokens as spacy_tokens
from spacy.language import Language

from servanda.errors import ReadingError
from servanda.reading.parser import packed
from servanda.reading.parser.arcs import Arcs, from_doc, to_doc, with_spaces, without_spaces
from servanda.reading.parser.clearnlp import is_clearnlp, to_universal
from servanda.reading.parser.component import PARSER, Direct
from servanda.reading.parser.parsed import Doc, doc_of
from servanda.reading.parser.repair import repair

MODEL = Path(__file__).parent / "model" / "servanda_small.zip"


@lru_cache(maxsize=4)
def load(name: str | None = None) -> Language:
    """The pipeline, loaded once in a process.

    `name` is None for the small pipeline of the package, else the name or folder of an installed spaCy model.
    A model with ClearNLP labels (en_core_web_*) gets a last component that turns them into Universal Dependencies.

    Raises ReadingError: [D201] the model is not there or not readable, [D202] it has no parser.
    """
    if name is None:
        try:
            return packed.load(MODEL)
        except Exception as error:
            raise ReadingError(
                "D201", f"the pipeline of the package cannot be read ({error}); install the package again"
            ) from error
    try:
        nlp = spacy.load(name)
    except (OSError, ImportError, ValueError) as error:
        raise ReadingError(
            "D201",
            f"no spaCy model {name!r} is installed or readable here; install it with "
            f"'python -m spacy download {name}', or name none to use the pipeline of the package",
        ) from error
    return prepared(nlp)


def prepared(nlp: Language) -> Language:
    """A loaded model made fit for `parse`, its labels mapped. Raises ReadingError [D202] where it has no parser."""
    if PARSER in nlp.pipe_names:
        return nlp
    if "parser" not in nlp.pipe_names:
        raise ReadingError(
            "D202",
            f"the model {nlp.meta.get('name')!r} has the components {', '.join(nlp.pipe_names) or 'none'} "
            "and no parser; name a model with one, such as en_core_web_md",
        )
    if is_clearnlp(nlp.get_pipe("parser").labels) and "servanda_universal" not in nlp.pipe_names:  # type: ignore[attr-defined]
        nlp.add_pipe("servanda_universal", last=True)
    return nlp


@Language.component("servanda_universal")
def _universal(doc: spacy_tokens.Doc) -> spacy_tokens.Doc:
    return to_doc(to_universal(from_doc(doc)), doc.vocab)


def parse(
    sentences: Sequence[str],
    *,
    nlp: Language | None = None,
    repaired: bool = True,
    batch_size: int = 256,
) -> list[Doc]:
    """Parse sentences; one Doc each, in order, with `doc.text == text`: `token.idx` counts code points of the text.

    Each text is one sentence with one root. repaired: apply the repairs of `repair.py`.
    Line breaks and blanks after a first one are tokens of their own (`token.is_space`, `pos_` SPACE, `dep_` dep).
    """
    return parse_all([sentences], nlp=nlp, repaired=repaired, batch_size=batch_size)[0]


def parse_all(
    texts: Sequence[Sequence[str]],
    *,
    nlp: Language | None = None,
    repaired: bool = True,
    batch_size: int = 256,
) -> list[list[Doc]]:
    """The sentences of several texts, parsed in one run: as `parse` on each text, to the bit, and faster."""
    pipeline = load() if nlp is None else nlp
    originals = [[pipeline.make_doc(sentence) for sentence in text] for text in texts]
    inputs = [
        [without_spaces(*both) for both in zip(docs, text, strict=True)] for docs, text in zip(originals, texts, strict=True)
    ]
    direct = Direct.of(pipeline)
    analyses = _arcs(pipeline, inputs, batch_size) if direct is None else direct.arcs(inputs)
    return [
        [doc_of(with_spaces(repair(arcs) if repaired else arcs, original)) for original, arcs in zip(text, found, strict=True)]
        for text, found in zip(originals, analyses, strict=True)
    ]


def _arcs(nlp: Language, texts: Sequence[Sequence[spacy_tokens.Doc]], batch_size: int) -> list[list[Arcs]]:
    """As `Direct.arcs`, by the pipeline itself."""
    inputs = [[_one_sentence(doc) for doc in text] for text in texts]
    parses = nlp.pipe((doc for text in inputs for doc in text if len(doc)), batch_size=batch_size)
    return [[from_doc(next(parses) if len(doc) else doc) for doc in text] for text in inputs]


def _one_sentence(doc: spacy_tokens.Doc) -> spacy_tokens.Doc:
    """A copy that begins a sentence at its first token and nowhere else."""
    if not len(doc):
        return doc
    doc = doc.copy()
    starts = np.full(len(doc), _INSIDE, dtype=np.uint64)
    starts[0] = 1
    return doc.from_array(["SENT_START"], starts)  # type: ignore[arg-type]


_INSIDE = (1 << 64) - 1
"""-1 as spaCy writes it: no sentence starts here."""
