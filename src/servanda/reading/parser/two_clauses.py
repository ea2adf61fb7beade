"""Two clauses joined by 'and' where the parser joins the nouns between their verbs: 'X left A and Y opened the road'.

Invariant: the noun right behind the first verb becomes its object, the noun right before the second verb its subject.
"""

from __future__ import annotations

from servanda.reading.parser.arcs import Arcs
from servanda.reading.parser.headlines import words_of


def two_clauses(arcs: Arcs) -> None:
    """Part the nouns that stand between two finite verbs."""
    for second in range(4, len(arcs)):
        if arcs.pos[second] == "VERB" and not _joined_subject(arcs, second) and not _taken_for_relative(arcs, second):
            _taken_for_setting(arcs, second)


def _joined_subject(arcs: Arcs, second: int) -> bool:
    """'X left A and Y opened the road', with A and Y for the subject of what X is taken to say."""
    first, subject = arcs.heads[second], arcs.child(second, "nsubj")
    if subject is None or arcs.deps[second] != "ccomp" or not first < subject < second or not _wants_object(arcs, first):
        return False
    other = _last_joined(arcs, subject, second)
    if other is None or min(arcs.subtree(subject)) != first + 1:
        return False
    arcs.heads[subject], arcs.deps[subject] = first, "obj"
    _part(arcs, first, other, second)
    return True


def _taken_for_relative(arcs: Arcs, second: int) -> bool:
    """'X freed ten men and Y released five', with the freeing for a clause about X, who is taken to release."""
    who = arcs.child(second, "nsubj")
    first = who + 1 if who is not None else second
    if who is None or first + 2 >= second or arcs.deps[first] != "acl" or arcs.heads[first] != who:
        return False
    taken = arcs.child(first, "obj")
    other = _last_joined(arcs, taken, second) if taken is not None and first < taken < second else None
    set_in = arcs.child(first, "advcl")
    if other is None and set_in is not None and (taken := arcs.child(set_in, "obj")) is not None and set_in < taken < second:
        other = _last_joined(arcs, taken, second)  # 'X freed ten men before Y left A and Z entered B'
    if (
        other is None
        or not _who(arcs, other)
        or not arcs.has(first, "Tense=Past")
        or any(f in (",", ";") for f in arcs.forms[first:second])
    ):
        return False
    _lead(arcs, first, second, (who, "nsubj"), who)
    _part(arcs, first, other, second)
    return True


def _taken_for_setting(arcs: Arcs, second: int) -> None:
    """'X left A and the Front entered B', with the leaving for a clause of time, and A and the Front for who entered."""
    subject = arcs.child(second, "nsubj")
    first = subject - 1 if subject is not None else 0
    if subject is None or first < 1 or arcs.deps[first] != "advcl" or arcs.heads[first] != second:
        return
    other = _last_joined(arcs, subject, second)
    own = arcs.child(first, "nsubj")
    if other is None or own is None or own > first or not _wants_object(arcs, first) or arcs.child(first, "mark") is not None:
        return
    _lead(arcs, first, second, (subject, "obj"), first)
    _part(arcs, first, other, second)


def _lead(arcs: Arcs, first: int, second: int, noun: tuple[int, str], before: int) -> None:
    """The first verb takes the second's place in the tree, its noun, what stands before, and the final mark."""
    top = arcs.heads[second] == second
    arcs.heads[first], arcs.deps[first] = (first if top else arcs.heads[second]), arcs.deps[second]
    arcs.heads[noun[0]], arcs.deps[noun[0]] = first, noun[1]
    for c in arcs.children(second):
        if c < before or (arcs.deps[c] == "punct" and c == len(arcs) - 1):
            arcs.heads[c] = first


def _last_joined(arcs: Arcs, noun: int, before: int) -> int | None:
    """The noun that 'and' joins to another right before a verb."""
    other = next((c for c in reversed(arcs.children(noun)) if arcs.deps[c] == "conj" and noun < c < before), None)
    close = other is not None and arcs.child(other, "cc") is not None and max(arcs.subtree(other)) == before - 1
    return other if close else None


def _who(arcs: Arcs, noun: int) -> bool:
    """A name or 'the rebels': 'soldiers denied food and water left' is one clause."""
    return arcs.pos[noun] == "PROPN" or arcs.child(noun, "det") is not None


def _wants_object(arcs: Arcs, verb: int) -> bool:
    takes = arcs.lemmas[verb].lower() in words_of("takes_a_place")
    return takes and arcs.child(verb, "obj") is None and arcs.child(verb, "nsubj") is not None


def _part(arcs: Arcs, first: int, subject: int, second: int) -> None:
    joint = arcs.child(subject, "cc")
    arcs.heads[second], arcs.deps[second] = first, "conj"
    arcs.heads[subject], arcs.deps[subject] = second, "nsubj"
    if joint is not None:
        arcs.heads[joint] = second
