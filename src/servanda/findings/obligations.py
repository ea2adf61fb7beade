"""The word for an obligation, in one world (DESIGN section 3, the calculus).

    DONE by D:  by due -> fulfilled;  with a NOT past due, or surely after due -> fulfilled-late;
                else fulfilled, time uncertain
    else D <= due -> pending;  PART by D -> partly-fulfilled;  NOT past due -> breached;  else overdue
    no date at all -> open

Invariant: `word` looks only at propositions handed to it; which those are is decided in `worlds`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from servanda.findings.deadlines import Deadline
from servanda.findings.finding import Verdict
from servanda.findings.propositions import Proposition
from servanda.findings.worlds import Fact


def word(accepted: Sequence[Fact], deadline: Deadline, as_of: date, *, closed_world: bool = False) -> Verdict:
    """What these facts make of the duty on a day. `closed_world`: absence of a record is a breach (R1)."""
    done = [f for f in accepted if f.kind == "DONE" and f.day <= as_of]
    part = [f for f in accepted if f.kind == "PART" and f.day <= as_of]
    nots = [f for f in accepted if f.kind == "NOT"]
    if done:
        return _performed(done, nots, deadline)
    if deadline.open:
        return Verdict("partly-fulfilled", _ids(part)) if part else Verdict("open")
    failed = [f for f in nots if _past_due(f, deadline, as_of)]
    if deadline.last is None or (as_of <= deadline.last and not failed):
        return Verdict("pending")
    if part:
        left = "breached" if failed or closed_world else "overdue"
        return Verdict("partly-fulfilled", _ids(part) | _ids(failed), remainder=left)
    if failed:
        return Verdict("breached", _ids(failed))
    return Verdict("breached" if closed_world else "overdue")


def _performed(done: Sequence[Fact], nots: Sequence[Fact], deadline: Deadline) -> Verdict:
    first = min(f.day for f in done)
    used = _ids([f for f in done if f.day == first])
    strict = deadline.strict
    if deadline.last is None or strict is None or first <= strict:
        blurred = deadline.blurred and first == strict
        return Verdict("fulfilled", used, done_on=first, uncertain=blurred)
    late = [f for f in nots if _beyond(f, strict)]
    if late:
        return Verdict("fulfilled-late", used | _ids(late), done_on=first)
    if all(f.first is not None and f.first > strict for f in done):
        return Verdict("fulfilled-late", _ids(done), done_on=first)
    open_ = [f for f in done if f.first is None or f.first <= strict]
    return Verdict("fulfilled", used | _ids(open_), done_on=first, uncertain=True)


def _past_due(f: Fact, deadline: Deadline, as_of: date) -> bool:
    """R2: presence before the date is no breach; a breach before a late extension stays (R4)."""
    if deadline.last is None or deadline.strict is None:
        return False
    if as_of > deadline.last and _beyond(f, deadline.last):
        return True
    return deadline.late_from is not None and as_of > deadline.strict and _beyond(f, deadline.strict)


def _beyond(f: Fact | Proposition, last: date) -> bool:
    return f.day is not None and (f.day > last or (f.through and f.day >= last))


def before_the_date(items: Sequence[Proposition], deadline: Deadline) -> frozenset[str]:
    """R2: the claims of non-performance that reach no day after the date: they break nothing."""
    nots = [p for p in items if p.kind == "NOT"]
    if deadline.last is None or deadline.strict is None:
        return frozenset()
    first = deadline.strict if deadline.late_from is not None else deadline.last
    return frozenset(p.claim for p in nots if not _beyond(p, first))


def _ids(items: Sequence[Fact]) -> frozenset[str]:
    return frozenset(c for f in items for c in f.claims)
