"""A noun's act that a clause behind it tells to be complete: 'the departure of X's forces, which was completed on 15 May'.

Invariant: only a clause that the act's own phrase carries, right behind a comma, says so; the day in it is the act's.
"""

from __future__ import annotations

from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.triggers import Trigger
from servanda.reading.small_letters import compile_small, small

_COMPLETED = compile_small(
    r"[^,;.]{0,100}, which (?:was|were|is|had been|has been|has now been|have been)"
    r" (?:\w+ly |now |then )?(?:completed?|finished|concluded|wound up|over)\b"
)


def completed_then(sentence: Sentence, trigger: Trigger) -> bool:
    """'Observed the departure of the forces, which was completed on 15 May'."""
    if trigger.frame.group is not None or "which" not in sentence.words:
        return False
    return _COMPLETED.match(small(sentence.doc.text), sentence.doc[trigger.at].idx) is not None


__all__ = ["completed_then"]
