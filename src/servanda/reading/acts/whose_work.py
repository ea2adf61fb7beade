"""Whose work an event was: 'the ambush was the work of the militia', 'shots were heard; the mission attributes them to X'.

Invariant: only a plain 'was' gives the author: what may be, or is not, somebody's work is told of nobody.
"""

from __future__ import annotations

from servanda.reading.acts.classes import is_actorlike
from servanda.reading.acts.clause import Governor, Sentence
from servanda.reading.acts.phrases import Phrase

_WORK = frozenset(["work", "handiwork", "doing", "deed"])
_PLAIN = frozenset(["has", "have", "had"])


def whose_work(sentence: Sentence, i: int) -> Phrase | None:
    """The author of the event at token i, where the sentence says of it whose work it was."""
    work = sentence.doc[i].head
    if work.i <= i or work.lower_ not in _WORK or sentence.doc[i].dep_ not in ("nsubj", "nsubj:outer") or work.dep_ == "xcomp":
        return None
    beside = [c for c in work.children if c.i < work.i]
    if not any(c.dep_ == "cop" for c in beside) or any(_hedges(c.dep_, c.lower_) for c in beside):
        return None
    of = work.i + 1
    if of + 1 >= len(sentence.doc) or sentence.doc[of].lower_ != "of":
        return None
    who = sentence.phrase_of(of + 1)
    return who if who is not None and is_actorlike(sentence, who) else None


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


def _hedges(dep: str, word: str) -> bool:
    """'May have been', 'was not', 'was probably', 'if it was': whether it was so is open."""
    return (dep == "aux" and word not in _PLAIN) or (dep == "advmod" and word != "also") or (dep == "mark" and word != "that")


__all__ = ["attributed_to", "is_ascribed", "whose_work"]
