"""The words that names are made of: countries, offices, bodies, collectives, as the data files give them.

Invariant: everything here is in folded form (see `folding`) and the same for every case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from servanda.reading.any_word import any_word
from servanda.reading.names.folding import folded_word
from servanda.vocabulary import vocabulary

HeadClass = Literal["person", "speaking_body", "armed_body"]
Form = Literal["name", "adjective", "people", "capital"]
_FORMS: tuple[Form, ...] = ("name", "adjective", "people", "capital")


@dataclass(frozen=True, slots=True)
class Country:
    """A state or state-like entity: its forms in the text's own letters, and which number it has in the table."""

    number: int
    forms: tuple[tuple[Form, str], ...]

    @property
    def name(self) -> str:
        """The short name."""
        return self.forms[0][1]


@cache
def countries() -> tuple[Country, ...]:
    """All rows of the table of countries."""
    rows = vocabulary("countries.json")["rows"]
    return tuple(
        Country(n, tuple((form, word) for form, cell in zip(_FORMS, row, strict=True) for word in cell))
        for n, row in enumerate(rows)
    )


@cache
def ambiguous() -> frozenset[str]:
    """Names of countries and capitals that are often something else (given names, other towns)."""
    return frozenset(vocabulary("countries.json")["ambiguous"])


@cache
def claimed() -> frozenset[int]:
    """Numbers of the entities that another state of the table claims or holds."""
    names = frozenset(vocabulary("countries.json")["claimed"])
    return frozenset(c.number for c in countries() if c.name in names)


@cache
def country_of() -> dict[str, tuple[int, Form]]:
    """Folded form to the number of its country; a name outranks an adjective, and so on."""
    found: dict[str, tuple[int, Form]] = {}
    for country in countries():
        for form, word in country.forms:
            key = folded_word(word)
            if key not in found or _FORMS.index(form) < _FORMS.index(found[key][1]):
                found[key] = (country.number, form)
    return found


def _words(*keys: str) -> list[str]:
    data = vocabulary("offices.yaml")
    return [folded_word(str(w)) for key in keys for w in data[key]]


@cache
def heads() -> dict[str, HeadClass]:
    """Folded heads of offices and bodies with their class, plurals included."""
    found: dict[str, HeadClass] = {}
    classes: tuple[HeadClass, ...] = ("armed_body", "speaking_body", "person")
    for cls in classes:
        for word in _words(cls):
            found[word] = cls
            if cls == "person" and not word.endswith(("s", "people", "man", "staff", "state")):
                found.setdefault(f"{word}s", cls)
            if cls == "speaking_body" and word.endswith("y") and not word.endswith("ey"):
                found.setdefault(f"{word[:-1]}ies", cls)
    for word in ("spokesmen", "spokeswomen", "chairmen"):
        found[word] = "person"
    return found


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of the words, longest first."""
    return any_word(words)


@cache
def chain_pattern() -> re.Pattern[str]:
    """What may follow an actor's name in folded text: ' s', modifiers and one or more heads."""
    mods, head = alternatives(_words("modifier")), alternatives(heads())
    fields = alternatives(_words("field"))
    one = rf"(?: s)?(?: (?:{mods}))*? (?P<h>{head})(?: of (?:{fields}))?(?= |$)"
    more = one.replace("?P<h>", "?:")
    return re.compile(rf"(?:{more})*{one}")


@cache
def _opens_chain() -> frozenset[str]:
    """The words with which a modifier or a head begins."""
    return frozenset(w.split()[0] for w in (*_words("modifier"), *heads()))


def chain_at(folded: str, at: int) -> re.Match[str] | None:
    """What follows an actor's name that ends at a place of a folded text; the next word tells most names at once."""
    begin = at + 3 if folded.startswith(" s ", at) else at + 1
    end = folded.find(" ", begin)
    word = folded[begin : end if end >= 0 else len(folded)]
    return chain_pattern().match(folded, at) if word in _opens_chain() else None


@cache
def lead_pattern() -> re.Pattern[str]:
    """What may stand before an actor's name in folded text: heads joined by 'of', 'to', 'for', up to the name."""
    mods, head = alternatives(_words("modifier")), alternatives(heads())
    np = rf"(?:(?:{mods}) )*(?:{head})"
    join = r"(?: (?:of|to|for|at))(?: the)?"
    filler = r"(?:defen[cs]e|foreign affairs|internal affairs|interior|emergency situations|national security|republic)"
    return re.compile(rf"(?:^| )((?P<h>{np})(?:{join} (?:{np}|{filler}))*{join} )$")


@cache
def armed_pattern() -> re.Pattern[str]:
    """An armed body called after somebody: 'X defence army', 'armed forces of X' (folded, whole)."""
    body = alternatives(w for w, cls in heads().items() if cls == "armed_body")
    mods = "defen[cs]e|armed|military"
    return re.compile(rf"(?:(?P<x>.+?)(?: s)? (?:(?:{mods}) )*(?P<hx>{body})|(?P<hy>{body}) of (?:the )?(?P<y>.+))")


@cache
def word_set(key: str) -> frozenset[str]:
    """One list of `offices.yaml`, folded."""
    return frozenset(_words(key))


@cache
def titles_pattern() -> re.Pattern[str]:
    """A title at the end of a stretch of original text ('… President ')."""
    words = alternatives(str(w) for w in vocabulary("offices.yaml")["titles"])
    return re.compile(rf"(?<!\w)(?:{words})\s+$", re.IGNORECASE)


@cache
def collectives() -> dict[str, str]:
    """Folded collective words to their sort: both, parties, definite-…, pronoun-…, unnamed, state; several are joined
    by '+'. 'the' is left out."""
    data = vocabulary("collectives.yaml")
    found = {folded_word(w): "unnamed" for w in data["unnamed"]}
    for cls, words in data["definite"].items():
        for word in words:
            key = folded_word(word.removeprefix("the "))
            found[key] = f"unnamed+definite-{cls}" if found.get(key) == "unnamed" else f"definite-{cls}"
    owners = (*data["governing"], *data["arms"])
    armed = [*(h for h, cls in heads().items() if cls == "armed_body"), *data["armed_too"]]
    governed = [f"{g} {h}" for g in owners for h in armed]
    for word in data["state"]:
        found[word] = f"state+{found[word]}" if word in found else "state"
    found |= dict.fromkeys(governed, "state+unnamed+definite-armed")
    speaking = [h for h, cls in heads().items() if cls == "person" and " " not in h]
    found |= {f"{r} {h}": "speaks+insurgent" for r in data["rising"] for h in speaking}
    found |= {f"{g} {h}": "speaks+state" for g in (*data["governing"], *data["arms"]) for h in speaking}
    found |= {f"{w} {e}": "whose" for w in data["whose"] for e in data["of_war"]}
    found |= dict.fromkeys(data["both_bare"], "both-bare")
    found |= {folded_word(w.removeprefix("the ")): f"ordinal-{w.removeprefix('the ')}" for w in data["ordinal"]}
    for sort in ("both", "parties", "monitors", "guarantors", "other"):
        for word in data[sort]:
            found[folded_word(word.removeprefix("the "))] = sort
    for cls, words in data["pronoun"].items():
        found.update(dict.fromkeys(words, f"pronoun-{cls}"))
    return found


@cache
def expletive() -> re.Pattern[str]:
    """Follows an 'it' that stands for nothing, in folded text from right behind it."""
    return re.compile(rf" (?:{alternatives(folded_word(w) for w in vocabulary('collectives.yaml')['expletive_after'])})(?= |$)")
