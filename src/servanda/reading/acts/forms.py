"""Inflected forms of English verbs and nouns: which lemmas a written word can belong to.

Invariant: `forms_of(lemma)` always holds the lemma itself as base form, all in lower case.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from servanda.vocabulary import vocabulary

Tag = Literal["base", "s", "past", "pp", "ing"]
_VOWELS = "aeiou"
_DOUBLING = frozenset(
    [
        *["patrol", "repel", "propel", "dispel", "omit", "transmit", "remit", "prefer", "regret", "confer", "outgun", "unplug"],
        "kidnap",
        "equip",
        "worship",
        "permit",
        "submit",
        "admit",
        "commit",
        "quit",
        "rebut",
        "forget",
        "begin",
        "overrun",
        "control",
        "compel",
        "refer",
        "defer",
        "deter",
        "expel",
        "rebel",
        "transfer",
        "occur",
        "incur",
        "demob",
        "unban",
    ]
)


_ALSO_IN_T = frozenset({"burn", "learn", "spoil"})
"""'Burnt' beside 'burned'."""


@cache
def forms_of(verb: str) -> tuple[tuple[str, Tag], ...]:
    """Written forms of a verb with the tag of each; one form may carry several tags ('left': past, pp)."""
    irregular = vocabulary("acts.yaml")["irregular"].get(verb)
    past, participle = irregular if irregular else (_past(verb), _past(verb))
    forms: list[tuple[str, Tag]] = [
        (verb, "base"),
        (_third(verb), "s"),
        (past, "past"),
        (participle, "pp"),
        (_ing(verb), "ing"),
    ]
    if verb.endswith(("al", "el")):
        forms += [(f"{verb}led", "past"), (f"{verb}led", "pp"), (f"{verb}ling", "ing")]
    if verb in _ALSO_IN_T:
        forms += [(f"{verb}t", "past"), (f"{verb}t", "pp")]
    if verb == "be":
        forms += [
            ("is", "s"),
            ("are", "base"),
            ("were", "past"),
            ("am", "base"),
            ("'s", "s"),
            ("’s", "s"),
            ("'re", "base"),
        ]
    if verb == "have":
        forms += [("'ve", "base"), ("’ve", "base")]
    return tuple(forms)


_SHORT = re.compile(r"[^aeiou]*[aeiou][bdgklmnprtvz]")


def _doubles(verb: str) -> bool:
    """'swap' gives 'swapped': a verb of one short syllable, or one listed."""
    return verb in _DOUBLING or _SHORT.fullmatch(verb) is not None


def _third(verb: str) -> str:
    special = {"be": "is", "have": "has", "do": "does", "go": "goes"}
    if verb in special:
        return special[verb]
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    if _doubles(verb):
        return verb + verb[-1] + "ed"
    return verb + "ed"


def _ing(verb: str) -> str:
    if verb == "be" or verb.endswith("ee"):
        return verb + "ing"
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e"):
        return verb[:-1] + "ing"
    if _doubles(verb):
        return verb + verb[-1] + "ing"
    return verb + "ing"


_IRREGULAR_PLURALS = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "people",
    "servicemen": "serviceman",
    "policemen": "policeman",
    "gunmen": "gunman",
    "militiamen": "militiaman",
    "corpses": "corpse",
    "guardsmen": "guard",
    "buses": "bus",
    "gases": "gas",
    "airmen": "airman",
    "marksmen": "marksman",
    "tribesmen": "tribesman",
}


@cache
def noun_lemmas(word: str) -> frozenset[str]:
    """All lemmas that a written noun may belong to ('ceasefires': ceasefires, ceasefire)."""
    low = word.lower().replace("’", "'")
    found = {low}
    if low in _IRREGULAR_PLURALS:
        found.add(_IRREGULAR_PLURALS[low])
    if low.endswith("ies") and len(low) > 4:
        found.add(low[:-3] + "y")
    if low.endswith(("ches", "shes", "sses", "xes")):
        found.add(low[:-2])
    if low.endswith("s") and not low.endswith("ss") and len(low) > 3:
        found.add(low[:-1])
    return frozenset(found)


@cache
def noun_forms(noun: str) -> frozenset[str]:
    """All written forms that `noun_lemmas` traces back to a noun."""
    low = noun.lower()
    forms = {low, low + "s", low + "es"} | {plural for plural, one in _IRREGULAR_PLURALS.items() if one == low}
    if low.endswith("y"):
        forms.add(low[:-1] + "ies")
    return frozenset(form for form in forms if low in noun_lemmas(form))
