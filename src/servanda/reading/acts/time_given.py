"""Time that is given: more of it, which moves a date, or a term that is set.

Invariant: a pattern is only ever turned down here; what is turned down says nothing of a date that was moved. Whose date
it is that is moved is told too.
"""

from __future__ import annotations

from servanda.reading.acts.classes import is_a
from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.cues_at import is_length
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.lexicon import Pattern, lexicon
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.slots import Frame, is_time

_MORE = frozenset(
    {"more", "another", "further", "additional", "extra", "longer", "now", "extended", "extension", "extend", "deadline"}
)


def moves_no_date(sentence: Sentence, pattern: Pattern, frame: Frame) -> bool:
    """Whether a pattern of time that is given, or put off, does not hold: no date is moved; of a threat, that one is."""
    if pattern.act == "threaten" and pattern.lemma == "give" and not _MORE.isdisjoint(sentence.words):
        return True  # 'was given an extra day to leave'
    if pattern.act != "extend-deadline":
        return False
    if pattern.lemma == "give":
        return _stated(sentence, frame) or _is_patience(sentence, frame) or _sets_a_date(sentence, frame)
    if pattern.lemma == "have":
        return not _will_have_more(sentence, frame)
    if pattern.lemma not in _PUTS_OFF or _is_asked(frame):
        return False
    if pattern.written in _DELAYS_IT and not _is_agreed(sentence, frame):
        return True
    return not _to_new_day(sentence, frame)


def _is_asked(frame: Frame) -> bool:
    """'A request to put off the handover': more time is asked for, though no day is named."""
    return frame.governor is not None and frame.governor.cue.sort == "nouns" and frame.governor.cue.effect == "requested"


def _is_agreed(sentence: Sentence, frame: Frame) -> bool:
    """'Agreed to delay the handover until May', 'delayed it to 2 May'; not 'delayed the handover until Monday', which may be
    no more than late."""
    over = frame.governor.cue if frame.governor is not None else None
    if over is not None and over.effect in {"promised", "announced", "requested", "refused"}:
        return over.lemma != "threaten"  # who threatens to delay it will not do it in time
    return any(is_time(sentence, p) for p in frame.slots.get("to", ()))


def _will_have_more(sentence: Sentence, frame: Frame) -> bool:
    """'Will have six more weeks' is given them; 'has three more days to leave' tells how long it still is."""
    length = frame.first("obj")
    if length is None or frame.group is None or {"will", "would"}.isdisjoint(frame.group.words) or frame.group.negated:
        return False
    told = {t.lower_ for t in sentence.doc[length.start : length.end]}
    return is_length(sentence, length) and not told.isdisjoint({"more", "another", "further", "additional", "extra"})


def _stated(sentence: Sentence, frame: Frame) -> bool:
    """'The day given for the handover': a day that is told, and no time that somebody gets."""
    return sentence.doc[frame.at].dep_ == "acl" and not {"iobj", "to"} & frame.slots.keys()


def whose_date(sentence: Sentence, frame: Frame) -> Phrase | None:
    """'The deadline for the rebels has been moved': whoever it was set for; not 'the deadline for the rebels' withdrawal'."""
    for what in (frame.first("obj"), frame.first("subj")):
        if what is None or not is_a(sentence, what, ("@deadline",)) or what.end + 1 >= len(sentence.doc):
            continue
        behind = sentence.phrase_of(what.end + 1)
        if behind is None or behind.prep != "for" or not any(m.kind in {"actor", "group"} and m.id for m in behind.mentions):
            continue
        if lexicon().nouns.keys().isdisjoint(noun_lemmas(sentence.doc[behind.head].text)):
            return behind
    return None


_ENOUGH = frozenset({"necessary", "enough", "ample", "sufficient", "needed", "required", "plenty", "all"})


def _is_patience(sentence: Sentence, frame: Frame) -> bool:
    """'Gave the talks all the necessary time', 'gave them time enough': it waited, and moved no date."""
    what = frame.first("obj")
    return (
        what is not None
        and sentence.doc[what.head].lower_ == "time"
        and any(sentence.doc[k].lower_ in _ENOUGH for k in range(what.start, min(what.end + 1, len(sentence.doc))))
    )


def _sets_a_date(sentence: Sentence, frame: Frame) -> bool:
    """'Gave them until Friday to come back', 'three days to leave': a date is set, none moved where nothing says it is more."""
    until = [p for slot in ("until", "till") for p in frame.slots.get(slot, ())]
    length = frame.first("obj")
    given = until or ([length] if length is not None and is_length(sentence, length) else [])
    to = given[0].end if given else len(sentence.doc)
    while to < len(sentence.doc) and sentence.phrase_of(to) is not None:
        to += 1
    infinitive = (k for k in range(to + 1, min(to + 4, len(sentence.doc))) if k in sentence.verbs)  # 'to completely leave'
    asks = to < len(sentence.doc) and sentence.doc[to].lower_ == "to" and next(infinitive, None) is not None
    dated = any(t.pos_ == "NUM" or t.lower_[:1].isdigit() for p in until for t in sentence.doc[p.start : p.end])
    return asks and not dated and _MORE.isdisjoint(sentence.words)


_DELAYS_IT = frozenset({"delay o:@process"})
_PUTS_OFF = frozenset({"postpone", "put", "defer", "delay", "hold", "push"})


def _to_new_day(sentence: Sentence, frame: Frame) -> bool:
    """'Postponed the handover until May', 'by a week', or a deadline itself: a date moves. 'Put off the handover' for good,
    'until further notice': it is not done, and no other date is given."""
    what = frame.first("obj")
    if what is None or not is_a(sentence, what, ("@process",)):
        return True
    told = [p for slot in ("until", "till", "to", "by", "for") for p in frame.slots.get(slot, ())]
    return any(
        is_time(sentence, p) or is_length(sentence, p) or is_a(sentence, p, ("@period",)) for p in told if _dated(sentence, p)
    )


def _dated(sentence: Sentence, phrase: Phrase) -> bool:
    return sentence.doc[phrase.head].lower_ not in {"notice", "time", "now"}
