"""Arms given back: 'returned 16 rifles taken from the dead commandos' gives others theirs, and no arms of one's own.

Invariant: a pattern is only ever turned down here, and only where the words say that the arms had been taken.
"""

from __future__ import annotations

from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.lexicon import Pattern
from servanda.reading.acts.slots import Frame

_TAKEN = frozenset({"taken", "seized", "captured", "looted", "stolen", "confiscated", "lifted"})
_GIVES_BACK = frozenset({"return", "give", "hand"})
_LEADS = frozenset({"that", "which", "it", "they", "its", "fighters", "men", "had", "were", "been", "was"})


def gives_back(sentence: Sentence, pattern: Pattern, frame: Frame) -> bool:
    """Whether what is handed over are the arms of those who get them."""
    if pattern.act != "hand-over-weapons" or pattern.lemma not in _GIVES_BACK:
        return False
    if pattern.lemma != "return" and "back" not in pattern.particles:
        return False
    arms = frame.first("obj")
    if arms is None:
        return False
    doc, k = sentence.doc, arms.end
    if any(doc[j].lower_ in _TAKEN for j in range(arms.start, arms.head)):
        return True
    while k < min(arms.end + 5, len(doc)) and doc[k].lower_ in _LEADS:
        k += 1
    return k < len(doc) and doc[k].lower_ in _TAKEN
