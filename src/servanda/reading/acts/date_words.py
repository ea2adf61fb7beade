"""Words that open or make a date, and where a date ends beside a noun phrase.

Invariant: months and weekdays are told by their first three letters; only words are looked at, no calendar.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.reading.names import Mention
from servanda.reading.parser.parsed import Doc, Token

MONTHS = frozenset(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
DATE_WORDS = MONTHS | {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}
"""Beginnings of months and weekdays."""
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_OF_DAY = frozenset(
    {"morning", "afternoon", "evening", "night", "midnight", "noon", "midday", "dawn", "dusk", "at", "day", "week", "deadline"}
)


def names_day(tokens: Sequence[Token]) -> bool:
    """'Wednesday evening', '12 March'."""
    month = any(t.lower_[:3] in MONTHS and t.text[:1].isupper() for t in tokens) and any(t.text[:1].isdigit() for t in tokens)
    return month or any(t.lower_ in WEEKDAYS for t in tokens)


_ENTRY = 6
"""So many words at most has the day at the head of an entry."""


def is_dated_entry(doc: Doc) -> bool:
    """'June 17: guns hit a post', '3 March - rebels shell the town': an entry of a diary tells a deed in the present."""
    head = next((k for k in range(1, min(_ENTRY, len(doc))) if doc[k].text in {":", "-", "–", "—"}), 0)
    return bool(head) and names_day(doc[0:head]) and doc[0].lower_ not in _BEFORE_DAY | {"the", "by"}


def ends_date(doc: Doc, start: int, i: int) -> bool:
    """Whether what stands before `i` is a whole day that opens a clause, and `i` begins another phrase: 'On 10 February
    government jets …', 'On Monday rebels …'."""
    if start and ends_clock(doc, start, i) and doc[start - 1].lower_ in _BEFORE_HOUR:
        return doc[i].lower_ not in _OF_DAY and doc[i].pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}
    if _of_month(doc, start, i):
        return True
    part_of_it = start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in _PARTS
    if not start or not (part_of_it or doc[start - 1].lower_ in _BEFORE_DAY):
        return False
    if doc[start - 1].lower_ == "in" and i == start + 1 and doc[start].lower_[:3] in MONTHS:
        return doc[start].pos_ == "PROPN" and doc[i].pos_ == "NOUN" and doc[i].lower_.endswith(("s", "men"))
    if _in_the_north(doc, start, i):
        return True
    if doc[start - 1].lower_ in {"in", "to"} or doc[i].lower_ in _OF_DAY:
        return False
    if _counts(doc, start, i):
        return True
    if doc[i].pos_ not in {"NOUN", "PROPN", "ADJ", "DET", "VERB"} or doc[i].lower_[:3] in MONTHS:
        return False
    words = [doc[k].lower_ for k in range(start, i)]
    if words[0] in WEEKDAYS:
        return len(words) == 1
    months = [w for w in words if w[:3] in MONTHS and w.isalpha() and doc[start + words.index(w)].pos_ == "PROPN"]
    return len(months) == 1 and all(w in months or w.strip("stndrh").isdigit() for w in words) and len(words) in (2, 3)


def _of_month(doc: Doc, start: int, i: int) -> bool:
    """'On the 5th of March | troops left': the month belongs to the day before it, and not to what follows."""
    if start < 3 or doc[start - 1].lower_ != "of" or not doc[start - 2].lower_[:1].isdigit() or doc[start].pos_ != "PROPN":
        return False
    if doc[start - 4 if doc[start - 3].lower_ == "the" and start > 3 else start - 3].lower_ not in _BEFORE_DAY:
        return False  # 'the 5th of March truce'
    if doc[start].lower_[:3] not in MONTHS or not all(doc[k].lower_.isdigit() for k in range(start + 1, i)):
        return False
    return doc[i].pos_ in {"NOUN", "PROPN", "ADJ", "DET"} and doc[i].lower_ not in _OF_DAY


