"""How doubtful a parse is: a number from 0 to 1 that grows with what wrong parses have in common."""

from __future__ import annotations

import math
from collections.abc import Mapping

from spacy.tokens import Doc

ODD = frozenset({"dep", "orphan", "list", "reparandum", "dislocated", "goeswith", "vocative"})
CORE = frozenset({"nsubj", "nsubj:pass", "obj", "ccomp", "xcomp", "csubj"})
SINGLE = ("nsubj", "nsubj:pass", "obj", "ccomp", "cop")


def signs(doc: Doc) -> Mapping[str, float]:
    """What may tell a wrong parse, each as a number near 0 to 1; the weights below are for these names."""
    tokens = [t for t in doc if not t.is_space]
    words = [t for t in tokens if t.pos_ != "PUNCT"]
    if not words:
        return {"empty": 1.0}
    roots = [t for t in tokens if t.head is t or t.head.i == t.i]
    root = roots[0] if roots else words[0]
    verbs = [t for t in words if t.pos_ == "VERB"]
    finite = [t for t in words if "Fin" in t.morph.get("VerbForm")]
    doubled = sum(
        max(0, sum(c.dep_ == label for c in t.children) - 1) for t in words for label in SINGLE
    )
    n = len(words)
    return {
        "bias": 1.0,
        "long": min(1.0, n / 60),
        "very_short": float(n < 4),
        "odd_labels": min(1.0, 5 * sum(t.dep_ in ODD for t in words) / n),
        "parataxis": min(1.0, sum(t.dep_ in ("parataxis", "appos") for t in words) / 4),
        "coordination": min(1.0, sum(t.dep_ == "conj" for t in words) / 6),
        "no_root_verb": float(root.pos_ not in ("VERB", "AUX") and not any(c.dep_ == "cop" for c in root.children)),
        "no_finite_verb": float(not finite),
        "idle_verb": min(1.0, sum(not any(c.dep_ in CORE or c.dep_ == "obl" for c in t.children) for t in verbs) / 3),
        "doubled_roles": min(1.0, doubled / 2),
        "crossing": min(1.0, _crossing(doc) / 2),
        "long_arcs": min(1.0, sum(abs(t.head.i - t.i) > 15 for t in words) / 4),
        "unknown_tags": min(1.0, 3 * sum(t.pos_ in ("X", "SYM", "") for t in words) / n),
        "capitals": float(sum(t.text.isupper() and len(t.text) > 3 for t in words) > n / 2),
    }


def _crossing(doc: Doc) -> int:
    """How many pairs of arcs cross."""
    arcs = sorted((min(t.i, t.head.i), max(t.i, t.head.i)) for t in doc if t.head.i != t.i)
    return sum(a < c < b < d for k, (a, b) in enumerate(arcs) for c, d in arcs[k + 1 :] if c < b)


WEIGHTS: Mapping[str, float] = {"bias": -2.0, "empty": 8.0}
"""Fitted by training/fit_doubt.py: the odds that an arc of the parse is wrong."""


def doubt(doc: Doc) -> float:
    """The share of arcs of this parse that are wrong, as expected from its signs: 0 sure, 1 worthless.

    Fitted on the treebanks' dev sets; on text of another kind it orders parses, and its level is a guess.
    """
    if not len(doc) or not doc.has_annotation("DEP"):
        return 1.0
    total = sum(WEIGHTS.get(name, 0.0) * value for name, value in signs(doc).items())
    return 1.0 / (1.0 + math.exp(-total))
