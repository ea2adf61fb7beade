"""A noun told by another one: an attack of a string of attacks, a phase of a withdrawal, the step that is a handover.

Invariant: what is told of the one is told of the other, or, of a part, of a part of it.
"""

from __future__ import annotations

import re

from servanda.reading.acts.amount_words import past_hedge
from servanda.reading.acts.classes import is_a, is_actorlike
from servanda.reading.acts.clause import Governor, Group, Sentence
from servanda.reading.acts.cues_at import TAILS, cue_at
from servanda.reading.acts.forms import noun_lemmas
from servanda.reading.acts.phrases import Phrase
from servanda.reading.modality.lexicon import Cue

PARTS = frozenset({"phase", "phases", "stage", "stages", "part", "parts", "leg", "tranche", "round", "half", "portion", "bulk"})
"""Parts of an act: what becomes of one becomes of a part of the act."""


def first_conjunct(sentence: Sentence, phrase: Phrase) -> int | None:
    """'The release of captives and the pull-out of troops did not take place': the release, not the captives."""
    head = sentence.doc[phrase.head]
    if head.dep_ != "conj" or head.head.i >= phrase.start or head.head.i in sentence.verbs:
        return None
    whole = sentence.phrase_of(head.head.i)
    return head.head.i if whole is not None and whole.prep is None and whole.head == head.head.i else None


_MEASURES = frozenset({"string", "series", "number", "range", "wave", "spate", "list", "host", "litany", "pattern", "rash"})


def measured(sentence: Sentence, phrase: Phrase) -> Phrase:
    """'Accused X of a string of attacks': what is charged is the attacks."""
    while phrase.prep == "of" and phrase.start >= 2:
        left = sentence.phrase_of(phrase.start - 2)
        if left is None or left.prep is None or sentence.doc[left.head].lower_ not in _MEASURES:
            break
        phrase = sentence.all_of(left)[0]
    return phrase


_TO_COME = frozenset(
    {"step", "steps", "priority", "task", "issue", "question", "sticking", "goal", "aim", "objective", "stage", "phase"}
)
_REASONS = frozenset({"reason", "excuse", "pretext", "ground", "signal", "danger", "fear", "warning"})
"""What may well have happened: 'the reason was the attack'."""
_WANTED = frozenset({"announced", "promised", "requested", "required", "possible"})


def is_what_is_wanted(sentence: Sentence, be: int) -> Governor | None:
    """'A key condition is the withdrawal', 'the next step is the handover': what is wanted or to come, not what is done."""
    subject = sentence.phrase_of(be - 1)
    while subject is not None and subject.prep in TAILS and subject.start >= 2:
        subject = sentence.phrase_of(subject.start - 2)
    if subject is None or subject.prep is not None:
        return None
    cue = cue_at(sentence, subject.head, "noun")
    if cue is not None and cue.sort == "nouns" and cue.effect in _WANTED and cue.lemma not in _REASONS:
        return Governor(cue, subject.head, "noun")
    if sentence.doc[subject.head].lower_ in _TO_COME and sentence.doc[be].lower_ in {"is", "are", "'s", "’s", "be"}:
        return Governor(Cue("step", "nouns", "possible"), subject.head, "noun")
    return None


def whole_of(sentence: Sentence, first: Phrase) -> Phrase:
    """'Attacks on posts and killings of civilians and soldiers go on': the attacks, not the civilians."""
    while first.prep == "of" and first.start >= 2 and (left := sentence.phrase_of(first.start - 2)) is not None:
        first = sentence.all_of(left)[0]
    return first


def stands_alone(sentence: Sentence, whole: Phrase, doer: Phrase) -> bool:
    """Whether the subject of a verb is not joined to what stands before it."""
    return at_a_place(sentence, whole, doer) or not_joined(sentence, whole, doer)


def at_a_place(sentence: Sentence, whole: Phrase, doer: Phrase) -> bool:
    """'They fought in X, and rebels shelled Y': the rebels alone; no place shells."""
    return whole is not doer and whole.prep in _AT and is_actorlike(sentence, doer)


def not_joined(sentence: Sentence, whole: Phrase, doer: Phrase) -> bool:
    """'Put forward a proposal, and the council turned it down': the proposal is the object of a verb before."""
    first, own = sentence.doc[whole.head], sentence.doc[doer.head]
    over = first.head.i
    return (
        whole is not doer
        and first.dep_ in {"obj", "obl"}
        and own.dep_[:5] == "nsubj"
        and over < whole.start
        and over in sentence.verbs
        and over != own.head.i
    )


def not_said_of(sentence: Sentence, phrase: Phrase | None) -> Phrase | None:
    """The phrase before a verb; not the 'ill' of 'because they were ill, and promised to free them', which is said of them."""
    head = sentence.doc[phrase.head] if phrase is not None else None
    said = head is not None and head.pos_ == "ADJ" and any(c.dep_[:5] == "nsubj" for c in head.children)
    return None if said else phrase


_AT = frozenset({"in", "at", "near", "around", "outside", "from", "to"})


