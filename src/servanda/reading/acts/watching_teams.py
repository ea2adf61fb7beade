"""Whose teams: those of a monitor, where the text does not call them monitors.

Invariant: only words that may stand for anybody's people ('team', 'vehicle', 'staff') are asked, and only where a monitor
of the case speaks of them as its own, or its teams have been told of in the lines before.
"""

from __future__ import annotations

from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.slots import Frame
from servanda.reading.acts.verbs import BE

_TEAMS = frozenset({"team", "teams"})
THEIRS = _TEAMS | {"car", "cars", "vehicle", "vehicles", "staff", "personnel", "colleagues", "people", "members", "drone"}
"""Words that are a monitor's people only where the text says so."""
_PLAIN = frozenset(["the", "one", "a", "an", "both", "two", "three", "four", "second", "first", "another", "third", "either"])


def is_watching_team(sentence: Sentence, phrase: Phrase) -> bool:
    """'Our teams' where a monitor says so, 'its teams' where that is a monitor; 'the team' where its team has been told of."""
    doc, head = sentence.doc, sentence.doc[phrase.head].lower_
    first = doc[phrase.start].lower_
    if head not in THEIRS or any(m.id for m in phrase.mentions):
        return False
    start, end = sentence.span(phrase.start, phrase.end)
    if first in {"its", "their"}:
        return any(m.start == start and m.id in sentence.monitors for m in sentence.mentions)
    if first == "our":
        return any(a <= start and end <= b for a, b in sentence.watchers_say)
    bare = all(doc[k].lower_ in _PLAIN for k in range(phrase.start, phrase.head))
    of = phrase.end < len(doc) and doc[phrase.end].lower_ == "of"
    return sentence.watchers_sent and head in _TEAMS and bare and not of


def by_the_watchers(sentence: Sentence, frame: Frame) -> bool:
    """'The Watch sent its team back': a monitor of the case hinders no work of its own."""
    doer = frame.first("subj")
    active = frame.group is not None and not frame.group.passive and sentence.doc[frame.at].lower_ not in BE
    if doer is None or not active:
        return False
    end = sentence.span(doer.start, doer.end)[1]
    return any(m.kind == "actor" and m.id in sentence.monitors and m.end == end for m in doer.mentions)
