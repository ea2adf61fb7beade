"""How doubtful a parse is: a number from 0 to 1 that grows with what wrong parses have in common."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from servanda.reading.parser.parsed import Doc, Token

FITTED = Path(__file__).parent / "model" / "doubt.json"
UNSEEN = 9.0
"""Cost, in nats, of an arc that the treebanks do not have."""

ODD = frozenset({"dep", "orphan", "list", "reparandum", "goeswith", "vocative"})
CORE = frozenset({"nsubj", "nsubj:pass", "obj", "ccomp", "xcomp", "csubj", "obl", "obl:agent"})
SINGLE = ("nsubj", "nsubj:pass", "obj", "ccomp", "cop")


@dataclass(frozen=True, slots=True)
class Fitted:
    """What training/fit_doubt.py learned: `costs` of arcs (-log p) and `weights` of the signs."""

    costs: Mapping[str, float]
    weights: Mapping[str, float]


@cache
def fitted() -> Fitted:
    """The numbers beside the model."""
    raw = json.loads(FITTED.read_text(encoding="utf-8"))
    return Fitted(raw["costs"], raw["weights"])


@lru_cache(maxsize=16_384)
def arc_key(pos: str, dep: str, head_pos: str, head_left: bool) -> str:
    """The kind of an arc: tag of the word, label, tag of the head, side of the head."""
    return f"{pos} {dep} {head_pos} {'<' if head_left else '>'}"


def signs(doc: Doc, costs: Mapping[str, float]) -> Mapping[str, float]:
    """What may tell a wrong parse, each as a number near 0 to 1."""
    words = [t for t in doc if t.pos_ not in ("SPACE", "PUNCT")]
    if not words:
        return {"empty": 1.0}
    root = next((t for t in doc if t.head is t and t.pos_ != "SPACE"), words[0])
    deps: list[str] = []
    arcs: list[float] = []
    idle = far = doubled = 0
    finite = False
    for token in words:
        head, pos, dep = token.head, token.pos_, token.dep_
        away = head.i - token.i
        arcs.append(costs.get(arc_key(pos, dep, head.pos_ if away else "-", away < 0), UNSEEN))
        deps.append(dep)
        if not -16 < away < 16:
            far += 1
        if token.children:
            under = [c.dep_ for c in token.children]
            idle += pos == "VERB" and CORE.isdisjoint(under)
            if len(under) > 1 and len(set(under)) < len(under):
                doubled += _doubled(under)
        elif pos == "VERB":
            idle += 1
        finite = finite or "Fin" in token.morph.get("VerbForm")
    n = len(words)
    return {
        "bias": 1.0,
        "odd_arcs": min(1.0, 4 * sum([c > 5.5 for c in arcs]) / n),
        "mean_cost": min(1.0, sum(arcs) / n / 6),
        "worst_cost": max(arcs) / UNSEEN,
        "long": min(1.0, n / 60),
        "very_short": float(n < 4),
        "odd_labels": min(1.0, 5 * sum([d in ODD for d in deps]) / n),
        "parataxis": min(1.0, (deps.count("parataxis") + deps.count("appos")) / 4),
        "coordination": min(1.0, deps.count("conj") / 6),
        "no_root_verb": float(root.pos_ not in ("VERB", "AUX") and not any(c.dep_ == "cop" for c in root.children)),
        "no_finite_verb": float(not finite),
        "idle_verb": min(1.0, idle / 3),
        "doubled_roles": min(1.0, doubled / 2),
        "crossing": min(1.0, _crossing(words) / 2),
        "long_arcs": min(1.0, far / 4),
        "unknown_tags": min(1.0, 3 * sum([t.pos_ in ("X", "SYM", "") for t in words]) / n),
        "capitals": float(sum([len(t.text) > 3 and t.text.isupper() for t in words]) > n / 2),
    }


def _doubled(deps: list[str]) -> int:
    """How many roles that a word fills once are filled again."""
    return sum([times - 1 for role in SINGLE if (times := deps.count(role)) > 1])


def _crossing(words: list[Token]) -> int:
    """How many pairs of arcs cross."""
    ends = [(t.i, t.head.i) for t in words if t.head is not t]
    # an arc between neighbours crosses none
    arcs = sorted([(a, b) if a < b else (b, a) for a, b in ends if not -2 < a - b < 2])
    found = 0
    for k, (a, b) in enumerate(arcs):
        for c, d in arcs[k + 1 :]:
            if c >= b:
                break
            found += a < c < b < d
    return found


def doubt(doc: Doc) -> float:
    """The share of wrong arcs to expect in this parse, from its signs: 0 sure, 1 worthless or not parsed.

    Fitted on the treebanks' dev sets by training/fit_doubt.py; on other text it orders parses, its level is a guess.
    """
    if not doc:
        return 1.0
    numbers = fitted()
    found = signs(doc, numbers.costs)
    if "empty" in found:
        return 1.0
    total = sum(numbers.weights.get(name, 0.0) * value for name, value in found.items())
    return 1.0 / (1.0 + math.exp(-total))
