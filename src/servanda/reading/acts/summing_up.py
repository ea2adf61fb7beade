"""Nouns behind which a name begins a phrase of its own: 'X shelled the town, a charge Y denied', 'under the deal X will leave'.

Invariant: the first stand right behind a comma, the others behind a preposition; the name behind is that of somebody.
"""

from __future__ import annotations

from servanda.reading.parser.parsed import Doc

_TAKES_UP = frozenset(
    [
        *["charge", "claim", "allegation", "accusation", "assertion", "statement", "report", "version", "account", "move"],
        *["suggestion", "step", "decision", "demand", "condition", "proposal", "offer", "gesture"],
    ]
)


_PACTS = frozenset(["deal", "accord", "agreement", "truce", "ceasefire", "pact", "treaty", "plan", "terms", "roadmap"])
_UNDER = frozenset(["under", "by", "in", "since", "despite", "after", "before", "with", "per", "following"])


def ends_summing_up(doc: Doc, start: int, i: int) -> bool:
    """Whether the name at `i` begins a phrase of its own behind ', a charge' or 'under the deal'."""
    if start and doc[start - 1].lower_ in _UNDER and doc[start].lower_ in {"the", "a", "that", "this"}:
        return doc[i - 1].lower_ in _PACTS and i > start + 1
    several = i == start + 1 and doc[start].lower_.endswith("s")  # ', charges X denied'
    led = i >= start + 2 and doc[start].lower_ in {"a", "an", "the"}
    if start < 1 or doc[start - 1].text != "," or not (several or led):
        return False
    return doc[i - 1].lower_.removesuffix("s") in _TAKES_UP
