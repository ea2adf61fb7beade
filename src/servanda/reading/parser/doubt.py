"""How doubtful a parse is: a number from 0 to 1 that grows with what wrong parses have in common."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
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


def arc_key(pos: str, dep: str, head_pos: str, head_left: bool) -> str:
    """The kind of an arc: tag of the word, label, tag of the head, side of the head."""
    return f"{pos} {dep} {head_pos} {'<' if head_left else '>'}"


def _key(token: Token) -> str:
    head = "-" if token.head.i == token.i else token.head.pos_
    return arc_key(token.pos_, token.dep_, head, token.head.i < token.i)


def signs(doc: Doc, costs: Mapping[str, float]) -> Mapping[str, float]:
    """What may tell a wrong parse, each as a number near 0 to 1."""
    tokens = [t for t in doc if t.pos_ != "SPACE"]
    words = [t for t in tokens if t.pos_ != "PUNCT"]
    if not words:
        return {"empty": 1.0}
    root = next((t for t in tokens if t.head.i == t.i), words[0])
    verbs = [t for t in words if t.pos_ == "VERB"]
    doubled = sum(_doubled([c.dep_ for c in t.children]) for t in words if len(t.children) > 1)
    idle = sum(CORE.isdisjoint([c.dep_ for c in t.children]) for t in verbs)
    deps = Counter([t.dep_ for t in words])
    arcs = [costs.get(_key(t), UNSEEN) for t in words]
    n = len(words)
    return {
        "bias": 1.0,
        "odd_arcs": min(1.0, 4 * sum(c > 5.5 for c in arcs) / n),
        "mean_cost": min(1.0, sum(arcs) / n / 6),
        "worst_cost": max(arcs) / UNSEEN,
        "long": min(1.0, n / 60),
        "very_short": float(n < 4),
        "odd_labels": min(1.0, 5 * sum(deps[d] for d in ODD) / n),
        "parataxis": min(1.0, (deps["parataxis"] + deps["appos"]) / 4),
        "coordination": min(1.0, deps["conj"] / 6),
        "no_root_verb": float(root.pos_ not in ("VERB", "AUX") and not any(c.dep_ == "cop" for c in root.children)),
        "no_finite_verb": float(not any("Fin" in t.morph.get("VerbForm") for t in words)),
        "idle_verb": min(1.0, idle / 3),
        "doubled_roles": min(1.0, doubled / 2),
        "crossing": min(1.0, _crossing(words) / 2),
        "long_arcs": min(1.0, sum(abs(t.head.i - t.i) > 15 for t in words) / 4),
        "unknown_tags": min(1.0, 3 * sum(t.pos_ in ("X", "SYM", "") for t in words) / n),
        "capitals": float(sum(t.text.isupper() and len(t.text) > 3 for t in words) > n / 2),
    }


def _doubled(deps: list[str]) -> int:
    """How many roles that a word fills once are filled again."""
    return sum(max(0, deps.count(d) - 1) for d in SINGLE)


def _crossing(words: list[Token]) -> int:
    """How many pairs of arcs cross."""
    arcs = sorted((min(t.i, t.head.i), max(t.i, t.head.i)) for t in words if t.head.i != t.i)
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
