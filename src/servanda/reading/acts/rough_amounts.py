"""Amounts told by words of size: 'dozens', 'several hundred', 'hundreds of thousands'.

Invariant: both ends are given, and a word of size that another one counts is counted once: 'several hundred' is not several.
"""

from __future__ import annotations

from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.phrases import Phrase
from servanda.vocabulary import vocabulary

_SIZES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
_FEW = {"several": (3, 9), "few": (2, 9), "couple": (2, 2)}


def rough_amount(sentence: Sentence, phrase: Phrase) -> tuple[float, float] | None:
    """From what to what such words in a phrase go: 24 to 99 for 'dozens', 300 to 999 for 'several hundred'."""
    approximate = vocabulary("extent.yaml")["approximate"]
    doc = sentence.doc
    for k in range(phrase.start, phrase.end):
        after = [t.lower_ for t in doc[k + 1 : k + 3]]
        size = _size_behind(after)
        if size > 1 and doc[k].lower_ in _FEW:
            low, high = _FEW[doc[k].lower_]
            return float(low * size), float((high + 1) * size - 1)
        if doc[k].lower_ in approximate:
            low, high = approximate[doc[k].lower_]
            return float(low * size), float((high + 1) * size - 1)
    return None


def _size_behind(after: list[str]) -> int:
    """The 100 of 'several | hundred', the 1,000 of 'hundreds | of thousands'; else 1."""
    if after[:1] and after[0] in _SIZES:
        return _SIZES[after[0]]
    of = len(after) > 1 and after[0] == "of"
    return _SIZES.get(after[1].removesuffix("s"), 1) if of else 1


def counted_behind(sentence: Sentence, tail: Phrase | None) -> Phrase | None:
    """The 'people' of 'hundreds | of thousands of people': past a second word of size."""
    if tail is None or sentence.doc[tail.head].lower_ not in vocabulary("extent.yaml")["approximate"]:
        return tail
    return next((p for p in sentence.phrases if p.prep == "of" and 0 <= p.start - tail.end <= 3), None)
