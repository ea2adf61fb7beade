"""Text to drafts in one pass: drafts come in order, never overlap, and at each place the longest match wins."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cache

from servanda.reading.times.calendar_rules import DATE_RULES
from servanda.reading.times.draft import Draft
from servanda.reading.times.lexicon import MONTHS, ORDINALS, UNITS, WEEKDAYS, section, words
from servanda.reading.times.relative_rules import RELATIVE_RULES
from servanda.reading.times.rule import Rule

_WORD = re.compile(r"[A-Za-z]+|\d+|['’]\d0s")
_MOD_RULES = (
    "which calendar",
    "short year",
    "month",
    "season",
    "year",
    "years",
    "decade",
    "century",
    "unit",
    "mod unit",
    "deictic",
    "part",
    "day month",
    "spelled day month",
    "days month",
    "month day",
    "part of weekday",
    "weekday",
)
_DIGIT_RULES = (
    "iso",
    "short year",
    "numeric",
    "day month",
    "days month",
    "year",
    "years",
    "decade",
    "century",
    "quarter",
    "duration",
    "age",
    "clock",
    "clock hour",
    "clock o'clock",
    "clock military",
)
_WHICH_RULES = ("which calendar", "weekday", "part", "unit", "period", "ref")
_THE_RULES = ("quarter", *_MOD_RULES, "ordinal after", "ordinal day", "after unit", "eve", "unit end", "period", "ref")
_TIMELY = frozenset(
    word
    for phrase in (
        *MONTHS,
        *WEEKDAYS,
        *UNITS,
        *section("seasons"),
        *section("day_parts"),
        "present",
        "past",
        "future",
        "moment",
        "foreseeable",
        "eve",
        "century",
        "first",
        "second",
        "third",
        "fourth",
    )
    for word in [phrase.lower()]
    if " " not in word
)
"""A phrase that begins with 'the', 'this', 'that' must hold one of these, a digit or a word such as 'twenties' to be a
time at all. Those of several words ('early hours') hold one."""
_TOKEN = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_GATE_LENGTH = 48


def _first_words(phrases: Iterable[str]) -> set[str]:
    return {re.split(r"[\s'’-]", phrase.lower(), maxsplit=1)[0] for phrase in phrases}


@cache
def _dispatch() -> Mapping[str, tuple[Rule, ...]]:
    """First word of a match (lower case; '#' for digits) to the rules that can begin there."""
    rules = {rule.name: rule for rule in (*DATE_RULES, *RELATIVE_RULES)}
    table: dict[str, dict[str, Rule]] = {}

    def add(firsts: Iterable[str], *names: str) -> None:
        for first in firsts:
            table.setdefault(first, {}).update({name: rules[name] for name in names})

    references = [word for group in ("present", "past", "future") for word in section("references")[group]]
    add(["#"], *_DIGIT_RULES)
    add(MONTHS, "month day", "month days", "month", "month spelled day")
    add(WEEKDAYS, "numeric", "day month", "days month", "month day", "month days", "weekday", "weekday short")
    add(WEEKDAYS, "spelled day month", "month spelled day")
    add((f"{day}s" for day in section("weekdays")), "weekdays")
    numbers = {*section("cardinals"), *section("tens"), *section("hundreds"), *_first_words(words("vague")), "half"}
    add(numbers, "duration", "age")
    add(ORDINALS, "century", "quarter")
    add(
        {
            "last",
            "past",
            "previous",
            "preceding",
            "next",
            "coming",
            "following",
            "first",
            "final",
            "ensuing",
            "subsequent",
            "recent",
            "intervening",
            "closing",
            "opening",
            "these",
            "those",
        },
        "period",
    )
    add(_first_words(section("amount_modifiers")), "duration")
    add({"another", "additional"}, "duration", "another")
    add({"a", "an"}, "another")
    add({"early", "late", "mid"}, *_MOD_RULES)
    add(
        _first_words(section("modifiers")),
        "which calendar",
        "short year",
        "month",
        "season",
        "year",
        "years",
        "decade",
        "century",
        "unit",
        "mod unit",
    )
    add(_first_words(section("day_parts")), "day month", "days month", "month day", "part of weekday", "unit")
    add(_first_words(section("day_parts")), "spelled day month")
    add({"about", "around", "circa", "ca", "c"}, "year")
    add({"noon", "midnight", "midday"}, "clock")
    add({"the"}, *_THE_RULES)
    add({"this", "that", "last", "next", "same"}, *_WHICH_RULES)
    add({"earlier", "later"}, "deictic", "part", "unit")
    add({"today", "tonight", "yesterday", "tomorrow", "overnight"}, "deictic")
    add(section("seasons"), "season")
    add(_first_words(section("holidays")), "holiday")
    add(_first_words(references), "ref")
    add(
        {
            "daily",
            "weekly",
            "monthly",
            "quarterly",
            "yearly",
            "annually",
            "annual",
            "hourly",
            "nightly",
            "fortnightly",
        },
        "set",
    )
    add({"every", "each"}, "which calendar", "every", "weekday", "part", "unit")
    add(section("unit_plurals"), "bare")
    add({"year", "years"}, "year", "years")
    add({"year", "month", "week", "decade", "century"}, "unit end")
    add({"in", "at", "during", "by", "before", "after", "until", "since"}, "loose part", "then")
    add({"from", "around", "about"}, "then")
    add({"on"}, "weekdays")
    add({"q"}, "quarter")
    add({"ad"}, "year")
    return {first: tuple(found.values()) for first, found in table.items()}


_GATED = frozenset(
    {
        "the",
        "this",
        "that",
        "in",
        "at",
        "by",
        "from",
        "on",
        "a",
        "an",
        "some",
        "over",
        "about",
        "around",
        "one",
        "just",
        "only",
        "no",
        "not",
        "up",
        "more",
        "less",
        "before",
        "after",
        "first",
        "last",
        "next",
        "same",
        "former",
        "end",
    }
)


def scan(text: str) -> list[Draft]:
    """All drafts of a text, in order, not overlapping."""
    table = _dispatch()
    found: list[Draft] = []
    reached = 0
    timely = _timely(text)
    for word in _WORD.finditer(text):
        start = word.start()
        if start < reached:
            continue
        key = word.group().lower()
        if not key[0].isalpha():
            key = "#"
        rules = table.get(key)
        if rules is None or (start and text[start - 1].isalnum()):
            continue
        if key in _GATED and key != "former":
            following = bisect_left(timely, (start + len(key), 0))
            if following == len(timely) or timely[following][1] > start + _GATE_LENGTH:
                continue
        drafts = _longest(rules, text, start)
        if drafts:
            found.extend(drafts)
            reached = drafts[-1].end
    return found


def _timely(text: str) -> list[tuple[int, int]]:
    """Where the words and digits stand that tell of a time, in order."""
    found = []
    for match in _TOKEN.finditer(text):
        word = match.group().lower()
        if word in _TIMELY or (word.endswith("ties") and len(word) > 4):
            found.append(match.span())
        elif not word.isalpha() and (digit := _DIGIT.search(word)):
            found.append((match.start() + digit.start(), match.start() + digit.end()))
    return found


def _longest(rules: tuple[Rule, ...], text: str, start: int) -> list[Draft] | None:
    best: list[Draft] | None = None
    for rule in rules:
        match = rule.pattern.match(text, start)
        if match is None or (best and match.end() <= best[-1].end):
            continue
        drafts = rule.build(match)
        if drafts and (best is None or drafts[-1].end > best[-1].end):
            best = drafts
    return best
