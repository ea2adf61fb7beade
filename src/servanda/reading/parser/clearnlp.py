"""ClearNLP labels, as en_core_web_* has them, turned into Universal Dependencies; the tree stays a tree.

What is mapped: prepositions hang on their noun (`prep` + `pobj` to `obl` or `nmod` with `case`), the agent of a
passive is `obl:agent`, a copula hangs on its predicate (`attr`, `acomp`), passive labels, particles, relative
clauses, possessives, negation, measure phrases.
What is not: `flat` names stay `compound`, dates keep their inner structure, each member of a coordination hangs on
the member before it and not on the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from servanda.reading.parser.arcs import Arcs

PLAIN: Mapping[str, str] = {
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj",
    "auxpass": "aux:pass",
    "dobj": "obj",
    "dative": "iobj",
    "prt": "compound:prt",
    "relcl": "acl:relcl",
    "poss": "nmod:poss",
    "neg": "advmod",
    "npadvmod": "obl:unmarked",
    "npmod": "obl:unmarked",
    "quantmod": "advmod",
    "predet": "det:predet",
    "preconj": "cc:preconj",
    "intj": "discourse",
    "oprd": "xcomp",
    "meta": "dep",
    "complm": "mark",
    "rcmod": "acl:relcl",
    "partmod": "acl",
    "infmod": "acl",
    "possessive": "case",
    "number": "nummod",
    "num": "nummod",
    "nn": "compound",
}
MARKS = frozenset({"dobj", "pobj", "nsubjpass", "auxpass", "prep"})
VERBAL = frozenset({"VERB", "AUX"})


def is_clearnlp(labels: Iterable[str]) -> bool:
    """Whether a parser's labels are those of ClearNLP and not of Universal Dependencies."""
    return bool(MARKS & set(labels))


def to_universal(arcs: Arcs) -> Arcs:
    """The same tree in Universal Dependencies, in place; the same object is returned."""
    _copulas(arcs)
    _prepositions(arcs)
    for i, label in enumerate(arcs.deps):
        arcs.deps[i] = PLAIN.get(label, label)
    for i in range(len(arcs)):
        if arcs.child(i, "aux:pass") is not None and arcs.pos[i] in VERBAL:
            arcs.set_feats(i, Voice="Pass")
        if arcs.deps[i] == "acl" and arcs.child(i, "mark") is None and arcs.has(i, "VerbForm=Part", "Tense=Past"):
            arcs.set_feats(i, Voice="Pass")
        if arcs.deps[i] == "compound:prt":
            arcs.pos[i] = "ADP"
    return arcs


def _copulas(arcs: Arcs) -> None:
    """'is the enemy', 'is ready': the predicate becomes the head, the form of be its `cop`."""
    for i in range(len(arcs)):
        be = arcs.heads[i]
        if arcs.deps[i] not in ("attr", "acomp") or i == be or arcs.lemmas[be].lower() != "be":
            continue
        _promote(arcs, i, be)
        arcs.deps[be] = "cop"


def _promote(arcs: Arcs, child: int, head: int) -> None:
    """Let `child` take the place of `head`, with all other dependents of `head`; `head` hangs on it."""
    above, label = arcs.heads[head], arcs.deps[head]
    for sister in arcs.children(head):
        if sister != child:
            arcs.heads[sister] = child
    arcs.heads[child] = child if above == head else above
    arcs.deps[child] = label
    arcs.heads[head] = child


def _prepositions(arcs: Arcs) -> None:
    for i in range(len(arcs)):
        label = arcs.deps[i]
        if label not in ("prep", "agent", "dative") or (label == "dative" and arcs.pos[i] != "ADP"):
            continue
        obj = arcs.child(i, "pobj", "pcomp")
        if obj is None:
            arcs.deps[i] = "advmod" if label == "prep" else "dep"
            continue
        clause = arcs.deps[obj] == "pcomp" and arcs.pos[obj] in VERBAL
        head = arcs.heads[i]
        verbal = arcs.pos[head] in (*VERBAL, "ADJ", "ADV")
        _promote(arcs, obj, i)
        if clause:
            arcs.deps[obj], arcs.deps[i] = ("advcl" if verbal else "acl"), "mark"
            arcs.pos[i] = "SCONJ"
        else:
            arcs.deps[i] = "case"
            arcs.deps[obj] = "obl:agent" if label == "agent" else "obl" if verbal or head == i else "nmod"
