"""What one side means its own men to do: orders to them, and what it says that 'troops' will do.

Invariant: an order is taken for an announcement only where the one who gives it and those who are to obey are one side;
unnamed troops are the speaker's only where no other side owes such an act.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.agreement.model import Agreement
from servanda.reading.attribution import Attribution
from servanda.reading.claim import Party, Speaker
from servanda.reading.modality.outcome import Force

_BARE = frozenset({"troops", "forces", "soldiers", "the troops", "the forces", "the soldiers"})
_OWED_BY = {"remain": frozenset({"withdraw", "hand-over"}), "withdraw": frozenset({"withdraw"})}
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


def own_troops(
    force: Force, act: str, actors: tuple[Party, ...], speaker: Speaker, agreement: Agreement | None
) -> tuple[Party, ...]:
    """'Ruritania says troops will stay': its own, where it alone of all in the case is to withdraw any."""
    bare = len(actors) == 1 and actors[0].id is None and actors[0].words.lower() in _BARE
    if not bare or force.modality not in {"announced", "refused"} or speaker.actor is None or agreement is None:
        return actors
    owed = _OWED_BY.get(act, frozenset())
    bearers = {b for t in agreement.terms.values() if owed.intersection(t.act) for b in t.bearer}
    return (Party(actors[0].words, speaker.actor),) if bearers == {speaker.actor} else actors
