"""The promises of a text: which sentences promise something, what is read in them, and what is left over.

Invariant: every sentence with a word of promise, and every sentence of a numbered article, comes out: as a promise, as
a power over the promise before it, or as words that no field holds; every quotation is word for word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from servanda.reading.readout import readout
from servanda.reading.sentences import split
from servanda.reading.times import Anchor, TimeExpression, find_times
from servanda.reports.model import Segment
from servanda.vocabulary import vocabulary

CUE = re.compile(
    r"\b(shall|will|must|undertakes?|undertook|agrees? to|agreed to|commits? (?:itself |themselves )?to|pledges? to|"
    r"is to|are to|be obliged|is obliged|are obliged|refrains? from|ceases?|is prohibited|are prohibited|may not)\b",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"^\s*(?:(?:Article|Section|Point|Paragraph)\s+)?(\d{1,3}(?:\.\d{1,2})*|[IVXL]{1,6})\s*[.):]\s+", re.IGNORECASE
)
_EXTENDS = re.compile(
    r"\b(deadlines?|time[- ]limits?|dates?|periods?|it)\b[^.]*\bmay\b[^.]*\b(extended|prolonged|postponed)\b"
    r"|\bmay\b[^.]*\b(extend|prolong|postpone)\b[^.]*\b(deadlines?|time[- ]limits?|dates?|periods?)\b",
    re.IGNORECASE,
)
_OWED = frozenset({"required", "promised", "announced", "completed", "refused", "under-way"})


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise as far as it is read: what is not sure is None or empty."""

    article: str | None
    says: str
    act: str
    bearer: tuple[str, ...]
    target: tuple[str, ...]
    zone: str | None
    negated: bool
    deadline: TimeExpression | None


@dataclass(frozen=True, slots=True)
class Powers:
    """Who may move the date of the promise before it: `holders` as the text names them, `every` where all must agree."""

    article: str | None
    says: str
    holders: tuple[str, ...]
    every: bool


@dataclass(frozen=True, slots=True)
class Left:
    """Words of the agreement that no field holds, quoted."""

    article: str | None
    says: str


def promises(text: str, signed: date | None) -> list[Promise | Powers | Left]:
    """Every promise of a text in its order, the powers over them, and what is left."""
    acts = _acts(text)
    sentences = split(text, (Segment("body", 0, len(text)),))
    times = find_times(text, Anchor(published=None, around=signed))
    article: str | None = None
    out: list[Promise | Powers | Left] = []
    for s in sentences:
        words = text[s.start : s.end]
        article = _article(text, s.start) or article
        number = NUMBER.match(words)
        says = " ".join((words[number.end() :] if number else words).split())
        if _EXTENDS.search(words) and out and isinstance(out[-1], Promise):
            out.append(_powers(article, says))
            continue
        if not CUE.search(words):
            if article is not None and re.search(r"\w{2}", says):
                out.append(Left(article, says))
            continue
        here = [a for a in acts if s.start <= a["start"] < s.end]
        found = list(_of_sentence(article, says, here, [t for t in times if s.start <= t.start < s.end]))
        out += found or [Left(article, says)]
    return out


def _powers(article: str | None, says: str) -> Powers:
    """'may be extended by X', 'X may extend', 'by agreement of both': names, and whether all of them must agree."""
    by = re.search(r"\bby (?:the )?([A-Z][\w' -]+?)(?=[,.;]|$| (?:if|where|for|at|and|or)\b)", says)
    before = re.match(r"(?:The |Only the )?([A-Z][\w' -]+?) may (?:\w+ )?(?:extend|prolong|postpone)", says)
    named = by or before
    name = named.group(1).strip() if named else None
    every = bool(re.search(r"\b(mutual|joint|agreement of|consent of|by agreement|both|all parties)\b", says, re.IGNORECASE))
    return Powers(article, says, (name,) if name else (), every)


def signing_day(text: str) -> date | None:
    """The day of signing, where the text tells it beside a word of signing or in its title."""
    dated = [
        t
        for t in find_times(text, Anchor(published=None))
        if t.granularity in {"day", "time"} and t.earliest and t.earliest == t.latest
    ]
    explicit = [t for t in dated if t.basis == "explicit"]
    for t in explicit:
        if re.search(r"\b(signed|done|concluded|dated|made)\b", text[max(0, t.start - 60) : t.start], re.IGNORECASE):
            return t.earliest
    head = text.lstrip().split("\n", 1)[0]
    first = [t for t in explicit if text[t.start : t.end] in head and not CUE.search(head)]
    return first[0].earliest if first else None


def _article(text: str, start: int) -> str | None:
    line = text.rfind("\n", 0, start) + 1
    found = NUMBER.match(text[line : start + 40])
    return found.group(1) if found else None


def _acts(text: str) -> list[dict[str, Any]]:
    known = vocabulary("acts.yaml")["acts"]
    return [a for a in readout(text)["acts"] if a["act"] in known and a["modality"] in _OWED]


def _of_sentence(article: str | None, says: str, acts: list[dict[str, Any]], times: list[TimeExpression]) -> Iterator[Promise]:
    seen: set[tuple[Any, ...]] = set()
    speech = {"sign", "agree", "demand", "accuse", "deny", "retract", "threaten", "request-extension", "refuse-terms"}
    verified = any(a["act"] == "verify" for a in acts)
    for a in acts:
        if verified and a["act"] != "verify":
            continue  # what is verified is no second duty of the verifier
        key = (a["act"], tuple(a["source"]), a["zone"])
        if a["act"] in speech or key in seen:
            continue
        seen.add(key)
        yield Promise(
            article, says, str(a["act"]), tuple(a["source"]), tuple(a["target"]),
            str(a["zone"]) if a["zone"] else None, a["polarity"] == "negated", _deadline(times),
        )  # fmt: skip


def _deadline(times: list[TimeExpression]) -> TimeExpression | None:
    bounded = [t for t in times if t.bound in {"by", "before", "until", "no-later-than", "within"}]
    dated = [t for t in times if t.earliest and t.granularity in {"time", "day", "month"}]
    return next(iter(bounded or dated), None)
