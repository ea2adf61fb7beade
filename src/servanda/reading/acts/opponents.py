"""Whom a side means by 'the enemy', 'the other side', 'the militia': the side that it stands against.

Invariant: an opponent is given only to one who speaks for a side, and only where one other side can be meant: the
case has no further one, or the report names no further one.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.agreement.model import Agreement
from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.phrases import Phrase
from servanda.reading.names import Mention

_ENEMY = frozenset(["enemy", "adversary", "foe", "aggressor", "occupier", "invader", "opponent"])
_OTHER = frozenset(["other", "opposite", "opposing", "enemy", "adverse"])
_SIDE = frozenset(["side", "party", "camp"])
_CALLED = frozenset(
    ["militia", "terrorist", "bandit", "rebel", "insurgent", "militant", "separatist", "mercenary", "regime", "extremist"]
)
_ASIDE = frozenset(["guarantor", "monitor", "third-party"])


def opponent_of(agreement: Agreement | None, speaker: str | None, mentions: Sequence[Mention]) -> str | None:
    """The one actor that the speaker's side stands against; None where there is none or it may be one of several."""
    if agreement is None or speaker is None or speaker not in agreement.actors:
        return None
    sides = {
        agreement.side(a.id)
        for a in agreement.actors.values()
        if {"signatory", "bound"} & set(a.roles) and not _ASIDE & set(a.roles)
    }
    own = agreement.side(speaker)
    if own not in sides:
        return None
    others = sides - {own}
    if len(others) > 1:
        others &= {agreement.side(m.id) for m in mentions if m.id is not None and m.id in agreement.actors}
    return next(iter(others)) if len(others) == 1 else None


def means_opponent(view: View, phrase: Phrase) -> bool:
    """Whether a phrase without a name means whoever stands against the speaker: 'the enemy', 'enemy posts', 'the
    other side', 'the terrorists'."""
    words = {view.doc[k].lower_ for k in range(phrase.start, phrase.end)}
    head = noun_lemmas(view.doc[phrase.head].text)
    if head & _ENEMY or "enemy" in words or (head & _SIDE and words & _OTHER):
        return True
    named = any(view.doc[k].pos_ == "PROPN" for k in range(phrase.start, phrase.end))
    return bool(head & _CALLED) and view.doc[phrase.start].lower_ in {"the", "these", "those"} and not named
