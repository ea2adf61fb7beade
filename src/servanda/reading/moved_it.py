"""What 'it' is in 'we have agreed to move it to 30 May': the one duty named right before.

Invariant: only a noun for one kind of act is taken up, from the same sentence or the nearest one before, with no other
event named behind it that could be moved as well; else nothing is filled in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from servanda.reading.claim import Claim, identified
from servanda.reading.frozen import replace
from servanda.reading.names.mention import Mention
from servanda.reading.sentences import Sentence
from servanda.vocabulary import vocabulary

_MOVED = r"(?:mov|postpon|delay|push|shift|put|reschedul|extend|defer|bring|hold)\w*"
_IT = re.compile(
    rf"\b{_MOVED}\s+(?P<object>it)\b|\b(?P<subject>it)\s+(?:(?:has|had|have|will|would|can|could)\s+)?(?:now\s+)?(?:was|is|be|been)\s+"
    rf"(?:now\s+)?{_MOVED}",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s+(?:of|from)\s+(?:the\s+|all\s+|its\s+|their\s+)?(?:[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)*|(?:[a-z-]+\s)??[a-z-]+s)\b"
)
_ANSWER = 4
"""Words of a sentence such as 'KOZYR: No.' that stands between a question and what is said of it."""


def with_what_is_moved(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], claims: Sequence[Claim]
) -> list[Claim]:
    """The same claims in the same order; `about`, and a zone where none was read, filled in where a date is moved."""
    by_place = {(s.start, s.end): s.index for s in sentences}
    return [_filled(text, sentences, mentions, c, by_place.get(c.sentence)) if c.sentence else c for c in claims]


def _filled(text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], claim: Claim, index: int | None) -> Claim:
    moved = _IT.search(text, claim.start, claim.end) if claim.act == "extend-deadline" and index is not None else None
    if moved is None or index is None:
        return claim
    pronoun = moved.start("object") if moved["object"] else moved.start("subject")
    for start, end in _places(text, sentences, index, pronoun):
        named = list(_deeds().finditer(text, start, end))
        others = [m.start() for m in _other_events().finditer(text, start, end)]
        if named:
            kinds = {_acts_of(m.group()) for m in named}
            if len(kinds) > 1 or any(o > named[-1].start() for o in others):
                return claim
            return _about(text, mentions, claim, named[-1], end)
        if others:
            return claim
    return claim


def _places(text: str, sentences: Sequence[Sentence], index: int, pronoun: int) -> list[tuple[int, int]]:
    """Where the duty may be named: before the pronoun in its sentence, then in the sentence before, over a bare answer."""
    here = sentences[index]
    found = [(here.start, pronoun)]
    k = index - 1
    while k >= 0 and sentences[k].segment in {here.segment, "headline"}:
        before = sentences[k]
        asked = text[before.start : before.end].rstrip('"”’ ').endswith("?")
        apart = before.paragraph < here.paragraph or before.segment != here.segment
        if before.paragraph < here.paragraph - 1 or (apart and not asked):
            break
        found.append((before.start, before.end))
        if len(text[before.start : before.end].split()) > _ANSWER:
            break
        k -= 1
    return found


def _about(text: str, mentions: Sequence[Mention], claim: Claim, noun: re.Match[str], ceiling: int) -> Claim:
    tail = _TAIL.match(text, noun.end(), ceiling)
    end = tail.end() if tail is not None else noun.end()
    zones = {m.id for m in mentions if m.kind == "zone" and m.id and noun.end() <= m.start < end}
    about = " ".join(text[noun.start() : end].split())
    if claim.zone is not None or claim.zone_words or len(zones) != 1:
        return replace(claim, about=about)
    return identified(replace(claim, about=about, zone=zones.pop()))


def _acts_of(words: str) -> tuple[str, ...]:
    nouns: dict[str, list[str]] = vocabulary("forms.yaml")["moved_deeds"]
    return tuple(nouns[words.casefold().split()[-1]])


@cache
def _deeds() -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, vocabulary("forms.yaml")["moved_deeds"]))
    return re.compile(
        rf"\b(?:(?:prisoners?|captives?|hostages?|detainees?|weapons?|arms|troops?)['’]?\s)?(?:{nouns})\b", re.IGNORECASE
    )


@cache
def _other_events() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, vocabulary('forms.yaml')['other_events']))})\b", re.IGNORECASE)
