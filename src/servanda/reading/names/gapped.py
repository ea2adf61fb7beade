"""Names that share their last words: the 'North' of 'North and South Karuma'.

Invariant: both whole names are the case's own, of two actors; else nothing is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from servanda.reading.names.aliases import Alias
from servanda.reading.names.mention import Mention

_JOINT = r"(?:,? (?:and|or|nor) (?:the |by |with |to |of |for )?)"


def gapped_names(text: str, pairs: Iterable[tuple[re.Pattern[str], str]]) -> Iterator[Mention]:
    """The first halves of joined names, each with the actor of its whole name."""
    for pattern, ident in pairs:
        for match in pattern.finditer(text):
            yield Mention(match.start(1), match.end(1), match.group(1), "actor", ident)


def shared_endings(aliases: Iterable[Alias]) -> list[tuple[re.Pattern[str], str]]:
    """For each actor's name of two words or more whose last ones another's name has too, what its first word looks like
    where the two are joined, and the actor's id."""
    written = [a for a in aliases if a.kind == "actor" and a.case == "capital" and " " in a.written]
    named = [(*a.written.split(" ", 1), a.id) for a in written]
    found: list[tuple[re.Pattern[str], str]] = []
    for first, rest, ident in named:
        others = sorted({f for f, r, i in named if r == rest and i != ident and f != first and f[:1].isupper()})
        if first[:1].isupper() and others:
            tail = rf"(?:{'|'.join(map(re.escape, others))}) {re.escape(rest)}"
            found.append((re.compile(rf"(?<![\w-])({re.escape(first)})(?={_JOINT}{tail}(?:s|es)?\b)"), ident))
    return found
