"""Headlines without a verb that say where forces are: 'Troops still in TOWN', 'Army out of TOWN', 'TOWN in rebel hands'.

Invariant: the line begins with who or what is meant, the words of place follow at once, and no verb stands before them.
"""

from __future__ import annotations

from functools import cache

from servanda.reading.acts.classes import is_actorlike, is_placelike
from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.lexicon import Pattern, lexicon
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.slots import Frame

_WHERE: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (("still", "in"), "be still in:@place s:@forces", "in"),
    (("back", "in"), "be back in:@place s:@forces", "in"),
    (("out", "of"), "be out of:@place s:@forces", "of"),
    (("gone", "from"), "be gone from:@place s:@forces|@heavy|@post", "from"),
)
_HANDS = "be in:hand s:@place|@name"
_ENDS = frozenset(
    {",", ":", "-", "–", "—", "as", "after", "despite", "at", "for", "since", "two", "days", "weeks", "before", ".", "!"}
)


_Met = tuple[Pattern, Frame, tuple[int, ...]]
"""The pattern that a line without a verb meets, its frame and the words that carry it."""


def placed(sentence: Sentence) -> _Met | None:
    """What the head of a text says of where somebody is, or in whose hands a place is; None where it says no such thing."""
    if sentence.segment != "headline" or not sentence.phrases:
        return None
    first = sentence.phrases[0]
    while first.end + 1 < len(sentence.doc) and sentence.doc[first.end].lower_ == "of":
        behind = sentence.phrase_of(first.end + 1)
        if behind is None:
            break
        first = Phrase(first.start, behind.end, first.head, first.prep, first.joined, (*first.mentions, *behind.mentions))
    if first.start > 0 or first.prep is not None or any(k in sentence.verbs for k in range(first.end)):
        return None
    return _somewhere(sentence, first) or _in_hands(sentence, first)


def _somewhere(sentence: Sentence, who: Phrase) -> _Met | None:
    doc = sentence.doc
    for where, written, slot in _WHERE:
        for k in (who.end, who.end - 1):  # the parser may take 'gone' for a part of the name
            place = sentence.phrase_of(k + 2) if k > 0 and k + 2 < len(doc) else None
            if place is None or tuple(t.lower_ for t in doc[k : k + 2]) != where:
                continue
            ended = place.end >= len(doc) or doc[place.end].lower_ in _ENDS
            if not ended or not is_actorlike(sentence, who) or not is_placelike(sentence, place):
                return None
            return _made(written, who, {slot: place}, (k, k + 1))
    return None


def _in_hands(sentence: Sentence, what: Phrase) -> _Met | None:
    """'TOWN in rebel hands', 'TOWN under army control'."""
    doc = sentence.doc
    if what.end + 2 >= len(doc) or doc[what.end].lower_ not in {"in", "under"}:
        return None
    hands = sentence.phrase_of(what.end + 1)
    if hands is None or not is_placelike(sentence, what) or not any(m.kind != "zone" for m in hands.mentions):
        return None
    at = next((k for k in (hands.head, hands.end) if k < len(doc) and doc[k].lower_ in {"hands", "control"}), None)
    if at is None or (at + 1 < len(doc) and doc[at + 1].lower_ not in _ENDS):
        return None
    return _made(_HANDS, what, {"in": hands}, (at,))


def _made(written: str, who: Phrase, places: dict[str, Phrase], words: tuple[int, ...]) -> _Met:
    frame = Frame(words[0], None, None, end=words[-1] + 1)
    frame.add("subj", who)
    for slot, place in places.items():
        frame.add(slot, place)
    return _pattern(written), frame, words


@cache
def _pattern(written: str) -> Pattern:
    """The pattern of the acts file that is written so."""
    return next(p for p in lexicon().verbs["be"] if p.written == written and not p.skip)
