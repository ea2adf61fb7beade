"""Terms that no fast path serves, in a batch: every claim for itself, by the functions of `findings`.

Invariant: the statuses are those of `bulk.statuses` for all claims that touch the agreement.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from servanda.agreement.model import Event, Term
from servanda.batch.agreements import Promised
from servanda.batch.bulk import status_of
from servanda.batch.events import EventTable
from servanda.batch.reference import Rectangle
from servanda.batch.weighing import testimonies


def by_functions(
    item: Promised, tables: Sequence[EventTable], rows: pl.DataFrame, key: str, touched: bool
) -> list[Rectangle]:
    """The statuses of a term; `touched`: whether any claim counts for it. Its reasons are events' ids."""
    term = item.agreement.terms[key]
    told = testimonies(item, tables, rows) if rows.height and (touched or depends(term)) else []
    events = {t.id: event for t, event in told}
    found = status_of(item.agreement, key, [t for t, _ in told])
    return [replace(r, because=tuple(events[c] for c in r.because)) for r in found]


def depends(term: Term) -> bool:
    """Whether something else than claims about the term itself decides its status."""
    events: list[Event | None] = [term.when, term.due.of if term.due else None]
    return bool(term.after) or any(e is not None and e.kind in {"term", "act"} for e in events)
