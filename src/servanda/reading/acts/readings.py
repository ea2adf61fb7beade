"""An act as read, for `read --json`: words, class, parties, place and force, without a case.

Invariant: `text[start:end] == words` in the report's text.
"""

from __future__ import annotations

from dataclasses import dataclass

from servanda.reading.acts.lexicon import Act
from servanda.reading.claim import Modality, Polarity
from servanda.reading.modality.force import Force

_BY_MODALITY = {"requested": "DEMAND", "promised": "AGREE", "refused": "REJECT", "required": "DEMAND"}


@dataclass(frozen=True, slots=True)
class ActRead:
    """One act of a text. `plover` is the class of the event that the words report, None where they report none."""

    start: int
    end: int
    words: str
    act: str
    plover: str | None
    source: tuple[str, ...]
    target: tuple[str, ...]
    zone: str | None
    polarity: Polarity
    modality: Modality
    claim: str | None = None


def plover_class(act: Act, force: Force, kind: str | None) -> str | None:
    """The PLOVER class of what is reported: a demand for a withdrawal is a demand, a refused one is a refusal."""
    modality = force.modality
    if force.speech in {"threaten", "warn"} and modality in {"announced", "possible", "requested"}:
        return "THREATEN"
    if modality in _BY_MODALITY:
        return _BY_MODALITY[modality]
    if modality == "announced":
        if act.aspect == "speech":
            return act.plover
        return "THREATEN" if act.norm == "forbidden" else "AGREE"
    if modality == "alleged":
        return act.plover if force.speech is None else "DISAPPROVE"
    if modality in {"denied", "possible", "unknown"} or force.polarity == "negated":
        return None
    if act.id in {"attack", "capture"} and kind is not None:
        return "ASSAULT" if kind in {"abduction", "explosion", "killing"} else "FIGHT"
    return act.plover
