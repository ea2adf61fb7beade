"""What governs a noun that somebody is blamed for: 'accused X of the attack', 'claimed responsibility for the attack'.

Invariant: a noun is under a charge only where its verb of charging stands before it in the sentence.
"""

from __future__ import annotations

from servanda.reading.acts.clause import HAVE, Governor, Sentence, group_of
from servanda.reading.acts.cues_at import cue_at, left_of
from servanda.reading.acts.phrases import Phrase
from servanda.reading.modality.lexicon import Cue, modality_lexicon

_SHARES = frozenset(
    ["responsibility", "role", "hand", "part", "involvement", "complicity", "participation", "share", "knowledge"]
)


def blamed_for(sentence: Sentence, phrase: Phrase) -> Governor | None:
    """'blamed X for the killing', 'accused X of the attack', 'claimed responsibility for the attack'."""
    left = sentence.phrase_of(phrase.start - 2) if phrase.start >= 2 else None
    if left is None or left.prep is not None:
        return None
    first_in = phrase.prep == "in"
    verb = left_of(sentence, sentence.all_of(left)[0].start)
    if verb < 0 or verb not in sentence.verbs:
        return None
    share = sentence.doc[left.head].lower_
    if share in _SHARES:
        denied = any(c.effect == "denied" for c in modality_lexicon().cues.get(sentence.doc[verb].lower_, ()))
        has_none = sentence.doc[left.start].lower_ in {"no", "any"} and sentence.doc[verb].lower_ in HAVE | {"play", "played"}
        if has_none:
            return Governor(Cue("disown", "verbs", "denied"), verb, "noun")
        return Governor(Cue("commit", "verbs", "denied" if denied else "pass"), verb, "noun")
    if first_in:
        return None
    cue = cue_at(sentence, verb, "noun")
    return Governor(cue, verb, "noun") if cue is not None and cue.effect == "alleged" else None


def charged_in_a_row(sentence: Sentence, phrase: Phrase) -> Governor | None:
    """'accused X of holding people back, of shelling and of …': a further charge under the same verb."""
    doc, k = sentence.doc, phrase.start - 2
    if phrase.prep not in {"of", "for"} or k < 2 or doc[k].lower_ not in {",", "and", "or"}:
        return None
    again = False
    for j in range(k - 1, -1, -1):
        again = again or doc[j].lower_ == phrase.prep
        if j not in sentence.verbs:
            continue
        cue = cue_at(sentence, j, "noun")
        if cue is not None and cue.effect == "alleged":
            return Governor(cue, j, "noun") if again else None
        if doc[j].lower_[-3:] != "ing" and not group_of(sentence, j).infinitive and doc[j].dep_ not in {"nmod", "amod", "acl"}:
            return None
    return None
