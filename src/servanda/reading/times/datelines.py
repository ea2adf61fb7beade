"""The day at the head of a text ('KIDAL, 5 October (Agency) - …'): the day on which it was written.

Invariant: never after the day of publication, and no more than a month before it.
"""

from __future__ import annotations

import re
from datetime import date

from servanda.reading.times.expression import Anchor
from servanda.reading.times.find import find_times
from servanda.reading.times.fragments import DAY, MON, YEAR_PLAIN

_REACH = 400
_LONGEST = 31
_DATE = rf"(?:{DAY}[ \t]+{MON}|{MON}[ \t]+{DAY})"  # behind a dash: the end of a period
_HEAD = re.compile(
    rf"(?:^|\n)[ \t]*(?-i:[A-Z])[\w.'’ /-]{{1,40}}(?:,[ \t]+(?-i:[A-Z])[\w.'’ -]{{2,30}})?(?:[ \t]*\([^)\n]{{2,40}}\))?,[ \t]+"
    rf"(?P<day>{_DATE}(?:,?[ \t]+{YEAR_PLAIN})?)"
    rf"[ \t]*(?:\([^)\n]{{2,60}}\)[ \t]*)?(?:[-–—:](?![ \t]*{_DATE})|\.[ \t])",
    re.IGNORECASE,
)


def dateline(text: str, published: date | None) -> date | None:
    """The day of a dateline, where it is known and lies shortly before the day of publication."""
    head = _HEAD.search(text[:_REACH])
    if head is None or published is None:
        return None
    found = find_times(head.group("day"), Anchor(published=published, narrative=False))
    day = found[0].earliest if found and found[0].granularity == "day" else None
    return day if day is not None and 0 <= (published - day).days <= _LONGEST else None
