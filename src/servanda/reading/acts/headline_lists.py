"""Names that a headline sets side by side with a comma for 'and': 'X, Y exchange fire'.

Invariant: only bare names are joined; a phrase with a preposition, or joined already, stays as it is.
"""

from __future__ import annotations

from itertools import pairwise

from servanda.reading.acts.date_words import DAYS
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.their_arms import are_arms
from servanda.reading.acts.verbs import tags_of
from servanda.reading.frozen import replace
from servanda.reading.parser.parsed import Doc


def listed(doc: Doc, offset: int, phrases: list[Phrase]) -> list[Phrase]:
    """'X, Y exchange fire' in a headline: the comma stands for 'and' where both are bare names of actors."""
    out = list(phrases)
    for n, (one, other) in enumerate(pairwise(phrases)):
        bare = other.prep is None and other.joined is None
        beside = bare and other.start == one.end + 1 and doc[one.end].text == ","
        arms = beside and are_arms(doc[other.head].lower_) and other.end - other.start == 1 and bool(one.mentions)
        if beside and (arms or _is_name(doc, offset, one, other) or _two_persons(doc, one, other)):
            out[n + 1] = replace(other, joined=n)
    return out


def _two_persons(doc: Doc, one: Phrase, other: Phrase) -> bool:
    """'NAME, NAME sign truce': the line opens with two names of one word, and a verb in the plural follows."""
    single = one.start == 0 and one.end == 1 and other.end == other.start + 1 < len(doc)
    names = single and all(doc[p.start].pos_ == "PROPN" and doc[p.start].text.istitle() for p in (one, other))
    if not names or doc[0].lower_ in DAYS or any(m.kind == "zone" for p in (one, other) for m in p.mentions):
        return False
    return any(tag == "base" for _, tag in tags_of(doc[other.end].lower_))


def _is_name(doc: Doc, offset: int, *phrases: Phrase) -> bool:
    """Whether each phrase is the name of a different actor of the case and nothing more."""
    ids = []
    for phrase in phrases:
        first = phrase.start + (doc[phrase.start].lower_ == "the")
        start, end = offset + doc[first].idx, offset + doc[phrase.end - 1].idx + len(doc[phrase.end - 1].text)
        ids += [m.id for m in phrase.mentions if m.kind in {"actor", "group"} and (m.start, m.end) == (start, end) and m.id]
    return len(set(ids)) == len(phrases)
