"""For whom an office speaks that stands before a pronoun: 'the Guard's spokesman said its men …', 'NAME, a spokesman
for the Guard, said it …'.

Invariant: only the subject of the saying itself counts, with an office in it and one known actor.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from servanda.reading.names.lexicon import heads
from servanda.reading.names.mention import Mention

SAYS_IT = re.compile(
    r"([\w’'.-]+) (?:said|says|announced|claimed|added|confirmed|insisted|maintained|stated|warned|argued|vowed|pledged)"
    r"(?: that)? $"
)
_SAID = re.compile(
    r",?\s(?:said|says|announced|claimed|added|confirmed|insisted|maintained|stated|warned|argued|vowed|pledged|admitted|denied"
    r"|told\s(?:[\w’'-]+\s){0,3}?[\w’'-]+)"
    r"(?:\s(?:on\s)?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today))?(?:\sthat)?\s$"
)
_CLAUSE = re.compile(r"\b(?:has|have|had|was|were|is|are|will|would|and|but|or|against|after|before)\b|[;:\"“”]")
_LONG = 12


def spoken_for(text: str, named: Iterable[Mention], start: int, at: int) -> str | None:
    """The actor of 'the Guard's spokesman said' right before `at`, in a sentence that begins at `start`; else None."""
    said = _SAID.search(text, start, at)
    if said is None:
        return None
    subject = text[start : said.start()]
    words = subject.split()
    if len(words) > _LONG or _CLAUSE.search(subject) is not None:
        return None
    if not any(heads().get(w.strip(",.").lower()) == "person" for w in words):
        return None
    ids = {m.id for m in named if m.end <= said.start() and m.how != "pronoun" and m.kind in ("actor", "group", "person")}
    ids.discard(None)
    return ids.pop() if len(ids) == 1 else None


def are_several(text: str, mention: Mention) -> bool:
    """'Guard troops', 'the rebels': those for whom a 'they' of the next sentence may stand, whoever speaks there."""
    return mention.text.endswith("s") or _PEOPLE.match(text, mention.end) is not None


_PEOPLE = re.compile(r"\s(?:[a-z]+\s)?(?:[a-z]+s|men|people)\b")
