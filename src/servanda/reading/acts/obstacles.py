"""What bars a road: 'the blocks on Route 9 had been removed', 'felled trees lay across the highway'.

Invariant: a word that may be anything ('block', 'tree', 'stone') bars a road only where the sentence, or the one before,
tells of a road; what fell by itself was put there by nobody.
"""

from __future__ import annotations

from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.lexicon import lexicon
from servanda.reading.acts.phrases import Phrase

_SURE = frozenset({"roadblock", "barricade", "earthwork"})
_ON = frozenset({"on", "across", "from", "along", "over", "off"})
_BARS = frozenset({"barrier", "block", "chain", "berm", "concrete", "obstacle", "obstruction", "mound"})
"""What stands at a crossing bars it; a container may stand there for other reasons."""
_BY_ITSELF = frozenset({"fallen", "uprooted", "trade", "customs", "language", "tariff", "flood", "tower"})
_GROWS = frozenset({"tree", "trunk", "log"})
_WAYS = frozenset(
    [
        *["road", "highway", "route", "motorway", "street", "bridge", "track", "corridor", "crossing", "carriageway"],
        *["lane", "junction", "railway", "checkpoint", "runway", "entrance", "tunnel", "pass"],
    ]
)


def bars_a_way(sentence: Sentence, phrase: Phrase) -> bool | None:
    """Whether a phrase that names an obstacle bars a road; None where its word alone tells."""
    doc = sentence.doc
    head = noun_lemmas(doc[phrase.head].text)
    before = {doc[k].lower_ for k in range(phrase.start, phrase.head)}
    if not head & lexicon().classes["obstacle"] or before & _BY_ITSELF:
        return False
    if head & _SURE:
        return None
    if head & _GROWS and not before & {"felled", "cut", "sawn"} and not _felled(sentence):
        return False
    if before & _WAYS:
        return True  # 'road blocks'
    ways = [p for p in sentence.phrases if p is not phrase and p.prep is not None and _is_way(sentence, p)]
    if any(p.prep in _ON or (p.prep == "at" and head & _BARS) for p in ways):
        return True
    return sentence.of_a_way and "from" not in sentence.prepositions


def _is_way(sentence: Sentence, phrase: Phrase) -> bool:
    return any(noun_lemmas(sentence.doc[k].text) & _WAYS for k in range(phrase.start, phrase.end))


def _felled(sentence: Sentence) -> bool:
    return not sentence.words.isdisjoint({"felled", "fell", "felling", "cut", "chopped", "dragged", "placed", "laid", "put"})
