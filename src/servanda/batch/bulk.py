"""Statuses of whole agreements over both clocks: each term by the fast path of its shape, else by the reference.

Invariant: which path serves a term changes no status. `statuses` and `Rectangle` are what other modules build on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from servanda.agreement.model import Agreement
from servanda.batch import reasons
from servanda.batch.columns import COMPLIANCE, EPISTEMIC, FORCE, Coverage, Duties, Entries, Rectangles
from servanda.batch.reference import Rectangle
from servanda.batch.reference import rectangles as by_reference
from servanda.batch.shapes import EntryRow, Shaped, shaped
from servanda.batch.state import State, build
from servanda.evidence.testimony import Testimony


@dataclass(frozen=True, slots=True)
class Loaded:
    """A term of a declared shape in columns: one duty for each bearer, and the ids of its claims by number."""

    bearers: tuple[str, ...]
    state: State
    claims: dict[int, str]


def statuses(agreement: Agreement, raw: Sequence[Testimony], *, fast: bool = True) -> dict[str, list[Rectangle]]:
    """All statuses that each term ever has. `raw` is all that is ever known; `fast=False` takes the reference only."""
    return {key: status_of(agreement, key, raw, fast=fast) for key in agreement.terms}


def status_of(agreement: Agreement, key: str, raw: Sequence[Testimony], *, fast: bool = True) -> list[Rectangle]:
    """All statuses that one term ever has."""
    term = agreement.terms[key]
    shape = shaped(agreement, term, raw) if fast else None
    return by_reference(agreement, key, raw) if shape is None else listed(load(term.bearer, shape), shape)


def load(bearers: tuple[str, ...], shape: Shaped) -> Loaded:
    """A shaped term as a state of columns."""
    numbers = claim_numbers([e.claim for e in shape.entries])
    d = shape.duty
    one = (d.start, d.end, d.due, d.last, d.before, d.closed, d.window)
    duties = Duties(*(np.full(len(bearers), v, np.int64) for v in one))
    seen = [(n, *span) for n in range(len(bearers)) for span in shape.seen]
    covered = np.array(seen, np.int64).reshape(-1, 3)
    state = build(duties, entries_of(bearers, shape.entries, numbers), Coverage(*covered.T))
    return Loaded(bearers, state, {n: c for c, n in numbers.items()})


def entries_of(bearers: Sequence[str], rows: Sequence[EntryRow], numbers: dict[str, int]) -> Entries:
    """Rows as columns; a bearer's place among `bearers` is its duty."""
    place = {b: n for n, b in enumerate(bearers)}
    table = np.array(
        [
            (place[r.bearer], r.kind, r.first, r.day, r.known, r.gone, r.sure, r.new_due, r.adds, numbers[r.claim])
            for r in rows
        ],
        np.int64,
    ).reshape(-1, 10)
    return Entries(*table.T)


def claim_numbers(ids: Sequence[str]) -> dict[str, int]:
    """Numbers that sort as the ids do."""
    return {c: n for n, c in enumerate(sorted(set(ids)))}


def listed(loaded: Loaded, shape: Shaped) -> list[Rectangle]:
    """The rectangles of a loaded term in words."""
    found = loaded.state.statuses
    lists = (
        reasons.of_dated(loaded.state.duties, loaded.state.entries, found).to_list()
        if shape.shape == "dated"
        else reasons.of_prohibitions(found)
    )
    return in_words(loaded.bearers, found, reasons.named(lists, loaded.claims))


def in_words(bearers: Sequence[str], found: Rectangles, because: Sequence[Sequence[str]]) -> list[Rectangle]:
    """Codes as words."""
    columns = (
        found.duty, found.valid_from, found.valid_to, found.known_from, found.known_to, found.force, found.compliance,
        found.epistemic, found.due,
    )  # fmt: skip
    rows = zip(*(c.tolist() for c in columns), because, strict=True)
    return [
        Rectangle(bearers[d], v, w, k, m, FORCE[f], COMPLIANCE[c], EPISTEMIC[e], due, tuple(why))
        for d, v, w, k, m, f, c, e, due, why in rows
    ]
