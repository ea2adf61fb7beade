"""Whom an act keeps out: the monitors of the agreement, or somebody else.

Invariant: only one whom the text names as a monitor of the case makes it an act against the monitors.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.lexicon import Act, lexicon
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.triggers import Trigger
from servanda.reading.claim import Party

_KEPT = frozenset({"deny-passage", "detain"})


def against_monitors(view: View, act: Act, whom: Phrase | None, target: Party | None) -> Act:
    """'The Group said it had been refused entry by the army': where 'it' is a monitor, its work was obstructed. What a noun
    names is told by the noun: a monitor's aid convoy is aid."""
    if act.id not in _KEPT or whom is None or view.doc[whom.head].pos_ != "PRON":
        return act
    watched = target is not None and target.id is not None and target.id in view.monitors
    return lexicon().acts["obstruct-monitor"] if watched else act


def keeps_out_pronoun(trigger: Trigger) -> bool:
    """'The army kept them out of Kest': whom, only a pronoun says."""
    return trigger.pattern.act == "obstruct-monitor" and any(s == "o" and "them" in names for s, names in trigger.pattern.tests)


def monitor_kept_out(view: View, trigger: Trigger, target: Party | None, doers: Sequence[Party]) -> Party | None:
    """The monitor that 'them' is in 'monitors complained that the army had kept them out'; None where they are others."""
    if target is not None and target.id is not None:
        return target if target.id in view.monitors else None
    whom = trigger.frame.first("obj")
    if whom is None:
        return None
    at = view.span(whom.start, whom.end)[0]
    own = {p.id for p in doers}
    named = {m.id for m in view.mentions if m.end <= at and m.kind != "zone"} - own - {None}
    if len(named) != 1 or not named <= view.monitors:
        return None
    return Party(view.doc.words(whom.start, whom.end), named.pop())
