"""Totals that a count brings about: 'released 88 children, bringing to 178 the number it has freed since 15 May'.

Invariant: a total is of the deed counted before it in the sentence, is no smaller than that count, and is no count of those
who are left; it is told beside the count, never added to it, and reaches back as far as the words say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from servanda.reading.acts.numbers import number_in
from servanda.reading.acts.retold import retold
from servanda.reading.claim import Claim, Quantity, When
from servanda.reading.modality.outcome import REAL

if TYPE_CHECKING:
    from servanda.reading.acts.claims import Context

_GIVEN = frozenset(
    {"release", "exchange-prisoners", "hand-over-weapons", "disarm", "return-bodies", "return-displaced", "demine"}
)
_BRINGS = r"\b(?:bring(?:s|ing)?|brought|rais(?:es|ed|ing)|tak(?:es|ing)|took|push(?:es|ed|ing))\s"
_SUM = r"(?:the|its|their)\s(?:[a-z-]+\s){0,2}?(?:total|number|tally|count|figure)"
_NUMBER = (
    r"(?:(?P<rough>about|around|some|nearly|almost|roughly|approximately)\s|(?P<least>at\sleast|no\sfewer\sthan)\s"
    r"|(?P<over>more\sthan|over)\s)?(?P<n>\d{1,3}(?:,\d{3})+|\d+|[a-z]+(?:-[a-z]+)?)\b"
)
_TOTAL = (
    re.compile(rf"{_BRINGS}{_SUM}\b(?P<of>[^,.;:]{{0,90}}?)\sto\s{_NUMBER}", re.IGNORECASE),
    re.compile(rf"{_BRINGS}to\s{_NUMBER}\s{_SUM}\b(?P<of>[^,.;:]*)", re.IGNORECASE),
)
_LEFT = re.compile(r"\b(?:still|remaining|left|held|holds?|missing|dead|killed|wounded)\b", re.IGNORECASE)
_LESS = 0.05


def with_totals(claims: Sequence[Claim], context: Context) -> list[Claim]:
    """The claims, with one more for each total that one of them brings about."""
    done = list(claims)
    for claim in claims:
        found = _total_after(claim, context) if _is_counted(claim) else None
        if found is not None:
            told, quantity = found
            done = [c for c in done if c is claim or not _tells_it_too(c, claim, told)]
            done.append(_total(claim, quantity, told, claims, context))
    return sorted(done, key=lambda c: c.start)


def _is_counted(claim: Claim) -> bool:
    counted = claim.quantity is not None and claim.quantity.share is None and bool(claim.quantity.low)
    return counted and claim.act in _GIVEN and claim.modality in REAL and claim.polarity == "affirmed"


def _total_after(claim: Claim, context: Context) -> tuple[re.Match[str], Quantity] | None:
    """The words of the total behind a count in its sentence, and what they say."""
    end = claim.sentence[1] if claim.sentence is not None else claim.end
    found = (pattern.search(context.report.text, claim.start, end) for pattern in _TOTAL)
    told = next((m for m in found if m is not None), None)
    value = number_in([told["n"].lower()]) if told is not None else None
    counted = claim.quantity
    if told is None or value is None or counted is None or _LEFT.search(told["of"]) or value < (counted.low or 0):
        return None
    low: float = round(value * 0.9) if told["rough"] else value + 1 if told["over"] else value
    high = None if told["least"] or told["over"] else round(value * 1.1) if told["rough"] else value
    return told, Quantity(counted.what, low, high)


def _tells_it_too(claim: Claim, counted: Claim, told: re.Match[str]) -> bool:
    """The '(it has) freed since' of the total's own words, read as a deed without a number."""
    same = claim.act == counted.act and claim.sentence == counted.sentence
    return same and claim.quantity is None and told.start() <= claim.start


def _total(claim: Claim, quantity: Quantity, told: re.Match[str], claims: Sequence[Claim], context: Context) -> Claim:
    again = next((c for c in claims if c is not claim and _tells_it_too(c, claim, told)), None)
    since = again.when.earliest if again is not None else None
    sentence = next(s for s in context.sentences if s.start <= claim.start < s.end)
    when = When(since, claim.when.latest, claim.when.basis)
    return retold(
        claim,
        sentence,
        context.report.text,
        _LESS,
        quantity=quantity,
        when=when,
        words=told["n"],
        extent="unknown",
        zone=None,  # where the last of them were let go says nothing of the others
        zone_words=None,
    )


__all__ = ["with_totals"]
