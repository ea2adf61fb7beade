"""Finding times in a text: the answer is sorted, never overlaps, and depends on the arguments alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from servanda.reading.frozen import replace
from servanda.reading.times.bounds import bound_before
from servanda.reading.times.deadlines import day_after
from servanda.reading.times.draft import Draft
from servanda.reading.times.expression import Anchor, Duration, TimeExpression
from servanda.reading.times.moment import Moment, day_of
from servanda.reading.times.moved_to import is_moved_from, is_moved_to
from servanda.reading.times.new_dates import names_limit, names_new_date
from servanda.reading.times.ranges import range_link
from servanda.reading.times.relative_values import counted
from servanda.reading.times.resolve import resolve
from servanda.reading.times.running import Resolved, Running
from servanda.reading.times.scan import scan
from servanda.reading.times.tense import (
    Cue,
    asked_by_then,
    cues_of,
    guess_tense,
    names_a_thing,
    plain_sentences,
    sentence_at,
    told_then,
)

Tenses = Callable[[int], str | None]


def find_times(
    text: str,
    anchor: Anchor,
    sentences: Sequence[tuple[int, int]] | None = None,
    tenses: Tenses | None = None,
) -> list[TimeExpression]:
    """All time expressions of a text, in order, with values.

    `sentences` are spans in code points; without them plain rules cut the text. `tenses` answers
    'past', 'future' or None for an offset (from a parse); without it, or where it answers None,
    the nearest verb cue of the sentence decides. Whole days are those of the anchor's days.
    """
    drafts = [_with_limit(draft, text) for draft in _merged(_years_shared(scan(text), text), text)]
    if not drafts:
        return []
    return _anchored(text, drafts, anchor, sentences, tenses)


def _anchored(
    text: str, drafts: list[Draft], anchor: Anchor, sentences: Sequence[tuple[int, int]] | None, tenses: Tenses | None
) -> list[TimeExpression]:
    spans = list(sentences) if sentences else plain_sentences(text)
    starts = [start for start, _ in spans]
    narrative = is_narrative(drafts, anchor) if anchor.narrative is None else anchor.narrative
    first_year = next((d.year for d in drafts if d.kind == "date" and d.year and not d.decade and not d.century), None)
    running = Running(anchor, narrative, first_year=first_year)
    found: list[TimeExpression] = []
    paragraph_end = -1
    skip = -1
    cues_for: tuple[int, int] | None = None
    cues: list[Cue] | None = None
    for index, draft in enumerate(drafts):
        if index == skip:
            continue
        if draft.start > paragraph_end:
            running.background = False
            running.told_here = False
            newline = text.find("\n", draft.start)
            paragraph_end = newline if newline >= 0 else len(text)
        if draft.kind == "ref" and text[draft.start : draft.end].lower() in (_NEWS_ONLY if narrative else _HISTORY_ONLY):
            continue
        sentence = sentence_at(spans, starts, draft.start, len(text))
        following = drafts[index + 1] if index + 1 < len(drafts) else None
        if sentence != cues_for:
            cues_for, cues = sentence, None
        if cues is None and (_wants_tense(draft) or (draft.base in ("event",) and following) or draft.kind == "clock"):
            cues = cues_of(text, sentence)
        tense = _tense(draft, text, cues or [], tenses)
        if draft.base == "event" and following and _event_is(draft, following, text):
            named = resolve(following, running, _tense(following, text, cues or [], tenses))
            _remember(following, named, running, True, False)
            resolved = _counted_from(draft, named)
            draft, skip = replace(draft, end=following.end), index + 1
        else:
            if draft.kind == "clock" and following and following.start < sentence[1]:
                _look_ahead(drafts, index, text, cues or [], running, tenses)
            resolved = resolve(draft, running, tense)
        _remember(draft, resolved, running, _fronted(draft, text, sentence), _beside(draft, text, sentence))
        expression = _expression(draft, resolved, text)
        if found and expression.bound is None and range_link(text, found[-1], expression):
            expression = replace(expression, bound="to")
        found.append(expression)
    return found


_PAPER = re.compile(
    r"\s+(?:\w+\s+)?(?:agreement|accord|truce|ceasefire|cease-fire|deal|treaty|pact|protocol|memorandum)s?\b", re.IGNORECASE
)


_LIMIT = re.compile(r"\s+(?:deadline|cut-?off|target date|expiry)\b", re.IGNORECASE)
"""'missed the 15 October deadline': a limit may lie ahead of what is told in the past."""


_PUT_TO = re.compile(
    r"\b(?:(?:re)?scheduled|slated|postponed|put|pushed|deferred|delayed|moved|transferred|shifted|slipped|extended|extension|postponement"
    r"|brought|carried|rolled)(?:\s+(?:off|back|over|forward))?(?:,?\s+[\w’'-]+){0,9}?,?\s+(?:to|until|till|for)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""'Was rescheduled for 25 March', 'from 10 to 25 March', 'asked for an extension to 25 March': so may this."""


