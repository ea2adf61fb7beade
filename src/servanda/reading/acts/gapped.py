"""Counts of a second doer whose verb is left out: 'X had freed 100 prisoners and Y 125'.

Invariant: the second doer is an actor of the case, named right between 'and' and a number that ends its clause; the deed is
that of the one claim, by one other doer, that holds the number before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from servanda.reading.acts.numbers import number_in
from servanda.reading.acts.retold import retold
from servanda.reading.claim import Claim, Party, Quantity, identified
from servanda.reading.frozen import replace
from servanda.reading.modality.outcome import REAL
from servanda.reading.names import Mention
from servanda.reading.sentences import Sentence

if TYPE_CHECKING:
    from servanda.reading.acts.claims import Context

_COUNTED = frozenset({"release", "hand-over-weapons", "disarm", "return-bodies", "demine", "withdraw"})
_NUMBER = r"\d{1,3}(?:,\d{3})+|\d+|[a-z]+(?:-[a-z]+)?"
_FIRST = re.compile(rf"\s(?P<n>{_NUMBER})(?P<what>(?:\s[a-z-]+){{0,2}}?),?\s(?:and|while)\s(?:the\s)?$")
_SECOND = re.compile(rf"\s(?P<n>{_NUMBER})(?=[.,;:)\"”]|\s(?:on|in|by|of\s(?:its|theirs|them))\b|$)")
_LESS = 0.08


def with_gapped(claims: Sequence[Claim], context: Context) -> list[Claim]:
    """The claims, with one more for each second doer, and the number of the first where only the words told it."""
    done = list(claims)
    for mention in context.mentions:
        found = _numbers(mention, context) if mention.kind == "actor" and mention.id is not None else None
        if found is None:
            continue
        sentence, at, first, second = found
        here = [c for c in done if c.sentence == (sentence.start, sentence.end) and _may_share(c, at, mention)]
        if len(here) != 1:
            continue
        base = here[0]
        what = base.quantity.what if base.quantity is not None else None
        if base.quantity is None:
            done[done.index(base)] = identified(replace(base, quantity=Quantity(None, first, first)))
        actors = (Party(mention.text, mention.id),)
        quantity = Quantity(what, second, second)
        done.append(retold(base, sentence, context.report.text, _LESS, actors=actors, quantity=quantity, target=None))
    return sorted(done, key=lambda c: c.start)


def _numbers(mention: Mention, context: Context) -> tuple[Sentence, int, float, float] | None:
    """The sentence of a mention between two numbers, where the first one stands, and both."""
    text = context.report.text
    before = _FIRST.search(text, max(0, mention.start - 48), mention.start)
    behind = _SECOND.match(text, mention.end) if before is not None else None
    if before is None or behind is None:
        return None
    first, second = number_in([before["n"]]), number_in([behind["n"]])
    sentence = next((s for s in context.sentences if s.start <= before.start() and mention.end <= s.end), None)
    if first is None or second is None or sentence is None:
        return None
    return sentence, before.start("n"), first, second


def _may_share(claim: Claim, at: int, other: Mention) -> bool:
    """Whether a claim is of the deed that the first number counts."""
    counted = claim.quantity is None or claim.quantity.share is None
    whose = len(claim.actors) == 1 and claim.actors[0].id is not None and claim.actors[0].id != other.id
    told = claim.act in _COUNTED and claim.modality in REAL and claim.polarity == "affirmed"
    return counted and whose and told and claim.start <= at < claim.end


__all__ = ["with_gapped"]
