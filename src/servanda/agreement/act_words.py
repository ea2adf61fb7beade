"""The acts that go by a word of ordinary language, from the vocabulary's own wordings, for messages.

Invariant: at most two acts are named, the one with most such wordings first; a word that leads many acts names none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import takewhile
from typing import Any

from servanda.agreement.nearest import nearest
from servanda.vocabulary import vocabulary

_LEAST = 5
_MOST = 2
_TOO_COMMON = 4
_CLEARLY = 1.5
_BARE = 1_000
"""So many wordings with further parts ('leave o:@place') weigh less than the bare word."""


def act_meant(word: str) -> str:
    """' Did you mean …?' with the act so written ('ceasefire'), so worded ('redeploy', 'pull out'), else the nearest."""
    acts = vocabulary("acts.yaml")["acts"]
    written = [act for act in acts if _letters(act) == _letters(word)]
    said = written or acts_worded(word)
    return f" Did you mean {' or '.join(said)}?" if said else nearest(word, acts)


def acts_worded(word: str) -> tuple[str, ...]:
    """'redeploy' is told as withdraw or deploy, 'canton' by 'cantonment' as disarm, 'shelling' is attack alone; nothing where
    no wording begins so, or those of many acts do, unless one leads: 'leave' is withdraw."""
    plain = re.sub(r"[-_\s]+", " ", word.lower()).strip()
    if len(plain) < 3:
        return ()
    first = plain.split()[0]
    found = _told(plain, lambda words: words == plain) if plain != first else Counter()
    found = found or _told(plain, lambda words: words.split()[0] == first)
    found = found or _told(plain, lambda words: len(plain) >= _LEAST and words.startswith(plain))
    ranked = sorted(found.items(), key=lambda row: (-row[1], row[0]))
    clearly = _BARE / 2 if len(ranked) <= _TOO_COMMON else _CLEARLY
    if len(ranked) > 1 and ranked[0][1] >= clearly * ranked[1][1]:
        return (ranked[0][0],)
    return tuple(act for act, _ in ranked[:_MOST]) if len(ranked) <= _TOO_COMMON else ()


def _letters(word: str) -> str:
    return re.sub(r"[^a-z]", "", word.lower())


def _told(plain: str, fits: Callable[[str], bool]) -> Counter[str]:
    """How much each act is worded by words that fit; one that is no more than the word asked for counts most."""
    found: Counter[str] = Counter()
    for words, bare, act in _wordings():
        if fits(words):
            found[act] += _BARE if bare and words == plain else 1
    return found


@cache
def _wordings() -> tuple[tuple[str, bool, str], ...]:
    """The verb or noun of every wording of an act, with its particles; whether that is all of it; and the act."""
    acts: dict[str, dict[str, Any]] = vocabulary("acts.yaml")["acts"]
    return tuple((words, bare, act) for act, row in acts.items() for words, bare in _words(row))


def _words(row: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    for entry in (*row.get("verbs", ()), *row.get("nouns", ())):
        if isinstance(entry, dict) and (entry.get("skip") or entry.get("negated")):
            continue
        parts = str(entry["w"] if isinstance(entry, dict) else entry).lower().split()
        head = list(takewhile(lambda part: ":" not in part, parts))
        if head:
            yield " ".join(head), len(head) == len(parts)
