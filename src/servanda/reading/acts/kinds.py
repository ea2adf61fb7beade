"""The kind of an act ('shelling', 'drone'), from the words that carry it and then from its clause.

Invariant: a kind is one that the acts file lists for the act.
"""

from __future__ import annotations

import re
from functools import cache

from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.lexicon import Act, lexicon
from servanda.reading.acts.triggers import Trigger


def kind_of(sentence: Sentence, trigger: Trigger, act: Act, span: tuple[int, int]) -> str | None:
    """The kind, None where the words name none. Words of the trigger count before words of the clause."""
    if not act.kinds:
        return None
    own = " ".join(sentence.doc[w].lower_ for w in sorted(set(trigger.words)))
    own += " " + trigger.pattern.lemma + " " + " ".join(trigger.pattern.before)
    clause = sentence.doc.words(*span).lower()
    if trigger.pattern.lemma in {"bomb", "bombing"}:
        return "explosion" if _PLANTED.search(clause) else "air-strike"
    if (hit := trigger.frame.first("obj")) is not None and trigger.pattern.lemma in _AT_WHAT:
        victim = sentence.doc.words(hit.start, hit.end).lower()
        own, clause = own.replace(sentence.doc[hit.head].lower_, ""), clause.replace(victim, "")
    general = {"kill", "killing", "explode", "strike", "hit", "attack", "fire", "launch"}
    first = None if trigger.pattern.lemma in general else _search(act, own)
    return first or _search(act, clause) or _search(act, own)


_AT_WHAT = frozenset({"shoot", "down", "hit", "destroy", "damage", "bring", "target", "strike", "attack", "intercept"})
"""What is the object of these was hit, and nothing was done with it: 'shot down a drone'."""
_PLANTED = re.compile(r"\b(?:car|roadside|suicide|planted|bus|truck)\b")
"""What is bombed is bombed from the air, unless these stand beside it."""


def _search(act: Act, text: str) -> str | None:
    return next((kind for kind, words in _patterns(act.id) if words.search(text)), None)


@cache
def _patterns(act: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The kinds of an act, the more telling first, with what tells them."""
    kinds = lexicon().acts[act].kinds
    return tuple(
        (kind, re.compile(rf"\b(?:{'|'.join(re.escape(w) for w in kinds[kind])})(?:s|es|ed|ing)?\b"))
        for kind in _ORDER
        if kinds.get(kind)
    )


_ORDER = (
    "drone",
    "missile",
    "air-strike",
    "shelling",
    "raid",
    "explosion",
    "gunfire",
    "abduction",
    "killing",
    "clash",
)
