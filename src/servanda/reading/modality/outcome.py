"""What the text says of an act, as one value.

Invariant: a force has one modality and one polarity; to flip a polarity twice gives it back.
"""

from __future__ import annotations

from servanda.reading.claim import Modality, Polarity
from servanda.reading.frozen import dataclass, replace

REAL = frozenset({"completed", "under-way"})
"""Modalities of what happened or is happening."""


@dataclass(frozen=True, slots=True)
class Force:
    """What the text says of an act. `bare`: the form itself asserts nothing ('to leave', 'withdrawal').

    `speech` is the lemma of the governor that gave the modality; `whole` that it was said to be complete; `begun`
    that it was said to have begun or to go on; `past` that the verb is in a past tense; `reaches_back` that the
    words reach back from the day of speaking ('still', 'has not', 'to this day').
    """

    modality: Modality = "completed"
    polarity: Polarity = "affirmed"
    bare: bool = False
    speech: str | None = None
    speech_at: int | None = None
    whole: bool = False
    begun: bool = False
    past: bool = False
    present: bool = False
    future: bool = False
    reaches_back: bool = False
    conditional: bool = False


def either_negated(a: Polarity, b: Polarity) -> Polarity:
    """Negated where exactly one of two is."""
    return "negated" if (a == "negated") != (b == "negated") else "affirmed"


def with_its_not(force: Force, telic: bool) -> Force:
    """'Will keep the truce but not lay down its arms': the second verb has a 'not' of its own."""
    if telic and force.modality == "announced" and force.polarity == "affirmed":
        return replace(force, modality="refused")
    return replace(force, polarity="negated" if force.polarity == "affirmed" else "affirmed")
