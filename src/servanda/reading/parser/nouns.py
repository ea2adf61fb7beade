"""Nouns that were tagged as verbs, and clauses on nouns under the wrong label; the tree stays a tree."""

from __future__ import annotations

from servanda.reading.parser.arcs import Arcs
from servanda.reading.parser.skeleton import is_finite

CLAUSES = frozenset({"advcl", "xcomp", "ccomp", "acl", "csubj", "dep"})
PLACES = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod", "obl:agent"})
"""What only a noun can be to its head."""
ON_NOUNS = frozenset(
    {"det", "amod", "compound", "nmod", "case", "punct", "cc", "conj", "appos", "nummod", "flat", "acl", "acl:relcl"}
)
RELATIVES = frozenset({"which", "who", "whom", "whose"})


def nouns_after_to(arcs: Arcs) -> None:
    """'Returned to Halt district', 'according to list 1': a name, or what follows 'according to', is no infinitive."""
    for i in range(2, len(arcs)):
        to = i - 1
        if arcs.pos[i] != "VERB" or arcs.forms[to].lower() != "to" or arcs.heads[i] == i:
            continue
        fixed = arcs.deps[to] == "fixed" or arcs.forms[i - 2].lower() == "according"
        if fixed or (arcs.forms[i].istitle() and _in_small_letters(arcs, i)):
            _make_noun(arcs, i, to, fixed)


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
    if arcs.deps[i] in CLAUSES:
        arcs.deps[i] = "nmod" if arcs.pos[arcs.heads[i]] in ("NOUN", "PROPN") else "obl"
    arcs.pos[to] = "ADP"
    if not fixed:
        arcs.attach(to, i, "case")
    elif (opener := arcs.heads[to]) == i - 2 and arcs.deps[opener] == "mark":
        arcs.deps[opener] = "case"
    for c in arcs.children(i):
        if arcs.deps[c] == "obj":
            _place(arcs, c, i, verb, fixed)
        elif arcs.deps[c] not in ON_NOUNS or (arcs.deps[c] == "conj" and arcs.pos[c] == "VERB"):
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
        if arcs.pos[i] != "VERB" or arcs.deps[i] not in PLACES or not arcs.has(i, "VerbForm=Part", "Tense=Past"):
            continue
        if (
            arcs.pos[i - 1] != "DET"
            or arcs.heads[i - 1] != i
            or arcs.child(i, "obj", "aux", "aux:pass", "xcomp", "ccomp") is not None
        ):
            continue
        arcs.pos[i], arcs.lemmas[i], arcs.feats[i] = "NOUN", arcs.forms[i].lower(), "Number=Plur"


def relative_clauses(arcs: Arcs) -> None:
    """'The time within which they were to leave': a finite clause with a relative pronoun is a relative clause."""
    for i in range(2, len(arcs)):
        if arcs.deps[i] != "acl" or arcs.pos[i] not in ("VERB", "AUX") or arcs.child(i, "mark") not in (None, i - 1):
            continue
        opened = any(arcs.forms[c].lower() in RELATIVES and arcs.heads[i] < c < i for c in arcs.children(i))
        if opened and (
            is_finite(arcs, i) or any(arcs.deps[c] == "cop" and arcs.has(c, "VerbForm=Fin") for c in arcs.children(i))
        ):
            arcs.deps[i] = "acl:relcl"
