"""Who is a captive: by word, by what was done to him, or by a number that counts captives told of just before.

Invariant: a bare number counts captives only where the sentence, or the one before, tells of captives and of nothing else
that the same number may count.
"""

from __future__ import annotations

from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.fronted_wholes import is_bare_count
from servanda.reading.acts.lexicon import lexicon, of_classes
from servanda.reading.acts.phrases import Phrase

_TAKEN = frozenset({"captured", "abducted", "kidnapped", "detained", "imprisoned", "jailed", "interned", "arrested", "captive"})
_TAKEN_BEHIND = (_TAKEN - {"captive"}) | {"held", "seized"}
_HOW = frozenset({"by", "in", "during", "since", "on", "at"})
_OTHER_THINGS = ("body", "weapon", "heavy", "mine")


def is_captive(sentence: Sentence, phrase: Phrase) -> bool | None:
    """'Captured soldiers', 'soldiers captured by X', '41' of 'of the 60 captives 41 came home'; None where the word tells."""
    doc = sentence.doc
    lemmas = noun_lemmas(doc[phrase.head].text)
    if lemmas & lexicon().classes["captive"]:
        return None
    if lemmas & of_classes("prisoner", "person", "forces"):
        taken = any(doc[k].lower_ in _TAKEN for k in range(phrase.start, phrase.head))
        behind = [t.lower_ for t in doc[phrase.end : phrase.end + 2]]
        return taken or (len(behind) == 2 and behind[0] in _TAKEN_BEHIND and behind[1] in _HOW)
    return _counts_captives(sentence, phrase)


def _counts_captives(sentence: Sentence, phrase: Phrase) -> bool:
    if not is_bare_count(sentence, phrase):
        return False
    before = (noun_lemmas(sentence.doc[p.head].text) for p in sentence.phrases if p.end <= phrase.start)
    told = frozenset[str]().union(*before)
    there = told if told & lexicon().classes["captive"] else sentence.told_before
    return bool(there & lexicon().classes["captive"]) and there.isdisjoint(of_classes(*_OTHER_THINGS) - {"them", "remain"})
