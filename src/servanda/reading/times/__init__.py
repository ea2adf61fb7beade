"""Times in English text: spans, TIMEX3 values and whole-day intervals, each with what it rests on.

Start with `find_times(text, Anchor(published=...))`; `deadline` reads a due day from one expression
and `undated_bounds` says when a report without a date can have been written.
"""

from __future__ import annotations

from servanda.reading.times.datelines import dateline
from servanda.reading.times.day_sections import DaySection, day_sections, section_at, times_of_sections
from servanda.reading.times.deadlines import Deadline, day_after, deadline
from servanda.reading.times.events import Events, known_events, with_events
from servanda.reading.times.expression import Anchor, Duration, TimeExpression
from servanda.reading.times.find import find_times
from servanda.reading.times.joined import joined
from servanda.reading.times.ranges import TimeRange, time_ranges
from servanda.reading.times.standing import standing_cues
from servanda.reading.times.undated import UndatedBounds, undated_bounds

__all__ = [
    "Anchor",
    "DaySection",
    "Deadline",
    "Duration",
    "Events",
    "TimeExpression",
    "TimeRange",
    "UndatedBounds",
    "dateline",
    "day_after",
    "day_sections",
    "deadline",
    "find_times",
    "joined",
    "known_events",
    "section_at",
    "standing_cues",
    "time_ranges",
    "times_of_sections",
    "undated_bounds",
    "with_events",
]
