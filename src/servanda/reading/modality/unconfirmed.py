"""Complaints that reach somebody who cannot confirm them: 'received ten complaints of violations and could confirm none'.

Invariant: only what the same sentence tells as received, and of which it says that it was not confirmed, is left unknown;
a charge made by somebody who is named stays alleged, whoever cannot confirm it.
"""

from __future__ import annotations

from servanda.reading.small_letters import compile_small, small

_WORD = r"(?:complaints?|reports?|allegations?|claims?|accusations?|notifications?|protests?)"
_RECEIVED = compile_small(
    rf"\b(?:receiv\w+|got|register\w*|record\w*|logged|noted|heard|there (?:were|was|have been)) [^.;:]{{0,40}}?\b{_WORD}"
    r" (?:of|about|that|concerning|alleging)\b"
)
_IT = r"(?:any|either|all|them|it|this|that|these|those|one|a single one|the (?:claims?|reports?|complaints?|allegations?))\b"
_CONFIRM = r"(?:confirm|verify|substantiate|corroborate|establish)"
_NOT_CONFIRMED = compile_small(
    rf"\b(?:unable to|not able to|could not|couldn['’]t|cannot|did not|failed to|has not|have not|was not|were not)"
    rf" (?:\w+ )?(?:been |be )?{_CONFIRM}\w* {_IT}"
    rf"|\b(?:could |was able to |were able to )?{_CONFIRM}(?:ed)? (?:none|neither)\b"
    rf"|\b(?:none|neither|not one)(?: of (?:them|these|those|which|the \w+))? (?:\w+ ){{1,3}}?{_CONFIRM}\w*"
)


def only_complained_of(text: str, here: int) -> bool:
    """Whether the act at `here` is what complaints speak of that were received and not confirmed."""
    return complained_of(text, here) and _NOT_CONFIRMED.search(small(text), here) is not None


def complained_of(text: str, here: int) -> bool:
    """Whether the act at `here` is what complaints or reports speak of that somebody received."""
    received = _RECEIVED.search(small(text))
    return received is not None and received.end() <= here


__all__ = ["complained_of", "only_complained_of"]
