"""Whose a post is where somebody was stopped: 'at a Houthi checkpoint', 'at a barrier manned by the Front'.

Invariant: a post belongs to the one known side that is named with it; where two are named, nobody is taken.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.reading.acts.classes import is_a
from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.phrases import Phrase

_POSTS = ("@post", "checkpoint", "roadblock", "barricade", "barrier", "gate", "control", "barracks", "depot", "airfield")
_MANNED = frozenset(
    [
        *["manned", "controlled", "held", "guarded", "run", "operated", "staffed", "occupied", "maintained", "established"],
        *["erected", "set", "put", "installed", "mounted", "kept", "watched", "thrown"],
    ]
)
"""Participles that tell whose a post is: 'a checkpoint set up by X'."""


def who_mans(sentence: Sentence, at: Sequence[Phrase], unnamed: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """'A patrol was turned back at a Houthi checkpoint', 'an armed man stopped it at a checkpoint of X', 'was refused entry at
    a gate guarded by X': theirs."""
    if any(not is_a(sentence, p, ("@forces", "@person")) for p in unnamed):
        return unnamed
    for post in at:
        if not is_a(sentence, post, _POSTS):
            continue
        for one in (post, _of(sentence, post), _manned_by(sentence, post)):
            mine = tuple(m for m in one.mentions if m.kind in {"actor", "group"} and m.id) if one is not None else ()
            if one is not None and len(mine) == 1:
                end = max(k for k in range(one.start, one.end) if sentence.offset + sentence.doc[k].idx < mine[0].end)
                return (Phrase(one.start, end + 1, end, None, None, mine),)
    return unnamed


def _of(sentence: Sentence, post: Phrase) -> Phrase | None:
    """The X of 'a checkpoint of X'."""
    tail = sentence.phrase_of(post.end + 1) if post.end + 1 < len(sentence.doc) else None
    return tail if tail is not None and tail.prep == "of" else None


def _manned_by(sentence: Sentence, post: Phrase) -> Phrase | None:
    """The X of 'a checkpoint manned by X', 'a roadblock near Z set up by X', 'a barrier that X had put up'."""
    doc = sentence.doc
    k = post.end
    while k < len(doc) and doc[k].lower_ in _BETWEEN and (beside := sentence.phrase_of(k + 1)) is not None:
        k = beside.end
    if k + 1 < len(doc) and doc[k].lower_ in {"that", "which"} and (owner := sentence.phrase_of(k + 1)) is not None:
        set_up = not _MANNED.isdisjoint(t.lower_ for t in doc[owner.end : owner.end + 3])
        return owner if set_up and owner.prep is None else None
    while k < len(doc) and (doc[k].text == "," or doc[k].lower_ in {"that", "which", "was", "is", "had", "been", "jointly"}):
        k += 1
    if k >= len(doc) or doc[k].lower_ not in _MANNED:
        return None
    k += 2 if k + 1 < len(doc) and doc[k + 1].lower_ == "up" else 1
    by = sentence.phrase_of(k + 1) if k + 1 < len(doc) and doc[k].lower_ == "by" else None
    return by if by is not None and by.prep == "by" else None


_BETWEEN = frozenset({"near", "on", "in", "outside", "at", "of", "along"})
