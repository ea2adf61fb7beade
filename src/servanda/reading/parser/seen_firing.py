"""'Saw two helicopters fire rockets': the 'fire' between who is seen and what is shot is a verb, and no noun.

Invariant: only under a verb of seeing or hearing, and only before a plural that is shot.
"""

from __future__ import annotations

from servanda.reading.parser.arcs import Arcs

_SEES = frozenset({"see", "watch", "hear", "observe", "notice", "film"})
_SHOT = frozenset(
    ["rockets", "shells", "rounds", "shots", "mortars", "missiles", "bullets", "volleys", "flares", "grenades", "torpedoes"]
)
_BETWEEN = frozenset({"ADJ", "NUM", "DET", "NOUN"})


def seen_firing(arcs: Arcs) -> None:
    """The subject, the object and what stands behind it go with the firing, and the firing with what was seen."""
    for i in range(2, len(arcs) - 1):
        if arcs.forms[i].lower() != "fire" or arcs.pos[i - 1] not in ("NOUN", "PROPN") or not arcs.forms[i - 1].endswith("s"):
            continue
        shot = next((k for k in range(i + 1, min(i + 4, len(arcs))) if arcs.forms[k].lower() in _SHOT), None)
        if shot is None or any(arcs.pos[k] not in _BETWEEN for k in range(i + 1, shot)):
            continue
        seer = next((k for k in range(i - 2, -1, -1) if arcs.pos[k] == "VERB"), None)
        if seer is None or arcs.lemmas[seer].lower() not in _SEES or "," in arcs.forms[seer:i]:
            continue
        _set_verb(arcs, i, seer, shot)


def _set_verb(arcs: Arcs, fire: int, seer: int, shot: int) -> None:
    if not arcs.attach(fire, seer, "ccomp"):
        return
    arcs.pos[fire] = "VERB"
    arcs.set_feats(fire, Number="", VerbForm="Inf")
    arcs.attach(fire - 1, fire, "nsubj")
    arcs.attach(shot, fire, "obj")
    for child in arcs.children(seer):
        if child > shot and arcs.deps[child] in ("obl", "nmod"):
            arcs.attach(child, fire, "obl")
