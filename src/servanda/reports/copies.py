"""Which reports are copies of one another, whole or cut short, and which sentences say the same words.

Two documents are near copies where one holds a good share of the other's word triples (containment, since a story
passed on is mostly cut, seldom rewritten). Invariant: the groups are a function of the set of reports: their order
changes nothing.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from servanda.reports.model import Report
from servanda.vocabulary import vocabulary

CONTAINMENT: Final = 0.4
"""Least share of the shorter document's word triples that the longer one holds."""

_SHINGLE: Final = 3
_SAMPLE: Final = 4  # one triple in so many is kept in the index; short texts keep all
_SHORT: Final = 48  # triples
_LEAST: Final = 12  # triples below which only equal texts are copies
_POSTINGS: Final = 150  # documents remembered for one triple: keeps the growth linear where thousands share a phrase
_TRIES: Final = 12  # candidates compared in full for one document, the likeliest first
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Document:
    path: str
    words: str  # hash of the folded words
    shingles: array[int]  # sorted hashes of the word triples


def copies(reports: Iterable[Report], containment: float = CONTAINMENT) -> list[tuple[str, ...]]:
    """Groups of paths that carry the same text, equal or nearly; each sorted, the list sorted, single ones left out.

    Comments and a headline's wording do not matter: the body is compared. Time grows about
    linearly with the number of reports.
    """
    documents = sorted((_document(r) for r in reports), key=lambda d: (-len(d.shingles), d.words, d.path))
    group = _Groups([d.path for d in documents])
    same: dict[str, int] = {}
    kept: list[int] = []
    for number, document in enumerate(documents):
        if document.words in same:
            group.join(same[document.words], number)
        else:
            same[document.words] = number
            kept.append(number)
    _join_near(documents, kept, containment, group)
    return group.result()


def _join_near(documents: Sequence[_Document], kept: Sequence[int], containment: float, group: _Groups) -> None:
    """Join the near copies among the documents `kept`, which come longest first."""
    index: dict[int, array[int]] = {}
    sets: dict[int, frozenset[int]] = {}
    for number in kept:
        shingles = documents[number].shingles
        if len(shingles) < _LEAST:
            continue
        sample = shingles if len(shingles) < _SHORT else [s for s in shingles if s % _SAMPLE == 0]
        hits: Counter[int] = Counter()
        for shingle in sample:
            hits.update(index.get(shingle, ()))
        least = 0.6 * containment * len(sample)
        # An unsampled short text meets only one in _SAMPLE of a long one's triples.
        of_long = least / _SAMPLE if len(shingles) < _SHORT else least
        likely = [
            (-shared, other)
            for other, shared in hits.items()
            if shared >= least or (shared >= of_long and len(documents[other].shingles) >= _SHORT)
        ]
        tried = 0
        for _, other in sorted(likely):
            if tried >= _TRIES:
                break
            if group.joined(number, other):
                continue
            tried += 1
            if other not in sets:
                sets[other] = frozenset(documents[other].shingles)
            if len(sets[other].intersection(shingles)) >= containment * len(shingles):
                group.join(number, other)
        for shingle in sample:
            postings = index.setdefault(shingle, array("Q"))
            if len(postings) < _POSTINGS:
                postings.append(number)


def _document(report: Report) -> _Document:
    body = " ".join(report.text[s.start : s.end] for s in report.segments if s.kind == "body") or report.text
    words = _WORD.findall(body.casefold())
    shingles = {_hash(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)}
    digest = hashlib.sha256(" ".join([report.language, *words]).encode()).hexdigest()
    return _Document(report.path, digest, array("Q", sorted(shingles)))


def _hash(words: Sequence[str]) -> int:
    """A hash that is the same in every process (Python's own is not)."""
    raw = " ".join(words).encode()
    return zlib.adler32(raw) << 32 | zlib.crc32(raw)


class _Groups:
    """Sets that are joined pair by pair."""

    def __init__(self, paths: Sequence[str]) -> None:
        self._paths = paths
        self._parent = list(range(len(paths)))

    def _root(self, i: int) -> int:
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def joined(self, a: int, b: int) -> bool:
        """Whether `a` and `b` are in one group."""
        return self._root(a) == self._root(b)

    def join(self, a: int, b: int) -> None:
        """Put the groups of `a` and `b` together."""
        a, b = self._root(a), self._root(b)
        if a != b:
            self._parent[max(a, b)] = min(a, b)

    def result(self) -> list[tuple[str, ...]]:
        """The groups of two and more, as sorted paths."""
        held: defaultdict[int, list[str]] = defaultdict(list)
        for i, path in enumerate(self._paths):
            held[self._root(i)].append(path)
        return sorted(tuple(sorted(group)) for group in held.values() if len(group) > 1)


def sentence_key(text: str) -> str:
    """A key that near-identical quotations share: the same words in order, but for case, marks, punctuation, small
    words, and the spellings that transliteration varies (`Kelbadjar`, `Kelbajar`). Empty where no word is left."""
    words = _content_words(text)
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:20] if words else ""


def sentence_likeness(one: str, other: str) -> float:
    """The share of the shorter sentence's pairs of following content words that the longer one has, 0 to 1."""
    a, b = _pairs(_content_words(one)), _pairs(_content_words(other))
    if not a or not b:
        return 0.0
    return len(a & b) / min(len(a), len(b))


def _pairs(words: Sequence[str]) -> set[tuple[str, str]]:
    return set(pairwise(words)) if len(words) > 1 else {(w, "") for w in words}


def _content_words(text: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    small = _small_words()
    words = _WORD.findall(plain.replace("’", "").replace("'", ""))
    return [_spelt(w.casefold()) for w in words if w.casefold() not in small]


def _spelt(name: str) -> str:
    """A word with the letters that transliterations vary made one (after the first letter, vowels go)."""
    if len(name) < 5 or not name.isalpha():
        return name
    for many, one in vocabulary("report_words.yaml")["varied_letters"]:
        name = name.replace(many, one)
    return name[0] + re.sub(r"[aeiouy]", "e", name[1:])


@cache
def _small_words() -> frozenset[str]:
    return frozenset(vocabulary("report_words.yaml")["small_words"].split())
