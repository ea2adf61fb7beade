"""Where a phrase put in front ends and the subject begins, no comma between: 'With these coffins | Vell has returned all'.

Invariant: only what the parse hangs on one verb as two of its parts is parted.
"""

from __future__ import annotations

from servanda.reading.parser.parsed import Doc


def ends_front(doc: Doc, start: int, i: int) -> bool:
    """Whether the phrase from `start` is one put in front, and its verb's subject begins at `i`: 'Over the past 24 hours |
    units of X fired'."""
    before, here = doc[i - 1], doc[i]
    if not start or doc[start - 1].pos_ != "ADP" or doc[start - 1].head.i != before.i or before.pos_ not in {"NOUN", "PROPN"}:
        return False
    if not before.dep_.startswith("obl") or before.head.i < i:
        return False
    subject = here if here.dep_ in _SUBJECTS else here.head
    return subject.dep_ in _SUBJECTS and subject.i >= i and subject.head.i == before.head.i


_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