def _counts(doc: Doc, start: int, i: int) -> bool:
    """'On 15 March | six soldiers entered', 'On Tuesday | four of the ten left', 'On 2 May | 14 men': behind a whole day a
    number counts what follows; 'On Tuesday 15 March', 'On 2 May 2027', 'On Monday two weeks ago' go on with the day."""
    if doc[i].pos_ != "NUM" or doc[i].text[0] in "’'" or i + 1 >= len(doc):
        return False
    words = [doc[k].lower_ for k in range(start, i)]
    months = [w for w in words if w[:3] in MONTHS and w.isalpha()]
    numbers = [w for w in words if w.strip("stndrh").isdigit()]
    whole = words[0] in WEEKDAYS or (len(months) == 1 and bool(numbers))
    if not whole or len(words) != len(months) + len(numbers) + (words[0] in WEEKDAYS):
        return False
    number, behind = doc[i].lower_, doc[i + 1]
    if number[:1].isdigit() and (_YEAR.fullmatch(number) or behind.lower_[:3] in MONTHS or not behind.lower_.isalpha()):
        return False
    if number[:1].isdigit() and words[0] in WEEKDAYS and behind.pos_ not in {"NOUN", "ADJ"}:
        return False  # 'on Tuesday 15 rebels …', but not 'on Tuesday 15 th'
    return behind.lower_ not in _LENGTHS and behind.lower_ not in _HOURS


_YEAR = re.compile(r"(?:1[4-9]|2[01])\d\d")
_LENGTHS = frozenset(
    [
        *["hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years", "minutes", "o'clock", "o’clock"],
        *["and", "to", "or"],
    ]
)
_PARTS = frozenset({"night", "morning", "evening", "afternoon", "hours", "dawn", "eve", "day"})
"""'On the night of 10 March rebels …'."""


def ends_clock(doc: Doc, start: int, i: int) -> bool:
    """Whether the words from `start` to `i` are an hour and nothing else: '18:10', '1810 hrs', '6 p.m.'."""
    words = [doc[k].lower_ for k in range(start, i)]
    if len(words) == 2 and words[1] in _HOURS:
        return _CLOCK.fullmatch(words[0]) is not None or (words[0].isdigit() and (len(words[0]) == 4 or words[1] in _HALVES))
    return len(words) == 1 and _CLOCK.fullmatch(words[0]) is not None


_CLOCK = re.compile(r"[0-2]?\d[:.][0-5]\d(?:[ap]m|h|hrs)?|1?\d[ap]\.?m\.?")
_HALVES = frozenset({"a.m.", "p.m.", "am", "pm", "a.m", "p.m"})
_HOURS = frozenset({"hrs", "hours", "hr", "h"}) | _HALVES
_BEFORE_HOUR = frozenset({"at", "around", "about", "by", "since", "until", "after", "before", "from"})
_BEFORE_DAY = frozenset({"in", "to", "on", "since", "by", "until"})


def _in_the_north(doc: Doc, start: int, i: int) -> bool:
    """'In the north soldiers and rebels observed it': the soldiers are no 'north soldiers'."""
    if i != start + 2 or doc[start - 1].lower_ not in {"in", "to"} or doc[start].lower_ != "the":
        return False
    return doc[start + 1].lower_ in _COMPASS and doc[i].pos_ == "NOUN" and doc[i].lower_.endswith(("s", "men"))


_COMPASS = frozenset({"north", "south", "east", "west", "centre", "center", "interior"})
DAYS = WEEKDAYS | {"today", "yesterday", "tonight", "overnight"}


_ROUNDS = frozenset({"week", "month", "year", "night", "weekend", "spring", "summer", "autumn", "winter"})


def _last_week(doc: Doc, i: int) -> bool:
    """The 'last week' of 'was seized by troops last week'."""
    if doc[i].lower_ not in {"last", "this", "next", "earlier", "late", "early"}:
        return False
    following = doc[i + 1].lower_ if i + 1 < len(doc) else ""
    return following in (_ROUNDS | WEEKDAYS if doc[i].lower_ in {"last", "this", "next"} else {"this", "last"})


def day_behind(doc: Doc, i: int, covers: dict[int, Mention]) -> bool:
    """The day of 'Ruritanian troops Monday evening shelled …', 'the rebels today said', 'troops last week took …': no part
    of the name before it."""
    if _last_week(doc, i):
        return True
    if doc[i].lower_ not in DAYS or (doc[i - 1].pos_ != "NOUN" and i - 1 not in covers):
        return False
    if i + 1 == len(doc):
        return True
    after = doc[i + 1]
    modifies = after.pos_ in {"NOUN", "PROPN", "ADJ"} and after.lower_ not in _OF_DAY and doc[i].head.i > i
    return after.lower_ not in {"'s", "’s"} and not modifies  # 'its Monday deployment'
