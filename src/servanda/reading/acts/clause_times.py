"""Days that a clause of time gives to an act outside it, or takes from an act beside it.

'Has not fired since the truce expired on 2 October', 'left a day after the rebels had gone', 'until Monday, when they
pulled back'.

Invariant: a day is given only by a clause that the words tie to the act, with nothing between but the act's own clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from servanda.reading.acts.clause import Sentence as View
from servanda.reading.acts.drafts import Draft
from servanda.reading.acts.moments import dated
from servanda.reading.frozen import replace
from servanda.reading.small_letters import compile_small, small
from servanda.reading.times import TimeExpression, day_after
from servanda.reading.times.lexicon import alternatives, section

_FOLLOWING = r"(?<!\bthe )following(?=\s(?:an?|the|its|their|his|talks|days|weeks|months)\s)"
_TURN = re.compile(
    rf"\b(since|before|after|{_FOLLOWING})\s(?!(?:the\s+|early\s+|late\s+)*(?:\d|{alternatives(section('day_parts'))}))",
    re.IGNORECASE,
)
_EDGE = re.compile(r"[,;:]\s|\s(?:and|but|while)\s|[.!?\"”]*$")
_CLOSE = re.compile(r"[,;:]\s|\s(?:but|while)\s")
_VERB_OPENS = re.compile(r"\W*(?:(?:but|and|ever|even|only|shortly|soon|just|in\s+the\s+[\w\s]{3,16})\s+)*$", re.IGNORECASE)
_BOUND = {"since": "since", "after": "after", "following": "after", "before": "by"}
"""'Before talks begin on Monday' leaves the Monday itself open."""
_WHEN = re.compile(r"\s*,?\s+(?:when|whereupon)\s", re.IGNORECASE)
_COUNT_FROM = re.compile(r"\s+(after|before)\s", re.IGNORECASE)
_RIGHT_BEFORE = re.compile(r"\s*,?\s*(?:(?:just|only|exactly|some|barely|and)\s+)?$", re.IGNORECASE)


def times_by_clauses(
    view: View, drafts: Sequence[Draft], owned: Sequence[list[TimeExpression]], whole: Sequence[TimeExpression]
) -> list[list[TimeExpression]]:
    """The times of each act, with those that clauses of time give to acts that have none of their own."""
    if not whole or not drafts:
        return [list(mine) for mine in owned]
    text = view.doc.text
    whole = [t for t in whole if not _names_pact(text, t.start - view.offset, t.end - view.offset)]
    clauses = [m for m in _TURN.finditer(text) if OF_ALL_SINCE.search(text, 0, m.end(1)) is None]
    turns = [(m.start(), _end(text, m, whole, view.offset), m.group(1).lower()) for m in clauses]
    found = []
    for n, draft in enumerate(drafts):
        at = view.doc[draft.trigger.at].idx
        mine = [_at_its_start(view, at, _within_its_event(view, at, _turned(view, t, at, turns))) for t in owned[n]]
        if not any(dated(t) for t in mine):
            others = [view.doc[d.trigger.at].idx for d in drafts if d is not draft]
            given = (
                _counted(view, at, drafts, owned, whole)
                or _by_turn(view, at, others, turns, whole)
                or _when(view, at, others, whole)
            )
            mine = [*mine, given] if given is not None else mine
        found.append(mine)
    return found


OF_ALL_SINCE = re.compile(
    r"\b(?:[Tt]he|its|their)\s(?:worst|first|only|(?!\w*west\b|rest\b|forest\b|arrest\b|\w*test\b)[a-z]+est|most\s\w+)"
    r"\s(?:[\w-]+\s){0,6}since\s?$"
)
"""'In the heaviest shelling since the truce began in January': what is compared, and no time of the shelling."""


def _names_pact(text: str, start: int, end: int) -> bool:
    """The month of 'the date fixed in the January agreement'."""
    return text[:start].endswith(("the ", "The ")) and _PACT.match(text, end) is not None


_PACT = re.compile(r"\s+(?:\w+\s+)?(?:agreement|accord|deal|truce|ceasefire|pact|treaty|protocol|statement)\b", re.IGNORECASE)


def _end(text: str, turn: re.Match[str], whole: Sequence[TimeExpression], offset: int) -> int:
    """Where a clause of time ends: at the next edge, or with the event that it names."""
    named = next((t.end - offset for t in whole if t.basis == "event" and t.start - offset == turn.start()), None)
    edge = _EDGE.search(text, turn.end())
    return named or (edge.start() if edge is not None else len(text))


def _turned(view: View, time: TimeExpression, at: int, turns: Sequence[tuple[int, int, str]]) -> TimeExpression:
    """A day inside a clause of time bounds the act outside it."""
    here = time.start - view.offset
    for start, end, word in turns:
        if start < here < end and not start <= at < end and _plain(time):
            return replace(time, bound=_BOUND[word])
    return time


def _plain(time: TimeExpression) -> bool:
    return dated(time) and time.bound in (None, "on") and time.granularity in {"day", "time", "week", "month"}


_SINCE_THEN = compile_small(r"\bsince\s+(?:then|that\s+(?:day|date|time))\b")


def since_then(text: str, times: Sequence[TimeExpression], start: int, end: int, floor: int) -> TimeExpression | None:
    """'Since then nobody has fired': from the last day told above, after `floor`."""
    words = _SINCE_THEN.search(small(text), start, end)
    if words is None:
        return None
    last = next((t for t in reversed(times) if floor <= t.start < words.start()), None)
    if (
        last is None
        or not dated(last)
        or last.granularity not in {"day", "time"}
        or last.bound not in (None, "on", "since", "from", "by")
    ):
        return None
    return replace(last, start=words.start(), end=words.end(), text=words.group(), bound="since", basis="text")


def _within_its_event(view: View, at: int, time: TimeExpression) -> TimeExpression:
    """'Since the truce began': the beginning itself was on that day."""
    inside = time.basis == "event" and time.start <= view.offset + at < time.end
    return replace(time, bound="on") if inside and time.bound in {"since", "after", "before", "until"} else time


def _at_its_start(view: View, at: int, time: TimeExpression) -> TimeExpression:
    """'Since January, when they seized it': seized in January."""
    link = _WHEN.match(view.doc.text, time.end - view.offset) if time.bound in {"since", "from", "until"} else None
    return replace(time, bound="on") if link is not None and link.end() <= at else time


def _by_turn(
    view: View, at: int, others: Sequence[int], turns: Sequence[tuple[int, int, str]], whole: Sequence[TimeExpression]
) -> TimeExpression | None:
    for start, end, word in turns:
        if start <= at < end:
            continue
        inside = [t for t in whole if start <= t.start - view.offset < end and dated(t)]
        if len(inside) != 1:
            continue
        fronted = at > end and _VERB_OPENS.fullmatch(view.doc.text, 0, start) is not None
        between = [k for k in others if (end <= k < at if fronted else at < k < start)]
        if between or not (fronted or at < start):
            continue
        if inside[0].basis == "event" and inside[0].bound in {"since", "after", "before"}:
            return inside[0]
        if _plain(inside[0]) and inside[0].basis != "guessed":
            return replace(inside[0], bound=_BOUND[word])
    return None


def _counted(
    view: View,
    at: int,
    drafts: Sequence[Draft],
    owned: Sequence[Sequence[TimeExpression]],
    whole: Sequence[TimeExpression],
) -> TimeExpression | None:
    """'Left on the 8th, a day after they had cleared it', 'left a day after they cleared it on the 7th'."""
    text = view.doc.text
    for time in whole:
        start, end = time.start - view.offset, time.end - view.offset
        link = _COUNT_FROM.match(text, end)
        length = time.duration
        if link is None or time.relative_to is None or dated(time) or length is None or length.amount is None:
            continue
        edge = _CLOSE.search(text, link.end())
        close = edge.start() if edge is not None else len(text)
        back = -1 if link.group(1).lower() == "before" else 1
        if link.end() <= at < close:
            base = _main_day(view, start, drafts, owned, whole)
            back = -back
        elif at < start:
            inside = [t for t in whole if link.end() <= t.start - view.offset < close and _plain(t)]
            base = inside[0] if len(inside) == 1 else None
        else:
            continue
        day = _shifted(base, back * int(length.amount), length.unit) if length.amount == int(length.amount) else None
        if day is not None:
            return replace(time, earliest=day, latest=day, granularity="day", bound="on", basis="text")
    return None


def _main_day(
    view: View,
    start: int,
    drafts: Sequence[Draft],
    owned: Sequence[Sequence[TimeExpression]],
    whole: Sequence[TimeExpression],
) -> TimeExpression | None:
    """The day of the clause on which a length counted from another hangs: right before it, or that of the act before it."""
    text = view.doc.text
    for time in whole:
        if time.end - view.offset <= start and _plain(time) and _RIGHT_BEFORE.fullmatch(text, time.end - view.offset, start):
            return time
    days = [
        t
        for draft, mine in zip(drafts, owned, strict=True)
        for t in mine
        if view.doc[draft.trigger.at].idx < start and t.end - view.offset <= start and _plain(t)
    ]
    return (
        days[0] if len(days) == 1 and not re.search(r"[;:]|\s(?:and|but)\s", text[days[0].end - view.offset : start]) else None
    )


def _shifted(base: TimeExpression | None, count: int, unit: str) -> date | None:
    if base is None or base.earliest is None or base.earliest != base.latest or unit not in {"day", "week", "fortnight"}:
        return None
    return day_after(base.earliest, count, unit)


def _after_verb(view: View, start: int, at: int) -> re.Match[str] | None:
    """The end of a clause; the 'and' of its subject is none: 'when the army and the rebels shelled each other'."""
    edge = _EDGE.search(view.doc.text, start)
    first = min((view.doc[k].idx for k in view.verbs if view.doc[k].idx >= start), default=at)
    while edge is not None and edge.group() == " and " and edge.start() < first:
        edge = _EDGE.search(view.doc.text, edge.end())
    return edge


def _when(view: View, at: int, others: Sequence[int], whole: Sequence[TimeExpression]) -> TimeExpression | None:
    """'Until Monday, when they pulled back': on the Monday."""
    text = view.doc.text
    for time in whole:
        end = time.end - view.offset
        link = _WHEN.match(text, end)
        named = time.granularity in {"day", "time"} or (time.granularity == "month" and time.bound == "since")
        if link is None or not dated(time) or not named or not link.end() <= at:
            continue
        edge = _after_verb(view, link.end(), at)
        if (edge is None or at < edge.start()) and not any(link.end() <= k < at for k in others):
            return replace(time, bound="on")
    return None