def _with_limit(draft: Draft, text: str) -> Draft:
    if draft.kind != "date":
        return draft
    if draft.day is None and draft.weekday is None and _PAPER.match(text, draft.end):
        draft = replace(draft, names_paper="the " in text[max(0, draft.start - 4) : draft.end].lower())
    if draft.year is not None:
        return draft
    if is_moved_to(text, draft.start):
        return replace(draft, bounded=True, moved_to=True)
    bound = bound_before(text, draft.start)
    bounded = bound in ("by", "before", "until", "no-later-than") or _LIMIT.match(text, draft.end) is not None
    bounded = bounded or names_new_date(text, draft.start, draft.end) or names_limit(text, draft.end)
    bounded = bounded or _PUT_TO.search(text, max(0, draft.start - 90), draft.start) is not None
    spoken = told_then(text, draft.start, draft.end)
    return replace(draft, bounded=bounded, starts=bound in ("from", "not-before"), spoken=spoken)


def _counted_from(draft: Draft, named: Resolved) -> Resolved:
    """'two weeks after 25 November': from a day named, lengths count to the day."""
    length = Duration(draft.amount, draft.unit or "day", draft.mod)
    base = named.moment.first if named.moment and named.moment.unit == "day" else None
    if base and length.amount is not None and length.amount == int(length.amount):
        there = day_after(base, int(length.amount) * (draft.sign or 1), length.unit)
        if there:
            day = day_of(there)
            return Resolved(day.value, day.days, "day", named.basis, day, length)
    return counted(draft, named.moment, named.basis, length)


def _wants_tense(draft: Draft) -> bool:
    """Whether the value of a draft can depend on the tense around it."""
    if draft.kind == "date":
        return draft.year is None and not draft.decade
    return draft.unit == "weekend" and draft.which == "the"


def _tense(draft: Draft, text: str, cues: Sequence[Cue], tenses: Tenses | None) -> str | None:
    if draft.moved_to:
        return "future"
    if not _wants_tense(draft):
        return None
    if draft.bounded and asked_by_then(text, draft.start):
        return "due"
    given = tenses(draft.start) if tenses and not names_a_thing(text, draft.start) else None
    told = given or guess_tense(text, draft.start, draft.end, cues)
    return "due" if told is None and draft.bounded else told


_MODS = {"REST": None, "W1": "START", "W2": "MID", "W3": "MID", "W4": "END", "WL": "END"}


_LENGTH_BOUNDS = frozenset({"within", "no-later-than", "not-before", "after", "before", "by"})


def _bound(draft: Draft, resolved: Resolved, text: str) -> str | None:
    """The bound worded before a time; a length has only those that make it a deadline."""
    bound = bound_before(text, draft.start)
    if resolved.granularity in ("duration", "set") and bound not in _LENGTH_BOUNDS:
        return None
    return bound


def _expression(draft: Draft, resolved: Resolved, text: str) -> TimeExpression:
    first, last = resolved.days
    return TimeExpression(
        start=draft.start,
        end=draft.end,
        text=text[draft.start : draft.end],
        value=resolved.value,
        earliest=first,
        latest=last,
        granularity=resolved.granularity,
        basis=resolved.basis,
        bound=_bound(draft, resolved, text),
        duration=resolved.duration,
        relative_to=draft.event if resolved.basis == "event" else None,
        clock=draft.clock,
        tz=draft.tz,
        mod=_MODS.get(draft.mod or "", draft.mod) or (resolved.duration.mod if resolved.duration else None),
    )


