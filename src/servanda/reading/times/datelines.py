"""The day at the head of a text ('KIDAL, 5 October (Agency) - …'): the day on which it was written.

Invariant: never after the day of publication, and no more than a month before it. Where several paragraphs stand under
places and days of their own ('Goma, 10 May. …', 'Bukavu, 12 May. …'), none of them dates the whole.
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
    rf"[ \t]*(?:\([^)\n]{{2,60}}\)[ \t]*)?(?:[-–—:](?![ \t]*{_DATE})|(?P<stop>\.)[ \t])",
    re.IGNORECASE,
)
_ANY_DATE = re.compile(rf"\b(?P<day>{_DATE})\b(?!,?[ \t]+\d{{4}})", re.IGNORECASE)


def dateline(text: str, published: date | None) -> date | None:
    """The day of a dateline, where it is known and lies shortly before the day of publication."""
    head = _HEAD.search(text[:_REACH])
    if head is None or published is None:
        return None
    day = _day(head.group("day"), published)
    if day is None or not 0 <= (published - day).days <= _LONGEST:
        return None
    return None if head["stop"] and _goes_on_later(text, head.end(), day, published) else day


def _goes_on_later(text: str, at: int, day: date, published: date) -> bool:
    """'Goma, 10 May. …' in a note of the 18th that also tells of 'Bukavu, 12 May' or of what came 'on 15 May': the place
    and day of a paragraph."""
    return any((d := _day(m["day"], published)) is not None and day < d <= published for m in _ANY_DATE.finditer(text, at))


def _day(words: str, published: date) -> date | None:
    """'12 May' as the day that a text published then means by it."""
    found = find_times(words, Anchor(published=published, narrative=False))
    return found[0].earliest if found and found[0].granularity == "day" else None
