"""Changes: what is different between two findings of the same agreement, and why.

Invariant: `changes(x, x)` is empty.
"""

from __future__ import annotations

from dataclasses import dataclass

from servanda.findings.finding import Findings, TermFinding


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
            found.append(Change(two.id, "flag", "", flag, why, new))
    for flag in one.flags:
        if flag not in two.flags:
            found.append(Change(two.id, "flag", flag, "", why, new))
    known = {i.id for i in one.incidents}
    for i in two.incidents:
        if i.id not in known:
            author = i.actor or "author not established"
            found.append(Change(two.id, "incident", "", f"{i.latest}: {author} ({i.epistemic})", "a new incident", i.claims))
    return found


def _why(one: TermFinding, two: TermFinding, before: Findings, after: Findings, new: tuple[str, ...]) -> str:
    if new:
        return f"{two.rule}: {len(new)} deciding claim(s) are new"
    gone = [c for c in one.because if c not in two.because]
    if gone:
        return f"{two.rule}: {len(gone)} deciding claim(s) no longer decide"
    if one.due and before.as_of <= one.due < after.as_of:
        return f"R3: {one.due} passed"
    if one.force != two.force:
        return two.why_force or "R3: its time came"
    return f"{two.rule}: other claims that bear on it, or the passing of days"
