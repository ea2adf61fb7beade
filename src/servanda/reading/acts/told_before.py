"""What a phrase is by what the sentence, or the one before, has told of: ground with mines in it, a force that 'they' are.

Invariant: nothing is taken from farther off than the sentence before, and 'they' are a force only where no other people
have been told of.
"""

from __future__ import annotations

from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.lexicon import lexicon, of_classes
from servanda.reading.acts.phrases import Phrase

_GROUND = frozenset({"sector", "area", "belt", "strip", "zone", "field", "road", "route", "highway", "stretch", "lane"})
_MINES = frozenset({"mine", "landmine", "minefield", "deminer", "sapper", "demining", "ordnance", "de-mining", "booby-trap"})
_ALL = frozenset({"all", "none", "most", "some", "half"})
_SEVERAL = frozenset({"they", "them"})


def told_by(before: Sentence) -> frozenset[str]:
    """The nouns that a sentence leaves to the next one: its own, or those left to it where it names nothing by itself ('By
    Monday 41 had come home')."""
    things = of_classes("captive", "forces", "body", "weapon", "mine", "person")
    return before.nouns if before.nouns & things else before.told_before


def is_mined_ground(sentence: Sentence, phrase: Phrase) -> bool:
    """The 'sector' of 'the mines there …; X completed the clearance of its sector'."""
    on_ground = noun_lemmas(sentence.doc[phrase.head].text) & _GROUND
    return bool(on_ground) and bool((sentence.nouns | sentence.told_before) & _MINES)


def stands_for_a_force(sentence: Sentence, phrase: Phrase) -> bool:
    """The 'they' of 'X had fighters on the hill. They are gone'."""
    if sentence.doc[phrase.head].lower_ not in _SEVERAL | _ALL:
        return False
    here = (noun_lemmas(sentence.doc[p.head].text) for p in sentence.phrases if p.end <= phrase.start)
    told = frozenset[str]().union(*here) or sentence.told_before
    if not told & lexicon().classes["forces"]:
        return False
    others = of_classes("person", "prisoner", "displaced", "body", "weapon", "heavy", "mine") - lexicon().classes["forces"]
    return told.isdisjoint(others - {"them"})
