"""How acts relate, from the vocabulary: what entails what, what is a part of what, what excludes what.

Invariant: entailment is reflexive and transitive; nothing here knows of a particular agreement.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from servanda.vocabulary import vocabulary


@cache
def entailed(act: str) -> frozenset[str]:
    """The act itself and all that whoever did it did too."""
    return _closure(act, "entails")


@cache
def wholes(act: str) -> frozenset[str]:
    """The acts that this one, or one it entails, is a part of."""
    return frozenset(w for a in entailed(act) for w in _listed(a, "part_of"))


@cache
def excluded(act: str) -> frozenset[str]:
    """The acts that cannot be true of the same actor, zone and day."""
    back = {a for a in _acts() if act in _listed(a, "excludes")}
    return frozenset(_listed(act, "excludes")) | frozenset(back)


@cache
def leaves_open(act: str) -> bool:
    """Whether not having done the act says nothing of what it excludes: who laid no mines has cleared none."""
    return bool(_acts().get(act, {}).get("not_its_contrary"))


@cache
def kept_by(act: str) -> frozenset[str]:
    """The states in which what the act brought there is counted."""
    return frozenset(_listed(act, "kept_by"))


@cache
def shared_acts() -> frozenset[str]:
    """The acts whose result is one for all: whoever did it, each who owes it has what it owes."""
    return frozenset(act for act, entry in _acts().items() if entry.get("shared"))


def aspect(act: str) -> str:
    """change, state or speech; a change where the vocabulary does not say."""
    return str(_acts().get(act, {}).get("aspect") or "change")


@cache
def spoken_of(act: str) -> re.Pattern[str]:
    """The act's own words as they may stand in a text ('withdraw', 'withdrawal', 'pull-out'), whole words only."""
    entry = _acts().get(act, {})
    stems = {act.replace("-", " ")}
    for key in ("verbs", "nouns"):
        words = entry.get(key) or ()
        for item in words if isinstance(words, list) else ():
            pattern = item.get("w", "") if isinstance(item, dict) and not item.get("skip") else item
            if isinstance(pattern, str) and ":" not in pattern and pattern:
                stems.add(pattern)
    alternatives = "|".join(re.escape(s) for s in sorted(stems, key=lambda s: (-len(s), s)))
    to_things = "".join(
        rf"|\b(?:{'|'.join(deed['done'])})\s(?:[\w’'-]+\s){{0,4}}(?:{'|'.join(deed['things'])})\b"
        for deed in vocabulary("forms.yaml")["deeds_to_things"].get(act, ())
    )
    return re.compile(rf"\b(?:{alternatives})(?:s|es|ed|d|ing|al|n)?\b{to_things}", re.IGNORECASE)


def _closure(act: str, key: str) -> frozenset[str]:
    found, waiting = {act}, [act]
    while waiting:
        for following in _listed(waiting.pop(), key):
            if following not in found:
                found.add(following)
                waiting.append(following)
    return frozenset(found)


def _listed(act: str, key: str) -> tuple[str, ...]:
    value: Any = _acts().get(act, {}).get(key) or ()
    return (value,) if isinstance(value, str) else tuple(value)


def _acts() -> dict[str, dict[str, object]]:
    acts: dict[str, dict[str, object]] = vocabulary("acts.yaml")["acts"]
    return acts
