"""Orders to one's own men: whoever gives them announces what will be done.

Invariant: an order is taken for an announcement only where the one who gives it and those who are to obey are one side.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.reading.attribution import Attribution
from servanda.reading.claim import Party, Speaker
from servanda.reading.modality.outcome import Force

_ORDERS = frozenset({"order", "instruct", "command", "direct"})


def own_order(force: Force, actors: tuple[Party, ...], speaker: Speaker) -> bool:
    """Whoever orders what his own side is to do announces it: 'the ministry ordered the release of the prisoners'."""
    mine = bool(actors) and speaker.actor is not None and {p.id for p in actors} == {speaker.actor}
    return force.modality == "required" and force.speech in _ORDERS and mine


def only_ordered(attribution: Attribution, attributions: Sequence[Attribution]) -> bool:
    """Whether nobody tells of the order but the report; whoever 'said it had ordered its men to leave' says so."""
    over = attributions[attribution.within] if attribution.within is not None else None
    tells = over is not None and over.verb not in _ORDERS and over.source.actor == attribution.source.actor
    return attribution.verb in _ORDERS and not tells
