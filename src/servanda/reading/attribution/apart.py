"""Names in the words for a source that say nothing of whose word it is: 'the ambassador to X', 'an alliance backing X'.

Invariant: what is left are mentions of the same source, in their order; nothing is added.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from servanda.reading.names.mention import Mention

_SENT = r"(?:ambassadors?|liaison(?:\s+officers?)?|envoys?|emissar(?:y|ies)|delegates?|delegations?|missions?|counsellors?)"
_DOING = r"(?:supporting|backing|besieging|opposing)"
_BESIDE = re.compile(
    rf"(?:\b{_SENT}\s+(?:to|with|at|in)|(?<=[a-z]\s){_DOING})"
    r"\s+(?:the\s+)?(?:[a-z][a-z-]*\s+){0,2}$",
    re.IGNORECASE,
)
_SENT_TO = re.compile(rf"(?<=\s)(?:{_SENT})(?P<to>\s+(?:to|with|at|in)\s)|(?<=[a-z])(?P<doing>\s{_DOING}\s)", re.IGNORECASE)
_ACCREDITED = re.compile(
    rf"(?:^|\s)[A-Z][\w.-]*(?:\s[A-Z][\w.-]*)?['’]s?\s+(?=(?P<to>[A-Z][\w.]*\s)(?i:[a-z]+\s)?(?i:{_SENT})\b)"
)
"""'Ruritania's UN ambassador' speaks for Ruritania."""
_RISEN_AGAINST = re.compile(
    r"['’]s?\s+(?:[a-z-]+\s+){0,3}(?:opposition|rebels?|guerrillas?|insurgents?|separatists?|dissidents?)\b"
    r"|['’]s?\s+(?:[a-z-]+\s+){0,2}(?:ally|allies|backers?|rivals?|enem(?:y|ies)|foes?|neighbou?rs?|patrons?|sponsors?|supporters?"
    r"|opponents?|adversar(?:y|ies))\b|\s+opposition\b"
)
"""'Ruritania's main opposition party, the Front', 'Norland, Ruritania's main backer' are not Ruritania."""
_SENT_HERE = re.compile(rf"\b{_SENT}(?P<to>\s+(?:to|with|at)\s+(?:the\s+)?)$", re.IGNORECASE)
_OF_A_NAME = re.compile(r"[A-Z][\w-]+\s+(?:for|of|on)\s+(?:the\s+)?$")
"""'Observatory for Human Rights': a part of a longer name, no person."""


_REBELS = re.compile(
    r"\b(?:rebels?|insurgents?|guerrill?as?|separatists?|militants?|dissidents?)\b(?!['’])[^,]*?"
    r"\s(?:in|of|from|for|at|near|around|inside|across)\s(?:(?:the|its|most|all|control)\s|of\s|[a-z]+ern\s)*$",
    re.IGNORECASE,
)
"""'The main rebel force in X', 'rebels fighting for control of X': no word of X."""


_HELPERS = re.compile(
    r"\b(?:(?i:aid|relief|rescue|humanitarian|charit(?:y|ies)|church|missionar(?:y|ies)|rights|diplomats?|embassy)|U\.?N\.?|NGO)\b(?!['’])"
    r"[^,]*?\s(?:in|for|from|at|inside|across)\s(?:the\s|[a-z]+ern\s)*$"
)
"""'A senior aid official in X', 'the head of a relief agency in X': where they work, and no word of X."""


def speaking(text: str, start: int, end: int, inside: Sequence[Mention], states: Collection[str] = ()) -> list[Mention]:
    """Of the mentions inside a source, those whose word it may be; `states` are never whom rebels in them are."""
    accredited = _ACCREDITED.search(text, start, end)
    kept = []
    for m in inside:
        if _BESIDE.search(text[start : m.start]) or _RISEN_AGAINST.match(text, m.end):
            continue
        if accredited is not None and m.start <= accredited.start("to") < m.end:
            continue
        if _HELPERS.search(text[start : m.start]):
            continue
        if m.id in states and _REBELS.search(text[start : m.start]):
            continue
        kept.append(m)
    return kept


def sent_there(text: str, floor: int, at: int) -> int | None:
    """Where ' to the' begins that stands before a body at `at`: 'X's ambassador to the body, NAME, said'."""
    sent = _SENT_HERE.search(text, floor, at)
    return sent.start("to") if sent is not None else None


def own_words(words: str) -> str:
    """The words for a source up to those that say to whom it was sent."""
    sent = _SENT_TO.search(words)
    return words if sent is None else words[: max(sent.start("to"), sent.start("doing"))]


def of_opposition(words: str) -> bool:
    """'X's opposition leader' speaks for no X; 'X's opposition party, the Front' for the Front."""
    return "," not in words and _OPPOSED.search(words) is not None


_OPPOSED = re.compile(
    r"['’]s?\s+(?:[a-z]+\s+){0,2}opposition\b|\bopposition\s+(?:leader|politician|lawmaker|party|figure|mp)s?\b", re.IGNORECASE
)


def part_of_name(text: str, start: int, mention: Mention) -> bool:
    """Whether what looks like a person's name ends the name of a body."""
    return _OF_A_NAME.search(text[start : mention.start]) is not None


__all__ = ["of_opposition", "own_words", "part_of_name", "sent_there", "speaking"]
