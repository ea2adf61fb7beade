"""Casing: what a capital letter says here, and which capitalised words are no names.

Invariant: pure functions of a text and a place in it.
"""

from __future__ import annotations

import re
from functools import cache

from servanda.reading.names.folding import folded_word
from servanda.reading.names.lexicon import collectives
from servanda.vocabulary import vocabulary

UPPER = "".join(chr(c) for c in range(0x250) if chr(c).isupper())
_CAPITAL_WORD = re.compile(rf"\b[{UPPER}]\w*")
_SMALL_WORD = re.compile(r"\b[a-z]{4,}\b")


@cache
def stops() -> frozenset[str]:
    """Folded words that open a sentence with a capital without being a name; days, months and titles too."""
    data = vocabulary("folding.yaml")
    titles = (folded_word(str(t)) for t in vocabulary("offices.yaml")["titles"])
    return frozenset([*data["days_and_months"], *data["function_words"], *collectives(), *titles])


def opens(text: str, start: int) -> bool:
    """Whether a sentence, a line or a quotation begins at `start`."""
    before = text[max(0, start - 4) : start].rstrip(" \"“'‘«([-–—•*")
    return not before.strip() or before.rstrip()[-1:] in ".!?:…\n" or "\n" in text[max(0, start - 2) : start]


def title_case(text: str, at: int) -> bool:
    """Whether most words of the line begin with a capital, so that capitals say nothing."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    line = text[start : end if end >= 0 else len(text)]
    if len(line) > 160 or (line.rstrip()[-1:] in (".", "!", "?") and line.count(" ") >= 4):
        return False
    capitals, small = len(_CAPITAL_WORD.findall(line)), len(_SMALL_WORD.findall(line))
    return capitals >= 3 and capitals > small * 2
