"""Changes: what is different between two findings of the same agreement, and why.

Invariant: `changes(x, x)` is empty.
"""

from __future__ import annotations

from dataclasses import dataclass

from servanda.findings.find import Findings
from servanda.findings.finding import TermFinding


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different about a term: from what, to what, why, and on which claims new since then."""

    term: str
    what: str
    before: str
    after: str
    why: str
    claims: tuple[str, ...] = ()


def changes(before: Findings, after: Findings) -> tuple[Change, ...]:
    """All differences, in the order of the agreement."""
    earlier = {t.id: t for t in before.terms}
    return tuple(c for t in after.terms if t.id in earlier for c in _of(earlier[t.id], t, before, after))


def _of(one: TermFinding, two: TermFinding, before: Findings, after: Findings) -> list[Change]:
    found: list[Change] = []
    new = tuple(c for c in two.because if c not in one.because)
    why = _why(one, two, before, after, new)
    for what in ("status", "epistemic", "due"):
        a, b = getattr(one, what), getattr(two, what)
        if a != b:
            found.append(Change(two.id, what, str(a or "none"), str(b or "none"), why, new))
    for flag in two.flags:
        if flag not in one.flags:
            found.append(Change(two.id, "flag", "", flag, *_grounds(flag, why, new)))
    for flag in one.flags:
        if flag not in two.flags:
            found.append(Change(two.id, "flag", flag, "", *_grounds(flag, why, new)))
    known = {i.id for i in one.incidents}
    for i in two.incidents:
        if i.id not in known:
            author = " and ".join(i.authors) or "author not established"
            found.append(Change(two.id, "incident", "", f"{i.latest}: {author} ({i.epistemic})", "a new incident", i.claims))
    return found


_WITH_THE_STATUS = frozenset(
    {"extended-formally", "extended-informally", "time-uncertain", "unverified", "deadline-contested", "unreviewed"}
)
"""Flags that come with what decides the status; the others are raised by claims that decide nothing."""


def _grounds(flag: str, why: str, new: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Why a flag came or went: a claim that only raises a flag is not among those that decide the status."""
    return (why, new) if flag in _WITH_THE_STATUS else ("claims that bear on it, or the passing of days", ())


def _why(one: TermFinding, two: TermFinding, before: Findings, after: Findings, new: tuple[str, ...]) -> str:
    if new:
        return f"{two.rule}: {_many(len(new))} {'is' if len(new) == 1 else 'are'} new"
    gone = [c for c in one.because if c not in two.because]
    if gone:
        return f"{two.rule}: {_many(len(gone))} no longer decide{'s' if len(gone) == 1 else ''}"
    if one.due and before.as_of <= one.due < after.as_of:
        return f"R3: {one.due} passed"
    if one.force != two.force:
        return two.why_force or "R3: its time came"
    return f"{two.rule}: other claims that bear on it, or the passing of days"


def _many(count: int) -> str:
    return f"{count} deciding claim{'' if count == 1 else 's'}"
