"""Every predicate of a sentence with its polarity, modality, certainty and class, for `read --json --all`.

Invariant: where a rule is sure (negation, refusal, denial, a promise, an allegation) the weighed signs move only within its
bounds; a rule's modality gives way only where it rests on no word and the signs stand on the other side. Claims never
look here: their modality is the rules' alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.frames import subject_of
from servanda.reading.claim import Modality, Polarity
from servanda.reading.modality.certainty import Factuality, weights
from servanda.reading.modality.force import Force, force_of
from servanda.reading.modality.outcome import REAL
from servanda.reading.modality.signs import Signs, negated
from servanda.reading.modality.verbgroup import negative_subject
from servanda.reading.parser.parsed import Token

_STATIVE = frozenset(
    {"be", "have", "know", "want", "like", "love", "need", "believe", "think", "feel", "seem", "own", "hope", "wish"}
    | {"mean", "contain", "include", "remain", "stay", "live"}
)
_HELPING = frozenset({"aux", "aux:pass", "cop"})
_BOUNDS: Mapping[str, tuple[float, float]] = {
    "negated": (0.0, 0.1),
    "negated object": (0.0, 0.7),
    "refused": (0.0, 0.2),
    "denied": (0.0, 0.25),
    "alleged": (0.4, 0.7),
    "unknown": (0.4, 0.7),
    "announced": (0.0, 0.7),
    "promised": (0.0, 0.7),
    "possible negated": (0.0, 0.7),
}
"""Between which certainties the weighed signs may move where a rule is sure of what the words say."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """One predicate: its place in the report's text, lemma, and what the text makes of it."""

    start: int
    end: int
    lemma: str
    polarity: Polarity
    modality: Modality
    certainty: float
    factuality: Factuality
    text: str = ""


def predicates_of(sentence: Sentence, everything: bool = True) -> list[Predicate]:
    """The predicates of a sentence: its verbs and, with `everything`, participles before a noun and words after 'be'."""
    found = []
    signs = Signs(sentence.doc)
    for token in sentence.doc:
        verbal = token.i in sentence.verbs and (token.pos_ == "VERB" or token.dep_ not in _HELPING)
        more = everything and not verbal and (token.pos_ == "VERB" or any(c.dep_ == "cop" for c in token.children))
        if verbal or more:
            found.append(predicate(sentence, token, signs))
    return found


def predicate(sentence: Sentence, token: Token, signs: Signs) -> Predicate:
    """What the text makes of the predicate at a token; `signs` are those of its sentence."""
    force = rule(sentence, token)
    weighed = weights().certainty(signs.of(token.i, force.modality, force.polarity))
    least, most = _BOUNDS.get(_sure(sentence, token, force), (0.0, 1.0))
    certainty = round(max(least, min(most, weighed)), 2)
    factuality = weights().factuality(certainty)
    start, end = sentence.span(token.i, token.i + 1)
    return Predicate(
        start,
        end,
        token.lemma_.lower(),
        force.polarity,
        _modality(force, factuality),
        certainty,
        factuality,
        token.text,
    )


def _sure(sentence: Sentence, token: Token, force: Force) -> str:
    """What the rule is sure of: the modality, or that something real is negated and by what."""
    if force.modality == "possible" and force.polarity == "negated":
        return "possible negated"
    if force.modality not in REAL:
        return force.modality
    if force.polarity == "affirmed":
        return ""
    subject = subject_of(sentence, token.i)
    outright = negated(token) or force.speech is not None or negative_subject(sentence, token.i, subject)
    return "negated" if outright else "negated object"


def rule(sentence: Sentence, token: Token) -> Force:
    """What the rules alone make of the predicate at a token."""
    at = token.i
    if at in sentence.verbs:
        state = token.lemma_.lower() in _STATIVE
        return force_of(sentence, at, state=state, telic=False, subject=subject_of(sentence, at))
    copula = next((c.i for c in token.children if c.dep_ == "cop"), None)
    if copula is None:  # a participle before a noun or one that has become a preposition
        return Force()
    return force_of(sentence, copula, state=True, telic=False, subject=None)


def _modality(force: Force, factuality: Factuality) -> Modality:
    """The rule's modality, unless the signs stand on the other side of it."""
    if force.polarity == "negated" or force.speech is not None or force.conditional:
        return force.modality
    if force.modality in REAL and factuality == "not-fact":
        return "possible"
    if force.modality == "possible" and factuality == "fact":
        return "under-way" if force.present else "completed"
    return force.modality
