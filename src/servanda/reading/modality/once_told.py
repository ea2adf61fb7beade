"""What is told only on a condition: 'the road will be opened once the mission has certified that X has left'.

Invariant: a past clause of time is none ('opened the road after the mission confirmed that X had left'): it was told.
"""

from __future__ import annotations

from servanda.reading.acts.clause import Governor, Group, Sentence, group_of
from servanda.reading.acts.governors import governor_of
from servanda.reading.modality.surroundings import conditional
from servanda.reading.small_letters import compile_small, small

_TELL = r"(?:certif|confirm|verif|report|declar|announc|determin|conclud|establish|say|stat|find|found|agree|assur|prove|show)"
_ONCE_TOLD = compile_small(
    rf"\b(?:(?:if|unless|provided(?: that)?) [^,.;:]{{2,60}}? {_TELL}\w*|(?:once|as soon as|until|when|after) [^,.;:]{{2,60}}? "
    rf"(?:(?:has|have) (?:\w+ly )?{_TELL}\w*|{_TELL}\w*s))(?: \w+)? that [^.;:]{{0,80}}$"
)
_TO_COME = compile_small(
    r"\b(?:will|shall|would|to|may|can|must)\b[^.;:]{0,80}?\b(?:when|after|once|as soon as) [^,.;:]{0,40}$"
)


_MODAL = r"(?:will|shall|would|can|may|must|'ll|’ll|(?:is|are) (?:\w+ )?to|ready to|going to)"
_WHEN = (
    r"(?:(?:only |not )?(?:when|once|as soon as)|(?:at |from |on )?the (?:very )?(?:moment|day|date|hour|minute)"
    r"(?: (?:when|that|on which|at which|from which))?)"
)
_WILL_WHEN = compile_small(rf"\b{_MODAL}\b[^.;:]{{0,110}}? {_WHEN} [^,.;:]{{0,70}}$")
_WHEN_FIRST = compile_small(rf"(?:^|[.;:] |\bthat )\W*{_WHEN} [^,.;:]{{0,70}}$")
_WILL_THEN = compile_small(rf"[^,.;:]{{0,60}},? [^.;:]{{0,60}}?\b{_MODAL}\b")


def when_it_will(text: str, here: int, group: Group | None) -> bool:
    """'Will be opened when X has left', 'on the day X has left our soil': a perfect of what is to come."""
    if group is None or not group.perfect or {"has", "have"}.isdisjoint(group.words):
        return False
    low = small(text)
    if _WILL_WHEN.search(low, 0, here) is not None:
        return True
    return _WHEN_FIRST.search(low, 0, here) is not None and _WILL_THEN.match(low, here) is not None


def is_once_told(text: str, here: int) -> bool:
    """Whether the words before an act tell that it would be told under a condition."""
    return _ONCE_TOLD.search(small(text), 0, here) is not None


def once_told(sentence: Sentence, above: Governor | None) -> bool:
    """Whether the verb that tells of an act stands itself under a condition."""
    while above is not None and above.relation == "that" and above.token in sentence.verbs:
        group = group_of(sentence, above.token)
        if not (group.tag == "past" and not group.words) and conditional(sentence, above.token, group.start):
            return True
        if group.tag in {"base", "s"} and _TO_COME.search(small(sentence.doc.text), 0, sentence.doc[above.token].idx):
            return True
        above = governor_of(sentence, above.token, group)
    return False


def told_of_what_is_to_come(sentence: Sentence, at: int, above: Governor | None, group: Group | None) -> bool:
    """Whether an act is told only under a condition, or of a time that is still to come."""
    if sentence.words.isdisjoint(_OPENERS):
        return False
    text, here = sentence.doc.text, sentence.doc[at].idx
    if once_told(sentence, above) or ("that" in sentence.words and is_once_told(text, here)):
        return True
    return when_it_will(text, here, group)


_OPENERS = frozenset(
    [
        *["if", "unless", "provided", "once", "soon", "until", "till", "when", "after", "before"],
        *["moment", "day", "date", "hour", "minute"],
    ]
)
