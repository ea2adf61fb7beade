"""What a carrier says that it said before: 'Our report of 20 July said that …', 'An earlier version of this story said …'.

Invariant: what is so told again is asserted by nobody; it stays alleged, and no speaker is made of the words around it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.reading.attribution.context import Context
from servanda.reading.attribution.model import Attribution
from servanda.reading.frozen import replace
from servanda.reading.sentences import Sentence

ITEM = r"(?:report|version|story|article|headline|dispatch|post|item|piece|tweet|bulletin|caption|alert)"
"""What a carrier published, by the word for it."""
OWN = re.compile(
    rf"\b(?:our|in\s+our|an?\s+(?:earlier|previous)|the\s+(?:earlier|original|previous))\s+(?:[\w-]+\s+){{0,3}}?{ITEM}\b"
    rf"|\b(?:this|the)\s+{ITEM}\s+(?:originally|initially|first|previously|wrongly|mistakenly|incorrectly|erroneously)\b"
    r"|\bwe\s+(?:wrongly|mistakenly|incorrectly|erroneously|earlier|previously|originally)\b",
    re.IGNORECASE,
)


def told_again(context: Context, sentences: Sequence[Sentence], found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, those of an earlier text of the same carrier made doubtful and its own."""
    done = []
    for a in found:
        sentence = sentences[a.sentence]
        own = OWN.search(context.text, sentence.start, min(a.content.start, sentence.end))
        if own is not None and a.source.kind in {"unknown", "outlet"} and a.source.actor is None:
            named = replace(a.source, start=own.start(), end=own.end(), text=own.group(), kind="outlet", name=own.group())
            a = replace(a, source=named, doubt=True)
        done.append(a)
    return done
