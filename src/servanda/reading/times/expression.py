"""Time expressions as values.

Invariant: every expression is a span of the text it was read in, and its interval never runs backwards.
"""

from __future__ import annotations

from datetime import date, time

from servanda.reading.frozen import dataclass

BASES = ("explicit", "publication", "text", "guessed", "event")
"""Where a value comes from: the words alone, the day of publication, an earlier time of the
same text, a guess (nearest year, no tense to go by), or an event named in the words."""

GRANULARITIES = (
    "time",
    "day",
    "week",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
    "duration",
    "set",
    "ref",
)

BOUNDS = (
    "by",
    "no-later-than",
    "before",
    "until",
    "to",
    "on",
    "from",
    "since",
    "after",
    "not-before",
    "within",
    "between",
    "as-of",
)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as worded. `amount` is None for an unknown number ('several days')."""

    amount: float | None
    unit: str  # second, minute, hour, day, week, month, quarter, year, decade, century
    mod: str | None = None  # MORE_THAN, LESS_THAN, APPROX, EQUAL_OR_LESS, EQUAL_OR_MORE


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a text's relative times are counted from.

    `published` is the day of publication in the reader's time zone, None for an undated text.
    `narrative`: True counts from the running time of the text (histories), False from the day of
    publication (news), None decides by the text itself. `around` is a day supplied from outside
    (for example the day an agreement was signed), used only to choose the nearest year for dates
    that name none; values so chosen have the basis `guessed`.
    """

    published: date | None = None
    narrative: bool | None = None
    around: date | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One time expression. `start` and `end` are code points; `text[start:end]` is `self.text`.

    `value` is the TIMEX3 value. `earliest` and `latest` are the whole days it denotes, both
    included, None where unbounded or unknown; years outside 1 to 9999 are always unknown.
    `bound` is how the words just before it tie a fact to it ('by', 'until'); `relative_to` are
    the words of the event it is counted from ('10 days of signing'). `clock` is a wall-clock time
    in the zone worded by `tz`. `mod` is the TIMEX3 mod (START, MID, END, MORE_THAN, ...).
    """

    start: int
    end: int
    text: str
    value: str
    earliest: date | None
    latest: date | None
    granularity: str
    basis: str
    bound: str | None = None
    duration: Duration | None = None
    relative_to: str | None = None
    clock: time | None = None
    tz: str | None = None
    mod: str | None = None
