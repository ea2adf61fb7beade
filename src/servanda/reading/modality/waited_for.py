"""Whether an act is what something else waits for: 'they will disarm following the withdrawal'.

Invariant: only what is to come, asked for or laid down waits; beside a plain past what stands behind 'after' has happened.
"""

from __future__ import annotations

from servanda.reading.acts.classes import NO_PLACE
from servanda.reading.acts.clause import Group, Sentence, group_of
from servanda.reading.acts.cues_at import clause_start, cue_at
from servanda.reading.acts.governors import governor_of
from servanda.reading.acts.phrases import Phrase
from servanda.reading.modality.verbgroup import own_force

_AFTER = frozenset({"after", "following", "upon"})
_TO_BE = frozenset({"announced", "promised", "required", "possible"})
_DATED = frozenset({"last", "yesterday", "today", "recent", "earlier", "previous"})


def once_done(sentence: Sentence, at: int, group: Group | None) -> bool:
    """'They will disarm following the withdrawal', 'after the army leaves': what others wait for has not happened by that."""
    if group is None:
        phrase = sentence.phrase_of(at)
        phrase = sentence.all_of(phrase)[0] if phrase is not None else None
        while phrase is not None and phrase.prep == "of" and phrase.start >= 2:
            phrase = sentence.phrase_of(phrase.start - 2)
        if phrase is not None and phrase.prep is None and (first := _joined_to(sentence, phrase)) is not None:
            phrase = first
        if phrase is None or not phrase.start:
            return False
        start = phrase.start - 1
        if any(t.lower_ in _DATED or t.lower_ in NO_PLACE for t in sentence.doc[phrase.start : at]):
            return False
    else:
        start = clause_start(sentence, at, group) - 1
        present = group.tag in {"s", "base"} or not {"has", "have", "is", "are"}.isdisjoint(group.words)
        if not present or (group.progressive and not group.passive):
            return False
    while start > 0 and sentence.doc[start].lower_ in _HEDGES:
        start -= 1  # 'after at least 200 observers have been deployed'
    if start < 0 or sentence.doc[start].lower_ not in _AFTER:
        return False
    host = next((k for k in range(start - 1, -1, -1) if k in sentence.verbs and sentence.doc[k].pos_ != "AUX"), None)
    over = sentence.doc[at].head.i
    if group is not None and sentence.doc[at].dep_ == "advcl" and over > at and over in sentence.verbs:
        host = over  # 'after the posts are set up, a part will be withdrawn'
    if host is None and any(t.lower_ in _SET for t in sentence.doc[:start]):
        return True  # 'the withdrawal is due by May, after observers have been deployed'
    if host is None or any(t.text in ";:" for t in sentence.doc[host:start]):
        return False
    if sentence.doc[host].lemma_.lower() in _LAY_DOWN and (cue := cue_at(sentence, host, "noun")) is not None:
        return cue.effect in {"requested", "required", "possible"}  # 'the accord calls for elections after the withdrawal'
    own = own_force(sentence, host, group_of(sentence, host), False, True, None)
    over_it = governor_of(sentence, host, group_of(sentence, host))
    return own.modality in _TO_BE or (over_it is not None and over_it.cue.lemma == "it may be")


_HEDGES = frozenset({"at", "least", "most", "more", "than", "about", "some"})
_SET = frozenset({"due", "foreseen"})
_LAY_DOWN = frozenset(
    {"call", "demand", "want", "provide", "envisage", "envision", "foresee", "stipulate", "require", "propose"}
)


def _joined_to(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """'Following the enforcement of a truce and the release of captives': the release follows too."""
    if phrase.start < 2 or sentence.doc[phrase.start - 1].lower_ not in {"and", "or"}:
        return None
    first = sentence.phrase_of(phrase.start - 2)
    while first is not None and first.prep == "of" and first.start >= 2:
        first = sentence.phrase_of(first.start - 2)
    return first if first is not None and first.prep in _AFTER else None
