"""'Both sides', 'the warring factions', 'all foreign troops': those who owe what they are told to have done.

Invariant: only an act that is owed gives them names: 'both sides' by exactly two, 'the warring factions' by all that owe it,
'all foreign troops' by those of whose foreign troops the agreement says so; where the text itself named two sides just
before, those are meant, and nothing here is asked.
"""

from __future__ import annotations

import re

from servanda.agreement.model import Agreement, Term
from servanda.reading.claim import Party
from servanda.reading.names.folding import folded_word
from servanda.reading.names.lexicon import collectives


def both_who_owe(
    actors: tuple[Party, ...], act: str, zone: str | None, agreement: Agreement | None, told: str | None
) -> tuple[Party, ...]:
    """The actors, with the bearers of such an act in the place of 'both sides'; `told` is the sentence, None where it
    denies the act: 'not all foreign troops' are not each of them."""
    if agreement is None or len(actors) != 1 or actors[0].id is not None:
        return actors
    words = actors[0].words
    form = folded_word(words).removeprefix("the ")
    foreign = _ALL_FOREIGN.search(told or "")
    every = foreign is not None and folded_word(foreign["those"]) == form.split()[-1]
    if not every and collectives().get(form) != "both":
        return actors
    owed = [t for t in agreement.terms.values() if act in t.act and t.norm == "obligation" and (not every or _of_foreign(t))]
    there = [t for t in owed if zone is None or t.zone is None or t.zone in agreement.zone_chain(zone)]
    bearers = list(dict.fromkeys(b for t in there for b in t.bearer))
    several = every or (told is not None and form in _HOWEVER_MANY and len(bearers) > 1)
    return tuple(Party(words, b) for b in bearers) if bearers and (several or len(bearers) == 2) else actors


_HOWEVER_MANY = frozenset({"warring factions", "warring parties", "warring sides"})
_ALL_FOREIGN = re.compile(
    r"(?<!not\s)\ball\s+(?:(?:the|of\s+the)\s+)?(?:remaining\s+)?foreign\s+(?P<those>troops|forces|soldiers)\b", re.IGNORECASE
)


def _of_foreign(term: Term) -> bool:
    return re.search(r"\bforeign\b", term.says or "", re.IGNORECASE) is not None


__all__ = ["both_who_owe"]
