"""The promises of a text: which sentences promise something, what is read in them, and what is left over.

Invariant: every sentence with a word of promise comes out, as a promise or as words that no field holds; nothing of
it is lost, and every quotation is word for word.
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
class Left:
    """A promise that no field holds, quoted."""

    article: str | None
    says: str


def promises(text: str, signed: date | None) -> list[Promise | Left]:
    """Every promise of a text in its order."""
    acts = _acts(text)
    sentences = split(text, (Segment("body", 0, len(text)),))
    times = find_times(text, Anchor(published=None, around=signed))
    article: str | None = None
    out: list[Promise | Left] = []
    for s in sentences:
        words = text[s.start : s.end]
        article = _article(text, s.start) or article
        number = NUMBER.match(words)
        says = " ".join((words[number.end() :] if number else words).split())
        if not CUE.search(words):
            continue
        here = [a for a in acts if s.start <= a["start"] < s.end]
        found = list(_of_sentence(article, says, here, [t for t in times if s.start <= t.start < s.end]))
        out += found or [Left(article, says)]
    return out


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
    for a in acts:
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
    dated = [t for t in times if t.earliest and t.granularity in {"day", "month"}]
    return next(iter(bounded or dated), None)
