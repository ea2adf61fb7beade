"""The word for a prohibition, in one world (DESIGN section 3, the calculus).

    an INC within force and window -> breached(n);  earlier ones only -> restored;  else holding

Invariant (R2): an incident counts only if its whole possible range lies within force; a breach is never erased,
the window decides only which word is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from servanda.agreement.calendar import add
from servanda.agreement.model import Agreement, Period, Term
from servanda.findings.finding import Verdict
from servanda.findings.force import Span, Standing
from servanda.findings.incidents import Charge
from servanda.findings.strength import best

DEFAULT_WINDOW = Period(days=30, written="P30D")


@dataclass(frozen=True, slots=True)
class Window:
    """The days that count for a prohibition's word: `first` to `last`, and the spans in which it has been in force."""

    spans: tuple[Span, ...]
    first: date
    last: date

    def in_force(self, earliest: date | None, latest: date | None) -> bool:
        """R2: whether all possible days of something lie within force."""
        return latest is not None and any(s.holds(earliest, latest) for s in self.spans)

    def beyond(self, earliest: date | None, latest: date | None) -> bool:
        """Whether no possible day of something lies within force."""
        return not any(s.meets(earliest, latest) for s in self.spans)


def window(term: Term, standing: Standing, as_of: date) -> Window:
    """The window up to a day, by default 30 days, its last day included."""
    length = term.window or DEFAULT_WINDOW
    first = add(as_of, length, -1) + timedelta(days=1)
    since = standing.since
    return Window(standing.spans, max(first, since) if since else first, as_of)


def watched(agreement: Agreement, term: Term) -> tuple[tuple[date, date], ...]:
    """R1: the stretches of days on which somebody could see the term's place; records that meet are one stretch."""
    zones = set(agreement.zone_chain(term.zone)) if term.zone else set()
    seen = sorted((c.since, c.until) for c in agreement.coverage if c.zone is None or c.zone in zones)
    out: list[tuple[date, date]] = []
    for since, until in seen:
        if out and since <= out[-1][1] + timedelta(days=1):
            out[-1] = (out[-1][0], max(out[-1][1], until))
        else:
            out.append((since, until))
    return tuple(out)


def words(bearer: str, charges: Sequence[Charge], frame: Window) -> tuple[Verdict, Verdict, Verdict]:
    """The word of one bearer in the worlds S, K and H.

    A charge is never refuted by what is only kind, so K is S here; H adds every charge in the window that is not
    refuted. What was charged before the window and never established does not make a quiet month doubtful.
    """
    named = [c for c in charges if c.against(bearer)]
    sure = [c for c in named if c.established(bearer)]
    harsh = [c for c in named if not c.refuted(bearer)]
    sceptical = _word(bearer, sure, sure, frame)
    return sceptical, sceptical, _word(bearer, harsh, sure, frame)


def is_contested(bearer: str, charges: Sequence[Charge], frame: Window) -> bool:
    """R7: whether an unproved charge meets a denial and one of the two is credible at least.

    A charge about an incident that is itself established, though not its author, is credible.
    """
    for charge in charges:
        against, denied = charge.against(bearer), charge.denied_by(bearer)
        if not against or charge.established(bearer) or not _inside(charge, frame):
            continue
        if denied and (charge.happened or max(best(against), best(denied)) >= 1):
            return True
    return False


def _word(bearer: str, charges: Sequence[Charge], sure: Sequence[Charge], frame: Window) -> Verdict:
    now = [c for c in charges if _inside(c, frame)]
    before = [c for c in sure if _earlier(c, frame)]
    if now:
        return Verdict("breached", _ids(bearer, now), count=len(now))
    if before:
        return Verdict("restored", _ids(bearer, before), count=len(before))
    return Verdict("holding")


def _inside(charge: Charge, frame: Window) -> bool:
    return (
        frame.in_force(charge.earliest, charge.latest)
        and charge.latest is not None
        and frame.first <= charge.latest <= frame.last
    )


def _earlier(charge: Charge, frame: Window) -> bool:
    return frame.in_force(charge.earliest, charge.latest) and charge.latest is not None and charge.latest < frame.first


def _ids(bearer: str, charges: Sequence[Charge]) -> frozenset[str]:
    return frozenset(p.claim for c in charges for p in c.against(bearer))
