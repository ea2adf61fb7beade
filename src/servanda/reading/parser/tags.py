"""Words mended that were taken for another kind of word than their place in the tree shows; no arc but these is touched."""

from __future__ import annotations

import re

from servanda.reading.parser.arcs import Arcs

_SUBJECTS = ("nsubj", "nsubj:pass")
_NEVER_A_VERB = re.compile(r"(?<!^st)(?<!^r)(?<!^d)ations?$", re.IGNORECASE)
"""'Violation'; 'station', 'ration' are verbs too."""
_ADJECTIVES = frozenset({"intact", "unhurt"})
_PHRASES = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod"})


def verbs_taken_for_nouns(arcs: Arcs) -> None:
    """'Watched the army shell Kest': a noun with a subject or an auxiliary before it and an object after it is a verb."""
    for i in range(1, len(arcs) - 1):
        if arcs.pos[i] != "NOUN" or arcs.child(i, "cop") is not None:
            continue
        obj, before = arcs.child(i, "obj"), arcs.child(i, *_SUBJECTS, "aux")
        if obj is None or before is None or not before < i < obj:
            continue
        arcs.pos[i] = "VERB"
        if arcs.child(i, "aux") is not None or arcs.deps[i] == "xcomp":
            arcs.set_feats(i, Number="", VerbForm="Inf")
        else:
            number = "Sing" if arcs.forms[i].endswith("s") else "Plur"
            arcs.set_feats(i, Number=number, Mood="Ind", Tense="Pres", VerbForm="Fin")


def nouns_taken_for_verbs(arcs: Arcs) -> None:
    """'One more truce violation', 'the displaced': what cannot be a verb, or has an article, is a noun."""
    for i in range(len(arcs)):
        if arcs.pos[i] == "CCONJ" and arcs.deps[i] in _SUBJECTS:
            arcs.pos[i] = "PRON"  # 'neither has left'
        if arcs.pos[i] != "VERB":
            continue
        if arcs.forms[i].lower() in _ADJECTIVES:
            arcs.pos[i], arcs.feats[i] = "ADJ", ""
        elif _NEVER_A_VERB.search(arcs.forms[i]):
            _be_noun(arcs, i)
            for c in arcs.children(i):
                if arcs.deps[c] in (*_SUBJECTS, "obj") and c == i - 1:
                    _take_over(arcs, i, c)
                elif arcs.deps[c] in ("obl", "obl:agent", "obj"):
                    arcs.deps[c] = "nmod"
        elif arcs.deps[i] in _PHRASES and arcs.child(i, "det") == i - 1 and arcs.forms[i].lower().endswith(("ed", "en")):
            _be_noun(arcs, i)
            arcs.set_feats(i, Number="Plur")
        elif _nominal_gerund(arcs, i):
            _be_noun(arcs, i)
            arcs.deps[i] = "nsubj" if arcs.deps[i] == "csubj" else arcs.deps[i]


def _nominal_gerund(arcs: Arcs, i: int) -> bool:
    """'The laying down of arms', 'fighting went on'."""
    if not arcs.forms[i].lower().endswith("ing") or arcs.child(i, "obj", "aux", "cop", "xcomp", "ccomp") is not None:
        return False
    return arcs.child(i, "det") == i - 1 or arcs.deps[i] in _SUBJECTS


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


def participles_within(arcs: Arcs) -> None:
    """'Shot nineteen captured guerrillas': a participle between a number and the noun that it counts belongs to the noun."""
    for i in range(1, len(arcs) - 1):
        noun, opens = i + 1, arcs.heads[i - 1]
        if arcs.pos[i] != "VERB" or not arcs.forms[i].lower().endswith(("ed", "en")) or arcs.pos[noun] not in ("NOUN", "PROPN"):
            continue
        if opens != noun or arcs.deps[i - 1] not in ("nummod", "det", "amod", "nmod:poss") or arcs.heads[i] == noun:
            continue
        if not arcs.children(i):
            arcs.attach(i, noun, "amod")


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


def shared_heads(arcs: Arcs) -> None:
    """'Several artillery and bombing attacks': the last noun of the row is the head that both share."""
    for last in range(3, len(arcs)):
        second = arcs.heads[last]
        first = arcs.heads[second]
        if arcs.deps[last] != "obj" or second != last - 1 or arcs.deps[second] != "conj" or first >= second:
            continue
        if {arcs.pos[k] for k in (last, second, first)} != {"NOUN"} or arcs.forms[second - 1].lower() not in ("and", "or"):
            continue
        if first != second - 2:
            continue
        top = arcs.heads[first] == first
        arcs.heads[last], arcs.deps[last] = last if top else arcs.heads[first], arcs.deps[first]
        arcs.heads[first], arcs.deps[first] = last, "compound"
        for c in arcs.children(first):
            if c < first and arcs.deps[c] in ("det", "amod", "nummod", "nmod:poss", "case"):
                arcs.heads[c] = last
        for c in (*arcs.children(first), *arcs.children(second)):
            if c > last:
                arcs.heads[c] = last
