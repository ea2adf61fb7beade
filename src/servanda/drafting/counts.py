"""Numbers in a promise: what is counted and its bound, and days counted from a beginning.

Invariant: a number is given only where it stands in the text, in figures or in words; 'not more than' is never a least.
"""

from __future__ import annotations

import re

from servanda.reading.times.lexicon import number_of
from servanda.vocabulary import vocabulary

_MOST = (
    r"no more than|not more than|not exceeding|not exceed|no greater than|up to|at most|a maximum of|a total of no more than|"
    r"not in excess of"
)
_LEAST = r"no fewer than|not fewer than|no less than|at least|a minimum of|not less than"
_WORD_NUMBER = (
    r"(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)(?:[ -](?:and )?|\b))+"
)
_COUNTED = re.compile(
    rf"\b(?P<bound>{_MOST}|{_LEAST})?"
    rf"\s*(?P<number>\d{{1,3}}(?:[, ]\d{{3}})+|\d+|{_WORD_NUMBER})\s*(?:\w+ing |unarmed |armed |"
    r"additional |of its |of (?:the )?)?(?P<what>[a-z]+(?: [a-z]+){0,3})",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\b(?:[A-Z]{2,}|[Rr]esolution|[Aa]rticle|[Aa]nnex|[Pp]aragraph|[Ll]aw|[Nn]o\.?|[Pp]oint) $")
_DAY_N = re.compile(
    r"\b(?P<bound>no later than|not later than|by|on|until|before)?\s*(?:the )?"
    r"(?:day (?P<number>\d{1,3})|[A-Z](?:-Day|[A-Z]{0,3}) ?\+ ?(?P<plus>\d{1,3})(?: days?)?)\b",
    re.IGNORECASE,
)


_REDUCED = re.compile(
    r"\b(?:reduc\w+|cut|lower|limit|draw down|bring down)\b[^.;]{0,40}?"
    r"\b(?P<what>troops|forces|soldiers|men|personnel|fighters|tanks|howitzers)\b[^.;]{0,60}?"
    rf"\bto (?:{_MOST})?\s*(?P<number>\d{{1,3}}(?:[, ]\d{{3}})+|\d+|{_WORD_NUMBER})(?!\d|\s*(?:per cent|percent|%))",
    re.IGNORECASE,
)
"""'Reduce its troops in X to no more than 3,000': what is counted stands before."""


def counted(sentence: str) -> tuple[str, str, int] | None:
    """What a number bounds: 'no more than 350 observers' is ('personnel', 'at_most', 350)."""
    rows = vocabulary("counted.yaml")["counted"]
    for m in _COUNTED.finditer(sentence):
        number = _number(m["number"])
        if number is None or _NUMBERED.search(sentence[: m.start("number")]):
            continue
        for key, names in rows.items():
            for name in names:
                if re.match(rf"(?:\w+ ){{0,2}}{re.escape(name)}s?\b", m["what"].lower()):
                    most = re.fullmatch(_MOST, m["bound"] or "", re.IGNORECASE)
                    return key, "at_most" if most else "at_least", number
    if (reduced := _REDUCED.search(sentence)) is not None and (number := _number(reduced["number"])) is not None:
        named = "personnel" if reduced["what"].lower() == "forces" else reduced["what"].lower().removesuffix("s")
        key = next((k for k, names in rows.items() if k == named or named in names), None)
        return (key, "at_most", number) if key is not None else None
    return None


def bounds_a_state(sentence: str) -> bool:
    """'The forces stationed there shall not exceed 2,500 men': a quantity to be kept, not something to be done."""
    return bool(
        re.search(
            r"\b(?:shall|will|must|may|do|does) not (?:at any time )?(?:exceed|be more than|number more than)\b", sentence, re.I
        )
        or re.search(
            r"\bshall (?:at all times )?(?:not )?(?:number|amount to|be limited to|remain (?:below|limited to)|consist of)\b",
            sentence,
            re.I,
        )
    )


def day_n(sentence: str, at: int, since: int = 0) -> tuple[int, bool] | None:
    """'on day 7' or 'by D+15' of the clause that the act stands in: the number, and whether the first day counts.

    `since` is where the words for the end stand ('begin on day 42 and be complete by day 50').
    """
    start = max(since, sentence.rfind(";", 0, at) + 1)
    end = sentence.find(";", at)
    return _day(_DAY_N.search(sentence, start, end if end >= 0 else len(sentence)))


def labelled_day(label: str) -> tuple[int, bool] | None:
    """The day of a timetable's label: 'D+15', 'Day 7', 'D-Day'."""
    if re.fullmatch(r"[A-Z]-Day", label, re.IGNORECASE):
        return 0, False
    return _day(_DAY_N.search(label))


def _day(found: re.Match[str] | None) -> tuple[int, bool] | None:
    if not found:
        return None
    return (int(found["number"]), True) if found["number"] else (int(found["plus"]), False)


def _number(words: str) -> int | None:
    digits = re.sub(r"\D", "", words)
    if digits:
        return int(digits)
    value = number_of(words.strip().lower())
    return int(value) if value is not None and value == int(value) else None
