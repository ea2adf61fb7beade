"""Those between whom something happens: 'fighting between the army, led by General X, and the rebels'.

Invariant: all of them stand behind one 'between'; nobody is added from another phrase.
"""

from __future__ import annotations

from servanda.reading.acts.classes import is_actorlike
from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.phrases import Phrase


def among(sentence: Sentence, between: list[Phrase]) -> tuple[Phrase, ...]:
    """'Fighting between the army and the rebels': both."""
    named = sentence.all_of(between[0]) if between and between[0] in sentence.phrases else []
    if len(named) == 1 and (other := beyond_aside(sentence, named[0])) is not None:
        named = [named[0], other]
    return tuple(named) if len(named) > 1 and all(is_actorlike(sentence, p) for p in named) else ()


def beyond_aside(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """'Between the army, led by General X, and the rebels': the rebels."""
    doc, k = sentence.doc, phrase.end
    if k + 2 >= len(doc) or doc[k].text != "," or doc[k + 1].lower_ not in _ASIDE:
        return None
    for end in range(k + 2, min(k + 16, len(doc) - 2)):
        if doc[end].text == ",":
            return sentence.phrase_of(end + 2) if doc[end + 1].lower_ == "and" else None
    return None


_ASIDE = frozenset({"led", "commanded", "headed", "backed", "loyal", "supported", "allied", "who", "which", "under"})


def between_behind(sentence: Sentence, subject: Phrase | None) -> list[Phrase]:
    """'Fighting between A and B broke out'."""
    behind = sentence.phrase_of(subject.end + 1) if subject is not None and subject.end + 1 < len(sentence.doc) else None
    return [behind] if behind is not None and behind.prep == "between" else []


_SIDE_BY_SIDE = frozenset({"together", "along", "jointly", "alongside"})


def side_by_side(sentence: Sentence, doer: Phrase) -> Phrase | None:
    """The second of 'X together with Y shelled the town', 'X, along with Y, left': both did it."""
    doc = sentence.doc
    k = doer.end + (doer.end < len(doc) and doc[doer.end].text == ",")
    if k + 2 >= len(doc) or doc[k].lower_ not in _SIDE_BY_SIDE:
        return None
    if doc[k + 1].lower_ != "with" and doc[k].lower_ != "alongside":
        return None
    other = sentence.phrase_of(k + 1 + (doc[k + 1].lower_ == "with"))
    if other is None or not is_actorlike(sentence, other):
        return None
    behind = other.end + (other.end < len(doc) and doc[other.end].text == ",")
    return other if behind in sentence.verbs or (behind < len(doc) and doc[behind].pos_ in {"AUX", "VERB"}) else None
