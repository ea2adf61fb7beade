"""Words mended that were taken for another kind of word than their place in the tree shows, with the arcs that go by the
kind; the tree stays a tree."""

from __future__ import annotations

import re

from servanda.reading.parser.arcs import Arcs
from servanda.reading.parser.headlines import words_of
from servanda.reading.parser.skeleton import SUBJECTS

_NEVER_A_VERB = re.compile(r"(?<!^st)(?<!^r)(?<!^d)ations?$", re.IGNORECASE)
"""'Violation'; 'station', 'ration' are verbs too."""
_CLAUSES = frozenset({"advcl", "xcomp", "ccomp", "acl", "csubj", "dep"})
_PLACES = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod", "obl:agent"})
"""What only a noun can be to its head."""
_ON_NOUNS = frozenset(
    {"det", "amod", "compound", "nmod", "case", "punct", "cc", "conj", "appos", "nummod", "flat", "acl", "acl:relcl"}
)
_ADJECTIVES = frozenset({"intact", "unhurt"})


def verbs_taken_for_nouns(arcs: Arcs) -> None:
    """'Watched the army shell Kest': a noun with a subject or an auxiliary before it and an object after it is a verb."""
    for i in range(1, len(arcs) - 1):
        if arcs.pos[i] != "NOUN" or arcs.child(i, "cop") is not None:
            continue
        obj, before = arcs.child(i, "obj"), arcs.child(i, *SUBJECTS, "aux")
        if obj is None or before is None or not before < i < obj:
            continue
        arcs.pos[i] = "VERB"
        if arcs.child(i, "aux") is not None or arcs.deps[i] == "xcomp":
            arcs.set_feats(i, Number="", VerbForm="Inf")
        else:
            number = "Sing" if arcs.forms[i].endswith("s") else "Plur"
            arcs.set_feats(i, Number=number, Mood="Ind", Tense="Pres", VerbForm="Fin")


def nouns_taken_for_verbs(arcs: Arcs) -> None:
    """'One more truce violation', 'the laying down of arms': what cannot be a verb, or is set as a noun, is one."""
    for i in range(len(arcs)):
        if arcs.pos[i] == "CCONJ" and arcs.deps[i] in SUBJECTS:
            arcs.pos[i] = "PRON"  # 'neither has left'
        if arcs.pos[i] != "VERB":
            continue
        if arcs.forms[i].lower() in _ADJECTIVES:
            arcs.pos[i], arcs.feats[i] = "ADJ", ""
        elif _NEVER_A_VERB.search(arcs.forms[i]):
            _be_noun(arcs, i)
            for c in arcs.children(i):
                if arcs.deps[c] in (*SUBJECTS, "obj") and c == i - 1:
                    _take_over(arcs, i, c)
                elif arcs.deps[c] in ("obl", "obl:agent", "obj"):
                    arcs.deps[c] = "nmod"
        elif _what_befell(arcs, i):
            _be_noun(arcs, i)
            arcs.deps[i] = "obj"
            for c in arcs.children(i):
                arcs.deps[c] = "nmod" if arcs.deps[c] == "obl" else arcs.deps[c]
        elif _nominal_gerund(arcs, i):
            _be_noun(arcs, i)
            arcs.deps[i] = "nsubj" if arcs.deps[i] == "csubj" else arcs.deps[i]


def _nominal_gerund(arcs: Arcs, i: int) -> bool:
    """'The laying down of arms', 'fighting went on'."""
    if not arcs.forms[i].lower().endswith("ing") or arcs.child(i, "obj", "aux", "cop", "xcomp", "ccomp") is not None:
        return False
    return arcs.child(i, "det") == i - 1 or arcs.deps[i] in SUBJECTS


def _what_befell(arcs: Arcs, i: int) -> bool:
    """'Mission deplores killing of judge': a deed with 'of' behind it is told of, and the verb's subject does not do it."""
    hung = arcs.deps[i] in ("xcomp", "advcl", "ccomp", "acl") and arcs.heads[i] == i - 1 and i + 1 < len(arcs)
    if not hung or not arcs.forms[i].lower().endswith("ing") or arcs.lemmas[i - 1].lower() in _OWNED_UP:
        return False
    return arcs.forms[i + 1].lower() == "of" and arcs.lemmas[i].lower() in words_of("harm") | _DEEDS


_OWNED_UP = frozenset({"admit", "confess", "acknowledge", "claim"})
"""Whoever says so of a deed did it."""
_DEEDS = frozenset({"shell", "bomb", "shoot", "attack", "raid", "burn", "loot", "seize", "detain", "storm", "abduct", "kidnap"})


def _be_noun(arcs: Arcs, i: int) -> None:
    arcs.pos[i] = "NOUN"
    plural = "Plur" if arcs.forms[i].lower().endswith("s") else "Sing"
    arcs.set_feats(i, Number=plural, VerbForm="", Mood="", Tense="", Person="", Voice="")


def _take_over(arcs: Arcs, noun: int, before: int) -> None:
    """What was the subject is the first part of the name, and what was said of it is said of the whole."""
    arcs.deps[before] = "compound"
    for c in arcs.children(before):
        if arcs.deps[c] in ("det", "amod", "nummod", "nmod:poss"):
            arcs.heads[c] = noun


