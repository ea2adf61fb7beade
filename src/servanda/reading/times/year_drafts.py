"""Matches of year rules to drafts: years, ranges of years, decades, centuries.

Invariant: a bare number is a year only where the words around it allow no other reading as likely.
"""

from __future__ import annotations

import re

from servanda.reading.times.calendar_drafts import groups, mod_of, year_number, year_of
from servanda.reading.times.draft import Draft
from servanda.reading.times.lexicon import ORDINALS, alternatives, section, words


def _era_of(found: dict[str, str | None]) -> bool:
    return bool(found.get("era") or found.get("era2"))


def year(match: re.Match[str]) -> list[Draft] | None:
    found = groups(match)
    year = year_of(found)
    if year is None or year == 0 or abs(year) > 9999:
        return None
    named = _era_of(found) or found.get("mod") or found.get("mod2")
    approx = (found.get("approx") or "").lower()
    if approx and not named and not approx.startswith("c"):
        # 'about 1910' is a year, 'about 1950 were killed' and 'about 1500' are not
        if not 1900 <= year <= 2060 or _COUNTS_PEOPLE.match(match.string, match.end()):
            return None
    elif not named and not approx and not _is_year(match, year):
        return None
    return [
        Draft(
            match.start(),
            match.end(),
            "date",
            year=year,
            mod="APPROX" if approx else mod_of(found),
            era_unsure=not _era_of(found),
        )
    ]


_COUNTS_PEOPLE = re.compile(r"\s+(?:were|was|have|has|had|are|of\s+(?:the|them)|more|others|[a-z]+s)\b")


_NOT_BEFORE_YEAR = re.compile(
    rf"(?:[$£€#/§]|\d[.,:]|\b(?:{alternatives(w for w in words('numbered') if w.isalpha())})\.?)\s*$", re.IGNORECASE
)
_YEAR_PREPOSITION = re.compile(
    r"(?:\b(?:in|of|since|by|until|till|during|from|to|through|throughout|between|before|after|and|circa"
    r"|ca\.|late|early|mid|mid-|year|summer|spring|winter|autumn|fall)\s+|[(\[–—])$",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"\s+(?:[a-z]+\s+){{0,2}}?(?:{alternatives(words('counted'))})\b")


def _is_year(match: re.Match[str], year: int) -> bool:
    """Whether a bare four-digit number is a year: not after 'resolution', not counting troops."""
    text, start, end = match.string, match.start(), match.end()
    head = text[max(0, start - 16) : start]
    if (
        _NOT_BEFORE_YEAR.search(head)
        or (head[-1:].isalnum())
        or (head.endswith(("-", "/")) and head[-2:-1].isalpha())
    ):
        return False
    tail = text[end : end + 40]
    if re.match(r"\s*(?:%|km|m\b|kg|°|per cent)|-(?!\d)[a-z]{3,}(?<!era)", tail):
        return False
    told = _YEAR_PREPOSITION.search(head) is not None
    if _COUNTED.match(tail) and not re.search(r"\b[Ii]n\s+$", head):
        return False
    if 1900 <= year <= 2060:
        return True
    return told or (bool(re.match(r"\s*(?:[),;.–—]|\n|$)", tail)) and year >= 1000)


def year_range(match: re.Match[str]) -> list[Draft] | None:
    """'1914–1918', '1941-42', '499-493 BC'."""
    found = groups(match)
    era = found.get("era")
    first_words, last_words = match.group("y1"), match.group("y2")
    first = year_number(first_words, era or "AD")
    last = year_number(last_words, era or "AD")
    if (
        first is None
        or last is None
        or _NOT_BEFORE_YEAR.search(match.string[max(0, match.start() - 16) : match.start()])
    ):
        return None
    if len(first_words) < 3 and not era:
        return None
    if len(last_words) == 2 and len(first_words) == 4 and not era:
        last = first - first % 100 + int(last_words)
    if not first < last or last - first > 400:
        return None
    if len(first_words) != 4 and not era:
        return None
    middle = match.start("y2")
    mod = mod_of(found)
    return [
        Draft(match.start(), match.end("y1"), "date", year=first, mod=mod, era_unsure=era is None),
        Draft(middle, match.end(), "date", year=last, era_unsure=era is None),
    ]


def decade(match: re.Match[str]) -> list[Draft] | None:
    found = groups(match)
    words_ = match.group("y")
    if not words_.strip("'’").isdigit():
        year = 1900 + section("tens")[{"twenties": "twenty"}.get(words_.lower(), words_.lower()[:-3] + "y")]
        if not found.get("the"):
            return None
    else:
        year = year_number(words_, found.get("era") or (None if len(words_.strip("'’")) == 2 else "AD")) or 0
    return [Draft(match.start(), match.end(), "date", year=year, decade=True, mod=mod_of(found))]


def century(match: re.Match[str]) -> list[Draft] | None:
    found = groups(match)
    word = match.group("c").lower()
    number = ORDINALS.get(word) or int(re.sub(r"\D", "", word) or 0)
    if not 1 <= number <= 99:
        return None
    era = (found.get("era") or "AD").upper()
    year = -100 * (number - 1) if era.startswith("B") else 100 * (number - 1)
    if year == 0:
        return None
    return [Draft(match.start(), match.end(), "date", year=year, century=True, mod=mod_of(found))]


def short_year(match: re.Match[str]) -> list[Draft] | None:
    """'in 492' in a text that counts years BC."""
    text, start, end = match.string, match.start(), match.end()
    if not _COUNTS_BC.search(text, max(0, start - _ERA_REACH), end + _ERA_REACH):
        return None
    found = groups(match)
    if not (found.get("mod") or found.get("mod2")) and not _YEAR_PREPOSITION.search(text[max(0, start - 16) : start]):
        return None
    if not re.match(
        r"\s*(?:[,.;:)–—-]|$|\n)|\s+(?:and|to|until|when|the|a|by|in|he|they|with|as|at|but|was|were|that|on)\b",
        text[end : end + 12],
    ):
        return None
    return [Draft(start, end, "date", year=-int(match.group("y")), mod=mod_of(found))]


_COUNTS_BC = re.compile(r"\d\s?B\.?C")
_ERA_REACH = 3000
