"""Where a quotation stands right before a pronoun: '"Boran has left," its spokesman said' is not Boran's spokesman.

Invariant: a place is given only where the quotation closes right before and opens in the same paragraph.
"""

from __future__ import annotations

import re


def behind_quotation(text: str, at: int) -> int | None:
    """Where the quotation opens that closes right before a place; whoever is named in it is named by the one who speaks."""
    closed = _CLOSED.search(text, max(0, at - 4), at)
    if closed is None:
        return None
    opening = {"”": "“", "»": "«", "’": "‘"}.get(closed[1], closed[1])
    paragraph = text.rfind("\n\n", 0, at) + 1
    place = text.rfind(opening, paragraph, closed.start(1))
    return max(0, place - 1) if place >= 0 else None


_CLOSED = re.compile(r"[,.!?]([\"”»’])\s*$")
