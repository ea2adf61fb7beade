"""What one says of oneself in the plain present: 'Then we shoot', 'We leave on their signal' is meant, and not done.

Invariant: what is done by saying so ('We suspend the truce'), what lasts, and what is done again and again stays as told.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.drafts import PERFORMATIVE
from servanda.reading.acts.lexicon import Act
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.triggers import Trigger
from servanda.reading.modality.outcome import REAL, Force

_SELF = frozenset({"we", "i"})
_AGAIN = frozenset({"every", "daily", "nightly", "always", "often", "regularly", "routinely", "each", "now", "currently"})


def meant_only(view: Sentence, trigger: Trigger, act: Act, force: Force, doers: Sequence[Phrase]) -> bool:
    """Whether an act is told by its doer in the plain present, of one time."""
    group = trigger.frame.group
    if group is None or group.tag != "base" or group.words or group.infinitive or act.aspect != "change":
        return False
    if act.id in PERFORMATIVE or force.modality not in REAL or not force.present or force.polarity == "negated":
        return False
    own = any(view.doc[p.start].lower_ in _SELF and p.head == p.start for p in doers)
    return own and _AGAIN.isdisjoint(view.words)
