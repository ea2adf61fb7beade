"""What has been shut and stays so: 'the road has been closed until further notice'.

Invariant: only what is told in the present or its perfect lasts to the day of telling; 'was closed until further notice' may
be over.
"""

from __future__ import annotations

import re

from servanda.reading.acts.clause import Group, Sentence

_SHUT = frozenset({"close", "shut", "block", "seal", "barricade", "blockade"})
_UNTIL_NOTICE = re.compile(
    r"[^;:.]*?\b(?:until (?:further|another) notice|indefinitely|for the time being|for now|for the foreseeable future)\b",
    re.IGNORECASE,
)


def stays_shut(sentence: Sentence, at: int, group: Group) -> bool:
    """'Has been closed by our units until further notice', 'is closed indefinitely': it is shut when that is told."""
    token = sentence.doc[at]
    if token.lemma_.lower() not in _SHUT or group.negated:
        return False
    now = group.perfect and not {"has", "have", "'s", "’s"}.isdisjoint(group.words)
    now = now or (group.passive and not {"is", "are"}.isdisjoint(group.words))
    return now and _UNTIL_NOTICE.match(sentence.doc.text, token.idx) is not None
