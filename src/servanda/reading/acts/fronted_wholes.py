"""What a bare number counts: 'of the 60 captives, 41 came home', 'of the 300 rifles 212 have been handed in'.

Invariant: only a phrase with 'of' that opens its sentence or its clause is the whole, and only a number without a noun of
its own counts a part of it.
"""

from __future__ import annotations

from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.phrases import Phrase

COUNTING = frozenset(
    ["the", "other", "others", "another", "only", "remaining", "further", "some", "all", "rest", "remainder", "first", "last"]
) | {"more", "these", "those", "just", "them", "half", "most", "at", "least", "than", "about", "around", "nearly", "none"}
"""Words that may stand with a number, or for one, without telling what is counted."""
_FOR_NUMBERS = frozenset({"others", "rest", "remainder", "half", "most", "none", "all", "some"})
_WHOLE = frozenset({"them", "these", "those", "whom", "which"})
_FEW_WORDS_BEFORE = 3


def is_bare_count(sentence: Sentence, phrase: Phrase) -> bool:
    """'41', 'the other 19', '41 of them', '110 of the 160'; not '41 of the villages', '41 men'."""
    doc = sentence.doc
    if doc[phrase.head].pos_ != "NUM" and doc[phrase.head].lower_ not in _FOR_NUMBERS:
        return False
    if not all(doc[k].pos_ == "NUM" or doc[k].lower_ in COUNTING for k in range(phrase.start, phrase.end)):
        return False
    if phrase.end >= len(doc) or doc[phrase.end].lower_ != "of":
        return True
    whole = sentence.phrase_of(phrase.end + 1) if phrase.end + 1 < len(doc) else None
    return whole is not None and (doc[whole.head].lower_ in _WHOLE or doc[whole.head].pos_ == "NUM")


def fronted_whole(sentence: Sentence, part: Phrase) -> Phrase | None:
    """The 'of the 60 captives' of 'of the 60 captives, 41 came home'."""
    doc = sentence.doc
    if doc[part.head].pos_ != "NUM" and doc[part.head].lower_ not in _FOR_NUMBERS:
        return None
    for whole in sentence.phrases:
        if whole.end > part.start:
            return None
        opens = whole.start <= _FEW_WORDS_BEFORE or doc[whole.start - 2].text in {",", ";", ":", "-"}
        if whole.prep == "of" and opens and doc[whole.start - 1].lower_ == "of" and _begins(sentence, whole):
            return whole if is_bare_count(sentence, part) else None
    return None


def _begins(sentence: Sentence, whole: Phrase) -> bool:
    """Nothing stands before the 'of' that it may belong to."""
    k = whole.start - 2
    return k < 0 or sentence.phrase_of(k) is None
