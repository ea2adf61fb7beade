"""What a text has told so far, and the value of one draft.

Invariant: a resolved value's days are those of its moment, narrowed by the words, or unknown.
"""

from __future__ import annotations

from servanda.reading.frozen import dataclass
from servanda.reading.times.expression import Anchor, Duration
from servanda.reading.times.moment import Days, Moment, narrowed


@dataclass(slots=True)
class Running:
    """What the text has told so far; one of these lives for the reading of one text."""

    anchor: Anchor
    narrative: bool
    time: Moment | None = None  # the last time told
    day: Moment | None = None  # the last day told
    background: bool = False  # this paragraph tells of another year than that of publication
    first_year: int | None = None  # the first year that the text names, for dates before any year
    told_here: bool = False  # this paragraph has told a time
    night: bool = False  # the last day told was told as a night
    guessed: bool = False  # the last time told was itself a guess


@dataclass(frozen=True, slots=True)
class Resolved:
    """A draft's value. `moment` is what later times may be counted from, None for lengths and references."""

    value: str
    days: Days
    granularity: str
    basis: str
    moment: Moment | None = None
    duration: Duration | None = None


def resolved_at(moment: Moment, basis: str, mod: str | None = None) -> Resolved:
    """The value of a moment, its days narrowed by the words ('early', 'late')."""
    unit = {"weekend": "week"}.get(moment.unit, moment.unit)
    granularity = "time" if moment.unit == "day" and ":" in moment.part else unit
    return Resolved(moment.value, narrowed(moment.days, mod), granularity, basis, moment)
