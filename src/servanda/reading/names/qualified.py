"""Bodies that a word beside them makes somebody's: 'anti-government forces', 'the Kesh army', 'troops from Eritrea'.

Invariant: a body so named is never taken for the case's own army or government; it has an id only where the words
beside it name one.
"""

from __future__ import annotations

import re

from servanda.reading.names.folding import folded_word
from servanda.reading.names.lexicon import claimed, country_of
from servanda.reading.names.mention import Mention
from servanda.reading.names.own_head import singular
from servanda.reading.names.phrases import RISEN_OR_GONE
from servanda.reading.names.reference import Before

_ARMED = frozenset(["army", "force", "troop", "soldier", "military", "militia", "fighter", "serviceman", "servicemen", "unit"])
_BODIES = _ARMED | {"government", "authoritie", "president", "regime"}
_FOREIGN = re.compile(r"\b(?:foreign|international|outside) $", re.IGNORECASE)
"""'Not a single foreign soldier': no soldier of the state that is spoken of."""
_NO_STATES = re.compile(
    r"\b(?:ethnic(?: minority)?|private|tribal|clan|guerrilla|insurgent|rebel|separatist|resistance|partisan|secret|shadow) $",
    re.IGNORECASE,
)
"""'An ethnic army', 'a rebel army' are armies, and no state's."""
_PREFIX = re.compile(r"\b(?:pro|anti|non|counter)-$", re.IGNORECASE)
_FROM = re.compile(r" from (?:(?:the|neighbou?ring|nearby) )*")
_OF_WHOM = re.compile(
    r" (?:(?P<own>(?:loyal|faithful|answering|belonging) to|(?:led|commanded|headed) by|under the command of)"
    r"|(?:allied|close) (?:to|with)|(?:backed|supported|paid|armed|trained) by|(?P<one>of(?= (?:an?|another) )))"
    r" (?:(?:the|its|their) )?"
)
_TAKEN_OUT = re.compile(
    r"\b(?:withdr\w+|pull\w*|remov\w*|evacuat\w*|recall\w*|expel\w*|dr[io]v\w*|departure|exit|eject\w*|oust\w*|repatriat\w*"
    r"|transfer\w*|mov(?:e|ed|es|ing)|sen[dt]\w*|free\w*|release\w*|return\w*)\b[^.;]*$",
    re.IGNORECASE,
)
_IN = re.compile(
    r"\b(?:in|at|near|to|from|around|over|inside|outside|towards?|into|on|across|through)\s(?:the\s)?$", re.IGNORECASE
)


def qualified(text: str, place: tuple[int, int, str], before: Before, following: Mention | None) -> Mention | None:
    """The mention of a body (start, end, sort) that words beside it qualify; None where none do."""
    a, b, sort = place
    if not any(s in sort for s in ("state", "definite", "unnamed")):
        return None
    if (prefix := _PREFIX.search(text, max(0, a - 8), a)) is not None:
        return Mention(prefix.start(), b, text[prefix.start() : b], "group", None, "collective")
    body = singular(folded_word(text[a:b]))
    if body not in _BODIES:
        return None
    if body in _ARMED and RISEN_OR_GONE.search(text, max(0, a - 24), a) is not None:
        return Mention(a, b, text[a:b], "group", None, "collective")
    other = body in _ARMED and _FOREIGN.search(text, max(0, a - 16), a) is not None
    if other or (body in {"army", "military"} and _NO_STATES.search(text, max(0, a - 24), a) is not None):
        return Mention(a, b, text[a:b], "group", None, "collective")
    if body in _ARMED and (whose := _OF_WHOM.match(text, b)) is not None:
        told = following if following is not None and following.start == whose.end() else None
        if told is not None or whose["one"] or text[whose.end() : whose.end() + 1].isupper():  # not 'backed by helicopters'
            ident = told.id if told is not None and whose["own"] else None
            return Mention(a, b, text[a:b], "actor" if ident else "group", ident, "collective")
    last = before.mentions[-1] if before.mentions else None
    if last is not None and last.kind == "zone" and text[last.end : a] in (" ", "'s ", "’s ") and _names_body(text, last):
        ident = _armed_of(before, folded_word(last.text)) if body in _ARMED else None
        return Mention(a, b, text[a:b], "actor" if ident else "group", ident, "collective")
    if body in _ARMED and following is not None and _comes_from(text, a, b, following):
        return Mention(a, b, text[a:b], "actor" if following.id else "group", following.id, "collective")
    return None


def _armed_of(before: Before, place: str) -> str | None:
    """Who has 'the Kesh army' by the case's own names: whoever is called 'Kesh forces'."""
    known = country_of().get(place)
    return before.table.armed.get(f"#{known[0]}" if known is not None else place)


def _names_body(text: str, zone: Mention) -> bool:
    """'The Kesh army', not 'in Kesh army units …', and not 'Syria's government'."""
    known = country_of().get(folded_word(zone.text))
    stands_alone = _IN.search(text, max(0, zone.start - 14), zone.start) is None
    return stands_alone and zone.text[:1].isupper() and (known is None or known[0] in claimed())


def _comes_from(text: str, start: int, end: int, country: Mention) -> bool:
    """'Troops from Eritrea shelled …'; in 'withdrew its troops from Eritrea' it is where they were."""
    link = _FROM.match(text, end)
    if link is None or link.end() != country.start or country.kind != "actor" or country.how not in ("alias", "demonym"):
        return False
    possessor = text[country.end : country.end + 2] in ("'s", "’s")
    return not possessor and _TAKEN_OUT.search(text, max(0, start - 60), start) is None
