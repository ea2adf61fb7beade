"""Rounds: a duty that falls due again (`every`), and one that falls due by steps (a schedule of quantities).

The round asked about on a day is the last whose date has passed, as long as it is not performed; then the next.

Invariant (R4): an extension moves the round that it names by its old date, else the one standing when it was made, and
no other. A round of a recurring duty looks only at what happened after the round before; a step of a schedule at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from servanda.agreement.calendar import add
from servanda.agreement.model import Bound, LimitStep, Term
from servanda.findings.amendments import Amendment, new_due
from servanda.findings.deadlines import Deadline, moved

_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Round:
    """One round: its deadline, what moved it, the day after which it begins (None: from the beginning), its quantity.

    `claims`: those by which the round before was performed, so that this one is asked about; `upto`: the last day on
    which something may still be told of it, where later rounds have passed since.
    """

    number: int
    deadline: Deadline
    moves: tuple[Amendment, ...] = ()
    after: date | None = None
    step: LimitStep | None = None
    claims: tuple[str, ...] = ()
    upto: date | None = None


def rounds(
    term: Term, first: Deadline, bound: Bound, day: date, acts: Sequence[Amendment], zones: tuple[str | None, str]
) -> tuple[Round, ...]:
    """The rounds up to the first that is not past on `day`, in order; one alone where nothing falls due again."""
    steps = scheduled(term)
    if steps:
        plain = [Round(n, _on(first, s.since, zones), step=s) for n, s in enumerate(steps)]
    elif term.every is not None and first.due is not None and first.last is not None:
        plain = _recurring(term, first, day, zones)
    else:
        step = term.limits[0].steps[-1] if term.norm == "obligation" and term.limits else None
        plain = [Round(0, first, step=step)]
    return _standing(_extended(plain, bound, day, acts, zones), day)


def scheduled(term: Term) -> tuple[LimitStep, ...]:
    """The steps of an obligation by quantities whose days are given."""
    if term.norm != "obligation" or len(term.limits) != 1:
        return ()
    steps = term.limits[0].steps
    return steps if all(s.since is not None for s in steps) else ()


def _on(first: Deadline, day: date | None, zones: tuple[str | None, str]) -> Deadline:
    assert day is not None
    return moved(Deadline(day, day, day, strict=day), "by", day, day, True, zones)


def _recurring(term: Term, first: Deadline, day: date, zones: tuple[str | None, str]) -> list[Round]:
    assert term.every is not None and first.due is not None and term.due is not None
    out = [Round(0, first)]
    while out[-1].deadline.last is not None and out[-1].deadline.last < day and len(out) < _MOST:
        due = add(first.due, term.every, len(out))
        if term.until is not None and due > term.until:
            break
        fresh = moved(Deadline(due, due, due, strict=due), term.due.bound, due, due, True, zones)
        out.append(Round(len(out), fresh, after=out[-1].deadline.last))
    return out


def _extended(
    plain: list[Round], bound: Bound, day: date, acts: Sequence[Amendment], zones: tuple[str | None, str]
) -> list[Round]:
    out = list(plain)
    before: dict[int, list[date]] = {}
    for act in acts:
        if act.act != "extend-deadline" or not act.effective:
            continue
        n = _meant(out, act)
        standing = out[n].deadline
        to = new_due(act, standing.due)
        if to is None or standing.last is None:
            continue
        if act.new_due is None and any(new_due(act, d) == standing.due for d in before.get(n, ())):
            continue  # 'by ten days' is the move to the 25th that others told with its day
        before.setdefault(n, []).append(standing.due or standing.last)
        made = act.made(standing.last)
        if made > day:
            continue
        changed = moved(standing, bound, to, made, made <= standing.last, zones)
        out[n] = replace(out[n], deadline=changed, moves=(*out[n].moves, act))
    return [r if r.after is None else replace(r, after=out[r.number - 1].deadline.last) for r in out]


def _meant(found: Sequence[Round], act: Amendment) -> int:
    """The round that an extension is about."""
    if act.old_due is not None:
        named = [r.number for r in found if act.old_due in (r.deadline.due, r.deadline.original)]
        if named:
            return named[0]
    waiting = [r.number for r in found if r.deadline.last is None or r.deadline.last >= act.latest]
    return waiting[0] if waiting else len(found) - 1


def _standing(found: Sequence[Round], day: date) -> tuple[Round, ...]:
    """Those whose date has passed, and the first whose date has not."""
    passed = [r for r in found if r.deadline.last is not None and r.deadline.last < day]
    waiting = [r for r in found if r.deadline.last is None or r.deadline.last >= day]
    return (*passed, *waiting[:1])
