"""All attributions of a text.

Invariant: the result is sorted by the place of the cue; `within` points at another entry of the same list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from servanda.reading.attribution.model import Attribution, Source, Words
from servanda.reading.names.mention import Mention
from servanda.reading.quotes import Quoted
from servanda.reading.sentences import Sentence

_SAID = re.compile(r"(?P<who>(?:[Tt]he )?[A-Z][\w.'’-]*(?: [\w.'’-]+){0,6}?) (?P<cue>said|says|stated|added)(?: that)? ")
_ACCORDING = re.compile(r"(?P<cue>[Aa]ccording to) (?P<who>[^,.]+),? ")


def find_attributions(
    text: str,
    sentences: Sequence[Sentence],
    docs: Sequence[Doc | None],
    mentions: Sequence[Mention],
    quotes: Sequence[Quoted],
) -> list[Attribution]:
    """Who says what in a text. `docs` has one entry per sentence, None where the sentence was not parsed."""
    found = []
    for sentence in sentences:
        raw = text[sentence.start : sentence.end]
        for pattern in (_SAID, _ACCORDING):
            for match in pattern.finditer(raw):
                a, b = (sentence.start + n for n in match.span("who"))
                c, d = (sentence.start + n for n in match.span("cue"))
                actor = next((m.id for m in mentions if a <= m.start < b and m.kind == "actor"), None)
                source = Source(a, b, text[a:b], "named-official" if actor else "unknown", text[a:b], actor)
                begin = sentence.start + match.end()
                content = Words(begin, sentence.end, text[begin : sentence.end])
                quoted = any(q.start < content.end and q.end > content.start for q in quotes)
                cue = Words(c, d, text[c:d])
                found.append(Attribution(source, cue, content, None, quoted, sentence.index, None, "say"))
    return sorted(found, key=lambda a: a.cue)


def speakers_at(attributions: Sequence[Attribution], start: int, end: int) -> list[Source]:
    """The chain of sources for the clause text[start:end], innermost first; empty where the report itself speaks."""
    holding = [a for a in attributions if a.content.start <= start and end <= a.content.end and start < end]
    holding.sort(key=lambda a: (a.content.end - a.content.start, -a.cue.start))
    return [a.source for a in holding]
