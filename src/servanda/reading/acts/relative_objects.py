"""What a relative clause does something to: 'the town that rebels captured', 'the airfield, which they gave up'.

Invariant: what a relative clause says of the whole clause before it ('attacked the town, which X denies') has no object.
"""

from __future__ import annotations

from servanda.reading.acts.classes import is_a
from servanda.reading.acts.clause import Group, Sentence
from servanda.reading.acts.lexicon import lexicon
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.slots import opens_relative

_OF_PLACES = frozenset({"hand-over", "withdraw", "capture", "remain", "enter", "open-route", "block-route", "demine"})


def object_antecedent(sentence: Sentence, i: int, group: Group, subject: Phrase | None) -> Phrase | None:
    """'the town that rebels captured', 'the town they captured', 'the town, which rebels gave up': the town."""
    if subject is not None and subject.start and opens_relative(sentence, subject):
        return sentence.phrase_of(subject.start - 1)
    if sentence.doc[i].dep_ != "acl:relcl" or subject is None or subject.start < 2:
        return None
    if sentence.doc[subject.start - 1].lower_ in {"which", "that", "whom"}:
        if sentence.doc[subject.start - 2].text != ",":
            return sentence.phrase_of(subject.start - 2)
        told = sentence.phrase_of(subject.start - 3) if subject.start > 2 else None
        if told is not None and (is_a(sentence, told, ("@pact", "@truce")) or _of_the_place(sentence, i, told)):
            return told  # 'the truce, which X broke'; 'attacked the town, which X denies' denies the whole
    return None


def _of_the_place(sentence: Sentence, verb: int, place: Phrase) -> bool:
    """'Tefa, which the Front gave up': the verb hangs on the place, and may be done to one."""
    token = sentence.doc[verb]
    if not place.start <= token.head.i < place.end or not is_a(sentence, place, ("@zone", "@place", "@route")):
        return False
    lemmas = {lemma for lemma, _ in lexicon().forms.get(token.lower_, ())}
    return any(p.act in _OF_PLACES and not p.skip for lemma in lemmas for p in lexicon().verbs.get(lemma, ()))
