"""Arms named beside those who use them: 'Russian troops and artillery', 'army jets, artillery pound villages'.

Invariant: arms do nothing of their own where a party that uses them is named beside them.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.reading.claim import Party

_ARMS = frozenset(
    [
        *["artillery", "aircraft", "jets", "warplanes", "planes", "helicopters", "gunships", "gunboats", "tanks", "armour"],
        *["armor", "guns", "mortars", "rockets", "drones"],
    ]
)


def are_arms(word: str) -> bool:
    """Whether a lower-case word names arms: 'artillery', 'helicopters'."""
    return word in _ARMS


def without_their_arms(parties: Sequence[Party]) -> list[Party]:
    """The parties without bare arms named beside one of the case: of 'Boran troops and artillery' only Boran."""
    if not any(p.id for p in parties):
        return list(parties)
    return [p for p in parties if p.id is not None or p.words.lower() not in _ARMS]
