"""R11: a promise to free one person is kept by freeing that person: 'frees the chairman of the Council', 'frees Ana Rees'.

Invariant: the promise's own words name one person, by office or by name, and the claim's words name the same one; a count,
or a promise about several, is left as it is.
"""

from __future__ import annotations

import re
from functools import cache

from servanda.agreement.model import Term
from servanda.reading.claim import Claim

_FREES = r"\b(?:free|release|pardon|hand\s+over|return|send\s+home|set\s+free|let\s+go)s?\s+"
_OFFICE = re.compile(
    rf"{_FREES}(?:the|its|their)\s+(?:[A-Za-z'’-]+\s+){{0,2}}?(?P<office>chair(?:man|woman|person)?|president|leader|commander|general|mayor"
    r"|bishop|imam|governor|minister|envoy|ambassador|spokes(?:man|woman|person)|captain|colonel|secretary|founder|editor"
    r"|journalist|pilot|priest|head|king|prince|princess|queen)(?![\w-])(?!\s+and\b)",
    re.IGNORECASE,
)
_NAME = re.compile(
    rf"(?i:{_FREES})(?P<name>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)+)(?!\s+and\b)(?=\s+(?:by|before|within|on|from|at|in)\b|[.,;]|$)"
)


def is_the_one(term: Term, claim: Claim) -> bool:
    """Whether a release told without an amount is that of the one person whom the term is about."""
    freed = claim.act == "release" and claim.polarity == "affirmed" and claim.quantity is None
    who = _one(term.says or "") if freed and not term.limits else None
    return who is not None and any(
        _ANOTHERS.search(claim.quote, 0, found.start()) is None
        for found in re.finditer(rf"(?<!\w){re.escape(who)}(?![\w-]|['’]s)", claim.quote, re.IGNORECASE)
    )


_ANOTHERS = re.compile(
    r"\b(?:of|to|for|by|with|from|and)\s+(?:(?:the|its|their|former|deputy)\s+)*(?:[A-Z][\w-]*\s+)?$|\b(?:vice|deputy|former)[\s-]$"
)
"""'The wife of the chairman', 'the deputy chairman': another person."""


@cache
def _one(says: str) -> str | None:
    """The office or the name by which a promise calls the one to be freed; None where it speaks of others too."""
    office = _OFFICE.search(says)
    named = _NAME.search(says)
    return office["office"] if office is not None else named["name"] if named is not None else None


__all__ = ["is_the_one"]
