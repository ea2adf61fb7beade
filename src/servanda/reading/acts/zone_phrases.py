"""Which phrase of a sentence is the place of an act.

Invariant: where somebody goes to, and where fire comes from, is not the place; a dateline never is.
"""

from __future__ import annotations

from functools import cache

from servanda.reading.acts.classes import is_a, is_fraction, is_place_name, is_place_noun, is_placelike
from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.date_words import ends_clock
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.triggers import Trigger
from servanda.reading.acts.zone_clauses import of_their_own

_PLACE_SLOTS = (
    "from",
    "out of",
    "in",
    "into",
    "at",
    "near",
    "inside",
    "within",
    "around",
    "along",
    "across",
    "on",
    "over",
    "through",
    "toward",
    "towards",
    "to",
    "outside",
    "throughout",
    "between",
    "onto",
    "beyond",
    "of",
    "for",
    "about",
    "including",
    "obj",
    "subj",
)


def zone_phrase(sentence: Sentence, trigger: Trigger) -> Phrase | None:
    """The phrase of the sentence that is the place of an act: a zone of the case before a name, a name before a mere place."""
    slots = trigger.frame.slots
    order = [slot for slot in _places(trigger.pattern.roles.zone) if slot in slots]
    known = _known_zone(sentence, trigger, order)
    return known or _search(sentence, trigger, order, names_only=True) or _search(sentence, trigger, order, names_only=False)


@cache
def _places(zone: tuple[str, ...]) -> tuple[str, ...]:
    """The slots that may hold the place of an act: those of its own first."""
    return (*zone, *(slot for slot in _PLACE_SLOTS if slot not in zone and slot not in {"obj", "subj"}))


_STANDS = frozenset(["in", "at", "near", "inside", "within", "around", "over"])


def _known_zone(sentence: Sentence, trigger: Trigger, order: list[str]) -> Phrase | None:
    """'Fired on an army post near Z', 'near the village of Z … fired at the police': a zone of the case told as the place,
    where no zone stands in a slot of the act's own ('shelled X, in Y')."""
    own = [p for s in trigger.pattern.roles.zone if s not in _STANDS for p in trigger.frame.slots.get(s, [])]
    if any(m.kind == "zone" for p in own for m in p.mentions):
        return None
    for slot in [*(s for s in order if s in _STANDS), *_STANDS.difference(order)]:
        for phrase in trigger.frame.slots.get(slot, []):
            if phrase.head in trigger.words or is_dateline(sentence, phrase) or _is_between(sentence, phrase):
                continue
            if of_their_own(sentence, trigger, phrase.head) or _is_where_to(sentence, trigger, phrase):
                continue
            for one in (phrase, _of_tail(sentence, phrase)):
                if one is not None and any(m.kind == "zone" and m.id for m in one.mentions):
                    return _narrower(sentence, one)
    return None


def _search(sentence: Sentence, trigger: Trigger, order: list[str], names_only: bool) -> Phrase | None:
    for slot in order:
        if slot in _GOALS and trigger.pattern.act == "withdraw":
            continue
        if slot == "from" and trigger.pattern.act in _COMING:
            continue  # 'shells fired from Z' fell elsewhere, and who entered 'from the east' did not enter the east
        for phrase in trigger.frame.slots.get(slot, []):
            if phrase.head in trigger.words or is_dateline(sentence, phrase) or _is_between(sentence, phrase):
                continue
            if of_their_own(sentence, trigger, phrase.head) or _is_where_to(sentence, trigger, phrase):
                continue
            if slot == "to" and trigger.pattern.act in _GIVEN and not any(m.kind == "zone" and m.id for m in phrase.mentions):
                continue  # 'handed 20 prisoners to the Red Cross'
            if _in_line_with(sentence, phrase) or _is_no_place(sentence, phrase):
                continue
            listed = sentence.all_of(phrase) if phrase in sentence.phrases else [phrase]
            for known_only in (True, False):
                for one in listed:
                    if any(m.kind == "zone" and (m.id or not known_only) for m in one.mentions):
                        return _narrower(sentence, one)
            land = (
                slot in trigger.pattern.roles.zone
                and slot not in trigger.pattern.roles.target
                and slot in {"obj", "of", "into", "from"}
                and not (trigger.frame.group is None and "obj" in trigger.pattern.roles.actor)  # 'the withdrawal of X'
            )
            known = any(m.kind in {"actor", "group"} and m.how not in {"guessed"} for m in phrase.mentions)
            if (
                slot in {"obj", "to", "on", "against", "for", "at"}
                and known
                and not (land and sentence.doc[phrase.head].pos_ == "PROPN")
            ):
                continue
            if slot == "from" and known and trigger.pattern.act not in _LEFT:
                continue  # 'collected 290 rifles from the Front'
            if slot == "of" and trigger.frame.group is not None and _names_actor(sentence, phrase):
                continue  # 'was put off at the request of X'
            fits = is_place_name(sentence, phrase) if names_only else is_placelike(sentence, phrase)
            fits = fits or (land and known and sentence.doc[phrase.head].pos_ == "PROPN" and slot != "of")
            if fits:
                return phrase
            tail = _of_tail(sentence, phrase)
            if (
                tail is not None
                and (is_place_name(sentence, tail) if names_only else is_placelike(sentence, tail))
                and is_placelike(sentence, phrase)
            ):
                return _first_known(sentence, tail)
    return None


