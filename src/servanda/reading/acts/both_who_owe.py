"""'Both sides', 'the warring factions' in a case of more than two parties: the two who owe what they are told to have done.

Invariant: only an act that is owed, and only by exactly two, gives them names; where the text itself named two sides just
before, those are meant, and nothing here is asked.
"""

from __future__ import annotations

from servanda.agreement.model import Agreement
from servanda.reading.claim import Party
from servanda.reading.names.folding import folded_word
from servanda.reading.names.lexicon import collectives


def both_who_owe(actors: tuple[Party, ...], act: str, zone: str | None, agreement: Agreement | None) -> tuple[Party, ...]:
    """The actors, with the two bearers of such an act in the place of 'both sides'."""
    if agreement is None or len(actors) != 1 or actors[0].id is not None:
        return actors
    words = actors[0].words
    if collectives().get(folded_word(words).removeprefix("the ")) != "both":
        return actors
    owed = [t for t in agreement.terms.values() if act in t.act and t.norm == "obligation"]
    there = [t for t in owed if zone is None or t.zone is None or t.zone in agreement.zone_chain(zone)]
    bearers = list(dict.fromkeys(b for t in there for b in t.bearer))
    return tuple(Party(words, b) for b in bearers) if len(bearers) == 2 else actors


__all__ = ["both_who_owe"]
