"""Whether a semicolon, with a clause of its own behind it, parts two places of a sentence.

Invariant: what has no verb of its own behind the semicolon is parted from nothing ('left Kest; Dol on Monday').
"""

from __future__ import annotations

from servanda.reading.acts.clause import Sentence, group_of

_SAME_EVENT = frozenset({"it", "this", "that", "which", "these", "those"})
"""'They left; that was on Monday' tells when they left."""


def behind_semicolon(sentence: Sentence, at: int, there: int) -> bool:
    """'They have not been handed over; the rebels have until 31 October': the day stands in a clause of its own subject."""
    edge = next((k for k in range(at + 1, there) if sentence.doc[k].text == ";"), None)
    if edge is None:
        return False
    end = next((k for k in range(there, len(sentence.doc)) if sentence.doc[k].text == ";"), len(sentence.doc))
    verb = next((k for k in range(edge + 1, end) if k in sentence.verbs and group_of(sentence, k).finite), None)
    if verb is None or verb == edge + 1:
        return False
    subject = sentence.phrase_of(group_of(sentence, verb).start - 1)
    return subject is None or sentence.doc[subject.head].lower_ not in _SAME_EVENT
