"""Force: whether a term binds on a day, why, and on which days it bound before.

    inchoate    not yet, or its condition is not met, or what must come first is not done
    suspended   a holder of the power suspended it, and it was not resumed nor has the time given run out
    ended       its time ran out (R3), or it was waived, terminated or superseded (R4)

Invariant (R4): an act effective on a day changes nothing before that day; an act counts against a term only for
days on which the term surely bound (R2).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from servanda.agreement.calendar import add
from servanda.agreement.model import Term
from servanda.findings.amendments import Amendment, added, new_due
from servanda.findings.asking import Asking
from servanda.findings.events import Happening, happened
from servanda.findings.finding import Force

_DAY = timedelta(days=1)
_ENDS = {"waive": "waived", "terminate": "terminated"}


@dataclass(frozen=True, slots=True)
class Span:
    """Days on which a term bound, both included; None is without bound."""

    first: date | None
    last: date | None

    def holds(self, earliest: date | None, latest: date) -> bool:
        """R2: whether a whole range of days lies within."""
        begun = self.first is None or (earliest is not None and earliest >= self.first)
        return begun and (self.last is None or latest <= self.last)

    def meets(self, earliest: date | None, latest: date | None) -> bool:
        """Whether some day of a range lies within."""
        before = latest is not None and self.first is not None and latest < self.first
        return not before and (earliest is None or self.last is None or earliest <= self.last)


@dataclass(frozen=True, slots=True)
class Standing:
    """The force of a term on a day, why, since when it is in force, and all days on which it was until then."""

    force: Force
    why: str
    since: date | None = None
    claims: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


def standing(ask: Asking, term: Term, day: date) -> Standing:
    """Whether the term is in force on a day."""
    begun = _begun(ask, term, day)
    if begun.force == "inchoate":
        base = happened(ask, term.due.of, day, term) if term.due and term.due.of else None  # by which its date is shown
        return replace(begun, claims=base.claims) if base else begun
    acts = [a for a in ask.acts(term) if a.effective and a.latest <= day]
    ends, why_ended, ended_by = _ended(ask, term, acts, day)
    spans, held, held_by = _spans(term, begun.since, acts, day)
    spans = _cut(spans, ends)
    claims = tuple(dict.fromkeys([*begun.claims, *ended_by, *held_by]))
    if ends is not None and day > ends.reach:
        return Standing("ended", why_ended, begun.since, claims, spans)
    if held:
        return Standing("suspended", held, begun.since, claims, spans)
    last = spans[-1].first if spans else begun.since
    return Standing("in-force", "", last, claims, spans)


@dataclass(frozen=True, slots=True)
class _End:
    """The last day on which it surely bound, the last on which its word is still given, and gaps before."""

    last: date
    reach: date
    gaps: tuple[tuple[date, date], ...] = ()


def _begun(ask: Asking, term: Term, day: date) -> Standing:
    """Since when it binds: start, own period, condition, what comes first, and the event that its period runs from."""
    since = max((d for d in (ask.agreement.start, term.from_) if d is not None), default=None)
    if since is not None and day < since:
        return Standing("inchoate", f"R3: in force from {since}", since)
    claims: list[str] = []
    if term.when is not None:
        met = happened(ask, term.when, day, term)
        if met is None:
            return Standing("inchoate", "R3: its condition is not met as far as is known", since)
        since, claims = _later(since, met), [*claims, *met.claims]
    for key in term.after:
        found = ask.finding(key, day)
        if found.done_on is None or found.done_on > day:
            return Standing("inchoate", f"R3: only after {key}", since)
        since, claims = _later(since, Happening(found.done_on)), [*claims, *found.because]
    if term.due and term.due.of:
        base = happened(ask, term.due.of, day, term)
        if base is None:
            return Standing("inchoate", "R3: the event that its period runs from is not established", since)
        claims += base.claims
    return Standing("in-force", "", since, tuple(dict.fromkeys(claims)))


def _later(since: date | None, met: Happening) -> date:
    return max(since, met.day) if since else met.day


def _ended(ask: Asking, term: Term, acts: Sequence[Amendment], day: date) -> tuple[_End | None, str, tuple[str, ...]]:
    """The first thing that ended it by `day`, in words, with its claims."""
    found: list[tuple[_End, str, tuple[str, ...]]] = []
    for act in acts:
        if act.act in _ENDS:
            found.append((_End(act.latest - _DAY, act.latest - _DAY), f"R4: {_ENDS[act.act]} on {act.latest}", act.claims))
        elif act.act == "notify-termination" and (last := new_due(act, act.latest)) is not None:
            found.append((_End(last, last), f"R4: ended by notice on {last}", act.claims))
    for key in term.superseded_by:
        other = standing(ask, ask.agreement.terms[key], day)
        if other.force != "inchoate" and other.since is not None:
            last = other.since - _DAY
            found.append((_End(last, last), f"R4: superseded by {key} on {other.since}", other.claims))
    own = _own_end(ask, term, day)
    if own is not None:
        end, moves = own
        found.append((end, f"R3: ran until {end.last}", tuple(c for m in moves for c in m.claims)))
    if not found:
        return None, "", ()
    end, why, claims = min(found, key=lambda f: (f[0].last, f[1]))
    moved = own[1] if own is not None else ()
    return end, why, tuple(dict.fromkeys([*claims, *(c for m in moved for c in m.claims)]))


def extensions(ask: Asking, term: Term, day: date) -> tuple[Amendment, ...]:
    """R4: the effective acts that moved the end of a term's own period by a day."""
    own = _own_end(ask, term, day)
    return own[1] if own is not None else ()


