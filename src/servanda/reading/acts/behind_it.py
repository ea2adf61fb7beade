"""Whose doing an act told before was: 'the army said the rebels were behind it', 'it was the work of the rebels'.

Invariant: only what is plainly said counts; who may have been behind it, or was not, is nobody here.
"""

from __future__ import annotations

from servanda.reading.acts.classes import is_actorlike
from servanda.reading.acts.clause import Sentence, group_of
from servanda.reading.acts.from_whom import WORK
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.slots import Frame
from servanda.reading.acts.verbs import BE
from servanda.reading.claim import Modality
from servanda.reading.modality.force import force_of

_IT = frozenset({"it", "this", "that", "them", "these", "those", "both"})
_BEHIND = (("behind",), ("responsible", "for"), ("to", "blame", "for"))
_CLOSES = frozenset({".", ";", ",", ":", "!", "”", '"', "’", "and", "but", "too", "on", "–", "—"})

TELL_ON = (BE, frozenset({"behind", "responsible", "blame", *WORK}))
"""Words of which a sentence holds one each where it says whose doing an act told before was."""


def whose_doing(sentence: Sentence, k: int, frame: Frame) -> tuple[Phrase, Modality] | None:
    """Whose doing the verb at `k` says it was, and how surely."""
    if sentence.doc[k].lower_ not in BE or group_of(sentence, k).negated:
        return None
    who = _behind_it(sentence, k, frame) or _work_it_was(sentence, frame)
    if who is None or not is_actorlike(sentence, who):
        return None
    force = force_of(sentence, k, telic=False)
    sure = force.polarity == "affirmed" and force.modality in {"completed", "alleged"}
    return (who, force.modality) if sure else None


def _behind_it(sentence: Sentence, k: int, frame: Frame) -> Phrase | None:
    """The subject of 'X was behind it', 'X was also responsible for this'."""
    doc, j = sentence.doc, k + 1
    while j < len(doc) and doc[j].pos_ == "ADV" and doc[j].lower_ != "behind":
        j += 1
    for words in _BEHIND:
        at = j + len(words)
        if tuple(t.lower_ for t in doc[j:at]) == words and at < len(doc) and doc[at].lower_ in _IT:
            closed = at + 1 >= len(doc) or doc[at + 1].lower_ in _CLOSES
            return frame.first("subj") if closed else None
    return None


def _work_it_was(sentence: Sentence, frame: Frame) -> Phrase | None:
    """The 'X' of 'it was the work of X', 'this was the handiwork of X'."""
    what, work, of = frame.first("subj"), frame.first("obj"), frame.first("of")
    if what is None or work is None or of is None or of.start != work.end + 1:
        return None
    plain = what.end - what.start == 1 and sentence.doc[what.head].lower_ in _IT
    return of if plain and sentence.doc[work.head].lower_ in WORK else None
