"""Whom a pronoun stands for by what its sentence tells of the actors named before it: who acts, who is addressed, who speaks.

Invariant: only actors of the case are given, and only those named in the same sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from servanda.reading.names.mention import Mention

SAID_OF = (
    "says?|said|told [^,.;]+|claims?|claimed|accuses?|accused|blames?|blamed|denounces?|denounced|condemns?|condemned|insists?"
    "|insisted|alleges?|alleged|reports?|reported|confirms?|confirmed|announces?|announced|warns?|warned"
)
_TOLD = re.compile(r"\b(?:told|tells|informed|reminded|notified|warned|warns)\s+(?:the\s+)?$", re.IGNORECASE)
_THAT = re.compile(r"(?:\s+(?:on\s+)?\w+day)?\s+(?:that\s+)?", re.IGNORECASE)
_MUST = re.compile(
    r"\w+\s+(?:\w+\s+){0,3}?(?:must|should|has\s+to|have\s+to|had\s+to|ought\s+to|need(?:s|ed)?\s+to)\s", re.IGNORECASE
)
_OPENS = frozenset(["that", "said", "says", "and", "but", "while", "as", "when", "after", "before", "because", "where", "if"])
_DOES = re.compile(
    r" (?:on [A-Z]\w+day |[A-Z]\w+day |\w+ly )?(?!(?:of|in|for|at|to|from|with|by|and|or|on|as|over|against)\b)[a-z]+ "
)
_TELLER = re.compile(rf"(?:['’]s?)?(?: [\w-]+){{0,3}}? (?:has |have )?(?:{SAID_OF})\b")


def addressed(text: str, before: Iterable[Mention], at: int) -> str | None:
    """The Y of 'X told Y that it must leave'. `before` are the mentions of the sentence, last first."""
    last = next(iter(before), None)
    if last is None or last.kind != "actor" or _THAT.fullmatch(text, last.end, at) is None:
        return None
    return last.id if _TOLD.search(text, 0, last.start) and _MUST.match(text, at) else None


def doer(text: str, before: Iterable[Mention], at: int, start: int) -> str | None:
    """The last of them that does something: the X of 'X accused Y of firing before its own men left'."""
    if text[at : at + 10].lower().split()[1:2] != ["own"]:
        return None
    for m in before:
        if m.kind != "actor" or m.how == "pronoun" or m.id is None:
            continue
        ahead = text[start : m.start].lower().removesuffix("the ").rstrip().split()[-1:]
        if (not ahead or ahead[0] in _OPENS) and _DOES.match(text, m.end) is not None:
            return m.id
    return None


def teller_of_it(text: str, fitting: Iterable[Mention], at: int) -> bool:
    """'The army's spokesman said … "They fired," an officer said': one of them only speaks, of others."""
    return text[at - 1 : at] in {'"', "“"} and any(_TELLER.match(text, m.end) for m in fitting)
