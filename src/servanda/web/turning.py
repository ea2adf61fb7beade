"""The links of a page to other days: the day before and after, and the nearest days with news.

Invariant: no link leads to before what the page shows was known, or to what is known in time to come; both clocks keep
their distance from one day to the next, and the rest of the address stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from servanda.outputs.wording import long_day
from servanda.web.asked import FIRST, LAST, Asked

_STAYS = ("q", "since", "as_of2", "known_at2", "text2")


@dataclass(frozen=True, slots=True)
class Turn:
    """A link to other days; `rel` as HTML has it."""

    words: str
    href: str
    rel: str | None = None
    title: str | None = None


def turns(q: Asked, path: str, params: Mapping[str, str], since: date = date.min) -> list[Turn]:
    """The links of the page at `path` within its case; what it shows is known from the day `since` on."""
    kept = {k: v for k, v in params.items() if k in _STAYS}

    def to(as_of: date, known_at: date) -> str:
        return q.links.to(path, **{**kept, "as_of": as_of.isoformat(), "known_at": known_at.isoformat()})

    found = []
    before, after = q.glance.before, q.glance.after
    if before and before >= since:
        title = "The nearest day before on which something became known or fell due"
        found.append(Turn(f"previous news: {long_day(before)}", to(before, before), "prev", title))
    for words, days in (("← day before", -1), ("day after →", 1)):
        other = _moved(q, days)
        if other and other[1] >= since:
            found.append(Turn(words, to(*other)))
    if after:
        title = "The next day on which something became known or falls due"
        found.append(Turn(f"next news: {long_day(after)}", to(after, after), "next", title))
    return found


def _moved(q: Asked, days: int) -> tuple[date, date] | None:
    """Both days so many later, if there are such days."""
    at, known = (d.toordinal() + days for d in (q.as_of, q.known_at))
    if min(at, known) < FIRST.toordinal() or max(at, known) > LAST.toordinal():
        return None
    if days > 0 and known > q.shelf.case.today().toordinal():
        return None
    return date.fromordinal(at), date.fromordinal(known)
