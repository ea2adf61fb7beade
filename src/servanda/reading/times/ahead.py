"""Days of what was yet to come: 'shelled the town ahead of the election on 27 March'.

Invariant: only the words between a phrase such as 'ahead of' and the day are looked at.
"""

from __future__ import annotations

import re

_AHEAD_OF = re.compile(
    r"\b(?:ahead of|in advance of|(?:in the |the )?(?:run|lead)-?up to|leading up to)"
    r" (?:[\w'’-]+ ){1,9}?(?:(?:scheduled|set|due|planned|slated|expected) )?(?:(?:on|for|in|of) (?:the )?)?$"
)
_REACH = 110


def of_what_is_ahead(text: str, at: int) -> int | None:
    """Where the words begin that make the time at `at` the day of something others lay ahead of; None where none do."""
    begin = max(0, at - _REACH)
    found = _AHEAD_OF.search(text[begin:at].lower())
    return begin + found.start() if found is not None else None
