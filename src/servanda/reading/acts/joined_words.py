"""The 'and' inside one noun phrase: 'artillery and mortar attacks', 'indiscriminate and unprovoked fire'.

Invariant: a name of the case is never joined with another word into one phrase.
"""

from __future__ import annotations

from collections.abc import Container

from servanda.reading.parser.parsed import Doc


def between_adjectives(doc: Doc, i: int) -> bool:
    """The 'and' of 'indiscriminate and unprovoked fire'."""
    if i + 2 >= len(doc) or doc[i - 1].pos_ != "ADJ" or doc[i + 2].pos_ != "NOUN":
        return False
    return doc[i + 1].pos_ == "ADJ" or doc[i + 1].dep_ == "amod"


def joins_kinds(doc: Doc, i: int, covers: Container[int]) -> bool:
    """The 'and' of 'artillery and mortar attacks': two kinds of one thing."""
    kind = doc[i - 1]
    if kind.pos_ != "NOUN" or i - 1 in covers or i + 1 in covers or i + 2 >= len(doc):
        return False
    whole = doc[i + 2]
    if kind.lower_ in _KINDS and doc[i + 1].lower_ in _KINDS and whole.pos_ == "NOUN" and doc[i + 1].head.i == whole.i:
        return True  # whatever the parser hung the first kind on
    if kind.dep_ != "compound" or kind.head.i != whole.i:
        return False
    return whole.pos_ == "NOUN" and doc[i + 1].pos_ in {"NOUN", "ADJ", "VERB"}


_KINDS = frozenset(["drone", "rocket", "missile", "mortar", "artillery", "tank", "air", "ground", "shell", "bomb", "grenade"])