def gerunds(arcs: Arcs) -> None:
    """'Denied shelling the hospital': what stands behind such a verb with an object of its own is a verb."""
    for i in range(1, len(arcs) - 1):
        before = i - 1 if arcs.pos[i - 1] != "ADV" else i - 2
        if arcs.pos[i] != "NOUN" or not arcs.forms[i].endswith("ing") or before < 0 or arcs.pos[before] != "VERB":
            continue
        if arcs.lemmas[before].lower() not in words_of("takes_gerund") or before not in arcs.above(i):
            continue
        thing = _object_on(arcs, i + 1)
        if thing is None or not arcs.attach(i, before, "xcomp"):
            continue
        arcs.pos[i] = "VERB"
        arcs.set_feats(i, VerbForm="Ger", Number="")
        arcs.attach(thing, i, "obj")


def _object_on(arcs: Arcs, start: int) -> int | None:
    """The last noun of a phrase that an article, a possessive, a number or a name opens right here."""
    if arcs.pos[start] not in ("PROPN", "DET", "NUM") and not arcs.has(start, "Poss=Yes"):
        return None
    last = None
    for k in range(start, len(arcs)):
        if arcs.pos[k] not in ("PROPN", "DET", "NUM", "ADJ", "NOUN", "PRON") and arcs.forms[k] not in ("-", "'s", "’s"):
            break
        last = k if arcs.pos[k] in ("PROPN", "NOUN") else last
    return last


def gerunds_in_a_row(arcs: Arcs) -> None:
    """'Accused of burning and looting': what is joined to a gerund is one."""
    for i in range(2, len(arcs)):
        head = arcs.heads[i]
        if arcs.deps[i] != "conj" or arcs.pos[i] != "NOUN" or not head < i or arcs.pos[head] != "VERB":
            continue
        both = arcs.forms[i].endswith("ing") and arcs.forms[head].endswith("ing") and arcs.child(head, "aux") is None
        if both and arcs.child(i, "det", "amod", "nmod:poss", "nmod", "compound") is None:
            arcs.pos[i] = "VERB"
            arcs.set_feats(i, Number="", VerbForm="Ger")


def nouns_after_to(arcs: Arcs) -> None:
    """'Returned to Halt district', 'according to list 1', 'subjected the town to shelling': a name, and what follows such
    words, is no infinitive."""
    for i in range(2, len(arcs)):
        to = i - 1
        if arcs.pos[i] != "VERB" or arcs.forms[to].lower() != "to" or arcs.heads[i] == i:
            continue
        fixed = arcs.deps[to] == "fixed" or arcs.forms[i - 2].lower() == "according"
        suffered = arcs.lemmas[arcs.heads[i]].lower() in SUFFERED_TO and arcs.heads[i] < to
        if fixed or suffered or (arcs.forms[i].istitle() and _in_small_letters(arcs, i)):
            _make_noun(arcs, i, to, fixed)


SUFFERED_TO = frozenset({"subject", "expose"})
"""Verbs whose 'to' opens no infinitive: 'was subjected to fire'."""


def _in_small_letters(arcs: Arcs, index: int) -> bool:
    """Whether a capital tells something here: other words of content are written small, as they are in no title."""
    return any(
        i != index and arcs.pos[i] in ("VERB", "NOUN", "ADJ") and len(form) > 3 and form.islower()
        for i, form in enumerate(arcs.forms)
    )


def _make_noun(arcs: Arcs, i: int, to: int, fixed: bool) -> None:
    arcs.pos[i] = "PROPN" if arcs.forms[i].istitle() else "NOUN"
    arcs.lemmas[i], arcs.feats[i] = arcs.forms[i], "Number=Sing"
    verb = next((v for v in arcs.above(i) if arcs.pos[v] in ("VERB", "AUX")), arcs.heads[i])
    if arcs.deps[i] in _CLAUSES:
        arcs.deps[i] = "nmod" if arcs.pos[arcs.heads[i]] in ("NOUN", "PROPN") else "obl"
    arcs.pos[to] = "ADP"
    if not fixed:
        arcs.attach(to, i, "case")
    elif (opener := arcs.heads[to]) == i - 2 and arcs.deps[opener] == "mark":
        arcs.deps[opener] = "case"
    for c in arcs.children(i):
        if arcs.deps[c] == "obj":
            _place(arcs, c, i, verb, fixed)
        elif arcs.deps[c] not in _ON_NOUNS or (arcs.deps[c] == "conj" and arcs.pos[c] == "VERB"):
            arcs.attach(c, verb, arcs.deps[c])


def _place(arcs: Arcs, thing: int, noun: int, verb: int, fixed: bool) -> None:
    """What was the object of the noun: its own head ('Halt district'), or the object of the verb before."""
    if fixed:
        arcs.attach(thing, noun, "flat")
    elif all(arcs.pos[k] in ("NOUN", "PROPN") for k in range(noun + 1, thing + 1)):
        arcs.heads[thing], arcs.deps[thing] = arcs.heads[noun], arcs.deps[noun]
        arcs.heads[noun], arcs.deps[noun] = thing, "compound"
        for c in arcs.children(noun):
            arcs.heads[c] = thing
    else:
        arcs.attach(thing, verb, "obj" if arcs.child(verb, "obj") is None else "obl:unmarked")


def people_by_participle(arcs: Arcs) -> None:
    """'The displaced returned': a participle behind an article, in the place of a noun, is a noun."""
    for i in range(1, len(arcs)):
        if arcs.pos[i] != "VERB" or arcs.deps[i] not in _PLACES or not arcs.has(i, "VerbForm=Part", "Tense=Past"):
            continue
        if (
            arcs.pos[i - 1] != "DET"
            or arcs.heads[i - 1] != i
            or arcs.child(i, "obj", "aux", "aux:pass", "xcomp", "ccomp") is not None
        ):
            continue
        arcs.pos[i], arcs.lemmas[i], arcs.feats[i] = "NOUN", arcs.forms[i].lower(), "Number=Plur"
