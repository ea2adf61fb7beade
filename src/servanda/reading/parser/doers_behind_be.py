"""'It was sappers blowing up a shell': the sappers do it, and not whoever says so.

Invariant: only a form in -ing right behind a noun that 'was' makes a predicate is given to that noun.
"""

from __future__ import annotations

from servanda.reading.parser.arcs import Arcs


def doers_behind_be(arcs: Arcs) -> None:
    """Hang the form in -ing on the noun before it."""
    for verb in range(3, len(arcs)):
        doing = arcs.pos[verb] == "VERB" and arcs.forms[verb].endswith("ing")
        if doing and arcs.pos[verb - 1] in ("NOUN", "PROPN") and not _under_noun(arcs, verb, verb - 1):
            _over_noun(arcs, verb, verb - 1)


def _under_noun(arcs: Arcs, verb: int, noun: int) -> bool:
    """The noun is the predicate already, and the form in -ing stands beside it."""
    it, be = arcs.child(noun, "nsubj", "expl"), arcs.child(noun, "cop")
    if it is None or be is None or not _is_it(arcs, it, be) or arcs.heads[verb] in (noun, verb):
        return False
    beside = arcs.heads[noun] == arcs.heads[verb] and arcs.child(verb, "nsubj") is None
    return beside and arcs.attach(verb, noun, "acl")


def _over_noun(arcs: Arcs, verb: int, noun: int) -> None:
    """'It' and the noun are both taken for what does it."""
    it, be = arcs.child(verb, "nsubj", "expl"), arcs.child(verb, "cop", "aux")
    if it is None or be is None or arcs.heads[noun] != verb or arcs.deps[noun] != "nsubj" or not _is_it(arcs, it, be):
        return
    top = arcs.heads[verb] == verb
    arcs.heads[noun], arcs.deps[noun] = (noun if top else arcs.heads[verb]), arcs.deps[verb]
    for child in arcs.children(verb):
        if child < noun:
            arcs.heads[child] = noun
    arcs.heads[verb], arcs.deps[verb], arcs.deps[be] = noun, "acl", "cop"


def _is_it(arcs: Arcs, it: int, be: int) -> bool:
    return arcs.forms[it].lower() in ("it", "this", "that") and it + 1 == be


__all__ = ["doers_behind_be"]
