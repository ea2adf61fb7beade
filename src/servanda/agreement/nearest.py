"""The nearest of the words that are allowed, for messages.

Invariant: the same word and the same allowed words give the same suggestion, whatever their order.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

from servanda.vocabulary import vocabulary

SHOWN = 40


def nearest(word: str, known: Iterable[str]) -> str:
    """' Did you mean …?' with the nearest known word, or nothing."""
    folded = {k.lower(): k for k in sorted(known, reverse=True)}
    near = difflib.get_close_matches(word.lower(), sorted(folded), n=1, cutoff=0.5)
    return f" Did you mean {folded[near[0]]}?" if near else ""


def field_meant(word: str, allowed: Iterable[str]) -> str:
    """' Did you mean …?' with the field that people call by this word ('quantity': limit), else with the nearest name."""
    fields = list(allowed)
    plain = word.lower().replace("-", "_")
    spelled = difflib.get_close_matches(plain, fields, n=1, cutoff=0.8)
    called = [field for field, words in vocabulary("field_words.yaml").items() if plain in words and field in fields]
    return f" Did you mean {called[0]}?" if called and not spelled else nearest(word, fields)


def value_meant(word: str, allowed: Iterable[str]) -> str:
    """' Did you mean …?' with the value that people call by this word ('ban': prohibition), else with the nearest one."""
    values = list(allowed)
    plain = re.sub(r"[\s_]+", "_", word.strip().lower())
    called = [value for value, words in vocabulary("value_words.yaml").items() if plain in words and value in values]
    return f" Did you mean {called[0]}?" if called else nearest(word, values)


def listing(known: Iterable[str]) -> str:
    """The allowed words in order, cut after forty."""
    words = sorted(known)
    more = f" and {len(words) - SHOWN} more" if len(words) > SHOWN else ""
    return ", ".join(words[:SHOWN]) + more if words else "none, because the file has none"