_NEWS_ONLY = frozenset({"soon"})  # in a history 'soon' is 'soon after', no reference to the future
_HISTORY_ONLY = frozenset({"former", "formerly"})  # in news a title, in a history a time before the one told
# What may stand before a time that sets the scene of its sentence.
_FRONT = re.compile(
    r"[\W\d]*(?:(?:and|but|then|also|so|finally|however|meanwhile|later|again|only|even|thus|beginning|starting)\W+){0,2}"
    r"(?:(?:in|on|by|from|during|since|after|before|until|at|throughout|between|towards?|around|about|late|early|as|of)\s+){0,3}"
    r"(?:the\s+)?",
    re.IGNORECASE,
)


def _fronted(draft: Draft, text: str, sentence: tuple[int, int]) -> bool:
    """Whether a time sets the scene: first in its sentence, or in a heading."""
    line = text.rfind("\n", 0, draft.start) + 1
    if _FRONT.fullmatch(text, max(line, sentence[0], draft.start - 60), draft.start):
        return True
    end = text.find("\n", draft.end)
    heading = text[line : end if end >= 0 else len(text)].rstrip()
    return len(heading) < 80 and heading[-1:] not in '.!?"”:;,'


def _aside(draft: Draft, moment: Moment, running: Running) -> bool:
    """Whether a year inside a sentence is only mentioned: it repeats the running year, or leaps
    away from it ('a report of 2005 showed that')."""
    told = running.time.year if running.time else None
    if draft.kind != "date" or draft.year is None or told is None or moment.year is None:
        return False
    gap = moment.year - told
    if moment.unit == "year":
        return running.told_here or gap == 0
    return gap < -ASIDE_YEARS


ASIDE_YEARS = 3


_HAD = re.compile(r"\bhad\b(?!\s+(?:to|until|till)\b)", re.IGNORECASE)


_HAD_REACH = 40


def _beside(draft: Draft, text: str, sentence: tuple[int, int]) -> bool:
    """Whether a report tells a time only beside its account: a deadline, or what had happened before."""
    if draft.bounded or _HAD.search(text, sentence[0], draft.start) is not None:
        return True
    back = draft.sign < 0 or draft.which == "previous"  # 'The day before, they had refused'
    return back and _HAD.search(text, draft.end, min(sentence[1], draft.end + _HAD_REACH)) is not None


def _remember(draft: Draft, resolved: Resolved, running: Running, fronted: bool, beside: bool) -> None:
    """Move the running time of the text on; in news the running day stays where a time is told only beside it."""
    moment = resolved.moment
    if moment is None and fronted and resolved.basis == "event" and not running.narrative:
        running.day = running.time = None  # 'A week after the signing, …': the account goes on from a day that is not known
    if moment is None or moment.year is None or draft.kind in ("clock",):
        return
    if running.narrative and not fronted and _aside(draft, moment, running):
        return
    if draft.names_paper and not running.narrative:
        return  # 'the 2002 accord': no time that the account has come to
    if moment.unit in ("decade", "century"):
        running.time = running.time or moment
        return
    published = running.anchor.published
    if draft.kind == "date" and draft.year is not None:
        scene = fronted or moment.unit != "year"
        running.background = bool(scene and published and draft.year < published.year)
    elif resolved.basis == "publication":
        running.background = False
    running.time = moment
    running.told_here = True
    running.guessed = resolved.basis == "guessed"
    if moment.unit == "day":
        back = beside and not running.narrative and running.day is not None and _is_earlier(moment, running.day, draft)
        running.day = running.day if back else replace(moment, part="")
        running.night = moment.part == "NI" and not back
    elif draft.kind == "date":
        running.day = running.day if running.day and running.day.at(moment.unit) == moment else None


def _is_earlier(moment: Moment, day: Moment, draft: Draft) -> bool:
    """A deadline never is the day told; what had happened is where it lies before that day."""
    return draft.bounded or (moment.first is not None and day.first is not None and moment.first < day.first)


_DEICTIC = 3  # explicit years far from publication needed for each deictic word


