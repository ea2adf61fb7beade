"""A parsed sentence in plain Python: what the reader asks of a parse, worked out once.

Invariant: `doc.text` is the sentence to the letter; `token.idx` counts its code points; every token but the root has
one head, the root itself. The names are those of spaCy's Doc and Token, whose every look-up costs many times more.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache

from spacy.lang.lex_attrs import is_punct, is_quote

from servanda.reading.parser.arcs import Arcs


class Morph:
    """The features of a word. One object for all words with the same features."""

    __slots__ = ("_values", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        pairs = (pair.split("=", 1) for pair in text.split("|") if pair)
        self._values = {name: value.split(",") for name, value in pairs}

    def get(self, name: str, default: Sequence[str] = ()) -> Sequence[str]:
        """The values of a feature, such as ["Past"] for "Tense"."""
        return self._values.get(name, default)

    def to_dict(self) -> Mapping[str, str]:
        """Features with their values in one word."""
        return {name: ",".join(values) for name, values in self._values.items()}

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=4096)
def morph(text: str) -> Morph:
    """The features written as in a treebank: "Tense=Past|VerbForm=Fin"."""
    return Morph(text)


_NO_CHILDREN: list[Token] = []
"""Shared by all words on which none hangs, and never added to."""


class Token:
    """A word, mark or run of white space of a Doc."""

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "head",
        "i",
        "idx",
        "lemma_",
        "lower_",
        "morph",
        "pos_",
        "text",
        "whitespace_",
    )

    doc: Doc
    head: Token
    children: list[Token]

    def __init__(self, i: int, idx: int, text: str, whitespace: str, lemma: str, pos: str, features: Morph, dep: str) -> None:
        self.i = i
        self.idx = idx
        self.text = text
        self.lower_ = text.lower()
        self.whitespace_ = whitespace
        self.lemma_ = lemma
        self.pos_ = pos
        self.morph = features
        self.dep_ = dep
        self.children = _NO_CHILDREN

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__

    @property
    def text_with_ws(self) -> str:
        """The word and the blank that follows it, if one does."""
        return self.text + self.whitespace_

    @property
    def is_space(self) -> bool:
        """Whether it is white space."""
        return self.text.isspace()

    @property
    def is_alpha(self) -> bool:
        """Whether it is all letters."""
        return self.text.isalpha()

    @property
    def is_punct(self) -> bool:
        """Whether it is a mark of punctuation."""
        return bool(is_punct(self.text))

    @property
    def is_quote(self) -> bool:
        """Whether it is a quotation mark."""
        return bool(is_quote(self.text))

    def nbor(self, distance: int = 1) -> Token:
        """The token so many places after this one (before it, if negative). Raises IndexError where there is none."""
        place = self.i + distance
        if place < 0:
            raise IndexError(place)
        return self.doc[place]

    @property
    def left_edge(self) -> Token:
        """The first token of all that hang on this one, itself included."""
        if not self.children:
            return self
        return min((self, *(c.left_edge for c in self.children)), key=lambda t: t.i)

    @property
    def right_edge(self) -> Token:
        """The last token of all that hang on this one, itself included."""
        if not self.children:
            return self
        return max((self, *(c.right_edge for c in self.children)), key=lambda t: t.i)


class Doc(tuple[Token, ...]):
    """The tokens of one sentence. A slice is a plain tuple; its letters are `words(start, end)`."""

    text: str

    def words(self, start: int, end: int) -> str:
        """The letters from token `start` up to token `end`, without the blank after the last."""
        if start >= end:
            return ""
        last = self[end - 1]
        return self.text[self[start].idx : last.idx + len(last.text)]

    def close(self) -> None:
        """Let the words go, which hold each other: nothing is asked of this parse any more."""
        for token in self:
            del token.doc, token.head, token.children

    def token_at(self, offset: int) -> Token | None:
        """The token that holds the code point at `offset`."""
        place = bisect_right(self, offset, key=lambda t: t.idx) - 1
        if place < 0:
            return None
        token = self[place]
        return token if offset < token.idx + len(token.text) else None


def doc_of(arcs: Arcs) -> Doc:
    """The Doc of an analysis."""
    tokens: list[Token] = []
    at = 0
    for i, (form, space, lemma, pos, feats, dep) in enumerate(
        zip(arcs.forms, arcs.spaces, arcs.lemmas, arcs.pos, arcs.feats, arcs.deps, strict=True)
    ):
        tokens.append(Token(i, at, form, " " if space else "", lemma, pos, morph(feats), dep))
        at += len(form) + space
    doc = Doc(tokens)
    doc.text = "".join([t.text + t.whitespace_ for t in tokens])
    for token, head in zip(tokens, arcs.heads, strict=True):
        token.doc = doc
        token.head = tokens[head]
        if head != token.i:
            over = token.head
            if over.children is _NO_CHILDREN:
                over.children = [token]
            else:
                over.children.append(token)
    return doc
