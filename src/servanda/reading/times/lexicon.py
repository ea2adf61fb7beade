"""The words of time expressions, read once from the data file: every lookup is by lower-case word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from servanda.reading.any_word import any_word
from servanda.vocabulary import vocabulary


@cache
def section(name: str) -> Mapping[str, Any]:
    """One mapping of the data file `times.yaml`."""
    found = vocabulary("times.yaml")[name]
    if not isinstance(found, dict):
        raise TypeError(f"times.yaml: {name} must be a mapping")
    return found


@cache
def words(name: str) -> frozenset[str]:
    """One list of the data file `times.yaml` as a set."""
    return frozenset(vocabulary("times.yaml")[name])


def alternatives(items: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first; a space matches any white space."""
    return any_word(items, lambda letter: {" ": r"\s+", "'": "['’]"}.get(letter) or re.escape(letter))


MONTHS: Mapping[str, int] = {**section("months"), **section("month_abbreviations")}
WEEKDAYS: Mapping[str, int] = {**section("weekdays"), **section("weekday_abbreviations")}
UNITS: Mapping[str, str] = {**section("units"), **section("unit_plurals")}
_ONES: Mapping[str, int] = section("cardinals")
_TENS: Mapping[str, int] = section("tens")
_HUNDREDS: Mapping[str, int] = section("hundreds")
ORDINALS: Mapping[str, int] = section("ordinals")

_small = alternatives(word for word in _ONES if word not in ("a", "an"))
_tens = alternatives(_TENS)
_number_words = rf"(?:{_tens})(?:[-\s](?:{_small}))?|(?:{_small})"
NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}(?:[.]\d{{1,2}}|\s?½|\s1/2(?!\d))?|"
    rf"(?:(?:a|{_small})[-\s])?(?:hundred|thousand)(?:(?:\s+and)?\s+(?:{_number_words}))?|{_number_words})"
)
"""A written number, without 'a' and 'an'."""


def number_of(words_: str) -> float | None:
    """The number that words or digits name; None for a vague one ('several').

    'twenty-five' is 25, 'a hundred and ten' is 110, '2,000' is 2000, '1.5' is 1.5.
    """
    plain = re.sub(r"\s?(?:½|1/2)$", ".5", words_.lower().replace(",", "").strip())
    try:
        return float(plain)
    except ValueError:
        pass
    total: float = 0
    known = False
    for word in re.split(r"[-\s]+", plain):
        if word in _ONES:
            total += _ONES[word]
        elif word in _TENS:
            total += _TENS[word]
        elif word in _HUNDREDS:
            total = (total or 1) * _HUNDREDS[word]
        elif word == "half":
            total += 0.5
        elif word == "dozen":
            total = (total or 1) * 12
        elif word == "and":
            continue
        else:
            return None
        known = True
    return total if known else None
