"""Token vectors, worked out as spaCy's tok2vec does, several times faster.

Invariant: the vectors are those of the pipeline's own tok2vec on the same words, up to the rounding of floats, and are
a function of the sentences of the text, whatever texts are given beside it. What a token is embedded as depends on its
word alone, so that each word is embedded once; the window encoder that follows runs over the sentences of a text in one
go, each padded with as many empty rows as the encoder can look ahead. All texts go through one layer before any goes
through the next, so that its weights stay in the caches.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.model import Model

from servanda.reading.parser.products import Floats

TOK2VEC = "tok2vec"
MOST_WORDS = 50_000
"""How many words are remembered before the memory is emptied: 19 MB at the width of our own pipeline."""
_ROWS = 2048
"""Rows that go through the encoder in one go: enough for matrix products at full speed, few enough for the caches."""
_OF_THE_WORD = frozenset({"LOWER", "NORM", "ORTH", "PREFIX", "SHAPE", "SUFFIX"})


@dataclass(frozen=True, slots=True)
class _Layer:
    """One residual layer: a window of three rows, the greatest of several linear pieces, a layer norm."""

    weights: Floats
    """(3 * width, pieces * width), the pieces one after another."""
    bias: Floats
    gain: Floats
    shift: Floats

    def __call__(self, rows: Floats) -> Floats:
        width = rows.shape[1]
        window = np.zeros((len(rows), 3 * width), dtype=np.float32)
        window[1:, :width] = rows[:-1]
        window[:, width : 2 * width] = rows
        window[:-1, 2 * width :] = rows[1:]
        pieces = window @ self.weights
        pieces += self.bias
        best: Floats = np.maximum(pieces[:, :width], pieces[:, width : 2 * width]) if len(self.bias) > width else pieces
        for start in range(2 * width, pieces.shape[1], width):
            np.maximum(best, pieces[:, start : start + width], out=best)
        best -= np.add.reduce(best, axis=1, keepdims=True) / np.float32(width)
        spread = np.einsum("ij,ij->i", best, best)[:, None] / np.float32(width) + np.float32(1e-08)
        best *= spread ** np.float32(-0.5)
        best *= self.gain
        best += self.shift
        best += rows
        return best


@dataclass(slots=True)
class TokenVectors:
    """The tok2vec of a pipeline."""

    embed: Model[Any, Any]
    layers: tuple[_Layer, ...]
    known: dict[int, int] = field(default_factory=dict)
    table: Floats = field(default_factory=lambda: np.zeros((0, 0), dtype=np.float32))
    lock: Lock = field(default_factory=Lock)

    @classmethod
    def of(cls, nlp: Language) -> TokenVectors | None:
        """That of a pipeline, or None where its tok2vec is of another make than is copied here."""
        if TOK2VEC not in nlp.pipe_names:
            return None
        model = nlp.get_pipe(TOK2VEC).model  # type: ignore[attr-defined]
        layers = _layers(model)
        return cls(model.layers[0], layers) if layers else None

    def of_words(self, vocab: Vocab, texts: Sequence[Sequence[Sequence[int]]]) -> list[list[Floats]]:
        """The vectors of the words of each sentence of each text, a word being its number in the vocabulary."""
        parts = [part for text in texts for part in _parts(text)]
        with self.lock:
            embedded = self._embedded(vocab, [word for part in parts for sentence in part for word in sentence])
        pad, width, done = len(self.layers), len(self.layers[0].gain), 0
        rows: list[Floats] = []
        for part in parts:
            rows.append(np.zeros((pad + sum(len(s) + pad for s in part if s), width), dtype=np.float32))
            at = pad
            for sentence in part:
                if sentence:
                    rows[-1][at : at + len(sentence)] = embedded[done : done + len(sentence)]
                    at += len(sentence) + pad
                    done += len(sentence)
        for layer in self.layers:
            rows = [layer(some) for some in rows]
        found = iter([vectors for part, some in zip(parts, rows, strict=True) for vectors in _sentences(part, some, pad)])
        return [[next(found) for _ in text] for text in texts]

    def _embedded(self, vocab: Vocab, words: Sequence[int]) -> Floats:
        new = [word for word in dict.fromkeys(words) if word not in self.known]
        if len(self.known) + len(new) > MOST_WORDS:
            self.known.clear()
            new = list(dict.fromkeys(words))
        if new:
            (vectors,) = self.embed.predict([Doc(vocab, words=[vocab.strings[word] for word in new])])
            kept = len(self.known)
            self.table = np.concatenate([self.table[:kept], vectors]) if kept else vectors
            self.known.update(zip(new, range(kept, kept + len(new)), strict=True))
        return self.table[np.array([self.known[word] for word in words], dtype=np.intp)]


def _parts(sentences: Sequence[Sequence[int]]) -> Iterator[Sequence[Sequence[int]]]:
    """The sentences that go through the encoder together: those of a text, of a very long one some after others."""
    first = rows = 0
    for place, sentence in enumerate(sentences):
        if rows and rows + len(sentence) > _ROWS:
            yield sentences[first:place]
            first, rows = place, 0
        rows += len(sentence)
    yield sentences[first:]


def _sentences(part: Sequence[Sequence[int]], rows: Floats, pad: int) -> Iterator[Floats]:
    """The rows of each sentence among those of all, as they were set."""
    at = pad
    for sentence in part:
        yield rows[at : at + len(sentence)]
        at += len(sentence) + pad if sentence else 0


def _layers(model: Model[Any, Any]) -> tuple[_Layer, ...]:
    """The residual layers of a tok2vec; none where a part of it is not what is expected."""
    if len(model.layers) != 2:
        return ()
    embed, encode = model.layers
    read = next((m for m in embed.walk() if m.name == "extract_features"), None)
    if read is None or not set(read.attrs["columns"]) <= _OF_THE_WORD or not encode.name.startswith("with_array"):
        return ()
    chain = encode.layers[0]
    parts = chain.layers if chain.name.startswith("residual") and ">>residual" in chain.name else [chain]
    layers = [_layer(part) for part in parts]
    if encode.attrs.get("pad") != len(layers):
        return ()
    return tuple(layer for layer in layers if layer is not None) if all(layers) else ()


def _layer(part: Model[Any, Any]) -> _Layer | None:
    names = [m.name for m in part.walk(order="dfs_pre") if not m.layers]
    if not part.name.startswith("residual") or names not in (_STEPS, _STEPS[:-1]):
        return None
    by_name = {m.name: m for m in part.walk()}
    if by_name["expand_window"].attrs["window_size"] != 1:
        return None
    weights = _param(by_name["maxout"], "W")
    wide, pieces, deep = weights.shape
    return _Layer(
        np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(deep, pieces * wide)),
        np.ascontiguousarray(_param(by_name["maxout"], "b").T.reshape(-1)),
        _param(by_name["layernorm"], "G"),
        _param(by_name["layernorm"], "b"),
    )


def _param(layer: Model[Any, Any], name: str) -> Floats:
    return np.asarray(layer.get_param(name), dtype=np.float32)


_STEPS = ["expand_window", "maxout", "layernorm", "dropout"]
