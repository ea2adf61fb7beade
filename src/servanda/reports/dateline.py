"""The day that a text itself is dated with, in a line of its own or in the dateline before its first sentence.

Invariant: only a full date (day, month and year) that stands outside every sentence is taken, and none where several
such lines name different days: those are the headings of an account.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_LINES = 6
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
    r"(?:(?P<iso>\d{4}-\d{2}-\d{2})"
    r"|(?P<d1>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?" + _MONTH.format("m1") + r",?\s+(?P<y1>\d{4})"
    r"|" + _MONTH.format("m2") + r"\s+(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{4}))"
)
_CLOCK = (
    r"(?:\s*[,|·T-]?\s*(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:Z|GMT|UTC|local time|[A-Z]{3,4}|[+-]\d{2}:?\d{2})?)?"
)
_LABEL = r"(?P<label>published|posted|issued|released|dated?|updated|last updated)(?:\s+on)?\s*:?\s*"
_ISSUED = ("published", "posted", "issued", "released", "date", "dated")
# A place is written with capitals: 'Geneva', 'NEW YORK', 'Port-au-Prince, Haiti'.
_PLACE = r"(?-i:[A-Z][\w'’.-]*(?:[ ,/]+(?:[A-Z][\w'’.-]*|de|of|al|el|the)){0,5})"
_ALONE = re.compile(rf"[\W_]*(?:{_LABEL})?(?:{_PLACE}[,:]?\s+)??{_DATE}{_CLOCK}[\s.)\]*_]*", re.IGNORECASE)
_BEFORE = re.compile(rf"{_PLACE},?\s+{_DATE}\s*(?:\([^()\n]{{1,40}}\)\s*)?(?:[-–—]{{1,2}}|:)\s+\S", re.IGNORECASE)


def dated(text: str) -> date | None:
    """The day in the date line or dateline at the top of a text; None where there is none or several disagree.

    'Published' and the like win over a bare date, and 'updated' yields to both.
    """
    found = list(_stated(text))
    for labels in (_ISSUED, (None, "before"), ("updated", "last updated")):
        days = {day for label, day in found if label in labels}
        if days:
            return days.pop() if len(days) == 1 else None
    return None


def _stated(text: str) -> Iterator[tuple[str | None, date]]:
    """Every date line with its label ('before' where a sentence follows in the same line); bare ones anywhere."""
    number = 0
    for line in text.splitlines():
        if not line.strip():
            continue
        number += 1
        match = _ALONE.fullmatch(line.strip()) if len(line) < 120 else None
        label = (match["label"] or "").lower() or None if match else "before"
        if match is None and number <= _LINES:
            match = _BEFORE.match(line.lstrip())
        if match is None or (number > _LINES and label):
            continue
        day = _day(match)
        if day is not None and (number <= _LINES or label is None):
            yield label, day


def _day(match: re.Match[str]) -> date | None:
    iso = match["iso"]
    month = match["m1"] or match["m2"]
    try:
        if iso:
            return date.fromisoformat(iso)
        return date(int(match["y1"] or match["y2"]), _MONTHS.index(month[:3].lower()) + 1, int(match["d1"] or match["d2"]))
    except ValueError:
        return None
