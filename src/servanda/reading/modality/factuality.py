"""Every predicate of a sentence with its polarity, modality and certainty, for `read --json --all`.

Invariant: certainty lies between 0 (did not happen) and 1 (happened); 0.5 says that the text leaves it open.
"""

from __future__ import annotations

from dataclasses import dataclass

from servanda.reading.acts.clause import BE, Sentence, group_of
from servanda.reading.acts.frames import subject_of
from servanda.reading.claim import Modality, Polarity
from servanda.reading.modality.force import Force, force_of

_STATIVE = frozenset(
    [
        "be",
        "have",
        "know",
        "want",
        "like",
        "love",
        "need",
        "believe",
        "think",
        "feel",
        "seem",
        "own",
        "hope",
        "wish",
        "mean",
        "contain",
        "include",
        "remain",
        "stay",
        "live",
    ]
)
# Fitted to the mean rating of each modality on the tuning part of UDS: what is announced or required has mostly not
# happened.
_OPEN = {
    "announced": 0.2,
    "promised": 0.2,
    "requested": 0.25,
    "required": 0.25,
    "refused": 0.1,
    "denied": 0.1,
    "alleged": 0.7,
    "possible": 0.3,
}
_HELD_TRUE = frozenset({"think", "believe", "guess", "feel", "argue", "assume"})
_LINKING = frozenset({"AUX"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """One predicate: its place in the report's text, lemma, and what the text makes of it."""

    start: int
    end: int
    lemma: str
    polarity: Polarity
    modality: Modality
    certainty: float
    text: str = ""


def predicates_of(sentence: Sentence, everything: bool = True) -> list[Predicate]:
    """The predicates of a sentence: its verbs and, with `everything`, nouns and adjectives after 'be'."""
    found = []
    for token in sentence.doc:
        verbal = token.i in sentence.verbs and (token.pos_ == "VERB" or token.dep_ not in {"aux", "aux:pass", "cop"})
        copular = everything and not verbal and any(c.dep_ == "cop" for c in token.children)
        if not (verbal or copular):
            continue
        force = _force(sentence, token.i, verbal)
        start, end = sentence.span(token.i, token.i + 1)
        found.append(
            Predicate(start, end, token.lemma_.lower(), force.polarity, force.modality, certainty(force), token.text)
        )
    return found


def _force(sentence: Sentence, at: int, verbal: bool) -> Force:
    if verbal:
        subject = subject_of(sentence, at)
        state = sentence.doc[at].lemma_.lower() in _STATIVE
        return force_of(sentence, at, state=state, telic=False, subject=subject)
    copula = next(c for c in sentence.doc[at].children if c.dep_ == "cop")
    return force_of(sentence, copula.i, state=True, telic=False, subject=None)


def certainty(force: Force) -> float:
    """How far the words say that it happened."""
    real = {"completed": 0.95, "under-way": 0.9}.get(force.modality)
    if real is not None:
        return round(1 - real, 2) if force.polarity == "negated" else real
    if force.modality == "possible" and force.speech in _HELD_TRUE:
        return 0.7
    if force.conditional or (force.modality == "possible" and force.speech is None and not force.present):
        return 0.45
    return _OPEN.get(force.modality, 0.5)


__all__ = ["BE", "Predicate", "certainty", "group_of", "predicates_of"]
