"""Whose an attack or its fire is, told behind the noun: 'a raid attributed to X', 'shells fired from X positions'.

Invariant: whoever is found stands behind the noun, with nothing between but the words that tie him to it; a land or a
direction that fire came from is nobody.
"""

from __future__ import annotations

from servanda.reading.acts.before_verb import EVENTS
from servanda.reading.acts.classes import is_a, is_actorlike
from servanda.reading.acts.clause import Sentence
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.lexicon import lexicon, of_classes
from servanda.reading.acts.phrases import Phrase
from servanda.reading.acts.slots import Frame

_CHARGED = {"attributed": "to", "ascribed": "to", "imputed": "to", "blamed": "on", "pinned": "on"}
_DONE = frozenset(
    [
        *["claimed", "carried", "launched", "laid", "staged", "mounted", "conducted", "perpetrated", "committed", "led"],
        *["fired", "set", "planted", "sprung", "thrown", "dropped", "operated", "flown", "ordered", "unleashed", "lobbed"],
    ]
)
_PARTICLES = frozenset({"out", "off", "up", "down"})
_HEDGES = frozenset({"allegedly", "reportedly", "apparently", "presumably", "probably", "later", "jointly", "since"})
_RELATIVE = frozenset({"that", "which"})
_SHOT = frozenset(["fired", "launched", "coming", "lobbed", "shot", "sent"])


def is_attack(sentence: Sentence, phrase: Phrase) -> bool:
    """'An attack', 'a raid', 'an ambush'."""
    head = noun_lemmas(sentence.doc[phrase.head].text)
    return bool(head & lexicon().classes["assault"]) or sentence.doc[phrase.head].lower_ in EVENTS


