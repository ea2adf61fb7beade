"""Who is spoken for: 'on behalf of the Front, NAME said', 'NAME, speaking for the Front, said'.

Invariant: a side is given only where the words name one alone; with several, or with one that the case does not know,
the speaker is an official of no known side.
"""

from __future__ import annotations

import re

from servanda.reading.attribution.contents import Cue
from servanda.reading.attribution.context import Context
from servanda.reading.attribution.model import Source
from servanda.reading.claim import SpeakerKind
from servanda.reading.frozen import replace
from servanda.reading.sentences import Sentence

_FOR = r"(?:speaking\s+|acting\s+)?(?:(?:on|in)\s+(?:the\s+)?(?:behalf|name)\s+of)"
BEHALF = re.compile(rf"\s*,?\s*{_FOR}\s+(?P<who>(?:(?!\bthat\b)[^,.;:\"“”])+?)(?=\s*[,;:\"“]|\s+that\b)", re.IGNORECASE)
_AHEAD = re.compile(rf"[\"“]?(?:{_FOR}|speaking\s+for)\s+(?P<who>[^,.;:\"“”]+),", re.IGNORECASE)
_BESIDE = re.compile(rf",\s*(?:{_FOR}|speaking\s+for)\s+(?P<who>[^,.;:\"“”]+),", re.IGNORECASE)
_SIDE = re.compile(r",\s+for\s+(?:the\s+)?(?P<who>[^,.;:\"“”]{2,60}),", re.IGNORECASE)
_HEADS = re.compile(
    r",\s+who\s+(?:now\s+|also\s+)?(?:heads|headed|leads|led|commands|commanded|chairs|represents|speaks\s+for|runs)\s+"
    r"(?:the\s+)?(?P<who>[^,.;:\"“”]{2,60}),",
    re.IGNORECASE,
)
_ITS_SIDE = re.compile(r"(?:['’]s?)?(?:\s+(?:side|delegation|camp|team))?", re.IGNORECASE)
"""'NAME, for the Front, said', 'NAME, for the Front's side, who said'."""


def on_behalf(context: Context, sentence: Sentence, cue: Cue, source: Source) -> Source:
    """The source with the side that the sentence says it speaks for; as it is where no such words stand beside it."""
    if source.actor is not None or source.kind in ("witness", "expert", "outlet", "monitor"):
        return source
    headed = head_of(context, source, cue.start)
    if headed is not source:
        return headed
    text = context.text
    found = (
        _AHEAD.match(text, sentence.start, source.start)
        or _BESIDE.search(text, source.start, cue.start)
        or BEHALF.match(text, cue.end, sentence.end)
        or _for_a_side(context, source, cue)
    )
    if found is None:
        return source
    sides = {m.id for m in context.within(*found.span("who")) if m.kind in ("actor", "person", "group")}
    side = next(iter(sides)) if len(sides) == 1 else None
    kind: SpeakerKind = "named-official" if source.kind == "unknown" else source.kind
    return replace(source, actor=side, kind=kind, untold=side is None)


def head_of(context: Context, source: Source, until: int) -> Source:
    """'NAME, who heads the Guard's delegation, …': NAME with the Guard's side, where the words name one alone."""
    if source.actor is not None or source.kind in ("witness", "expert", "outlet"):
        return source
    found = _HEADS.match(context.text, source.end, until) or _HEADS.search(context.text, source.start, source.end + 1)
    if found is None:
        return source
    sides = {m.id for m in context.within(*found.span("who")) if m.kind in ("actor", "group")}
    side = next(iter(sides)) if len(sides) == 1 else None
    if side is None:
        return source
    kind: SpeakerKind = "monitor" if side in context.monitors else "named-official"
    return replace(source, actor=side, kind=kind, untold=False)


def _for_a_side(context: Context, source: Source, cue: Cue) -> re.Match[str] | None:
    """'NAME, for the Front, said': where nothing but an actor's name stands behind 'for' ('for the first time' is none)."""
    found = _SIDE.match(context.text, source.end, cue.start) or _SIDE.search(context.text, source.start, source.end + 1)
    if found is None:
        return None
    start, end = found.span("who")
    named = next((m for m in context.within(start, end) if m.kind == "actor" and m.start == start), None)
    return found if named is not None and _ITS_SIDE.fullmatch(context.text, named.end, end) else None
