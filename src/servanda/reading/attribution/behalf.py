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


def on_behalf(context: Context, sentence: Sentence, cue: Cue, source: Source) -> Source:
    """The source with the side that the sentence says it speaks for; as it is where no such words stand beside it."""
    if source.actor is not None or source.kind in ("witness", "expert", "outlet", "monitor"):
        return source
    text = context.text
    found = (
        _AHEAD.match(text, sentence.start, source.start)
        or _BESIDE.search(text, source.start, cue.start)
        or BEHALF.match(text, cue.end, sentence.end)
    )
    if found is None:
        return source
    sides = {m.id for m in context.within(*found.span("who")) if m.kind in ("actor", "person", "group")}
    side = next(iter(sides)) if len(sides) == 1 else None
    kind: SpeakerKind = "named-official" if source.kind == "unknown" else source.kind
    return replace(source, actor=side, kind=kind, untold=side is None)
