"""Powers over promises that a text gives: to extend, to waive, to suspend, to end.

Invariant: a power is read only from words that give one ('may be extended by', 'either party may terminate'), and
names its holders as the text does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from servanda.drafting.provisions import Provision

_MOVED = r"deadlines?|time[- ]?limits?|time[- ]?frames?|time[- ]?tables?|dates?|periods?|phases?|terms|schedules?"
_WHOLE = r"(?:this |the |present )*(?:agreement|arrangement|cease-?fire|truce|memorandum|protocol|statement|armistice|pause)"
_MAY = (
    r"(?:may|can|(?:is|are|shall be) (?:authori[sz]ed|entitled|empowered) to|"
    r"(?:has|have|shall have) the (?:power|authority|right) to)"
)
_MOVES = r"extend|prolong|postpone|lengthen|defer|renew"
_CHANGES = rf"{_MOVES}|adjust|change|modify|move|alter|revise|amend|shift|put off"
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("may_extend", re.compile(
        rf"\b(?:{_MOVED}|it|they)\b[^.]*\b(?:may|can)\b[^.]*\b(?:extended|prolonged|postponed|renewed|lengthened|deferred)\b"
        rf"|\b(?:{_MOVED})\b[^.]*\b(?:may|can)\b[^.]*\bbe (?:adjusted|changed|modified|moved|altered|revised|amended|"
        rf"shifted|put off)\b"
        rf"|\b{_MAY}\b[^.]*\b(?:{_CHANGES})\b[^.]*\b(?:{_MOVED})\b"
        rf"|\b{_MAY}\b[^.]*\b(?:{_MOVES})\b[^.]*\b{_WHOLE}\b"
        rf"|\b{_MAY}\b[^.]*\b(?:give|grant|allow|agree on|agree to)\b[^.]*\b(?:more time|additional (?:time|days)|"
        rf"extensions?|(?:more|further) days)\b"
        rf"|{_WHOLE}\b[^.]*\b(?:may|can)\b[^.]*\b(?:extended|prolonged)\b", re.IGNORECASE)),
    ("may_terminate", re.compile(
        rf"\b(?:may|can)\b[^.]*\b(?:terminate|denounce|end|withdraw from|annul)\b[^.]*\b{_WHOLE}\b"
        rf"|{_WHOLE}\b[^.]*\b(?:may|can)\b[^.]*\b(?:terminated|denounced|ended)\b"
        rf"|{_WHOLE}\b[^.]*\b(?:until|unless)\b[^.]*\b(?:notice of (?:its )?(?:termination|withdrawal|denunciation)|"
        rf"(?:terminated|denounced) by)\b",
        re.IGNORECASE)),
    ("may_suspend", re.compile(r"\b(?:may|can)\b[^.]*\bsuspend\b|\b(?:may|can)\b[^.]*\bbe suspended\b", re.IGNORECASE)),
    ("may_waive", re.compile(r"\b(?:may|can)\b[^.]*\bwaive\b|\b(?:may|can)\b[^.]*\bbe waived\b", re.IGNORECASE)),
)  # fmt: skip
_OF_ITS_OWN_LENGTH = re.compile(
    rf"(?:^|[,;] |\band )(?:{_WHOLE}|it|they) (?:(?:shall|will|is|are|may) )?(?:(?:then|thereafter|initially|thus) )*"
    r"(?:(?:remain|stay|continue|be) (?:in (?:force|effect)|valid|effective|operative)|in (?:force|effect)|valid|last)\b"
    r"[^.]*\b(?:extended|prolonged|renewed|extend|prolong|renew|extension|renewal)\b",
    re.IGNORECASE,
)
"""'It shall remain in force for two years and may be extended': the agreement is, and no deadline in it."""
_OF_A_DATE = re.compile(
    r"\b(?:deadlines?|time[- ]?limits?|time[- ]?frames?|time[- ]?tables?|dates|phases?|schedules?)\b", re.IGNORECASE
)
_WHO = (
    r"(?:both |all |the |either |any |each )*(?:[Pp]art(?:y|ies)|[Ss]ides?|commanders?|leaders|chiefs|elders|tribes|"
    r"governments|"
    r"signatories)|[A-Z][\w' -]+?"
)
_BY = re.compile(
    rf"\b(?:by|(?:consent|agreement|approval|decision) of|agreed (?:between|by)|between) (?:the |both |all )*(?P<who>{_WHO})"
    r"(?=[,.;]|$| (?:if|where|for|at|and|or|upon|with|by|in|of|on|after|to|subject)\b)"
)
_BEFORE = re.compile(
    rf"(?:^|, )(?:The |Only the |the )?(?P<who>{_WHO})(?: alone| together| jointly| by mutual \w+| by common \w+)* {_MAY}\b"
)
_DOES = re.compile(rf"{_MAY} (?:suspend|terminate|denounce|end|waive|{_MOVES})\b", re.IGNORECASE)
_ITSELF = re.compile(rf"\bit(?: alone)? {_MAY}\b", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:The |the )?(?P<who>[A-Z][\w'’]*(?: (?:of |for |the )*[A-Z][\w'’]*)*) [a-z]")
_EVERY = re.compile(
    r"\b(mutual|mutually|jointly|together|between them|among themselves|common|agreement (?:of|between)|consent of|"
    r"by (?:written |"
    r"common )?(?:agreement|consent)|both|all "
    r"(?:the )?(?:parties|sides)|unanimous\w*|(?:the )?(?:parties|sides|commanders|leaders|chiefs|elders|"
    r"governments) (?:may|can))\b",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    r"\b(?:this|the|the present) (?:agreement|arrangement|cease-?fire|truce|memorandum|protocol|statement|armistice|pause)\b|"
    r"\bany (?:of the )?(?:deadlines?|time[- ]?limits?|time[- ]?frames?|dates?|periods?)\b|\bdates? (?:above|below|herein)\b|"
    r"\bmore time\b|\b(?:grant|give)\b[^.]*\b(?:delay|respite)\b|\bthe (?:phases|periods|time-?table|schedule|deadlines|"
    r"time[- ]?limits)\b",
    re.IGNORECASE,
)
_OF_ARTICLE = re.compile(r"\b(?:in|under|of|by) (?:this|the present) (?:article|section|chapter|phase)\b", re.IGNORECASE)
_NAMED_ARTICLE = re.compile(
    r"\b(?:in|under|of|by|at) (?:article|section|chapter|point|paragraph|clause)s? (?P<which>\d+(?:\.\d+)*|[IVXL]+)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Powers:
    """Who may do what to promises. `reach`: the promise 'before', the 'article' that it stands in, or the 'whole'.

    `which` is another article that the words name; `times` says that only what has a date is meant.
    """

    article: str | None
    says: str
    field: str
    holders: tuple[str, ...]
    every: bool
    reach: str
    which: str | None = None
    times: bool = False


def power(p: Provision, last: str = "") -> Powers | None:
    """The power that a provision gives, if it gives one; 'it' at its beginning is `last`, who was spoken of before."""
    words = p.sentence
    if _OF_ITS_OWN_LENGTH.search(words) and not _OF_A_DATE.search(words):
        return None
    for field, pattern in _KINDS:
        if pattern.search(words) and not re.search(r"\b(?:may not|cannot|can not|not be)\b", words):
            holders = _holders(words) or ((last,) if last and re.match(r"It may\b", words) else ())
            rest = words
            for name in holders:
                rest = rest.replace(name, "X") if name[:1].isupper() and "art" not in name and "ide" not in name else rest
            named = _NAMED_ARTICLE.search(words)
            return Powers(
                p.article, p.says, field, holders, bool(_EVERY.search(rest)), _reach(field, words),
                named["which"] if named else None, bool(re.search(rf"\b(?:{_MOVED}|time|delay)\b", words, re.IGNORECASE)),
            )  # fmt: skip
    return None


def _holders(words: str) -> tuple[str, ...]:
    if _ITSELF.search(words):
        subject = _SUBJECT.match(words)
        return (subject["who"],) if subject else ()
    first, second = (_BEFORE, _BY) if _DOES.search(words) else (_BY, _BEFORE)
    named = first.search(words) or second.search(words)
    return (named["who"].strip(),) if named else ()


def _reach(field: str, words: str) -> str:
    if _NAMED_ARTICLE.search(words) or _OF_ARTICLE.search(words):
        return "article"
    return "whole" if _OF_ALL.search(words) and field != "may_waive" else "before"
