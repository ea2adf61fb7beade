"""People who bear no arms as the target of an act: 'killed the journalist NAME', 'abducted a shopkeeper'.

Invariant: they are set apart only where the agreement itself knows such people as somebody of their own ('civilians:
{aliases: [journalists, villagers]}'); where it does not, they may be the people of a protected state.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from servanda.agreement.model import Agreement
from servanda.reading.claim import Claim
from servanda.vocabulary import vocabulary


def is_bystander(agreement: Agreement, protected: Iterable[str], claim: Claim) -> bool:
    """Whether the target, of whom the case knows no name, is one of those whom the agreement sets apart from its parties."""
    target = claim.target
    if target is None or target.id is not None or not _unarmed(target.words, claim.quote):
        return False
    apart = {a.id for a in agreement.actors.values() if any(_bears_none(n) for n in (a.name, *a.aliases))}
    return bool(apart) and apart.isdisjoint(protected)


def _unarmed(words: str, quote: str) -> bool:
    """'A shopkeeper', 'Ram Thapa' in 'the journalist Ram Thapa'; not 'villagers and soldiers', not 'Ram Thapa' alone."""
    if _bears_none(words):
        return True
    if not words[:1].isupper():
        return False
    before = quote[: quote.find(words)] if words in quote else ""
    title = re.search(r"([\w-]+),?\s+$", before)
    return title is not None and title[1].lower() in _bystanders()


def _bears_none(name: str) -> bool:
    """Whether a name or phrase is one for such people: its head is such a word, and it names nobody who bears arms."""
    head = re.split(r"\s(?:of|from|in|at|near|who|on)\s", name.lower(), maxsplit=1)[0].split()
    return bool(head) and head[-1] in _bystanders() and _armed().isdisjoint(head)


@cache
def _bystanders() -> frozenset[str]:
    return frozenset(vocabulary("unnamed.yaml")["bystanders"])


@cache
def _armed() -> frozenset[str]:
    return frozenset(vocabulary("unnamed.yaml")["armed"])
