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
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise
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
_MANY: Final = 1_000  # postings that are counted one by one at most
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Document:
    path: str
    words: str  # hash of the folded words
    shingles: array[int]  # sorted hashes of the word triples


Shingled = dict[str, tuple[Report, _Document]]
"""The word triples of reports by path, kept for another time."""


def copies(
    reports: Iterable[Report], containment: float = CONTAINMENT, shingled: Shingled | None = None
) -> list[tuple[str, ...]]:
    """Groups of paths that carry the same text, equal or nearly; each sorted, the list sorted, single ones left out.

    Comments and a headline's wording do not matter: the body is compared. Time grows about
    linearly with the number of reports. `shingled` keeps what was made of each report.
    """
    given = list(reports)
    if len(given) < 2:
        return []
    documents = [_document(r) if shingled is None else _shingled(r, shingled) for r in given]
    documents.sort(key=lambda d: (-len(d.shingles), d.words, d.path))
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
        postings = [index[s] for s in sample if s in index]
        for other in group.apart(number, _likely(documents, number, postings, 0.6 * containment * len(sample))):
            if other not in sets:
                sets[other] = frozenset(documents[other].shingles)
            if len(sets[other].intersection(shingles)) >= containment * len(shingles):
                group.join(number, other)
        for shingle in sample:
            held = index.setdefault(shingle, array("I"))
            if len(held) < _POSTINGS:
                held.append(number)


def _likely(documents: Sequence[_Document], number: int, postings: Sequence[array[int]], least: float) -> list[int]:
    """Those that share enough of a document's sample, the likeliest first. `postings`: who holds each of its triples."""
    if len(documents[number].shingles) >= _SHORT:
        return [other for other, _ in _sharing(postings, least)]
    # an unsampled short text meets only one in _SAMPLE of a long one's triples
    shared = _sharing(postings, least / _SAMPLE)
    return [other for other, n in shared if n >= least or len(documents[other].shingles) >= _SHORT]


def _sharing(postings: Sequence[array[int]], least: float) -> list[tuple[int, int]]:
    """In how many of the postings each document stands, for those that stand in so many at least, the most first."""
    if sum(map(len, postings)) < _MANY:
        counts = Counter(chain.from_iterable(postings)).items()
        return sorted(((other, n) for other, n in counts if n >= least), key=lambda pair: (-pair[1], pair[0]))
    import numpy as np

    held, counted = np.unique(np.frombuffer(b"".join(postings), np.uintc), return_counts=True)
    enough = counted >= least
    held, counted = held[enough], counted[enough]
    order = np.lexsort((held, -counted))
    return list(zip(held[order].tolist(), counted[order].tolist(), strict=True))


def _shingled(report: Report, held: Shingled) -> _Document:
    had = held.get(report.path)
    if had is None or had[0] is not report:
        had = held[report.path] = (report, _document(report))
    return had[1]


def _document(report: Report) -> _Document:
    body = " ".join(report.text[s.start : s.end] for s in report.segments if s.kind == "body") or report.text
    words = _WORD.findall(body.casefold())
    digest = hashlib.sha256(" ".join([report.language, *words]).encode()).hexdigest()
    return _Document(report.path, digest, array("Q", sorted(_hashes([w.encode() for w in words]))))


def _hashes(words: Sequence[bytes]) -> set[int]:
    """Hashes of all triples of following words, the same in every process (Python's own are not)."""
    triples = set(map(b" ".join, zip(*(words[n:] for n in range(_SHINGLE)), strict=False)))
    return {zlib.adler32(t) << 32 | zlib.crc32(t) for t in triples}


class _Groups:
    """Sets that are joined pair by pair; each knows its members, so that to ask who is in one set takes no walk."""

    def __init__(self, paths: Sequence[str]) -> None:
        self._paths = paths
        self._group = list(range(len(paths)))
        self._members = {i: [i] for i in self._group}

    def apart(self, number: int, others: Sequence[int]) -> Iterator[int]:
        """The first _TRIES of the others that are not in one group with `number` when their turn comes."""
        rest = list(others)
        for _ in range(_TRIES):
            own = self._group[number]
            rest = [other for other in rest if self._group[other] != own]
            if not rest:
                return
            yield rest.pop(0)

    def join(self, a: int, b: int) -> None:
        """Put the groups of `a` and `b` together."""
        small, large = sorted((self._group[a], self._group[b]), key=lambda g: len(self._members[g]))
        if small != large:
            moved = self._members.pop(small)
            self._members[large] += moved
            for i in moved:
                self._group[i] = large

    def result(self) -> list[tuple[str, ...]]:
        """The groups of two and more, as sorted paths."""
        return sorted(tuple(sorted(self._paths[i] for i in g)) for g in self._members.values() if len(g) > 1)


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