def who_goes(sentence: Sentence, verb: int, craft: Phrase | None) -> Phrase | None:
    """Who leaves where craft do: whoever is aboard, if that is told."""
    goes = sentence.doc[verb].lemma_.lower() in {"leave", "depart", "exit", "quit"}
    return (aboard(sentence, craft) if craft is not None and goes else None) or craft


def aboard(sentence: Sentence, craft: Phrase) -> Phrase | None:
    """The fighters of 'sixty buses carrying fighters left the town', 'a convoy of trucks with fighters on board': they left."""
    doc = sentence.doc
    if noun_lemmas(doc[craft.head].text).isdisjoint(_CRAFT):
        return None
    k = craft.end
    if k + 1 < len(doc) and doc[k].lower_ == "of" and (tail := sentence.phrase_of(k + 1)) is not None:
        k = tail.end
    k += k < len(doc) and doc[k].text == ","
    carries = k + 1 < len(doc) and doc[k].lower_ in _CARRY
    k = past_hedge(doc, k + 1 + (doc[k + 1].lower_ in {"of", "with", "between"})) if carries else len(doc)
    carried = sentence.phrase_of(k) if k < len(doc) else None
    return carried if carried is not None and is_a(sentence, carried, ("@forces",)) else None


_CRAFT = frozenset(
    {"bus", "truck", "lorry", "vehicle", "convoy", "column", "boat", "ship", "train", "coach", "minibus", "pickup"}
)
_CARRY = frozenset({"carrying", "transporting", "with", "full", "loaded", "packed", "bearing", "taking"})


def a_body_of_them(sentence: Sentence, phrase: Phrase) -> bool:
    """'A convoy left the town', 'another battalion', 'buses with fighters': whether others are there is not said."""
    if any(p.end < phrase.start and aboard(sentence, p) == phrase for p in sentence.phrases):
        return True
    first, head = sentence.doc[phrase.start], sentence.doc[phrase.head]
    bare = first.i == head.i and head.lower_.endswith("s")
    return (bare or first.lower_ in {"a", "an", "another", "one"}) and not noun_lemmas(head.text).isdisjoint(_BODIES)


_BODIES = frozenset(
    [
        *[
            "convoy",
            "column",
            "unit",
            "battalion",
            "company",
            "platoon",
            "group",
            "contingent",
            "batch",
            "patrol",
            "detachment",
        ],
        *["squad", "team", "brigade", "regiment", "division", "bus", "truck", "lorry", "vehicle", "boat", "pickup"],
    ]
)


_ENTERED = re.compile(
    r"\b(?:entered|enters?|moved? into|moves into|marched into|rolled into|took over|took control of)\b[^.;]*\bafter\s[^.;]*$",
    re.IGNORECASE,
)


def made_way(sentence: Sentence, verb: int, who: Phrase | None) -> bool:
    """'X entered the town after the rebels had left': they all left it, where no number of them is told."""
    if who is None or sentence.doc[who.start].lower_ not in {"the", "its", "their"}:
        return False
    counted = any(t.pos_ == "NUM" for t in sentence.doc[who.start : who.end])
    return not counted and _ENTERED.search(sentence.doc.text, 0, sentence.doc[verb].idx) is not None


def every_one(sentence: Sentence, phrase: Phrase) -> bool:
    """'All 70 of the prisoners it held', 'every one of them': the number is that of the whole."""
    first = max(0, phrase.start - 1)
    return any(t.lower_ in {"all", "every", "each"} for t in sentence.doc[first : phrase.head + 1])


def not_even_one(sentence: Sentence, verb: int, what: Phrase | None) -> bool:
    """'Has not released a single one of the 180', 'freed not one of them': none at all, where the verb is negated."""
    words = [t.lower_ for t in sentence.doc[verb + 1 : what.head + 1]] if what is not None and what.start > verb else []
    return "single" in words or "not" in words


_THE_FIRST = re.compile(r"[^,;:]{0,90},\s+the\s+first\s+(?:(?:such|one|ones)\s+)?(?:to|since|in|for)\s", re.IGNORECASE)


def first_of_more(sentence: Sentence, verb: int) -> bool:
    """'Its lorries entered the town on Monday, the first to do so since May': others are to follow."""
    return _THE_FIRST.match(sentence.doc.text, sentence.doc[verb].idx) is not None


_FRONTS = frozenset({"line", "lines", "front", "fronts", "frontline", "frontlines"})


def is_a_front(sentence: Sentence, zone: Phrase) -> bool:
    """'Pulled its guns back from the line': how far that reaches is not said, where the line is no zone of the case."""
    return sentence.doc[zone.head].lower_ in _FRONTS and not any(m.kind == "zone" for m in zone.mentions)


def all_of_them_did(sentence: Sentence, group: Group | None, verb: int) -> bool:
    """'The rebels had all left', 'have both been freed'; not 'have not all left'."""
    if group is None or group.negated:
        return False
    return any(t.lower_ in {"all", "both"} for t in sentence.doc[group.start : verb])
