"""The acts that go by a word of ordinary language, from the vocabulary's own wordings, for messages.

Invariant: at most two acts are named, the one with most such wordings first; a word that leads many acts names none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

from servanda.vocabulary import vocabulary

_LEAST = 5
_MOST = 2
_TOO_COMMON = 4


def acts_worded(word: str) -> tuple[str, ...]:
    """'redeploy' is told as withdraw or deploy, 'canton' by 'cantonment' as disarm; nothing where no wording begins so."""
    plain = re.sub(r"[-_\s]+", " ", word.lower()).strip()
    if len(plain) < 3:
        return ()
    exact = Counter(act for first, act in _wordings() if first == plain.split()[0])
    found = exact or Counter(act for first, act in _wordings() if len(plain) >= _LEAST and first.startswith(plain))
    if len(found) > _TOO_COMMON:
        return ()
    return tuple(act for act, _ in sorted(found.items(), key=lambda row: (-row[1], row[0]))[:_MOST])


@cache
def _wordings() -> tuple[tuple[str, str], ...]:
    """The first word of every wording of an act, with the act."""
    acts: dict[str, dict[str, Any]] = vocabulary("acts.yaml")["acts"]
    return tuple((first, act) for act, row in acts.items() for first in _firsts(row))


def _firsts(row: dict[str, Any]) -> Iterator[str]:
    for entry in (*row.get("verbs", ()), *row.get("nouns", ())):
        if isinstance(entry, dict) and entry.get("skip"):
            continue
        words = str(entry["w"] if isinstance(entry, dict) else entry).split()
        if words and ":" not in words[0]:
            yield words[0].lower()
