"""A noun that takes up the whole clause before it: ', a charge the rebels deny', ', something the mission disputes'.

Invariant: such a noun hangs on the verb that it takes up and is followed by a relative clause; it is never the subject of
the clause before it, nor does what is said of it govern that clause.
"""

from __future__ import annotations

from servanda.reading.parser.arcs import Arcs
from servanda.reading.parser.headlines import words_of

_ARTICLES = frozenset({"a", "an"})
_CLAUSAL = frozenset({"ccomp", "advcl", "parataxis", "conj"})


def summed_up(arcs: Arcs) -> None:
    """Hang the noun on the clause it takes up, and its verb on the noun."""
    for noun in range(2, len(arcs) - 2):
        if arcs.forms[noun].lower() in words_of("takes_up_a_clause") and _opens(arcs, noun):
            verb = _verb_after(arcs, noun)
            if verb is not None:
                _mend(arcs, noun, verb)


def _opens(arcs: Arcs, noun: int) -> bool:
    """Whether the noun stands right behind a comma or dash, an article between at most."""
    before = noun - 2 if arcs.forms[noun - 1].lower() in _ARTICLES else noun - 1
    return before > 0 and arcs.forms[before] in (",", "–", "—", "-")


def _verb_after(arcs: Arcs, noun: int) -> int | None:
    """The verb of 'X denies' right behind the noun, with a subject of its own between them."""
    for verb in range(noun + 2, min(noun + 9, len(arcs))):
        if arcs.forms[verb] in (",", ";", ":"):
            return None
        if arcs.pos[verb] != "VERB":
            continue
        subject = next((c for c in arcs.children(verb) if noun < c < verb and arcs.deps[c] in ("nsubj", "nsubj:pass")), None)
        named = arcs.pos[noun + 1] == "PROPN" and arcs.heads[noun + 1] == noun
        beside = noun + 1 if named else arcs.child(noun, "appos")
        if subject is None and beside is not None and noun < beside < verb:
            arcs.heads[beside], arcs.deps[beside] = verb, "nsubj"  # 'something X denied'
            subject = beside
        return verb if subject is not None and arcs.child(verb, "obj", "xcomp") is None else None
    return None


def _mend(arcs: Arcs, noun: int, verb: int) -> None:
    over = next((h for h in (verb, noun) if _clause_under(arcs, h, noun) is not None), None)
    clause = _clause_under(arcs, over, noun) if over is not None else None
    if clause is not None and over is not None:
        top = arcs.heads[over] == over
        arcs.heads[clause], arcs.deps[clause] = (clause if top else arcs.heads[over]), arcs.deps[over]
        arcs.heads[noun], arcs.deps[noun] = clause, "parataxis"
        arcs.heads[verb], arcs.deps[verb] = noun, "acl:relcl"
        for c in arcs.children(verb):
            if c < noun - 1 or (arcs.deps[c] == "punct" and c == len(arcs) - 1):
                arcs.heads[c] = clause
        return
    if arcs.deps[verb] in _CLAUSAL and arcs.heads[verb] < noun and arcs.heads[noun] == verb:
        arcs.heads[noun], arcs.deps[noun] = arcs.heads[verb], "parataxis"
        arcs.heads[verb], arcs.deps[verb] = noun, "acl:relcl"
    if arcs.heads[noun] < noun and arcs.deps[noun] in ("nsubj", "nsubj:pass", "obj", "obl"):
        arcs.deps[noun] = "parataxis"
    if arcs.heads[verb] == noun:
        arcs.deps[verb] = "acl:relcl"


def _clause_under(arcs: Arcs, over: int, noun: int) -> int | None:
    """The clause before the noun that the parser hung on its verb, or on the noun itself."""
    return next((c for c in arcs.children(over) if c < noun and arcs.deps[c] in _CLAUSAL and arcs.pos[c] == "VERB"), None)
