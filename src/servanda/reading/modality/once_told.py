"""What is told only on a condition: 'the road will be opened once the mission has certified that X has left'.

Invariant: a past clause of time is none ('opened the road after the mission confirmed that X had left'): it was told.
"""

from __future__ import annotations

from servanda.reading.acts.clause import Governor, Sentence, group_of
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
