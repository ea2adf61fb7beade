"""Things that are given a name: the delay of 'called the delay a violation', 'condemned the refusal as a breach'.

Invariant: what a thing is called says nothing of whether there was the thing, and the thing does not turn its name over.
"""

from __future__ import annotations

from servanda.reading.acts.clause import Governor, Sentence
from servanda.reading.acts.phrases import Phrase

_NAMES = frozenset({"call", "term", "label", "brand", "declare", "deem", "consider", "dub", "find", "judge", "rule"})


def is_named_thing(sentence: Sentence, governor: Governor, name: Phrase) -> bool:
    """Whether the noun that seems to govern the phrase is the object that the phrase is a name for."""
    thing = sentence.phrase_of(governor.token)
    if governor.cue.sort != "nouns" or thing is None or thing.end > name.start:
        return False
    if name.prep is not None:
        return name.prep == "as"
    verb = sentence.doc[thing.head].head
    return thing.prep is None and verb.i < thing.start and verb.lemma_ in _NAMES
