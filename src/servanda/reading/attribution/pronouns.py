"""Pronouns of speakers: who 'he', 'it', 'they' is, and whose 'its spokesman' or 'their negotiator' speaks.

Invariant: an actor is given only where one alone fits: the speaker before, or the only actor named in the nearest
sentence that names any.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from servanda.reading.attribution.context import Context
from servanda.reading.attribution.cues import words
from servanda.reading.attribution.model import Source
from servanda.reading.claim import SpeakerKind
from servanda.reading.names.mention import Mention
from servanda.reading.names.quoted_before import behind_quotation

PRONOUN = re.compile(r"(?:he|she|they|it|who|which|him|her|them|one(?: of them)?)$", re.IGNORECASE)
_OWNED = re.compile(r"(?:^|,\s*)(?P<whose>its|their|his|her)\s", re.IGNORECASE)


def stands_for(context: Context, start: int, end: int, inside: Sequence[Mention], last: Source | None) -> Source:
    """Who a pronoun is: the last speaker where one spoke, else what the mention resolves to."""
    said = context.text[start:end]
    ident = inside[0].id if inside else None
    if last is not None and said.lower() in _PERSON and (later := _later_person(context, last.end, start)) is not None:
        return Source(start, end, said, "named-official" if later.id else "unknown", later.text, later.id)
    he = said.lower() in _PERSON and not (said.lower() in _ONE_MAN and last is not None and _is_body(context, last))
    if last is not None and last.text and (he or _same_body(context, said, start, ident, last)):
        return replace(last, start=start, end=end, text=said)
    if last is not None and said.lower() == "it" and _told_right_before(context, last, start, ident):
        paper = _PAPER.match(context.text, last.end, start) is not None  # it is the statement
        return replace(last, start=start, end=end) if paper else Source(start, end, said, "unknown", said, None)
    another = last is None or (said.lower() == "it" and _is_one_man(context, last))
    if ident is None and another:  # with another body that spoke before, it may be either
        ident = _subject_before(context, said, start)
    kind: SpeakerKind = "monitor" if ident in context.monitors else "named-official" if ident else "unknown"
    return Source(start, end, said, kind, _last_called(context, ident, start) or said, ident)


def _told_right_before(context: Context, last: Source, at: int, ident: str | None) -> bool:
    """'…, the two countries said. The Front had looted a hospital, it said': whoever spoke in the sentence before goes on, or
    it is left open; the Front does not own up."""
    before = context.sentence(at, 1)
    closes = context.text[max(0, at - 2) : at] == ", "
    near = before is not None and before[0] <= last.start < before[1] and "\n\n" not in context.text[last.end : at]
    return closes and near and ident is not None and last.actor != ident and last.kind != "outlet"


_PAPER = re.compile(r"[^.;\n]*\b(?:statement|communiqu[eé]|report|letter|declaration|bulletin)\b", re.IGNORECASE)
"""Behind a speaker: 'the two countries said in a joint statement'."""


def _last_called(context: Context, ident: str | None, at: int) -> str | None:
    """The words by which an actor was named last: a reader is told who 'it' is."""
    named = (m.text for m in reversed(context.mentions) if m.id == ident and m.end <= at and m.kind == "actor" and not m.office)
    return next(named, None) if ident is not None else None


def _subject_before(context: Context, said: str, at: int) -> str | None:
    """'The Front has freed twelve men through the Red Cross, it said': whom the sentence begins with tells of itself."""
    stretch = context.sentence(at)
    if stretch is None or said.lower() not in ("it", "they"):
        return None
    first = next((m for m in context.within(*stretch) if m.kind == "actor"), None)
    if first is None or not _BEGINS.fullmatch(context.text[stretch[0] : first.start]):
        return None
    return first.id if bool(_SEVERAL.search(first.text)) == (said.lower() == "they") else None


_BEGINS = re.compile(r"[\s\"“'‘(]*(?:(?:[Tt]he|[Oo]n\s+\w+,?)\s+)?")


_TELLS = re.compile(
    r" (?:den(?:ied|ies)|reject(?:ed|s)|dismiss(?:ed|es)|confirm(?:ed|s)|admit(?:ted|s)|declined|refus(?:ed|es))\b"
)


def _later_person(context: Context, start: int, end: int) -> Mention | None:
    """Somebody of an office who came up since the last speaker: 'a rebel commander denied this. He said …'."""
    since = [m for m in context.within(start, end) if m.kind == "person" and m.office]
    return since[-1] if since and _TELLS.match(context.text, since[-1].end) else None


_ONE_MAN = frozenset(["he", "she", "him", "her"])
_BODY = re.compile(
    r"\b(?:government|army|military|ministry|alliance|movement|party|council|mission|police|parliament|office|rebels|forces)$",
    re.IGNORECASE,
)


_OFFICIALS = re.compile(
    r"^[^,]*?\b(?:officials|leaders|commanders|diplomats|officers|residents|witnesses|villagers|ministers|negotiators|delegates)"
    r"(?:$|\s(?:in|of|from|at|on)\s[^,]*$)"
)


def _is_body(context: Context, last: Source) -> bool:
    """'The government accuses the Front. He said …': 'he' is some man named before, never the government."""
    text = last.text.removeprefix("the ").removeprefix("The ")
    if _OFFICIALS.search(text) is not None:
        return True  # nor is he several officials
    if any(m.kind == "person" for m in context.within(last.start, last.end)):
        return False
    if last.name is not None and last.name.endswith(f" {text}"):
        return False  # the bare surname of a man who was named whole before
    whole = (m.kind in ("actor", "group") and m.end - m.start >= len(text) for m in context.within(last.start, last.end))
    return any(whole) or _BODY.search(text) is not None


_PERSON = frozenset(["he", "she", "who", "him", "her", "one", "one of them"])
_SEVERAL = re.compile(r"(?:[a-z]{3,}s|people|police|military|witnesses)$|\sand\s", re.IGNORECASE)


_ASIDE = re.compile(r" (?:said|says|added|adds|claimed|claims|alleged|alleges|noted|notes|insisted|insists)\b\s*[,.]")


def _same_body(context: Context, said: str, at: int, ident: str | None, last: Source) -> bool:
    """Whether 'it' or 'they' that says more is the body, or the people, who spoke in the sentence before."""
    if last.kind == "outlet" or said.lower() not in ("it", "they", "them"):
        return False
    several = _SEVERAL.search(_head_of(last)) is not None
    named = _is_one_man(context, last)
    if several != (said.lower() != "it") or (said.lower() == "it" and named):
        return False
    if _ASIDE.match(context.text, at + len(said)) and context.text[max(0, at - 2) : at] == ", ":
        return "\n\n" not in context.text[last.end : at]  # 'the shelling, it said, came from …': who spoke goes on
    before = context.sentence(at, 1)
    return ident in (None, last.actor) or (before is not None and before[0] <= last.start)


def _is_one_man(context: Context, last: Source) -> bool:
    """'The deputy mayor complained': nobody calls him 'it'."""
    office = _head_of(last).lower().split()[-1:]
    named = any(m.kind == "person" for m in context.within(last.start, last.end))
    return named or not set(office).isdisjoint(words("presenters"))


def _head_of(last: Source) -> str:
    """A speaker's words up to 'of', 'in' or a comma: the 'spokesman' of 'a spokesman for the Front'."""
    return re.split(r"\s(?:of|in|from|at|for|with|who)\s|,", last.text, maxsplit=1)[0]


