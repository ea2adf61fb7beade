"""Names that share their last words: the 'North' of 'North and South Karuma'.

Invariant: both whole names are the case's own, of two actors; else nothing is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from servanda.reading.names.aliases import Alias
from servanda.reading.names.mention import Mention

_JOINT = r"(?:,? (?:and|or|nor) (?:the |by |with |to |of |for )?)"


Gapped = tuple[str, str, re.Pattern[str], str]
"""The first word of a name, its last words, what the first looks like where it is joined with another, the actor's id."""


def gapped_names(text: str, pairs: Iterable[Gapped]) -> Iterator[Mention]:
    """The first halves of joined names, each with the actor of its whole name. The words are looked up before the pattern is
    asked, which is many times faster."""
    for first, rest, pattern, ident in pairs:
        if first in text and rest in text:
            for match in pattern.finditer(text):
                yield Mention(match.start(1), match.end(1), match.group(1), "actor", ident)


def shared_endings(aliases: Iterable[Alias]) -> list[Gapped]:
    """For each actor's name of two words or more whose last ones another's name has too, how it is found."""
    written = [a for a in aliases if a.kind == "actor" and a.case == "capital" and " " in a.written]
    named = [(*a.written.split(" ", 1), a.id) for a in written]
    found: list[Gapped] = []
    for first, rest, ident in named:
        others = sorted({f for f, r, i in named if r == rest and i != ident and f != first and f[:1].isupper()})
        if first[:1].isupper() and others:
            tail = rf"(?:{'|'.join(map(re.escape, others))}) {re.escape(rest)}"
            joined = re.compile(rf"(?<![\w-])({re.escape(first)})(?={_JOINT}{tail}(?:s|es)?\b)")
            found.append((first, rest, joined, ident))
    return found
