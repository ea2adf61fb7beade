"""A parse as plain columns: every token has one head, the root its own index; a Doc and back loses nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.vocab import Vocab

from servanda.reading.frozen import dataclass


@dataclass(slots=True)
class Arcs:
    """Columns of one sentence. Repairs change them in place; `forms` and `spaces` are never changed."""

    forms: list[str]
    spaces: list[bool]
    lemmas: list[str]
    pos: list[str]
    feats: list[str]
    heads: list[int]
    deps: list[str]

    def __len__(self) -> int:
        return len(self.forms)

    def children(self, index: int) -> list[int]:
        """Tokens that hang on the token at `index`, in order."""
        heads = self.heads
        left, at, found = heads.count(index) - (heads[index] == index), -1, []
        while left:
            at = heads.index(index, at + 1)
            if at != index:
                left -= 1
                found.append(at)
        return found

    def child(self, index: int, *labels: str) -> int | None:
        """The first child under one of the labels."""
        heads, deps = self.heads, self.deps
        left, at = heads.count(index) - (heads[index] == index), -1
        while left:
            at = heads.index(index, at + 1)
            if at != index:
                if deps[at] in labels:
                    return at
                left -= 1
        return None

    def grouped(self, *labels: str) -> dict[int, list[int]]:
        """The tokens under one of the labels by their heads, in order."""
        groups: dict[int, list[int]] = {}
        for i, dep in enumerate(self.deps):
            if dep in labels:
                groups.setdefault(self.heads[i], []).append(i)
        return groups

    def root(self) -> int | None:
        """The first root, or None in an empty parse."""
        for i, h in enumerate(self.heads):
            if h == i:
                return i
        return None

    def above(self, index: int) -> list[int]:
        """The heads from a token up to its root, the token itself left out."""
        chain: list[int] = []
        while self.heads[index] != index and len(chain) <= len(self):
            index = self.heads[index]
            chain.append(index)
        return chain

    def subtree(self, index: int) -> list[int]:
        """The token and all below it, in order."""
        return [i for i in range(len(self)) if i == index or index in self.above(i)]

    def attach(self, index: int, head: int, dep: str) -> bool:
        """Hang a token on a head under a label; False, and nothing changed, where that would make a circle."""
        if index == head or index in self.above(head):
            return False
        self.heads[index], self.deps[index] = head, dep
        return True

    def make_root(self, index: int, dep_of_old: str) -> None:
        """Make a token the root; the old root hangs on it under the given label."""
        old = self.root()
        if old is None or old == index:
            return
        self.heads[index], self.deps[index] = index, "ROOT"
        self.heads[old], self.deps[old] = index, dep_of_old

    def set_feats(self, index: int, **values: str) -> None:
        """Set features, keep the others; an empty value removes one."""
        feats = dict(pair.split("=", 1) for pair in self.feats[index].split("|") if pair)
        feats.update(values)
        self.feats[index] = "|".join(f"{k}={v}" for k, v in sorted(feats.items()) if v)

    def has(self, index: int, *pairs: str) -> bool:
        """Whether a token has all of the given features, such as "VerbForm=Fin"."""
        return _features(self.feats[index]).issuperset(pairs)


@lru_cache(maxsize=4096)
def _features(feats: str) -> frozenset[str]:
    """Features written one after another, apart."""
    return frozenset(feats.split("|"))


_BLANK = re.compile(r"^\s|\s\s|[^\S ]")
"""What a text must have for one of its tokens to be white space."""
_COLUMNS: list[int | str] = ["ORTH", "SPACY", "LEMMA", "POS", "MORPH", "DEP", "HEAD"]
_NAMES: dict[int, str] = {}
"""Strings by their number, which is the same in every vocabulary."""


def from_doc(doc: Doc) -> Arcs:
    """The columns of a parsed Doc. One call for all of them: a look-up on a token costs more than the rest together."""
    if not len(doc):
        return Arcs([], [], [], [], [], [], [])
    array = doc.to_array(_COLUMNS)
    forms, spaces, lemmas, pos, feats, deps = array[:, :-1].T.tolist()
    strings = doc.vocab.strings
    return Arcs(
        written(forms, strings),
        [bool(k) for k in spaces],
        written(lemmas, strings),
        written(pos, strings),
        ["" if text == "_" else text for text in written(feats, strings)],
        [i + away for i, away in enumerate(array[:, -1].astype("int64").tolist())],
        written(deps, strings),
    )


def written(keys: Sequence[int], strings: StringStore) -> list[str]:
    """The strings with these numbers."""
    for key in keys:
        if key not in _NAMES:
            _NAMES[key] = strings[key]
    return [_NAMES[key] for key in keys]


def to_doc(arcs: Arcs, vocab: Vocab) -> Doc:
    """A Doc with these columns; its text is that of the Doc from which they came."""
    return Doc(
        vocab,
        words=arcs.forms,
        spaces=arcs.spaces,
        lemmas=arcs.lemmas,
        pos=arcs.pos,
        morphs=arcs.feats,
        heads=arcs.heads,
        deps=arcs.deps,
    )


def without_spaces(doc: Doc, text: str) -> Doc:
    """The Doc of a text without tokens of white space, which the parser has never seen. The same Doc where it has none."""
    if not _BLANK.search(text):
        return doc
    kept = [t for t in doc if not t.is_space]
    spaces = [bool(t.whitespace_) or (t.i + 1 < len(doc) and doc[t.i + 1].is_space) for t in kept]
    return Doc(doc.vocab, words=[t.text for t in kept], spaces=spaces)


def with_spaces(arcs: Arcs, original: Doc) -> Arcs:
    """The columns for all tokens of `original`; white space hangs on the token before it under `dep`."""
    if len(arcs) == len(original):
        return arcs
    place: Sequence[int] = [t.i for t in original if not t.is_space]
    first = place[0] if place else 0
    out = Arcs([t.text for t in original], [bool(t.whitespace_) for t in original], [], [], [], [], [])
    real = dict(zip(place, range(len(arcs)), strict=True))
    last = first
    for token in original:
        index = real.get(token.i)
        if index is None:
            out.lemmas.append(token.text)
            out.pos.append("SPACE")
            out.feats.append("")
            out.heads.append(last if place else 0)
            out.deps.append("dep" if place or token.i else "ROOT")
            continue
        last = token.i
        out.lemmas.append(arcs.lemmas[index])
        out.pos.append(arcs.pos[index])
        out.feats.append(arcs.feats[index])
        out.heads.append(place[arcs.heads[index]])
        out.deps.append(arcs.deps[index])
    return out
