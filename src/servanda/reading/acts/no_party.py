"""Who and what does no act of an agreement: snow closes roads, companies leave towns, soldiers die in a crash.

Invariant: whom a case names does acts, whatever he is called; here only words decide, of the doer and of the cause.
"""

from __future__ import annotations

from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.lexicon import of_classes
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.slots import Frame

_OF_ARMS = frozenset({"withdraw", "enter", "deploy", "reinforce", "advance", "disarm", "hand-over", "block-route"})
_SUFFERED = frozenset({"block-route", "attack", "open-route"})
_CAUSES = frozenset({"because", "due", "owing", "thanks"})


def by_no_party(sentence: Sentence, act: str, frame: Frame) -> bool:
    """'Farmers left the valley', 'the road was closed by snow', 'killed in a landslide': no act of a party."""
    doer = frame.first("subj")
    over = frame.governor if act == "block-route" and frame.group is None else None
    if over is not None and over.cue.lemma in {"hit", "face", "encounter", "run"}:
        return True  # 'the talks hit roadblocks'
    if act in _OF_ARMS and doer is not None and _is_one(sentence, doer, ("nature", "business", "civil_folk")):
        return True
    return act in _SUFFERED and any(
        _is_one(sentence, p, ("nature",)) and _as_cause(sentence, slot, p) for slot, ps in frame.slots.items() for p in ps
    )


def of_years(sentence: Sentence, at: int, frame: Frame) -> bool:
    """'Five decades of hostilities': an age, and no attack."""
    phrase = sentence.phrase_of(at) if frame.group is None else None
    over = sentence.phrase_of(phrase.start - 2) if phrase is not None and phrase.prep == "of" and phrase.start > 1 else None
    return over is not None and sentence.doc[over.head].lower_ in _AGES


_AGES = frozenset({"decade", "decades", "years", "century", "half-century", "centuries", "generations"})


def _is_one(sentence: Sentence, phrase: Phrase, classes: tuple[str, ...]) -> bool:
    head = phrase.head
    named = any(m.kind in {"actor", "group"} and m.end > sentence.offset + sentence.doc[head].idx for m in phrase.mentions)
    whole = head + 1 < len(sentence.doc) and sentence.doc[head + 1].lower_ == "of"  # 'a band of fighters'
    other = sentence.doc[head].dep_ in {"obj", "iobj"}  # of another verb: 'neither freed the teachers nor left'
    return not named and not whole and not other and not of_classes(*classes).isdisjoint(noun_lemmas(sentence.doc[head].text))


def _as_cause(sentence: Sentence, slot: str, phrase: Phrase) -> bool:
    if slot in {"subj", "by", "in", "after", "for", "during"}:
        return True
    return phrase.start > 1 and sentence.doc[phrase.start - 2].lower_ in _CAUSES
