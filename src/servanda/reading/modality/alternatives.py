"""'Has not shelled the town or mined the road': one 'not' with its auxiliary for a row of participles.

Invariant: only a participle without words of its own, in a row that 'or' or 'nor' closes, is reached.
"""

from __future__ import annotations

from servanda.reading.acts.clause import Sentence, group_of


def under_one_not(sentence: Sentence, at: int) -> bool:
    """Whether a bare participle shares the 'not' of the verb that its row begins with."""
    doc = sentence.doc
    mark = doc[at - 1].lower_ if at > 1 else ""
    if mark not in {"or", "nor", ","} or group_of(sentence, at).tag not in {"past", "pp"}:
        return False
    if mark == "," and not _closed(sentence, at):
        return False
    return doc[at - 2].text != "," and _begins_with_not(sentence, at)


def _own(sentence: Sentence, at: int) -> bool:
    return at in sentence.verbs and sentence.doc[at].pos_ != "AUX"


def _begins_with_not(sentence: Sentence, at: int) -> bool:
    """Whether the verb before has a 'not' with its auxiliary, or stands in a row with one that has."""
    before = next((k for k in range(at - 1, 0, -1) if _own(sentence, k)), None)
    if before is None:
        return False
    group = group_of(sentence, before)
    if group.words:
        return group.negated and (group.perfect or group.passive)
    return under_one_not(sentence, before)


def _closed(sentence: Sentence, at: int) -> bool:
    """Whether the next verb of the row stands right behind 'or'."""
    doc = sentence.doc
    after = next((k for k in range(at + 1, len(doc)) if _own(sentence, k)), None)
    if after is None or group_of(sentence, after).words:
        return False
    return doc[after - 1].lower_ in {"or", "nor"} or (doc[after - 1].text == "," and _closed(sentence, after))
