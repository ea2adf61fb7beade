"""Which way the verb over a time points, from the parse: what `find_times` asks to choose last or next Friday.

Invariant: the answer is None wherever the tree does not lead from the time to a verb of its clause.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from servanda.reading.acts.clause import HAVE
from servanda.reading.acts.verbs import BE
from servanda.reading.parser.parsed import Doc, Token
from servanda.reading.sentences import Sentence

_FUTURE = frozenset({"will", "shall", "must", "should", "'ll", "\u2019ll"})
_PRESENT = frozenset({"is", "are"})
_MOVING = frozenset(
    {
        "extend",
        "postpone",
        "prolong",
        "delay",
        "move",
        "shift",
        "set",
        "fix",
        "give",
        "grant",
        "schedule",
        "due",
        "suppose",
        "oblige",
    }
)


def tenses_of(sentences: Sequence[Sentence], docs: Sequence[Doc | None]) -> Callable[[int], str | None]:
    """A function from a code point to 'past', 'future' or None."""
    starts = [s.start for s in sentences]

    def tense(offset: int) -> str | None:
        n = bisect_right(starts, offset) - 1
        doc = docs[n] if 0 <= n < len(docs) else None
        if doc is None:
            return None
        token = next((t for t in doc if t.idx <= offset - starts[n] < t.idx + len(t.text)), None)
        return _tense(token) if token is not None else None

    return tense


def _tense(token: Token) -> str | None:
    seen = 0
    while token.head.i != token.i and token.pos_ != "VERB" and seen < 8:
        token, seen = token.head, seen + 1
    freed = any(c.lower_ in {"free", "loose"} for c in token.children)  # 'set free on Friday'
    if token.pos_ != "VERB" or (token.lemma_.lower() in _MOVING and not freed):
        return None
    words = [c.lower_ for c in token.children if c.dep_ in {"aux", "aux:pass", "mark"}]
    if _FUTURE & set(words):
        return "future"
    if "to" in words:
        before = [t.lower_ for t in token.doc[max(0, token.i - 4) : token.i]]
        said_behind = token.head.i > token.i and token.dep_ in {"ccomp", "parataxis"}  # 'Rebels to leave on Friday, says X'
        if {"was", "were"} & set(before) and "have" in words:
            return "past"  # 'was to have left by Wednesday'
        alone = (token.head.i == token.i or said_behind) and any(c.dep_ == "nsubj" for c in token.children)
        if alone and not (BE | HAVE) & set(before):
            return "future"  # a headline's 'Rebels to leave on Friday'
        return "future" if _PRESENT & set(before) and before[-1:] in (["to"], ["be"]) else None
    if token.morph.get("Tense", []) == ["Past"] and "Part" not in token.morph.get("VerbForm", []):
        return "past"
    if set(words) & HAVE or (set(words) & {"was", "were"} and set(words) & BE):
        return "past"
    return None
