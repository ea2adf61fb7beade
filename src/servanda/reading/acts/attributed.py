"""To whom an event told before is attributed: 'shots were heard; the mission attributes them to X'.

Invariant: whoever it is attributed to is charged with it, and no more.
"""

from __future__ import annotations

from servanda.reading.acts.classes import is_actorlike
from servanda.reading.acts.clause import Governor, Sentence
from servanda.reading.acts.phrases import Phrase


def attributed_to(sentence: Sentence, at: int) -> Phrase | None:
    """'Shots were heard near the post; the mission attributes them to hunters': whose the event at a token is said to be."""
    for token in sentence.doc[at + 1 :]:
        if token.lemma_.lower() not in _ATTRIBUTE or token.i not in sentence.verbs:
            continue
        what = next((c for c in token.children if c.dep_ == "obj"), None)
        to = what.i + 1 if what is not None else len(sentence.doc)
        if what is None or what.lower_ not in _TAKEN_UP or to + 1 >= len(sentence.doc) or sentence.doc[to].lower_ != "to":
            return None
        who = sentence.phrase_of(to + 1)
        return who if who is not None and is_actorlike(sentence, who) else None
    return None


def is_ascribed(sentence: Sentence, governor: Governor | None, at: int) -> bool:
    """Whether an act is only said to be somebody's: 'attributes the raid to X', 'a raid; the mission attributes it to X'."""
    under = governor is not None and governor.cue.lemma in _ATTRIBUTE
    return under or attributed_to(sentence, at) is not None


_ATTRIBUTE = frozenset(["attribute", "ascribe"])
_TAKEN_UP = frozenset(["them", "it", "this", "these"])


__all__ = ["attributed_to", "is_ascribed"]
