"""Sums that open what they count: 'a total of 145 fighters'.

Invariant: what is counted takes the place of its sum; a tree stays one.
"""

from __future__ import annotations

from servanda.reading.parser.arcs import Arcs


def totals(arcs: Arcs) -> None:
    """'A total of 145 fighters gave up their uniforms': the fighters did, as many as that."""
    for i in range(1, len(arcs) - 2):
        if arcs.forms[i].lower() != "total" or arcs.forms[i + 1].lower() != "of" or arcs.pos[i + 2] != "NUM":
            continue
        counted = arcs.child(i, "nmod")
        if counted is None or counted < i + 2 or arcs.heads[i] == i or arcs.pos[counted] not in ("NOUN", "PROPN"):
            continue
        for c in arcs.children(i):
            arcs.heads[c] = counted
        arcs.heads[counted], arcs.deps[counted] = arcs.heads[i], arcs.deps[i]
        arcs.heads[i], arcs.deps[i] = counted, "nummod"
