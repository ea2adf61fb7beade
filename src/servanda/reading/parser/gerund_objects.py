"""A gerund has no object behind a comma: 'found bodies with wounds from beating, five of them women who had been dragged'.

Invariant: only what stands behind the first comma after a bare gerund is taken from it; a tree stays one.
"""

from __future__ import annotations

from servanda.reading.parser.arcs import Arcs


def objects_behind_commas(arcs: Arcs) -> None:
    """What stands behind the comma goes with the clause that the gerund is part of."""
    for i in range(1, len(arcs) - 2):
        if arcs.pos[i] != "VERB" or not arcs.forms[i].lower().endswith("ing") or arcs.forms[i + 1] != ",":
            continue
        thing = arcs.child(i, "obj")
        above = arcs.heads[i]
        if thing is None or thing < i or above == i or arcs.deps[i] not in ("advcl", "acl"):
            continue
        if any(arcs.forms[k] == "," for k in range(i + 2, thing)):
            continue  # 'shelling, on Monday, the town'
        arcs.attach(thing, above, "parataxis")
