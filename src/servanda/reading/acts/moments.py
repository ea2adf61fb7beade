"""When it was and when it was said: days of a claim from the times of its sentence, its tense and its speaker (R2).

Invariant: a bound that the words do not give is None; nothing is ever stamped with the day of reading.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import date, timedelta

from servanda.agreement.calendar import add
from servanda.agreement.model import Period
from servanda.reading.acts.date_words import WEEKDAYS
from servanda.reading.claim import When
from servanda.reading.frozen import dataclass
from servanda.reading.modality.force import Force
from servanda.reading.times import TimeExpression, deadline
from servanda.reading.times.new_dates import names_new_date

_TOWARDS = (
    *("but ", "now ", " is ", "new ", "until ", " to ", " be ", " on ", "due ", "date, ", "deadline, "),
    *("led for ", "ned to ", "ved to "),  # 'rescheduled for', 'moved to'
)
_DATED = frozenset({"time", "day", "week", "month", "season", "year", "quarter", "half"})


@dataclass(frozen=True, slots=True)
class Moved:
    """What an extension says of dates: the new and the old one, days or months added; of a suspension or a notice: until
    or from when, how long."""

    new_due: date | None = None
    old_due: date | None = None
    adds_days: int | None = None
    adds_months: int | None = None


def dated(time: TimeExpression) -> bool:
    """Whether an expression gives days ('15 November', 'the past week'), not a mere length or a vague 'now'."""
    if time.granularity == "duration":
        return time.earliest is not None and time.latest is not None
    return time.granularity in _DATED and (time.earliest is not None or time.latest is not None)


def moment(
    force: Force, time: TimeExpression | None, said: When, *, state: bool, performative: bool, told: bool = False
) -> When:
    """The days between which the fact of a claim lies. `told`: somebody is heard, so that `said` is his day."""
    negated = force.polarity == "negated"
    if time is not None and dated(time) and not _impossible(force, time, said):
        return _by_the_telling(force, _from_time(force, time, said, negated, state, told), said)
    now = When(said.earliest, said.latest, said.basis)
    if time is not None and (last := _end_of_stretch(force, time, said)) is not None:
        return When(said.earliest if _lies_ahead(force, told) else None, last, time.basis)
    if force.modality == "refused" and force.speech is None and not force.present:
        return When(said.earliest, None, said.basis)  # 'will not leave'
    if force.modality in {"announced", "promised", "requested", "required", "possible"}:
        ahead = not force.past or (told and force.modality in {"announced", "promised"})
        return When(said.earliest if ahead else None, None, said.basis)
    if force.modality == "under-way" or (force.modality == "unknown" and state):
        held = not force.past or force.reaches_back or told  # 'said that they were shelling': on the day of saying
        return now if held else When(None, said.latest, said.basis)
    if negated and force.reaches_back:
        return now
    if performative and force.modality == "completed":
        return now
    if force.present and (force.modality == "refused" or (force.begun and not force.past)):
        return now  # 'refuses to leave', 'keeps shelling'
    return When(None, said.latest, said.basis)


def _by_the_telling(force: Force, when: When, said: When) -> When:
    """What has been done was done by the day of telling, whatever stretch the words name."""
    done = force.modality == "completed" and force.polarity == "affirmed"
    if not done or said.latest is None or when.latest is None or when.latest <= said.latest:
        return when
    return When(when.earliest if when.earliest is None or when.earliest <= said.latest else None, said.latest, when.basis)


def _impossible(force: Force, time: TimeExpression, said: When) -> bool:
    """What has been done was not done after it was told."""
    done = force.modality == "completed" and time.bound not in {"by", "before", "until", "no-later-than", "within"}
    return done and said.latest is not None and time.earliest is not None and time.earliest > said.latest


def _end_of_stretch(force: Force, time: TimeExpression, said: When) -> date | None:
    """'Will leave within ten days': the last of the days, counted from the day of telling."""
    length = time.duration
    ahead = force.modality in {"announced", "promised", "required"} and force.polarity == "affirmed"
    if time.bound != "within" or length is None or length.amount is None or said.latest is None or not ahead:
        return None
    months = length.amount * _MONTHS_IN.get(length.unit, 0)
    days = length.amount * _DAYS_IN.get(length.unit, 0)
    try:
        if months and months == int(months):
            return add(said.latest, Period(months=int(months)))
        return add(said.latest, Period(days=math.ceil(days))) if days else None
    except (OverflowError, ValueError):
        return None


def _lies_ahead(force: Force, told: bool) -> bool:
    """Whether an act that is announced or promised lies after the day of speaking: not after a promise of long ago."""
    return force.modality in {"announced", "promised", "refused"} and (not force.past or told)


def _from_time(force: Force, time: TimeExpression, said: When, negated: bool, state: bool, told: bool) -> When:
    basis = time.basis
    first, last = time.earliest, time.latest
    bound = time.bound
    done = force.modality == "completed" and not negated
    if done and bound == "by" and basis == "text" and time.granularity == "time" and time.clock is None:
        return When(first, last, basis)  # 'by evening they had left': in the course of the day told
    if bound in {"by", "no-later-than", "before", "until", "within"}:
        if bound == "until" and state:
            return When(first, last, basis)
        if done and bound == "within" and basis == "event":
            return When(first, last, basis)
        if negated and last is not None and bound != "before":
            return When(last, last, basis)
        if negated:
            return When(first, first, basis)
        return When(_from_now_on(force, said, last, told), _last_in_time(time), basis)
    if bound in {"since", "from", "after", "not-before"}:
        if force.modality in _TO_COME and (first is None or said.latest is None or first >= said.latest or basis == "guessed"):
            ahead = said.earliest if basis == "guessed" else first
            return When(ahead, None, basis)  # 'will leave from 20 May', 'agreed to stop firing from midnight'
        if state or force.modality == "under-way":
            return When(first, said.latest, basis) if not force.reaches_back else When(said.earliest, said.latest, said.basis)
        return When(_behind(time, said) if negated and bound == "since" else first, said.latest, basis)
    if (
        force.modality in {"completed", "under-way"}
        and not force.future
        and said.latest is not None
        and first is not None
        and last is not None
        and first <= said.latest < last
    ):
        last = said.latest
    return When(first, last, basis)


def _behind(time: TimeExpression, said: When) -> date | None:
    """'No clash since January' is sure of February on: a clash of January may be what it is counted from."""
    first, last = time.earliest, time.latest
    if first is None or last is None or first == last or said.latest is None or last >= said.latest:
        return first
    return last + timedelta(days=1)


_TO_COME = frozenset({"announced", "promised", "required", "requested", "possible"})


def _from_now_on(force: Force, said: When, last: date | None, told: bool) -> date | None:
    """What is announced lies ahead of the day on which it is."""
    first = said.earliest
    return first if _lies_ahead(force, told) and first is not None and (last is None or first <= last) else None


def _last_in_time(time: TimeExpression) -> date | None:
    """The last day that a bound leaves: 'before March' ends in February, 'before the end of March' in March."""
    if time.bound != "before" or time.mod == "END" or time.earliest is None:
        return time.latest
    return time.earliest - timedelta(days=1) if time.earliest > date.min else time.latest


_DAYS_IN = {"hour": 1 / 24, "day": 1, "week": 7}
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}


_BY_LENGTH = re.compile(r"(?:an?\s|the\s|their\s|its\s)?[\w.]+-(?:hour|day|week|month|year)", re.IGNORECASE)
"""'The 48-hour truce': how long it was to last, and nothing added to it."""


_DUE_TO_BEGIN = re.compile(
    r"\b(?:talks|negotiations|meeting|summit|round|conference) (?:that (?:is|are|were|was) )?"
    r"(?:expected|due|scheduled|set|planned|slated) "
    r"(?:to (?:begin|start|open|resume|take place|be held) )?(?:on |for )?(?:the )?$",
    re.IGNORECASE,
)


def due_to_begin(before: str) -> bool:
    """'Until talks expected to begin on Saturday': whether the words before a time make it the day of such talks."""
    return _DUE_TO_BEGIN.search(before) is not None


_OF_MORE = re.compile(r"\s+(?:extension|delay|postponement|deferral|prolongation|reprieve|respite|grace)\b", re.IGNORECASE)
"""'A two-week extension': so much is added."""


def _added(here: Sequence[TimeExpression], text: str = "") -> tuple[int | None, int | None]:
    """The first length of time in whole days or whole months, as (days, months)."""
    for t in here:
        length = t.duration
        if t.granularity != "duration" or length is None or length.amount is None:
            continue
        if _BY_LENGTH.fullmatch(t.text) and _OF_MORE.match(text, t.end) is None:
            continue
        for units, place in ((_DAYS_IN, 0), (_MONTHS_IN, 1)):
            amount = length.amount * units.get(length.unit, 0)
            if amount and amount == int(amount):
                return (int(amount), None) if place == 0 else (None, int(amount))
    return None, None


def moved(
    times: Sequence[TimeExpression],
    text: str,
    start: int,
    end: int,
    own: Sequence[TimeExpression] = (),
    said: date | None = None,
) -> Moved:
    """New due day, old due day and time added from the times between two places of a text.

    `own` are the times that stand with the act itself; a day that stands with another act ('was to leave by the
    15th') is the old one. A day without a bound that is not after the day of speaking (`said`) is that of the act.
    """
    within = (t for t in times if start <= t.start and t.end <= end)
    here = [t for t in within if not due_to_begin(text[max(start, t.start - 64) : t.start])]
    added, months = _added(here, text)
    days = [
        (t, d) for t in here if dated(t) and t.granularity in {"time", "day", "week", "month"} and (d := _due(t)) is not None
    ]
    length = added is not None or months is not None
    of_act = {
        t
        for t, d in days
        if t.bound == "on" and ((said is not None and d <= said) or (length and t.text.casefold() in WEEKDAYS))
    }
    old: date | None = None
    new: date | None = None
    for time, day in days:
        before = text[max(start, time.start - 28) : time.start].lower()
        close = before[-14:]
        elsewhere = bool(own) and time not in own and time.bound in {"by", "before", "no-later-than"}
        is_new = names_new_date(text, time.start, time.end)
        if not is_new and (
            elsewhere
            or time.bound == "from"
            or _TO_EXPIRE.search(text, max(start, time.start - 60), time.start) is not None
            or (
                any(
                    w in close
                    for w in (
                        "not ",
                        "instead of",
                        "rather than",
                        "original",
                        "from ",
                        "initial",
                        " old ",
                        "previous",
                    )
                )
                and not close.endswith((" but ", " to ", "until "))
            )
        ):
            old = old or day
        elif time in of_act:
            continue
        elif is_new or time.bound in {"until", "to", "by", "before", "no-later-than", "within"} or close.endswith(_TOWARDS):
            new = day if new is None or day > new else new
    if new is None and old is None and len(days) == 1 and days[0][0].bound is None:
        return Moved(None, None, added, months)
    return Moved(new, None if new is not None and old is not None and new <= old else old, added, months)


_TO_EXPIRE = re.compile(
    r"\b(?:due|set|scheduled|expected|meant)\s+to\s+(?:expire|end|lapse|run\s+out|finish)\s+(?:(?:on|at|by)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
"""'The truce, due to expire on 20 March, was extended': the old day."""


def bounded(act: str, times: Sequence[TimeExpression], start: int, end: int, said: date | None) -> Moved:
    """Until when, or for how long, something is suspended; from when, or after what time, a notice ends it."""
    here = [t for t in times if start <= t.start and t.end <= end]
    wanted = {"until", "to", "by", "before", "no-later-than"}
    days = [
        d
        for t in here
        if dated(t)
        and (d := _due(t)) is not None
        and (said is None or d > said)
        and (t.bound in wanted or act == "notify-termination")
    ]
    return Moved(max(days, default=None), None, *_added(here))


def _due(time: TimeExpression) -> date | None:
    found = deadline(time)
    return found.day if found is not None else time.latest
