"""What governs a participle that has a subject of its own: 'has not seen any fighters leaving', 'talk of the army leaving'.

Invariant: only the words before that subject are asked; what stands behind the participle tells nothing.
"""

from __future__ import annotations

from servanda.reading.acts.classes import is_a
from servanda.reading.acts.clause import Governor, Sentence
from servanda.reading.acts.cues_at import before_phrases, cue_here
from servanda.reading.acts.idioms import idiom_before
from servanda.reading.acts.phrases import Phrase
from servanda.reading.modality.lexicon import Cue

_SEES = frozenset({"see", "watch", "hear", "observe", "witness", "spot", "notice", "document", "mind"})
_HAS = frozenset({"has", "have", "had", "sees", "see", "foresees", "envisages", "shows"})


def over_subject(sentence: Sentence, subject: Phrase) -> Governor | None:
    """What governs a participle right behind this subject."""
    if subject.prep is not None:
        return idiom_before(sentence, subject.start - 1, "ing")  # 'in exchange for the army leaving'
    verb = before_phrases(sentence, subject)
    if verb < 1:
        return None
    plan = sentence.phrase_of(verb - 1)
    if sentence.doc[verb].lower_ in _HAS and plan is not None and is_a(sentence, plan, ("@pact", "plan", "draft", "timetable")):
        return Governor(Cue("envisage", "verbs", "required"), verb, "ing")  # 'the plan has the army leaving in May'
    seen = cue_here(sentence, verb, "ing")
    return seen if seen is not None and seen.cue.lemma in _SEES and seen.token in sentence.verbs else None
