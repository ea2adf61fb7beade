"""Names that the words beside them tell of: 'the group “Return”, or RR', 'the X envoy, NAME, …'.

Invariant: an id comes from a name of the case right beside, and from nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.phrases import Phrase
from servanda.reading.claim import Party
from servanda.reading.names import Mention

_OR = re.compile(r"[\"”'’]?,?\s+(?:or|also\s+known\s+as|known\s+as|also\s+called)\s+(?:the\s+)?[\"“'‘]?|[\"”'’]\s+\(")


def also_named(view: View, end: int, mentions: Sequence[Mention]) -> Party | None:
    """'The group “Return and Revenge”, or RR, attacked': RR, where the case knows that name."""
    text = view.doc.text
    joint = _OR.match(text, end - view.offset)
    other = next((m for m in mentions if joint is not None and m.start == view.offset + joint.end()), None)
    if joint is None or other is None or other.id is None or other.kind not in {"actor", "group"}:
        return None
    closed = text[other.end - view.offset : other.end - view.offset + 1] in {",", ")", '"', "”", "’"}
    named = any(c in "\"”'’" for c in joint.group()) or joint.group().startswith(",")
    return Party(other.text, other.id) if closed and named else None


_BODY = frozenset(
    ["group", "movement", "faction", "force", "militia", "organisation", "organization", "alliance", "party", "bloc"]
)


def apposed(view: View, phrase: Phrase) -> Party | None:
    """'The largest group, the Kest Front, has not left': the Front, where two commas enclose its name alone."""
    doc, k = view.doc, phrase.end
    if doc[phrase.head].lower_ not in _BODY or k + 1 >= len(doc) or doc[k].text != ",":
        return None
    name = view.phrase_of(k + 1)
    if name is None or name.start != k + 1 or name.prep is not None or name.end >= len(doc) or doc[name.end].text != ",":
        return None
    one = name.mentions[0] if len(name.mentions) == 1 else None
    whole = one is not None and view.offset + doc[name.end - 1].idx + len(doc[name.end - 1].text) == one.end
    return Party(one.text, one.id) if one is not None and whole and one.kind == "actor" and one.id else None


def office_of(view: View, name: Phrase) -> Party | None:
    """'The X envoy, NAME, put it off': X's, where the case knows the office as X."""
    before = view.phrase_of(name.start - 2) if name.start >= 2 and view.doc[name.start - 1].text == "," else None
    closed = name.end < len(view.doc) and view.doc[name.end].text == ","
    if before is None or not closed or before.end != name.start - 1 or view.doc[before.head].pos_ != "NOUN":
        return None
    at = view.offset + view.doc[before.head].idx
    held = next((m for m in before.mentions if m.kind == "actor" and m.id and m.start <= at < m.end), None)
    return Party(view.doc.words(name.start, name.end), held.id) if held is not None and before.prep is None else None