def _own_end(ask: Asking, term: Term, day: date) -> tuple[_End, tuple[Amendment, ...]] | None:
    """R3, R4: the last day of its own period, as extended and tacitly renewed; an extension after the end leaves a gap."""
    if term.ends_with is not None:
        met = happened(ask, term.ends_with, day)
        return None if met is None else (_End(met.day - _DAY, met.day - _DAY), ())
    end = min((d for d in (term.until, ask.agreement.expires) if d is not None), default=None)
    if end is None:
        return None
    gaps: list[tuple[date, date]] = []
    used: list[Amendment] = []
    if term.due is None:
        for act in ask.acts(term):
            to = new_due(act, end) if act.act == "extend-deadline" and act.effective else None
            made = act.made(end)
            if to is None or made > day or to <= end:
                continue
            if made > end + _DAY:
                gaps.append((end + _DAY, made - _DAY))
            end = to
            used.append(act)
    notice = [a for a in ask.acts(term) if a.act == "notify-termination" and a.effective] if term.renewal else []
    rounds = 0
    while term.renewal and end < day and rounds < 1000 and not any(a.latest <= end for a in notice):
        end, rounds = add(end, term.renewal), rounds + 1
    used += [a for a in notice if a.latest <= end][:1]
    return _End(end, end, tuple(gaps)), tuple(used)


def _spans(
    term: Term, since: date | None, acts: Sequence[Amendment], day: date
) -> tuple[tuple[Span, ...], str, tuple[str, ...]]:
    """The days in force until now, cut by suspensions; the words and claims of the one that stands, if one does."""
    spans: list[Span] = []
    first, held = since, ""
    claims: list[str] = []
    until: date | None = None
    open_ = True
    for act in acts:
        if not open_ and until is not None and act.latest > until:
            first, open_, held, until = until + _DAY, True, "", None
        if act.act == "suspend" and (first is None or act.latest >= first):
            length = added(act)
            given = act.new_due or (add(act.latest, length) - _DAY if length else None)
            if not open_ and given is None:
                continue
            if open_:
                spans.append(Span(first, act.latest - _DAY))
                since = act.latest
            until, open_ = given, False
            held = f"R4: suspended on {since}" + (f" until {until}" if until else "")
            claims += act.claims
        elif act.act == "resume" and not open_:
            first, open_, held, until = act.latest, True, "", None
            claims += act.claims
    if not open_ and until is not None and day > until:
        first, open_, held = until + _DAY, True, ""
    if open_:
        spans.append(Span(first, None))
    return tuple(spans), held, tuple(claims)


def _cut(spans: tuple[Span, ...], end: _End | None) -> tuple[Span, ...]:
    """The spans without what lies after the end or in a gap."""
    if end is None:
        return spans
    out: list[Span] = []
    for span in spans:
        pieces = [Span(span.first, end.last if span.last is None else min(span.last, end.last))]
        for begin, stop in end.gaps:
            pieces = [q for p in pieces for q in _without(p, begin, stop)]
        out += [p for p in pieces if p.first is None or p.last is None or p.first <= p.last]
    return tuple(out)


def _without(span: Span, begin: date, stop: date) -> list[Span]:
    if (span.last is not None and span.last < begin) or (span.first is not None and span.first > stop):
        return [span]
    return [Span(span.first, begin - _DAY), Span(stop + _DAY, span.last)]
