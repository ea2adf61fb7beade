"""What was told before is said to be somebody's word: 'A. That is what X said', 'A. So says X'.

Invariant: only the sentence before, in the same paragraph, is his; it must have no speaker of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from servanda.reading.attribution.context import Context
from servanda.reading.attribution.model import Attribution, Words
from servanda.reading.attribution.sources import noun_phrase_back, noun_phrase_on, source_of
from servanda.reading.sentences import Sentence

_SAYS = r"(?P<cue>said|says|told|tells|claimed|claims|announced|reported|reports|stated|wrote|writes|maintains|maintained)"
_THAT = re.compile(
    rf"(?:But\s+)?(?:That|This)(?:,?\s+at\s+least,?)?(?:\s+is|\s+was|['’]s)(?:,?\s+at\s+least,?)?\s+what\s+[^,;:\"“”]{{2,90}}?\s{_SAYS}\b"
    r"(?!\s+that\b)(?=[\s.,])"
)
_SO_SAID = re.compile(rf"(?:So|Thus)\s+{_SAYS}\s+(?=\S)")


def told_after(context: Context, sentences: Sequence[Sentence], found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions that such sentences give to the sentence before them."""
    text = context.text
    spoken = {a.sentence for a in found}
    made: list[Attribution] = []
    for before, here in pairwise(sentences):
        if before.paragraph != here.paragraph or before.segment != here.segment or before.index in spoken:
            continue
        match = _THAT.match(text, here.start, here.end)
        inverted = _SO_SAID.match(text, here.start, here.end) if match is None else None
        if match is not None:
            span = noun_phrase_back(context, here.start, match.start("cue"))
        elif inverted is not None:
            span = noun_phrase_on(context, inverted.end("cue"), here.end)
        else:
            continue
        cue = match or inverted
        if span is None or cue is None:
            continue
        source = source_of(context, span, cue.start("cue"))
        content = Words(before.start, before.end, text[before.start : before.end])
        words = Words(cue.start("cue"), cue.end("cue"), cue["cue"])
        made.append(Attribution(source, words, content, None, False, before.index, None, "say", False))
    return made