def _first_known(sentence: Sentence, place: Phrase) -> Phrase:
    """'From the centres of Tol, Kest and Arda': the first that the case knows."""
    listed = sentence.all_of(place) if place in sentence.phrases else [place]
    return next((p for p in listed if any(m.kind == "zone" and m.id for m in p.mentions)), place)


_LEFT = frozenset({"withdraw", "hand-over", "remain", "disarm", "demine"})
"""Of these, what stands behind 'from' may be a land that bears an actor's name."""
_COMING = frozenset({"attack", "enter"})
_GIVEN = frozenset({"release", "exchange-prisoners", "hand-over-weapons", "return-bodies"})
_GOALS = frozenset(["for", "to", "into", "toward", "towards", "onto"])
"""Who withdraws to a place leaves another."""


def _is_where_to(sentence: Sentence, trigger: Trigger, phrase: Phrase) -> bool:
    """'Left in the direction of X': as much a goal as 'left for X'."""
    at = phrase.head if phrase.prep == "in" else phrase.start - 2
    ahead = phrase.prep in {"in", "of"} and at >= 0 and sentence.doc[at].lower_ == "direction"
    return ahead and trigger.pattern.act == "withdraw"


_NO_PLACES = frozenset(
    {"request", "invitation", "behest", "insistence", "initiative", "suggestion", "order", "orders", "expense", "mercy", "time"}
)


def _names_actor(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the last word itself is an actor's name: 'the Front', not 'the Somali capital'."""
    start, end = sentence.span(phrase.head, phrase.head + 1)
    return any(m.kind == "actor" and m.how != "guessed" and m.start <= start and end <= m.end for m in phrase.mentions)


def _is_no_place(sentence: Sentence, phrase: Phrase) -> bool:
    """A weapon ('using X rockets'), an hour or a person ('according to NAME'), where no zone stands in the words."""
    if is_fraction(sentence, phrase):
        return True  # 'three quarters of its tanks'
    if any(m.kind == "zone" for m in phrase.mentions):
        return False
    if phrase.prep in {"at", "on", "in"} and sentence.doc[phrase.head].lower_ in _NO_PLACES:
        return True  # 'was put off at the request of X'
    many = sentence.doc[phrase.head].lower_.endswith("s")
    if (many and is_a(sentence, phrase, ("@mine",))) or _are_people(sentence, phrase):
        return True
    told = phrase.prep == "to" and phrase.start > 1 and sentence.doc[phrase.start - 2].lower_ == "according"
    return told or is_a(sentence, phrase, ("@weapon",)) or ends_clock(sentence.doc, phrase.start, phrase.end)


def _are_people(sentence: Sentence, phrase: Phrase) -> bool:
    """'Murdered 50 Serbs', 'freed twelve Orvanians': a number of those who bear a land's name is no place of that name."""
    first, head = sentence.doc[phrase.start], sentence.doc[phrase.head]
    return first.pos_ == "NUM" and head.i > first.i and head.lower_.endswith("s") and not is_place_noun(sentence, phrase)


def is_dateline(sentence: Sentence, phrase: Phrase) -> bool:
    """'SRINAGAR: …', 'GENEVA - …': where the report was sent from."""
    words = sentence.doc.words(phrase.start, phrase.end)
    after = sentence.doc[phrase.end].text if phrase.end < len(sentence.doc) else ""
    return phrase.start == 0 and words.isupper() and len(words) > 3 and after in {":", "-", "–", "—", ",", "(", "."}


def _is_between(sentence: Sentence, phrase: Phrase) -> bool:
    """'the road between X and Y' is in neither."""
    return phrase.prep == "between" and len(sentence.all_of(phrase) if phrase in sentence.phrases else []) > 1


def _in_line_with(sentence: Sentence, phrase: Phrase) -> bool:
    """'In line with the agreement' is no line."""
    after = sentence.doc[phrase.end].lower_ if phrase.end < len(sentence.doc) else ""
    return phrase.prep == "in" and after == "with" and sentence.doc[phrase.start].lower_ == "line"


_WHERE = frozenset(["in", "on", "at", "near", "inside", "within", "around", "of"])


def _narrower(sentence: Sentence, phrase: Phrase) -> Phrase:
    """'on the N1 highway in Sofala': the highway."""
    if phrase.prep not in {"in", "of", "near"} or phrase.start < 2 or phrase not in sentence.phrases:
        return phrase
    before = sentence.phrase_of(phrase.start - 2)
    if before is None or before.prep not in _WHERE or not any(m.kind == "zone" and m.id for m in before.mentions):
        return phrase
    return before


def _of_tail(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """'the territory of the Kalbajar region': the region."""
    if phrase.end < len(sentence.doc) and sentence.doc[phrase.end].lower_ in {"of", "in"}:
        nxt = sentence.phrase_of(phrase.end + 1)
        return nxt if nxt is not None and nxt.prep in {"of", "in"} else None
    return None
