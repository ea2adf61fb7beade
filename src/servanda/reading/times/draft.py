"""What the words of a time say before they are anchored.

Invariant: a draft keeps its span and never guesses what is not worded.
"""

from __future__ import annotations

from datetime import time

from servanda.reading.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """An unanchored time expression, `start` and `end` in code points.

    kind: date (calendar parts, some perhaps missing), unit ('last week', 'that day'), shift ('two
    days later'), duration, period ('the past three days'), ref, set, clock, part ('that morning').
    `base` is what a shift is counted from: pub, text or event. `which` is the word that picks a
    unit: this, that, last, next, following, previous, the, same, every.
    """

    start: int
    end: int
    kind: str
    year: int | None = None
    year_which: str | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    season_end: bool = False
    quarter: int | None = None
    half: int | None = None
    decade: bool = False
    century: bool = False
    which: str | None = None
    unit: str | None = None
    amount: float | None = None
    sign: int = 0
    base: str | None = None
    mod: str | None = None
    part: str = ""
    clock: time | None = None
    tz: str | None = None
    value: str | None = None
    event: str | None = None
    holiday: str | None = None
    era_unsure: bool = False
    bounded: bool = False  # 'by', 'until' or 'before' stands before it
    starts: bool = False  # 'from' stands before it
    moved_to: bool = False  # 'moved the deadline to' stands before it
    spoken: bool = False  # 'conceded on 12 June that': the day on which somebody said so
    names_paper: bool = False  # 'the 2002 peace accord'
    limit: str | None = None  # early or late end of a unit relative to now: 'later this year'
