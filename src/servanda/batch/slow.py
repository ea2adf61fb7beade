"""Terms that no fast path serves, in a batch: every claim for itself, by the functions of `findings`.

Events of one kind, of the same days and source say the same of a term, unless it counts them: then the one known first stands
for all.

Invariant: the statuses are those of `bulk.statuses` for all claims that touch the agreement.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import polars as pl

from servanda.agreement.model import Agreement, Event, Term
from servanda.batch.agreements import Promised
from servanda.batch.bulk import status_of
from servanda.batch.candidates import CANDIDATE_SCHEMA, Candidates
from servanda.batch.events import EventTable
from servanda.batch.reference import Rectangle, on_acts, reach_of
from servanda.batch.weighing import Told, Weigher, testimonies


def by_functions(item: Promised, tables: Sequence[EventTable], rows: pl.DataFrame | None, key: str) -> list[Rectangle]:
    """The statuses of a term; `rows` are the events that may count for it, None for none. Its reasons are events' ids."""
    told = [] if rows is None else testimonies(item, tables, rows)
    events = {t.id: event for t, event in told}
    found = status_of(item.agreement, key, [t for t, _ in told])
    return [replace(r, because=tuple(events[c] for c in r.because)) for r in found]


def depends(term: Term) -> bool:
    """Whether something else than claims about the term itself decides its status."""
    events: list[Event | None] = [term.when, term.due.of if term.due else None]
    return bool(term.after) or any(e is not None and e.kind in {"term", "act"} for e in events)


def counting(
    items: Sequence[Promised],
    tables: Sequence[EventTable],
    slabs: Iterable[pl.DataFrame],
    wanted: Mapping[int, Sequence[str]],
    most: int,
) -> dict[int, pl.DataFrame]:
    """The events that may count for some terms of agreements, by the agreements' places in a group."""
    places = list(wanted)
    some = [items[n] for n in places]
    candidates = Candidates(some)
    looking = [_Looking(item.agreement, wanted[n]) for n, item in zip(places, some, strict=True)]
    weigher = Weigher(some, tables)
    for events in slabs:
        for rows in candidates.of(events, most):
            keyed, told = weigher.of(rows.filter(~pl.col("early")))
            for n, one in told:
                looking[n].note(one)
            for (n,), mine in keyed.partition_by("agreement", as_dict=True).items():
                looking[n].take(mine)
    return {n: one.found() for n, one in zip(places, looking, strict=True)}


class _Looking:
    """What of one agreement's events may count for some of its terms."""

    def __init__(self, agreement: Agreement, keys: Sequence[str]) -> None:
        self._reach, self._counts = _reach(agreement, keys)
        self._kinds: set[int] = set()
        self._rows: list[pl.DataFrame] = []

    def note(self, told: Told) -> None:
        if self._reach is None or any(b.term in self._reach for b in told.testimony.bearings):
            self._kinds.add(told.kind)

    def take(self, rows: pl.DataFrame) -> None:
        mine = rows.filter(pl.col("number").is_in(list(self._kinds))).select(*CANDIDATE_SCHEMA, "number")
        self._rows = [*self._rows, mine] if self._counts else [_first_known([*self._rows, mine])]

    def found(self) -> pl.DataFrame:
        if not self._rows:
            return pl.DataFrame(schema=CANDIDATE_SCHEMA)
        return pl.concat(self._rows).sort("table", "row").select(list(CANDIDATE_SCHEMA))


def _first_known(rows: Sequence[pl.DataFrame]) -> pl.DataFrame:
    """Of the events of one kind, of the same days and source, the one known first."""
    ordered = pl.concat(rows).sort("number", "first", "last", "rests_on", "known", "table", "row")
    return ordered.unique(subset=["number", "first", "last", "rests_on"], keep="first", maintain_order=True)


def _reach(agreement: Agreement, keys: Sequence[str]) -> tuple[set[str] | None, bool]:
    """The terms that these terms look at (None: every claim), and whether one of them counts."""
    reach = [t for key in keys for t in reach_of(agreement, agreement.terms[key])]
    return None if on_acts(reach) else {t.id for t in reach}, any(t.limits for t in reach)
