"""Powers over promises that a text gives: to extend, to waive, to suspend, to end.

Invariant: a power is read only from words that give one ('may be extended by', 'either party may terminate'), and
names its holders as the text does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from servanda.drafting.provisions import Provision

_MOVED = r"deadlines?|time[- ]limits?|time[- ]frames?|dates?|periods?|terms?"
_WHOLE = r"(?:this |the |present )*(?:agreement|arrangement|cease-?fire|truce|memorandum|protocol|statement|armistice)"
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("may_extend", re.compile(
        rf"\b(?:{_MOVED}|it)\b[^.]*\bmay\b[^.]*\b(?:extended|prolonged|postponed|renewed)\b"
        rf"|\bmay\b[^.]*\b(?:extend|prolong|postpone)\b[^.]*\b(?:{_MOVED}|{_WHOLE})\b"
        rf"|{_WHOLE}\b[^.]*\bmay\b[^.]*\b(?:extended|prolonged)\b", re.IGNORECASE)),
    ("may_terminate", re.compile(
        rf"\bmay\b[^.]*\b(?:terminate|denounce|end|withdraw from|annul)\b[^.]*\b{_WHOLE}\b"
        rf"|{_WHOLE}\b[^.]*\bmay\b[^.]*\b(?:terminated|denounced|ended)\b",
        re.IGNORECASE)),
    ("may_suspend", re.compile(r"\bmay\b[^.]*\bsuspend\b|\bmay\b[^.]*\bbe suspended\b", re.IGNORECASE)),
    ("may_waive", re.compile(r"\bmay\b[^.]*\bwaive\b|\bmay\b[^.]*\bbe waived\b", re.IGNORECASE)),
)  # fmt: skip
_BY = re.compile(r"\bby (?:the )?([A-Z][\w' -]+?)(?=[,.;]|$| (?:if|where|for|at|and|or|upon|with)\b)")
_BEFORE = re.compile(r"(?:The |Only the )?([A-Z][\w' -]+?) may\b")
_EVERY = re.compile(
    r"\b(mutual|mutually|joint|jointly|agreement of|consent of|by agreement|by consent|both|all parties|unanimous\w*)\b",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    r"\b(?:this|the|the present) (?:agreement|arrangement|cease-?fire|truce|memorandum|protocol|statement|armistice)\b",
    re.IGNORECASE,
)
_OF_ARTICLE = re.compile(r"\b(?:in|under|of|by) (?:this|the present) (?:article|section|chapter|phase)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Powers:
    """Who may do what to promises. `reach`: the promise 'before', the 'article' that it stands in, or the 'whole'."""

    article: str | None
    says: str
    field: str
    holders: tuple[str, ...]
    every: bool
    reach: str


def power(p: Provision) -> Powers | None:
    """The power that a provision gives, if it gives one."""
    for field, pattern in _KINDS:
        if pattern.search(p.sentence) and not re.search(r"\bmay not\b", p.sentence):
            every = bool(_EVERY.search(p.sentence))
            return Powers(p.article, p.says, field, _holders(p.sentence), every, _reach(field, p.sentence))
    return None


def _holders(words: str) -> tuple[str, ...]:
    named = _BY.search(words) or _BEFORE.match(words)
    return (named.group(1).strip(),) if named else ()


def _reach(field: str, words: str) -> str:
    if _OF_ARTICLE.search(words):
        return "article"
    return "whole" if _OF_ALL.search(words) and field != "may_waive" else "before"
