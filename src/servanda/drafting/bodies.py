"""What kind of name a name is: a body's, a country's, a country's people or things.

Invariant: nothing here looks at more than the name itself.
"""

from __future__ import annotations

import re

from servanda.reading.names.folding import folded_word
from servanda.reading.names.lexicon import countries, country_of

ORGAN = re.compile(
    r"\b(government|army|armed forces|forces|troops|military|side|movement|front|"
    r"council|party|militia|police|guards?|authorit\w+|"
    r"republic|federation|kingdom|state|group|organi[sz]ation|alliance|coalition|command|party|brigades?|battalions?|"
    r"resistance|"
    r"administration|faction|congress|union|league|ministry|leadership|commission|mission|committee|ministers?|chiefs?)\b",
    re.IGNORECASE,
)
"""Words in the names of bodies."""


_FORCES = (
    r"(?:forces?|troops|side|party|army|military|soldiers|units|government|authorities|delegation|navy|police|militants|"
    r"fighters|guards?)"
)


def country(name: str) -> int | None:
    """The number of the country that a name is of."""
    found = country_of().get(folded_word(name))
    return found[0] if found and found[1] == "name" else None


def nation(words: str) -> str | None:
    """The country whose forces or side the words are: 'Norlandic troops', 'the Norlandic side'; a body's own name is none."""
    whose = r"(?:[Tt]he )?(?P<whose>[A-Z][\w'’-]+)(?: (?:armed|military|security))?"
    found = re.fullmatch(rf"{whose} {_FORCES}(?: \w+wards?)?", words.strip())
    known = country_of().get(folded_word(found["whose"])) if found else None
    return countries()[known[0]].name if known and known[1] in {"adjective", "people"} else None


def is_demonym(name: str) -> bool:
    """'Norlandic', 'Norlanders': of a country, and no place."""
    known = country_of().get(folded_word(name))
    return bool(known and known[1] in {"adjective", "people"})


def acronym_of(letters: str, text: str) -> str | None:
    """The name in the text whose capitals are these letters: 'Joint Military Commission' of 'JMC'."""
    if not re.fullmatch(r"[A-Z]{3,6}", letters):
        return None
    words = r"\w* (?:(?:of|for|the|and|in) )*".join(letters)
    found = re.search(rf"\b{words}\w*\b", text)
    return found[0] if found and re.search(r"[a-z]", found[0]) else None
