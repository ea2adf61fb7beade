"""A mention: a stretch of text that names an actor, a zone, a person or a group, and what it was taken for.

Invariant: `text` is the report's text from `start` to `end`; `id` is an id of the case, or None where the case
knows no such thing or nothing safe can be said.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Literal

from servanda.reading.frozen import dataclass

Kind = Literal["actor", "zone", "person", "group", "pronoun"]
How = Literal["alias", "variant", "demonym", "office", "collective", "pronoun", "guessed"]


@dataclass(frozen=True, slots=True)
class Mention:
    """`office` is the word of the office or body ('foreign minister', 'defence ministry') where one is named.

    `members` are the ids that a collective stands for ('the two sides'); `id` is then None.
    """

    start: int
    end: int
    text: str
    kind: Kind
    id: str | None = None
    how: How = "alias"
    office: str | None = None
    members: tuple[str, ...] = ()


_START = attrgetter("start")


def touching(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """Of mentions in their order, which do not overlap, those that share a character with a stretch."""
    last = bisect_left(mentions, end, key=_START)
    first = last
    while first and mentions[first - 1].end > start:
        first -= 1
    return mentions[first:last]
