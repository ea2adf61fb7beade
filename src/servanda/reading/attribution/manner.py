"""Verbs that say only beside what is said: how it was said ('huffed', 'stormed'), what a court hears ('submits'), thanks.

Invariant: each of these words is an ordinary verb elsewhere ('stormed the town', 'submitted a list'); it is one of saying
only before 'that' or a quotation, behind a quotation, or, of thanks, where the words tell for what.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from servanda.reading.attribution.contents import Cue, cut_at
from servanda.reading.attribution.cues import setting_pattern, words
from servanda.reading.attribution.model import Attribution
from servanda.reading.attribution.saying_words import token_at
from servanda.reading.sentences import Sentence

if TYPE_CHECKING:
    from servanda.reading.parser.parsed import Doc

_OPENS = re.compile(r"\s+that\s|\s*[:,]?\s*[\"“«‘]|\s*:\s+'|\s+'(?=[A-Z])")
_CLOSED = r"(?:[,.!?…][\"”»’']|[\"”»’'],)"
_INVERTED = re.compile(rf"{_CLOSED}\s*$")
_BEHIND = re.compile(rf"{_CLOSED}\s*[-–—]*\s*(?:[\w’'.-]+\s+){{1,6}}$")
_CLOSES = re.compile(r"\s*(?:[,.;:!?]|$)")
_FOR = re.compile(r"(?:\s+(?!(?:that|and|but)\b)[^\s,.;:\"“”]+){1,8}?\s+for\s")
_FOR_HIM = re.compile(r"\s+(?:the|its|their|his|her|both|all|[A-Z])")


def is_said_so(text: str, sentence: Sentence, cue: Cue) -> bool:
    """Whether the verb says something: 'huffed that …', '"…," stormed X'; always so for verbs that do nothing else."""
    if cue.verb.lemma in words("thanking"):
        return _FOR_HIM.match(text, cue.end) is not None and _FOR.match(text, cue.end, sentence.end) is not None
    if cue.verb.lemma not in words("beside_words"):
        return True
    setting = setting_pattern().match(text, cue.end, sentence.end)
    resume = setting.end() if setting is not None else cue.end
    before = text[max(sentence.start - 3, 0) : cue.start]
    return (
        _OPENS.match(text, resume) is not None
        or _INVERTED.search(before) is not None
        or (_CLOSES.match(text, resume) is not None and _BEHIND.search(before) is not None)
    )


def ended_with_thanks(
    text: str, sentence: Sentence, cue: Cue, doc: Doc | None, made: Sequence[Attribution]
) -> list[Attribution]:
    """'X thanked Y for its help and left the town': only what Y is thanked for is X's word."""
    token = token_at(doc, cue.start - sentence.start) if cue.verb.lemma in words("thanking") else None
    beside = next((c for c in token.children if c.dep_ == "conj" and c.i > token.i), None) if token is not None else None
    if beside is None:
        return list(made)
    at = sentence.start + beside.left_edge.idx
    return [cut_at(text, a, at) if a.content.start < at < a.content.end else a for a in made]


def tells_how(attributions: Sequence[Attribution], start: int) -> bool:
    """'"They broke their word," stormed NAME': the word of an act at `start` is how somebody said it, and no deed."""
    return any(a.cue.start == start and a.verb in words("beside_words") for a in attributions)


__all__ = ["ended_with_thanks", "is_said_so", "tells_how"]
