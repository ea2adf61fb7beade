"""Those who leave a place by crossing into another, and what is said of where they were: 'the last rebels in Z crossed into X'.

Invariant: a crossing is a withdrawal only of all of them ('the last group', 'all the rebels', 'the remaining men'), and only
where they go to no place of the case: who crosses into another land otherwise may be on the attack.
"""

from __future__ import annotations

from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.lexicon import Pattern, lexicon
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.slots import Frame
from servanda.reading.frozen import replace

_ALL = frozenset({"last", "all", "remaining", "final", "every"})
_WITHIN = frozenset({"in", "inside", "within", "around", "across", "from"})
_TO = ("into", "to", "over", "across", "toward", "towards", "in")
_NOT_YET = frozenset({"will", "would", "shall", "should", "must", "may", "might", "can", "could"})


def crossing_out(sentence: Sentence, pattern: Pattern, frame: Frame) -> tuple[Pattern, Frame] | None:
    """'The last group of rebels operating in Z crossed into X' as a withdrawal from Z; None for another crossing."""
    who = frame.first("subj")
    if pattern.act != "advance" or pattern.lemma != "cross" or who is None or not _names_all(sentence, who):
        return None
    if any(_of_the_case(p) for slot in _TO for p in frame.slots.get(slot, [])):
        return None
    left = next((p for p in frame.slots.get("from", []) if _of_the_case(p)), None)
    left = left or next((p for p in sentence.phrases if who.start < p.start < frame.at and _is_within(p)), None)
    if left is None:
        return None
    bare = next((p for p in lexicon().verbs["withdraw"] if p.act == "withdraw" and not p.tests and not p.particles), None)
    slots = {slot: phrases for slot, phrases in frame.slots.items() if slot not in _TO}
    return (bare, replace(frame, slots={**slots, "from": [left]})) if bare is not None else None


def left_since(sentence: Sentence, at: int, gone: Frame) -> bool:
    """The 'operating' of 'the rebels operating in Z left on Monday': where they were, and are no more; not the 'holding' of
    'the rebels holding Z left Y'."""
    who, group = gone.first("subj"), gone.group
    if who is None or sentence.doc[at].dep_ != "acl" or not who.start < at < gone.at:
        return False
    if any(p.start > gone.at and _of_the_case(p) for slot in ("obj", "from") for p in gone.slots.get(slot, [])):
        return False
    return group is not None and group.finite and not group.negated and _NOT_YET.isdisjoint(group.words)


def _names_all(sentence: Sentence, who: Phrase) -> bool:
    return not _ALL.isdisjoint(t.lower_ for t in sentence.doc[who.start : who.end])


def _of_the_case(phrase: Phrase) -> bool:
    return any(m.kind == "zone" and m.id for m in phrase.mentions)


def _is_within(phrase: Phrase) -> bool:
    return phrase.prep in _WITHIN and _of_the_case(phrase)
