"""Those who have just been set free, and where they go then: 'X freed five soldiers. The five men crossed a bridge'.

Invariant: only those of whose release the sentence right before tells, named by no name of their own.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.lexicon import of_classes
from servanda.reading.acts.triggers import Trigger
from servanda.reading.claim import Claim
from servanda.reading.modality.outcome import REAL

_GO = frozenset({"advance", "enter"})
_NEXT = 3
_THOSE = frozenset({"the", "they", "all"})


def are_the_freed(view: View, trigger: Trigger, earlier: Sequence[Claim]) -> bool:
    """Whether those who cross a line are the captives told to be freed right before, so that no forces advance."""
    who = trigger.frame.first("subj")
    last = earlier[-1] if earlier else None
    if trigger.pattern.act not in _GO or who is None or last is None or last.sentence is None:
        return False
    freed = last.act == "release" and last.modality in REAL and last.polarity == "affirmed"
    if not freed or view.offset - last.sentence[1] > _NEXT or view.doc[who.start].lower_ not in _THOSE:
        return False
    people = view.doc[who.head].lower_ == "they" or bool(noun_lemmas(view.doc[who.head].text) & of_classes("prisoner"))
    return people and not any(m.id for m in who.mentions)
