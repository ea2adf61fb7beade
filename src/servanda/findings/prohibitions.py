"""The word for a prohibition, in one world (DESIGN section 3, the calculus).

    an INC within force and window -> breached(n);  earlier ones only -> restored;  else holding

Invariant (R2): an incident counts only if its whole possible range lies within force; a breach is never erased,
the window decides only which word is shown.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from servanda.agreement.calendar import add
from servanda.agreement.model import Agreement, Limit, Period, Term
from servanda.evidence.counting import limit_for
from servanda.findings.finding import Verdict
from servanda.findings.force import Span, Standing
from servanda.findings.incidents import Charge
from servanda.findings.propositions import Proposition
from servanda.findings.strength import best, of_kind

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
    """The word of one bearer in the worlds S, K and H; `charges` in the order of their last days.

    A charge is never refuted by what is only kind, so K is S here; H adds every charge in the window that is not
    refuted. What was charged before the window and never established does not make a quiet month doubtful.
    """
    now = [c for c in _inside(charges, frame) if c.against(bearer)]
    sure = [c for c in now if c.established(bearer)]
    harsh = [c for c in now if not c.refuted(bearer)]
    before = [] if sure and harsh else [c for c in _earlier(charges, frame) if c.against(bearer) and c.established(bearer)]
    sceptical = _word(bearer, sure, before)
    return sceptical, sceptical, _word(bearer, harsh, before)


def is_contested(bearer: str, charges: Sequence[Charge], frame: Window) -> bool:
    """R7: whether an unproved charge meets a denial and one of the two is credible at least.

    A charge about an incident that is itself established, though not its author, is credible. An account by which it
    was an act that the text exempts meets the charge as a denial does.
    """
    for charge in _inside(charges, frame):
        against, denied = charge.against(bearer), (*charge.denied_by(bearer), *charge.exempted_for(bearer))
        if not against or charge.established(bearer):
            continue
        if denied and (charge.happened or max(best(against), best(denied)) >= 1):
            return True
    return False


def turns_on_the_text(bearer: str, charges: Sequence[Charge], frame: Window) -> bool:
    """Whether all that is established in the window is, by another account, what the text exempts: then the breach is
    a question of interpretation."""
    sure = [c for c in _inside(charges, frame) if c.established(bearer)]
    return bool(sure) and all(c.exempted_for(bearer) for c in sure)


def quiet(bearer: str, items: Sequence[Proposition], frame: Window, term: Term) -> frozenset[str] | None:
    """R1: the claims that establish quiet for the whole window, beside what coverage records; None where they do not.

    Of a limit that is a count of each limited thing within the window; else a word of level 2 about all of the place.
    """
    kept = [p for p in of_kind(items, "NOINC") if p.bearer in (bearer, None) and p.level >= 2 and p.day is not None]
    if term.limits:
        counts = [p for p in kept if frame.first <= (p.day or date.min) <= frame.last]
        met = {limit.quantity for p in counts if (limit := _limit_of(term, p)) is not None}
        return frozenset(p.claim for p in counts) if met == {li.quantity for li in term.limits} else None
    spoken = [
        p for p in kept if p.first is not None and p.testimony.claim.extent != "part" and p.testimony.claim.zone == term.zone
    ]
    spans = [(p.first, p.day) for p in spoken if p.first is not None and p.day is not None and p.day >= frame.first]
    seen = [s for s in spans if s[0] <= frame.last]
    return frozenset(p.claim for p in spoken) if seen and _through(seen, frame) else None


def _limit_of(term: Term, p: Proposition) -> Limit | None:
    q = p.testimony.claim.quantity
    return limit_for(term, q.what) if q is not None else None


def _through(seen: Sequence[tuple[date, date]], frame: Window) -> bool:
    """Whether stretches of days leave no gap in the window."""
    reached = frame.first - timedelta(days=1)
    for since, until in sorted(seen):
        if since > reached + timedelta(days=1):
            return False
        reached = max(reached, until)
    return reached >= frame.last


def _word(bearer: str, now: Sequence[Charge], before: Sequence[Charge]) -> Verdict:
    if now:
        return Verdict("breached", _ids(bearer, now), count=len(now))
    if before:
        return Verdict("restored", _ids(bearer, before), count=len(before))
    return Verdict("holding")


def _inside(charges: Sequence[Charge], frame: Window) -> list[Charge]:
    """Those that end within the window and lie within force."""
    begin, end = bisect_left(charges, frame.first, key=_last), bisect_right(charges, frame.last, key=_last)
    return [c for c in charges[begin:end] if frame.in_force(c.earliest, c.latest)]


def _earlier(charges: Sequence[Charge], frame: Window) -> list[Charge]:
    """Those that end before the window and lie within force."""
    return [c for c in charges[: bisect_left(charges, frame.first, key=_last)] if frame.in_force(c.earliest, c.latest)]


def _last(charge: Charge) -> date:
    return charge.latest or date.max


def _ids(bearer: str, charges: Sequence[Charge]) -> frozenset[str]:
    return frozenset(p.claim for c in charges for p in c.against(bearer))