def who_is_behind(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Who did the attack, or sent the shell, that a phrase names; None where nobody is told behind it."""
    for at in _ends(sentence, phrase):
        near = at == phrase.end or _names_place_or_day(sentence, at - 1)
        found = (
            _tied(sentence, at, near=near)
            or _charged_by(sentence, at)
            or _owned_to(sentence, at)
            or _work_of(sentence, at)
            or (from_positions(sentence, at) if _is_shot(sentence, phrase) else None)
            or (_came_from(sentence, at) if _is_shot(sentence, phrase) else None)
        )
        if found is not None:
            return found
    return None


def _names_place_or_day(sentence: Sentence, k: int) -> bool:
    """'A raid near Kest carried out by X': nobody carries out a town; 'a raid on a convoy led by X' may be X's convoy."""
    tail = sentence.phrase_of(k)
    if tail is None or tail.prep not in {"on", "in", "near", "at"}:
        return False
    named = sentence.doc[tail.head].pos_ == "PROPN" and not any(m.kind in {"actor", "group", "person"} for m in tail.mentions)
    return named or any(m.kind == "zone" for m in tail.mentions)


def _is_shot(sentence: Sentence, phrase: Phrase) -> bool:
    return bool(noun_lemmas(sentence.doc[phrase.head].text) & (of_classes("weapon", "assault") | {"shot", "bullet"}))


def _ends(sentence: Sentence, phrase: Phrase) -> list[int]:
    """Where the phrase ends, and where its tails do that tell the place or the day ('a raid on Z on Monday')."""
    ends, k = [phrase.end], phrase.end
    for _ in range(2):
        tail = sentence.phrase_of(k + 1) if k + 1 < len(sentence.doc) else None
        if tail is None or tail.prep not in {"of", "on", "in", "near", "at", "against"} or sentence.doc[k].lower_ != tail.prep:
            break
        k = tail.end
        ends.append(k)
    return ends


def _tied(sentence: Sentence, k: int, *, near: bool) -> Phrase | None:
    """'… attributed to X', '… blamed on X', '… claimed by X', '… carried out by X'. Behind a tail only a charge is of the
    attack: 'a raid on land claimed by X', 'on a convoy led by X'."""
    doc = sentence.doc
    while k < len(doc) and doc[k].lower_ in _HEDGES:
        k += 1
    if k + 2 >= len(doc):
        return None
    verb = doc[k].lower_
    if verb in _RELATIVE and doc[k + 1].lower_ in {"was", "were"} and k + 4 < len(doc):
        k += 2  # 'a raid which was blamed on X'
        verb = doc[k].lower_
    j = k + 2 if verb in _DONE and doc[k + 1].lower_ in _PARTICLES else k + 1
    by = _CHARGED.get(verb, "by" if verb in _DONE and near else None)
    if by is None or doc[j].lower_ != by:
        return None
    who = sentence.phrase_of(j + 1) if j + 1 < len(doc) else None
    return who if who is not None and is_actorlike(sentence, who) else None


def _charged_by(sentence: Sentence, k: int) -> Phrase | None:
    """'… that Y attributed to X', '… Y blamed on X', '… which Y blames on X'."""
    doc = sentence.doc
    while k < len(doc) and (doc[k].lower_ in _RELATIVE or doc[k].text == ","):
        k += 1
    accuser = sentence.phrase_of(k) if k < len(doc) else None
    if accuser is None or accuser.start != k or accuser.prep is not None:
        return None
    j = accuser.end
    while j < len(doc) and doc[j].lower_ in {"has", "have", "had", "later", "later,", "promptly", "immediately"}:
        j += 1
    if j + 2 >= len(doc):
        return None
    verb = doc[j].lower_
    on = _CHARGED.get(verb) or {"blames": "on", "attributes": "to", "pins": "on"}.get(verb)
    who = sentence.phrase_of(j + 2) if on is not None and doc[j + 1].lower_ == on else None
    return who if who is not None and is_actorlike(sentence, who) else None


def _owned_to(sentence: Sentence, k: int) -> Phrase | None:
    """'… for which X claimed responsibility', '… that X has claimed'."""
    doc = sentence.doc
    while k < len(doc) and (doc[k].lower_ in {*_RELATIVE, "for"} or doc[k].text == ","):
        k += 1
    who = sentence.phrase_of(k) if k < len(doc) else None
    if who is None or who.start != k or who.prep not in {None, "for"} or not is_actorlike(sentence, who):
        return None
    j = who.end
    while j < len(doc) and doc[j].lower_ in {"has", "have", "had", "later"}:
        j += 1
    owns = j < len(doc) and doc[j].lower_ in {"claimed", "claims", "took", "takes"}
    return who if owns and "responsibility" in {t.lower_ for t in doc[j + 1 : j + 3]} else None


WORK = frozenset({"work", "handiwork", "doing"})
"""'The raid was the work of X': of what one says whose it was."""


def _work_of(sentence: Sentence, k: int) -> Phrase | None:
    """'Called the raid the work of X', 'described it as the handiwork of X', 'the raid, the work of X, …': X."""
    doc = sentence.doc
    k += k < len(doc) and (doc[k].text == "," or doc[k].lower_ == "as")
    work = sentence.phrase_of(k) if k < len(doc) else None
    if work is None or work.start != k or doc[work.head].lower_ not in WORK:
        return None
    who = sentence.phrase_of(work.end + 1) if work.end + 1 < len(doc) and doc[work.end].lower_ == "of" else None
    return who if who is not None and is_actorlike(sentence, who) else None


def _called_work_of(sentence: Sentence, who: Phrase) -> bool:
    """Whether the 'X' of 'called the raid the work of X' is no more than somebody's word for it."""
    work = sentence.phrase_of(who.start - 2) if who.prep == "of" and who.start > 2 else None
    if work is None or sentence.doc[work.head].lower_ not in WORK:
        return False
    before = sentence.doc[work.start - 1]
    return before.lower_ == "as" or sentence.phrase_of(before.i) is not None


def _came_from(sentence: Sentence, k: int) -> Phrase | None:
    """'The shots (fired at Z on Monday) came from X militia', 'the fire came from X's fighters': those who fired; a bare
    name may be a land's."""
    doc = sentence.doc
    while k < len(doc) and doc[k].lower_ in _SHOT:
        k += 1
    for _ in range(4):
        tail = sentence.phrase_of(k + 1) if k + 1 < len(doc) else None
        if tail is None or tail.prep not in {"at", "on", "in", "near", "against"} or doc[k].lower_ != tail.prep:
            break
        k = tail.end
    while k < len(doc) and doc[k].lower_ in {"had", "have", "has"}:
        k += 1
    if k + 2 >= len(doc) or doc[k].lower_ not in {"came", "come", "originated"} or doc[k + 1].lower_ != "from":
        return None
    who = sentence.phrase_of(k + 2)
    return who if who is not None and is_a(sentence, who, ("@forces",)) and not _bare(who) else None


def from_a_land(sentence: Sentence, frame: Frame) -> bool:
    """'The shells came from Norland': maybe from its land only; 'from the Guard', 'from Norland's positions' tell more.

    Of 'the shots fired at Z came from X' the firing is the act.
    """
    shells, source = frame.first("subj"), frame.slots.get("from", ())
    fired = shells is not None and any(shells.end <= v < frame.at for v in sentence.verbs)
    return bool(source) and (fired or all(_bare(p) for p in source))


def _bare(phrase: Phrase) -> bool:
    return phrase.start == phrase.head


def from_positions(sentence: Sentence, k: int) -> Phrase | None:
    """'… fired from X positions', '… from positions of X': whose positions. Its land, or near them, is nobody's."""
    doc = sentence.doc
    if k < len(doc) and doc[k].lower_ in _SHOT:
        k += 1
    if k + 1 >= len(doc) or doc[k].lower_ != "from":
        return None
    place = sentence.phrase_of(k + 1)
    return whose_positions(sentence, place) if place is not None else None


def whose_positions(sentence: Sentence, place: Phrase) -> Phrase | None:
    """'Norland positions', 'positions of Norland', 'Norland howitzers', 'a house held by Norland', 'its positions': whose
    they are."""
    doc = sentence.doc
    if is_a(sentence, place, _BUILT):
        return _held_by(sentence, place.end)
    if not is_a(sentence, place, ("@position", "@post", "@heavy", "@weapon", "@craft", "line", "trench", "battery")):
        return None
    mine = tuple(m for m in place.mentions if m.kind in {"actor", "group"} and m.id)
    if len(mine) == 1:
        end = max(k for k in range(place.start, place.end) if sentence.offset + doc[k].idx < mine[0].end)
        return Phrase(place.start, end + 1, end, None, None, mine)
    if (holder := _held_by(sentence, place.end)) is not None:
        return holder
    if doc[place.start].lower_ in {"its", "their"} and is_a(sentence, place, ("@position", "@post", "line", "trench")):
        return Phrase(place.start, place.start + 1, place.start, None, None, ())
    k = place.end
    if k >= len(doc) or doc[k].lower_ != "of":
        return None
    tail = sentence.phrase_of(k + 1) if k + 1 < len(doc) else None
    return tail if tail is not None and any(m.kind in {"actor", "group"} and m.id for m in tail.mentions) else None


_BUILT = ("house", "building", "school", "factory", "farm", "tower", "church", "compound", "rooftop", "bunker", "barn")


def _held_by(sentence: Sentence, k: int) -> Phrase | None:
    """'… held by X', '… manned by X'."""
    doc = sentence.doc
    if k + 2 >= len(doc) or doc[k].lower_ not in {"held", "manned", "occupied"} or doc[k + 1].lower_ != "by":
        return None
    who = sentence.phrase_of(k + 2)
    return who if who is not None and any(m.kind in {"actor", "group"} and m.id for m in who.mentions) else None


def captor_of(sentence: Sentence, captives: Phrase) -> Phrase | None:
    """'180 people held by X were released', 'the men in X custody walked free': by X, who alone can let them go."""
    doc, k = sentence.doc, captives.end
    if RESCUED & sentence.words:
        return None
    if k + 1 < len(doc) and doc[k].lower_ == "of" and (whole := sentence.phrase_of(k + 1)) is not None:
        k = whole.end  # 'four of the five men held by X'
    if k + 2 < len(doc) and doc[k].lower_ in _TAKEN and doc[k + 1].lower_ == "by":
        who = sentence.phrase_of(k + 2)
    elif k + 1 < len(doc) and doc[k].lower_ == "in":
        kept = sentence.phrase_of(k + 1)
        who = kept if kept is not None and doc[kept.head].lower_ in _CUSTODY else None
    else:
        return None
    return who if who is not None and any(m.kind in {"actor", "group"} and m.id for m in who.mentions) else None


_TAKEN = frozenset({"held", "detained", "imprisoned", "jailed"})
_CUSTODY = frozenset({"custody", "captivity", "hands", "detention"})
RESCUED = frozenset(["raid", "operation", "rescue", "rescued", "stormed", "assault", "escaped", "commandos", "forces"])
"""Who is freed so is not freed by those who held him."""


def pitted(sentence: Sentence, fight: Phrase) -> tuple[Phrase, ...]:
    """'Clashes pitting X against Y', 'fighting that pitted X against Y': both."""
    doc, k = sentence.doc, fight.end
    while k < len(doc) and (
        doc[k].lower_ in {"that", "which", "has", "have"} or sentence.phrase_of(k) in _tails_of(sentence, k)
    ):
        k += 1
    if k + 1 >= len(doc) or doc[k].lower_ not in {"pitting", "pitted", "pits", "pit"}:
        return ()
    one = sentence.phrase_of(k + 1)
    other = sentence.phrase_of(one.end + 1) if one is not None and one.end + 1 < len(doc) else None
    if one is None or other is None or other.prep != "against":
        return ()
    both = (one, other)
    return both if all(is_actorlike(sentence, p) for p in both) else ()


def _tails_of(sentence: Sentence, k: int) -> tuple[Phrase, ...]:
    """The phrase at `k` where it is a place or a day behind the noun ('clashes in Z pitting …')."""
    tail = sentence.phrase_of(k)
    return (tail,) if tail is not None and tail.prep in {"in", "on", "near", "at"} else ()


_THOUGHT = frozenset({"believed", "thought", "suspected", "presumed", "said", "reported", "alleged", "understood"})


def thought_of(sentence: Sentence, phrase: Phrase) -> int | None:
    """Where X stands in 'fighters believed to belong to X', 'men suspected of being members of X', '… to be from X'."""
    doc, k = sentence.doc, phrase.end
    if k + 3 >= len(doc) or doc[k].lower_ not in _THOUGHT or doc[k + 1].lower_ not in {"to", "of"}:
        return None
    k += 2
    if doc[k].lower_ in {"be", "being", "have", "having"}:
        k += 2 if doc[k + 1].lower_ in {"been", "members", "part", "fighters", "soldiers", "supporters", "linked"} else 1
    elif doc[k].lower_ in {"belong", "belonging"}:
        k += 1
    else:
        return None
    if k < len(doc) and doc[k].lower_ in {"members", "part", "fighters", "soldiers", "supporters"}:
        k += 1
    return k + 1 if k + 1 < len(doc) and doc[k].lower_ in {"to", "of", "from"} else k


_HEARD = frozenset({"allegedly", "reportedly", "apparently", "presumably"})


def is_charged_only(sentence: Sentence, who: Phrase) -> bool:
    """'A raid attributed to X', 'blamed on X', 'men believed to belong to X': that it was X is a charge."""
    if thought_of(sentence, who) is not None or _called_work_of(sentence, who):
        return True
    k = who.start - 2
    if any(t.lower_ in _HEARD for t in sentence.doc[max(0, k - 2) : max(0, k + 1)]):
        return True  # 'a mine allegedly planted by X', 'killed, apparently by X'
    return k >= 0 and sentence.doc[k + 1].lower_ in {"to", "on"} and sentence.doc[k].lower_ in _CHARGES


_CHARGES = frozenset({*_CHARGED, "blames", "attributes", "pins"})
