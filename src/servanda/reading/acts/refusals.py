"""Whose refusal it is: 'X refused to let Y withdraw', 'X rejected Y's withdrawal': X refuses, and Y has refused nothing.

Invariant: only a refusal by a named actor other than the doers is found; where either is unnamed it stays theirs.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.reading.acts.clause import Governor, group_of
from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.frames import verb_frame
from servanda.reading.acts.governors import governor_of
from servanda.reading.acts.parties import ids_of
from servanda.reading.acts.triggers import Trigger
from servanda.reading.claim import Party
from servanda.reading.names import Mention

_DEPTH = 4
_OTHERS_OFFER = frozenset({"offer", "bid"})


def refused_by_another(view: View, trigger: Trigger, actors: Sequence[Party], mentions: Sequence[Mention]) -> bool:
    """Whether the verb of refusing over an act has a subject that is none of the act's doers."""
    over = trigger.frame.governor
    if over is not None and over.cue.lemma in _OTHERS_OFFER and over.token not in view.verbs:
        return True  # 'rejected all offers to free captives': others would have freed them
    if objected_to(view, trigger):
        return True
    refuses = _refusing(view, over)
    if refuses is None or not actors:
        return False
    who = verb_frame(view, refuses).first("subj")
    named = ids_of(view, who, mentions) - {None}
    doers = {p.id for p in actors}
    return bool(named) and None not in doers and named.isdisjoint(doers)


def objected_to(view: View, trigger: Trigger) -> bool:
    """'X objected to the release of some inmates': others would have freed them, where nothing says that it is X's own."""
    over = trigger.frame.governor
    if over is None or over.cue.lemma != "object" or trigger.frame.group is not None:
        return False
    phrase = view.phrase_of(trigger.at)
    near = [phrase, *trigger.frame.slots.get("of", [])]
    return not any(p is not None and view.doc[p.start].lower_ in _OWN for p in near)


_OWN = frozenset({"its", "their", "his", "her", "our"})


def foretold(view: View, trigger: Trigger, actors: Sequence[Party], speaker: str | None) -> bool:
    """'Sceptics say X will refuse to leave': what others expect of X, and no refusal."""
    refuses = _refusing(view, trigger.frame.governor)
    group = group_of(view, refuses) if refuses is not None else None
    ahead = group is not None and not {"will", "would", "'ll", "’ll"}.isdisjoint(group.words)
    return ahead and speaker not in {p.id for p in actors if p.id}


def _refusing(view: View, governor: Governor | None) -> int | None:
    """The verb of refusing that stands over an act, directly or over what lets or helps it."""
    for _ in range(_DEPTH):
        if governor is None or governor.token not in view.verbs:
            return None
        if governor.cue.effect == "refused":
            return governor.token
        governor = governor_of(view, governor.token, group_of(view, governor.token))
    return None
