"""Whom an act keeps out: the monitors of the agreement, or somebody else.

Invariant: only one whom the text names as a monitor of the case makes it an act against the monitors.
"""

from __future__ import annotations

from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.lexicon import Act, lexicon
from servanda.reading.acts.phrases import Phrase
from servanda.reading.claim import Party

_KEPT = frozenset({"deny-passage", "detain"})


def against_monitors(view: View, act: Act, whom: Phrase | None, target: Party | None) -> Act:
    """'The Group said it had been refused entry by the army': where 'it' is a monitor, its work was obstructed. What a noun
    names is told by the noun: a monitor's aid convoy is aid."""
    if act.id not in _KEPT or whom is None or view.doc[whom.head].pos_ != "PRON":
        return act
    watched = target is not None and target.id is not None and target.id in view.monitors
    return lexicon().acts["obstruct-monitor"] if watched else act
