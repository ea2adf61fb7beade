"""Under which names a party of an event table may stand in an agreement.

Invariant: the words as written come first; a state's name comes only from the whole form that event data sets give a
state's own forces, never from a part of another name or where a unit is named besides.
"""

from __future__ import annotations

import re

from servanda.reports.sources import folded

# UCDP writes 'Government of X'; ACLED 'Military Forces of X (2003-)', with the years of that rule, and names a unit or a
# rival command after them ('Military Forces of X (2016-) Supreme Council'): those are not X.
_OF_STATE = re.compile(
    r"(?:government|military forces|police forces) of (?P<state>.+?)(?: \(\d{4}-(?:\d{4})?\))?", re.IGNORECASE
)


def names_of(words: str) -> tuple[str, ...]:
    """The names, folded, by which an agreement may know the party that a table calls `words`; the likeliest first."""
    return tuple(dict.fromkeys(folded(n) for n in (words, *_of_state(words)) if n.strip()))


def _of_state(words: str) -> tuple[str, ...]:
    form = _OF_STATE.fullmatch(words.strip())
    return () if form is None else (f"Government of {form['state']}", form["state"])
