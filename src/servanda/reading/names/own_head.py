"""The word of a mention that says what it is: the 'ministry' of 'ministry of defence'."""

from __future__ import annotations

import re

from servanda.reading.names.folding import folded_word
from servanda.reading.names.mention import Mention

_FORCES = frozenset(["army", "military", "soldier", "troop", "force", "soldiers", "troops", "forces"])
_JOINT = re.compile(r" (?:of|for|to|at) ")


def own_head(mention: Mention) -> str:
    """The mention's own head in the singular: the last word before any 'of' or 'for'."""
    words = folded_word(mention.office or mention.text)
    own = _JOINT.split(words, maxsplit=1)[0].split()
    return singular(own[-1]) if own else ""


def of_an_army(mention: Mention) -> bool:
    """Whether its words tell of an army or its soldiers."""
    return not _FORCES.isdisjoint(folded_word(mention.text).split())


def singular(word: str) -> str:
    """A rough singular, for comparing heads only."""
    return word.removesuffix("s")
