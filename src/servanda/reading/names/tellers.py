"""Whose 'its' is in what one body told another: 'the Front's office confirmed to the mission that its police had …'.

Invariant: the one that was told is left out only where it can have no forces of its own: it is nobody of the case, or one
that only watches.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from servanda.reading.names.mention import Mention

_TOLD = re.compile(
    r"(?P<verb>(?:told|informed|assured|notified)|(?:confirmed|admitted|acknowledged|conceded|stated|explained|reported"
    r"|announced|wrote) to) (?:the )?[\w’' -]{2,48}?(?:,? in (?:writing|a letter|person)|,? by letter|,? on \w+(?: \w+)?)?,?"
    r" that $"
)


_ARMED = re.compile(
    r"(?:its|their) (?:[a-z]+ ){0,2}(?:police|forces|troops|army|soldiers|fighters|men|units|gunners|guards|militia|artillery"
    r"|navy|gendarmes|gunmen|commandos|sailors|marines|brigades?|battalions?)\b",
    re.IGNORECASE,
)


def teller(text: str, before: Iterable[Mention], at: int, monitors: Collection[str]) -> str | None:
    """The id of the one that told it, where the one that was told can have no forces; `before` are mentions, last first."""
    found = _TOLD.search(text, max(0, at - 120), at)
    if found is None or _ARMED.match(text, at) is None:
        return None
    for m in before:
        if m.kind not in {"actor", "group", "person"} or m.how == "pronoun":
            continue
        if m.start >= found.start("verb"):
            if m.members or (m.id is not None and m.id not in monitors):
                return None
            continue
        between = text[m.end : found.start("verb")]
        return m.id if m.id not in monitors and _OWN_WORDS.fullmatch(between) is not None else None
    return None


_OWN_WORDS = re.compile(r"(?:['’]s? (?:[a-z]+ ){0,4}[a-z]+|s)? (?:(?:has|have|had|later|also|then) )*", re.IGNORECASE)
"""What stands between a name and its verb: 'the Front's political office confirmed', 'the Front has told'."""