_OF_A_PLACE = re.compile(
    r"\b(?:director|manager|owner|principal|headmaster|headmistress|rector|mayor|captain|driver|editor|priest|abbot)\b",
    re.IGNORECASE,
)
"""Who runs a port, a school, a ship or a paper: 'its director' is of that, not of a side."""


_ITS_OWN = re.compile(r"\b(?:its|their)\s[^,;.]{1,40},\s(?:the\s)?(?:[A-Z]\w+\s)*$")
"""'Dissolved its armed wing, the X Army,': a name for what is somebody's own."""


def _is_loose(mention: Mention) -> bool:
    """A name that the case does not list, or that only usually stands for a side."""
    return mention.id is None or mention.how in {"collective", "guessed"}


def _his(context: Context, at: int) -> str | None:
    """'President NAME signed it, her office said': the side of the only person told of before in the sentence."""
    stretch = context.sentence(at, 0)
    named = [m for m in context.within(stretch[0], at) if m.kind == "person"] if stretch is not None else []
    return named[0].id if len(named) == 1 else None


def possessor(context: Context, span: tuple[int, int], last: Source | None) -> str | None:
    """The actor whose 'its spokesman' or 'their negotiator' is meant, None where more than one could be."""
    owned = _OWNED.search(context.text[slice(*span)])
    if owned is None or _OF_A_PLACE.search(context.text[slice(*span)]):
        return None
    at = span[0] + owned.start("whose")
    if owned["whose"].lower() in ("his", "her"):
        return last.actor if last is not None and owned.start() == 0 else _his(context, at) if owned.start() == 0 else None
    quoted = behind_quotation(context.text, at)
    if quoted is not None and last is not None and last.actor is not None and _can_be(context, owned["whose"], last):
        return last.actor
    place = at if quoted is None else quoted
    for back in (0, 1):
        stretch = context.sentence(place, back)
        if stretch is None:
            return None
        named = [
            m
            for m in context.within(*stretch)
            if m.kind in ("actor", "person", "group") and m.how != "pronoun" and not span[0] <= m.start < span[1]
        ]
        if owned["whose"].lower() == "its":
            named = [m for m in named if m.kind != "person" and not (m.text.endswith("s") and m.text[:1].islower())]
        named = [m for m in named if not (_is_loose(m) and _ITS_OWN.search(context.text[stretch[0] : m.start]))]
        behind = named if quoted is None else []
        named = [m for m in named if m.end <= place] or behind  # whoever is named behind is seldom meant
        ids = {m.id or f"?{m.text}": m.id for m in named}
        if len(ids) == 1:
            return next(iter(ids.values()))
        if ids:
            first = named[0].id
            spoke = last is not None and last.actor == first and stretch[0] <= last.start < stretch[1]
            its = owned["whose"].lower() == "its" and back == 0
            return first if spoke or (its and _heads_clause(context.text, stretch[0], named[0], span[0])) else None
    return None


def _can_be(context: Context, whose: str, last: Source) -> bool:
    """Whether 'its' or 'their' can be of the one who spoke last: of a body, of several."""
    if last.kind == "outlet" or _is_one_man(context, last):
        return False
    return whose.lower() == "their" or _SEVERAL.search(_head_of(last)) is None


def _heads_clause(text: str, start: int, first: Mention, at: int) -> bool:
    """'The Council has given the army a week, its leader said': 'its' behind a clause is the clause's own subject's."""
    opens = re.fullmatch(r"[\"“‘']?(?:[Tt]he\s+)?", text[start : first.start]) is not None
    acts = re.match(r"\s+(?:has|have|had|is|was|will|would|[a-z]+ed)\b", text[first.end : first.end + 20]) is not None
    return opens and acts and re.search(r",[”\"’']?\s*$", text[first.end : at]) is not None
