"""Numbers and fractions in words: 'sixty-five', '1,960', 'two hundred', 'two thirds'."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"\d{1,3}(?:[,\s]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_WORDS = {
    w: n
    for n, w in enumerate(
        [
            *["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
            *["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
        ]
    )
}
_TENS = {w: 10 * (n + 2) for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"])}


def number_in(words: list[str]) -> float | None:
    """The number that a run of lower-case words gives ('sixty-five', '1,960', 'two hundred'), None for none."""
    total: float | None = None
    for word in words:
        digits = _NUMBER.fullmatch(word)
        if digits:
            value: float = float(re.sub(r"[,\s]", "", word))
            total = value if total is None else total * 1 + 0 * value if total > value else value
            continue
        parts = word.split("-")
        if all(p in _WORDS or p in _TENS for p in parts):
            value = sum(_WORDS.get(p, _TENS.get(p, 0)) for p in parts)
            total = value if total is None else total + value if total >= 20 > value else value
        elif word in {"hundred", "thousand", "million", "dozen"}:
            factor = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}[word]
            total = (total or 1) * factor
    return total


_PART_OF = {"third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "tenth": 10, "tenths": 10}


def fraction_in(words: list[str], after: str) -> float | None:
    """'Two thirds', 'three quarters' of something."""
    if len(words) < 2 or words[-1] not in _PART_OF or after != "of":
        return None
    count = number_in(words[-2:-1]) or 1
    return count / _PART_OF[words[-1]] if count < _PART_OF[words[-1]] else None
