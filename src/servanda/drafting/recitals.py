"""What stands in the head of an agreement and names nobody: recitals, and the deeds that its title is about.

Invariant: whoever a party is, its name is no adjective with what it is followed by, and no deed.
"""

from __future__ import annotations

from servanda.vocabulary import vocabulary

RECITES = (
    r"\w+ly (?!of\b|for\b)(?-i:[a-z])|\w+ (?:that|at|about|over|by the)\b|\w+(?:ed|ing|ous|ful|less) (?:to|by|in|with|from)\b|"
    r"(?:\w+(?:ed|ous|ful|less)|aware|cogni[sz]ant|certain|confident|sure|proud) of\b"
)
"""How a recital begins, whatever its word: 'Deeply concerned at', 'Convinced that', 'Mindful of', 'Committed to'; for
patterns that mind no capitals."""


def is_deed(name: str) -> bool:
    """'Withdrawal of Forces in X': what an agreement is about, and no party to it."""
    head, of, _ = name.partition(" of ")
    return bool(of) and head.rsplit(" ", 1)[-1].lower() in _deeds() | _OTHERS


def _deeds() -> frozenset[str]:
    """The nouns of the acts, in one word: 'withdrawal', 'release'."""
    nouns = (n for act in vocabulary("acts.yaml")["acts"].values() for n in act.get("nouns") or ())
    words = (n.get("w", "") if isinstance(n, dict) else n for n in nouns)
    return frozenset(w.split()[0] for w in words if isinstance(w, str) and w and ":" not in w.split()[0])


_OTHERS = frozenset(
    [
        *["cessation", "end", "ending", "establishment", "protection", "settlement", "prevention", "resolution", "reduction"],
        *["implementation", "monitoring", "separation", "restoration", "resumption", "normalisation", "normalization", "terms"],
    ]
)