def is_narrative(drafts: Sequence[Draft], anchor: Anchor) -> bool:
    """Whether a text is a history: many years far from its publication and few words such as
    'yesterday' or 'on Monday'. An undated text can only be read from its own running time."""
    if anchor.published is None:
        return True
    year = anchor.published.year
    far = sum(1 for d in drafts if d.kind == "date" and d.year is not None and abs(d.year - year) >= 2)
    here = sum(1 for d in drafts if d.kind == "date" and d.year is not None and abs(d.year - year) <= 1)
    deictic = sum(
        1
        for d in drafts
        if (d.weekday is not None and d.which is None)
        or d.base == "pub"
        or (d.which in ("this", "last", "next") and d.kind in ("unit", "part", "period"))
    )
    return far >= 3 and far > _DEICTIC * deictic + here


_SHARED = re.compile(r"\s*(?:[-–—−/,&]|to|and|or|until|till|through|,\s*and)\s*(?:on\s+|late\s+|early\s+)?(?:the\s+)?$")


def _years_shared(drafts: list[Draft], text: str) -> list[Draft]:
    """'from 15 November to 5 December 2020': the year of the last date holds for those listed before it."""
    shared = list(drafts)
    for index in range(len(shared) - 2, -1, -1):
        here, after = shared[index], shared[index + 1]
        if after.kind != "date" or here.kind != "date" or not _SHARED.match(text[here.end : after.start]):
            continue
        if is_moved_from(text, here.start):
            continue  # 'moved the deadline from 22 May to 30 June 2001': the old day is one near the telling
        if (
            here.year is not None
            and here.era_unsure
            and after.year is not None
            and after.year < 0 < here.year
            and not after.month
        ):
            shared[index] = replace(here, year=-here.year)
        elif (
            here.year is None and here.year_which is None and after.year is not None and (here.month or here.season is not None)
        ):
            if after.month is None and after.season is None:
                continue
            later = here.month is not None and after.month is not None and here.month > after.month
            shared[index] = replace(here, year=after.year - 1 if later and after.year > 1 else after.year)
    return shared


_AT = re.compile(r"\s*,?\s*(?:on\s+|of\s+)?(?:the\s+)?$")


def _merged(drafts: list[Draft], text: str) -> list[Draft]:
    """'3 p.m. on Friday', 'at dawn on Tuesday' are one time; a day and its clock keep both."""
    merged: list[Draft] = []
    for draft in drafts:
        last = merged[-1] if merged else None
        day = (draft.kind == "date" and (draft.day or draft.weekday is not None)) or (
            draft.kind == "shift" and draft.unit == "day" and draft.base == "pub"
        )
        close = last is not None and day and not draft.part and _AT.match(text[last.end : draft.start]) is not None
        if last and last.kind == "clock" and close:
            merged[-1] = replace(draft, start=last.start, part=last.part, clock=last.clock, tz=last.tz)
        elif last and last.kind == "part" and last.which == "the" and close:
            apart = bound_before(text, last.start) in ("before", "after")  # 'before dawn on Tuesday' is of the Tuesday
            merged[-1] = draft if apart else replace(draft, start=last.start, part=last.part)
        else:
            merged.append(draft)
    return merged


def _event_is(draft: Draft, following: Draft, text: str) -> bool:
    """Whether the event a shift is counted from is itself a time: 'two days after 25 November'."""
    gap = text[draft.end : following.start]
    return (
        following.kind in ("date", "unit")
        and re.fullmatch(r"\s+(?:after|before|from|following|prior\s+to)\s+(?:the\s+)?", gap) is not None
    )


def _look_ahead(
    drafts: list[Draft], index: int, text: str, cues: Sequence[Cue], running: Running, tenses: Tenses | None
) -> None:
    """A clock time belongs to the day named right after it: '6 p.m. (1500 GMT) on Sunday'."""
    at = drafts[index].end
    for draft in drafts[index + 1 : index + 3]:
        gap = text[at : draft.start]
        if len(gap) >= 12 or re.search(r"[.;\n]", gap):
            return
        if draft.kind == "date":
            ahead = resolve(draft, running, _tense(draft, text, cues, tenses))
            if ahead.moment and ahead.moment.unit == "day":
                running.day = ahead.moment
            return
        if draft.kind != "clock":
            return
        at = draft.end
