"""A country's name that heads a headline: 'BORAN: rebels call off truce' tells where it is, and not who says so.

Invariant: only a bare name of a state before somebody without a name who acts in the present is a heading; what is said of a
named side, or of the past, may be the country's charge and stays its word.
"""

from __future__ import annotations

import re
from functools import cache

from servanda.reading.any_word import any_word
from servanda.reading.attribution.context import Context
from servanda.reading.names.folding import folded_word
from servanda.reading.names.lexicon import country_of
from servanda.vocabulary import vocabulary

_UNNAMED = re.compile(
    r"(?:the )?(?:(?:[a-z][a-z-]*ist|armed|rival|rebel|opposition|government|army|military|security|state|main|local|key"
    r"|former|suspected|more|two|three|four|five|several|many|some|hundreds of|thousands of|dozens of|\d+) ){0,3}"
    r"(?P<who>rebels?|insurgents?|guerrill?as?|separatists?|militants?|militias?|militiam[ae]n|gunm[ae]n|groups?|factions?"
    r"|fighters?|army|military|troops|soldiers|forces|police|government|president|parliament|junta|opposition|leaders?|parties"
    r"|sides|chiefs?|commanders?|warlords?|foes|rivals|clashes|fighting|violence|ceasefire|cease-fire|truce|talks|civilians"
    r"|villagers|refugees|peacekeepers?|monitors|observers|attacks?|attackers)"
    r" (?:again |now |still |also |[a-z]+ly )?(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_SHORT = 4
_AUXILIARY = frozenset(
    ["was", "were", "had", "has", "have", "did", "does", "do", "is", "are", "will", "would", "may", "might", "can", "could"]
) | {"must", "should", "shall", "not", "who", "that", "which", "and", "or", "of", "in", "on", "at", "from", "by", "with", "for"}


@cache
def _pasts() -> re.Pattern[str]:
    rows = vocabulary("acts.yaml")["irregular"].items()
    told = {w for verb, forms in rows for w in forms if w != verb}
    return re.compile(rf"(?:[a-z]+ed|{any_word(told)})")


def tells_of_its_own(context: Context, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether the words before a headline's colon are the country in which the rest of it happens."""
    if not _is_bare_state(context, left):
        return False
    label, rest = context.text[slice(*left)].strip(), context.text[slice(*right)]
    if label.isupper() and len(label) > _SHORT and not rest.isupper():
        return True  # 'BORAN: 3 dead in blast'
    match = _UNNAMED.match(context.text, *right)
    if match is None:
        return False
    named = (m for m in context.within(match.start(), match.end("who")) if m.how in ("alias", "demonym"))
    verb = match["verb"].lower()
    return not any(named) and verb not in _AUXILIARY and _pasts().fullmatch(verb) is None


def _is_bare_state(context: Context, span: tuple[int, int]) -> bool:
    """Whether words are the name of a country and nothing else: no body, no office, no people."""
    words = context.text[slice(*span)].strip()
    named = context.within(*span)
    if len(named) != 1 or named[0].kind != "actor" or named[0].text != words or named[0].office:
        return False
    known = country_of().get(folded_word(words))
    return known[1] in ("name", "capital") if known is not None else named[0].id in context.states
