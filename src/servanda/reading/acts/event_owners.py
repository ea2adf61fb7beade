"""Whose an attack, a shell or a claim is, for what it did: 'the raid by X killed two', 'a missile fired by X hit'.

Invariant: whoever is found stands in or behind the phrase itself; an event of nobody stays the event.
"""

from __future__ import annotations

from servanda.reading.acts.classes import is_actorlike
from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.from_whom import who_is_behind
from servanda.reading.acts.lexicon import lexicon, of_classes
from servanda.reading.acts.nominal import BY_WHOM_OF
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.possessors import possessor

_POSSESSIVES = frozenset(["our", "its", "their", "his", "her", "my"])
_WHERE_OR_WHEN = frozenset({"of", "on", "in", "near", "at", "against"})


def owner_of_event(sentence: Sentence, phrase: Phrase) -> Phrase:
    """'The army's failure broke the agreement': the army did."""
    head = noun_lemmas(sentence.doc[phrase.head].text)
    event = bool(head & of_classes("abstract", "assault"))
    if event:
        owner = possessor(sentence, phrase) or told_behind(sentence, phrase) or sender_of(sentence, phrase)
        return owner or named_before(phrase, sentence) or phrase
    if not lexicon().nouns.keys().isdisjoint(head) and not head & of_classes("forces", "actor"):
        return possessor(sentence, phrase) or named_before(phrase, sentence) or phrase  # 'the Front's withdrawal broke it'
    weapon = bool(head & of_classes("weapon", "mine"))
    return (sender_of(sentence, phrase) or named_before(phrase, sentence) or phrase) if weapon else phrase


def named_before(phrase: Phrase, sentence: Sentence) -> Phrase | None:
    """'Ruritanian tank fire', 'a Front raid': the one actor that the words before the noun name."""
    mine = tuple(m for m in phrase.mentions if m.kind in {"actor", "group"} and m.id)
    if len(mine) != 1:
        return None
    end = max(k for k in range(phrase.start, phrase.end) if sentence.offset + sentence.doc[k].idx < mine[0].end)
    return Phrase(phrase.start, end + 1, end, None, None, mine) if end < phrase.head else None


def sender_of(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """'A missile fired by the rebels hit', 'shells from rebel positions hit': the rebels did."""
    k = phrase.end
    if k + 1 >= len(sentence.doc) or k not in sentence.verbs or sentence.doc[k + 1].lower_ != "by":
        return who_is_behind(sentence, phrase)
    agent = sentence.phrase_of(k + 2) if k + 2 < len(sentence.doc) else None
    return agent if agent is not None and is_actorlike(sentence, agent) else None


def told_behind(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """'The raid of the militia killed two': the militia did, as it does with 'by'; 'the shelling of X' is done to X."""
    tail = sentence.phrase_of(phrase.end + 1) if phrase.end + 1 < len(sentence.doc) else None
    of = sentence.doc[phrase.head].lower_ in BY_WHOM_OF
    if tail is not None and tail.prep in ({"of", "by"} if of else {"by"}) and is_actorlike(sentence, tail):
        return tail
    for _ in range(2):  # 'the shelling of Z on Monday by X'
        if tail is None or tail.prep not in _WHERE_OR_WHEN or tail.end + 1 >= len(sentence.doc):
            return None
        tail = sentence.phrase_of(tail.end + 1) if sentence.doc[tail.end].lower_ in {*_WHERE_OR_WHEN, "by"} else None
        if tail is not None and tail.prep == "by" and is_actorlike(sentence, tail):
            return tail
    return None


def whose_craft(sentence: Sentence, shot: Phrase) -> tuple[Phrase, ...]:
    """'NATO jets hit the depot', 'its artillery', 'a Houthi missile': those of whom it names or whose they are."""
    if (named := named_before(shot, sentence)) is not None:
        return (named,)
    whose = any(m.kind in {"actor", "group"} and m.id for m in shot.mentions)
    return (shot,) if whose or sentence.doc[shot.start].lower_ in _POSSESSIVES else ()
