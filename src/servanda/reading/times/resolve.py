"""Drafts to values.

Invariant: each value rests on the words, the publication day or an earlier time of the text, and says on which.
"""

from __future__ import annotations

from servanda.reading.frozen import replace
from servanda.reading.times import relative_values as relative
from servanda.reading.times.calendar_values import calendar_value
from servanda.reading.times.draft import Draft
from servanda.reading.times.moment import UNKNOWN
from servanda.reading.times.running import Resolved, Running


def resolve(draft: Draft, running: Running, tense: str | None) -> Resolved:
    """The value of one draft, given what the text told before it."""
    resolved = _resolve(draft, running, tense)
    if running.guessed and resolved.basis == "text" and resolved.days != UNKNOWN:
        return replace(resolved, basis="guessed")  # counted from a guess
    return resolved


def _resolve(draft: Draft, running: Running, tense: str | None) -> Resolved:
    match draft.kind:
        case "date":
            return calendar_value(draft, running, tense)
        case "unit":
            return relative.unit_value(draft, running, tense)
        case "part":
            return relative.part_value(draft, running)
        case "shift":
            return relative.shift_value(draft, running)
        case "period":
            return relative.period_value(draft, running)
        case "duration":
            return relative.length_value(draft)
        case "clock":
            return relative.clock_value(draft, running)
        case "set":
            return Resolved(draft.value or "XXXX", UNKNOWN, "set", "explicit")
    return relative.reference_value(draft, running)
