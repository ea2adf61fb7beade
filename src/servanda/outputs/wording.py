"""The words in which a status is shown, one place for all outputs.

Invariant: 'overdue' is never shown to a person: it reads 'date passed, outcome unknown' (DESIGN section 3).
"""

from __future__ import annotations

from datetime import date

UNREVIEWED = "machine-read, unreviewed"
_WORDS = {
    "overdue": "date passed, outcome unknown",
    "fulfilled-late": "fulfilled late",
    "partly-fulfilled": "partly fulfilled",
    "in-force": "in force",
    "no-information": "no information",
    "alleged-only": "alleged only",
}
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def shown(word: str) -> str:
    """The word as a person reads it."""
    return _WORDS.get(word, word.replace("-", " "))


def long_day(day: date | None) -> str:
    """A day in words ('25 November 2020'); 'no date' for None."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else "no date"


def needs_review_mark(compliance: str, reviewed: bool) -> bool:
    """Whether a status must carry UNREVIEWED: breached and fulfilled words that no person has accepted."""
    return not reviewed and compliance in {"breached", "fulfilled", "fulfilled-late", "partly-fulfilled", "restored"}
