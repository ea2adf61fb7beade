"""Idioms that govern an act: 'nowhere near leaving', 'gave its word to leave', 'dragged its feet over the withdrawal'.

Invariant: an idiom is a row of words of `data/modality.yaml` that ends right before the act; nothing but its words is asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from servanda.reading.acts.clause import HAVE, Governor, Sentence
from servanda.reading.acts.forms import forms_of
from servanda.reading.frozen import dataclass
from servanda.reading.modality.lexicon import Cue, Sort
from servanda.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Idiom:
    """One idiom: for each place its words, None for one or two words of any kind ('gave * word'); what it does."""

    written: str
    places: tuple[frozenset[str] | None, ...]
    verb: bool
    effect: str


def idiom_before(sentence: Sentence, k: int, relation: str) -> Governor | None:
    """The idiom that ends at token k, where there is one; the longest wins."""
    if k < 0:
        return None
    for idiom in _by_last_word().get(sentence.doc[k].lower_, ()):
        start = _start(sentence, k, idiom.places)
        if start is None:
            continue
        if not idiom.verb and start and start - 1 in sentence.verbs and sentence.doc[start - 1].lower_ in HAVE:
            return Governor(Cue(idiom.written, "verbs", idiom.effect), start - 1, relation)  # 'had nothing to do with it'
        sort: Sort = "verbs" if idiom.verb and start in sentence.verbs else "adjectives"
        return Governor(Cue(idiom.written, sort, idiom.effect), start, relation)
    return None


def _start(sentence: Sentence, k: int, places: tuple[frozenset[str] | None, ...]) -> int | None:
    """Where a row of words that ends at token k begins; None where it is not there."""
    for n in range(len(places) - 1, -1, -1):
        words = places[n]
        if words is None:
            rest = places[:n]
            return next((at for gap in (1, 2) if (at := _start(sentence, k - gap, rest)) is not None), None)
        if k < 0 or sentence.doc[k].lower_ not in words:
            return None
        k -= 1
    return k + 1


@cache
def _by_last_word() -> Mapping[str, tuple[Idiom, ...]]:
    found: dict[str, list[Idiom]] = {}
    for effect, sorts in vocabulary("modality.yaml")["idioms"].items():
        for sort, rows in sorts.items():
            for row in rows:
                idiom = _idiom(str(row), sort == "verbs", effect)
                for word in idiom.places[-1] or ():
                    found.setdefault(word, []).append(idiom)
    return {word: tuple(sorted(rows, key=lambda i: -len(i.places))) for word, rows in found.items()}


def _idiom(written: str, verb: bool, effect: str) -> Idiom:
    places: list[frozenset[str] | None] = [None if w == "*" else frozenset(w.split("|")) for w in written.split(" ")]
    if verb:
        places[0] = frozenset(form for head in places[0] or () for form, _ in forms_of(head))
    return Idiom(written, tuple(places), verb, effect)
