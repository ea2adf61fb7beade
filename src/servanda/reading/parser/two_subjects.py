"""A verb with two subjects: in 'Members of X last night fired at the post, the ministry informs' those who fired are not
among those who inform; in 'policemen known as the Lions fired' the Lions are a name.

Invariant: only a clause that stands between the two, finite and without a subject, is given the first of them, and only
a name behind 'known as' is taken from the verb.
"""

from __future__ import annotations

from servanda.reading.parser.arcs import Arcs

_SUBJECTS = ("nsubj", "nsubj:pass")


def two_subjects(arcs: Arcs) -> None:
    """Give the clause that is said the subject that stands before it."""
    for saying, subjects in arcs.grouped(*_SUBJECTS).items():
        if len(subjects) != 2:
            continue
        first, second = subjects
        if (called := _called(arcs, first, second)) is not None:
            arcs.attach(second, called, "obl")
            continue
        said = next((c for c in arcs.children(saying) if arcs.deps[c] in ("ccomp", "parataxis") and first < c < second), None)
        if said is None or second > saying or arcs.child(said, *_SUBJECTS, "expl", "mark") is not None:
            continue
        finite = arcs.has(said, "VerbForm=Fin") or _past(arcs, said)
        if arcs.pos[said] == "VERB" and finite and "," in arcs.forms[said:second] and arcs.attach(first, said, "nsubj"):
            arcs.feats[said] = _FINITE if _past(arcs, said) else arcs.feats[said]


def _called(arcs: Arcs, first: int, second: int) -> int | None:
    """The 'known' of 'policemen known as the Lions', where both are taken for subjects."""
    known = next((c for c in arcs.children(first) if arcs.deps[c] == "acl" and first < c < second), None)
    if known is None or arcs.forms[known].lower() not in _NAMED or second - known > _NEAR:
        return None
    between = arcs.forms[known + 1 : second]
    return known if "," not in between and (known + 1 == second or between[0].lower() in ("as", "the")) else None


_NAMED = frozenset(["known", "called", "named", "nicknamed", "dubbed"])
_NEAR = 4
_FINITE = "Mood=Ind|Tense=Past|VerbForm=Fin"


def _past(arcs: Arcs, verb: int) -> bool:
    """'Fired', taken for a participle: a past form that nothing makes passive or perfect."""
    bare = arcs.child(verb, "aux", "aux:pass") is None
    return bare and arcs.has(verb, "Tense=Past", "VerbForm=Part") and arcs.forms[verb].endswith("ed")


__all__ = ["two_subjects"]
