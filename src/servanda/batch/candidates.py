"""Which events touch which agreements: those that name one of its actors, and those that name no first party and
lie in its places.

Invariant: an event that is left out here counts for no term, whatever the rules say of it: nobody in it is known to
the agreement, and no place ties it to one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import numpy as np
import polars as pl

from servanda.agreement.model import Agreement
from servanda.batch.agreements import Promised
from servanda.batch.columns import EVER, NEVER, Flags, Ints
from servanda.batch.events import EVENT_SCHEMA, places_of
from servanda.batch.matching import Located, Wanted, by_place, joined, stretches
from servanda.batch.shapes import duty_of
from servanda.evidence.scope import is_unnamed
from servanda.reading.tables.party_names import names_of
from servanda.reading.tables.places import NOWHERE, Outline, Places
from servanda.reading.tables.told import Parties

CANDIDATE_SCHEMA = {**EVENT_SCHEMA, "agreement": pl.Int64, "early": pl.Boolean, "zone": pl.String}


class Candidates:
    """A group of agreements, ready to be matched with slabs of events; agreements go by their place in the group."""

    def __init__(self, items: Sequence[Promised]) -> None:
        self._places = [Places(p.agreement) for p in items]
        self._since = np.array([since(p.agreement) for p in items], np.int64)
        self._names: dict[str, dict[int, str]] = {}
        for number, item in enumerate(items):
            for name, actor in Parties(item.agreement).names.items():
                self._names.setdefault(name, {})[number] = actor
        self._known: dict[str, Mapping[int, str]] = {}

    def of(self, events: pl.DataFrame, most: int) -> Iterator[pl.DataFrame]:
        """The events that touch an agreement, one row for each of the two, with the zone of it that holds the event, in
        frames of at most `most` rows.

        `early`: it lies before anything of the agreement was in force; then its zone is not looked for.
        """
        event, agreement = self._pairs(events)
        early = events["first"].to_numpy()[event] < self._since[agreement]
        for at in range(0, len(event), most):
            part = slice(at, at + most)
            rows = events[event[part]].with_columns(
                agreement=pl.Series(agreement[part], dtype=pl.Int64), early=pl.Series(early[part], dtype=pl.Boolean)
            )
            yield rows.with_columns(zone=self._zones(rows, agreement[part], early[part])).select(list(CANDIDATE_SCHEMA))

    def _pairs(self, events: pl.DataFrame) -> tuple[Ints, Ints]:
        """Positions of events with those of the agreements that they touch."""
        pairs = events.select("actor", "other").unique(maintain_order=True).with_row_index("pair")
        met = [self._meets(a, o) for _, a, o in pairs.iter_rows()]
        sizes = np.array([len(m) for m in met], np.int64)
        wanted_pair = np.repeat(np.arange(len(met)), sizes)
        wanted = np.fromiter((n for m in met for n in m), np.int64, int(sizes.sum()))
        pair = events.join(pairs, on=["actor", "other"], how="left", maintain_order="left")["pair"].cast(pl.Int64).to_numpy()
        event, want = joined(pair, wanted_pair)
        agreement = wanted[want]
        lone = np.array([_nameless(a) for _, a, _ in pairs.iter_rows()], bool)[pair] if len(met) else np.zeros(0, bool)
        more_event, more_agreement = self._by_place(events, lone)
        both = np.column_stack([np.concatenate([event, more_event]), np.concatenate([agreement, more_agreement])])
        event, agreement = (np.unique(both, axis=0) if len(more_event) else both).T
        return event, agreement

    def known(self, words: str) -> Mapping[int, str]:
        """The agreements that know these words as an actor's, with the actor; read as `Parties.of` reads them."""
        found = self._known.get(words)
        if found is None:
            found = self._named_by(words)
            if "," in words:
                parts = [self._named_by(p) for p in words.split(",")]
                for number in set(parts[0]).intersection(*parts[1:]) - found.keys():
                    if len({p[number] for p in parts}) == 1:
                        found[number] = parts[0][number]
            self._known[words] = found
        return found

    def _named_by(self, words: str) -> dict[int, str]:
        """Where an agreement knows several of the names, the likeliest counts."""
        found: dict[int, str] = {}
        for name in reversed(names_of(words)):
            found.update(self._names.get(name, {}))
        return found

    def _meets(self, actor: str, other: str) -> list[int]:
        return sorted(self.known(actor).keys() | self.known(other).keys())

    def _by_place(self, events: pl.DataFrame, lone: Flags) -> tuple[Ints, Ints]:
        """Events of no named first party, in the places of agreements: by outline, else by the name of a place."""
        at = np.flatnonzero(lone)
        if not len(at):
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        told = events[at]
        shapes: list[Outline] = [o for p in self._places for o in p.outlines]
        owner = np.array([n for n, p in enumerate(self._places) for _ in p.outlines], np.int64)
        everyone = np.zeros(len(shapes), np.int64)
        located = Located(
            np.zeros(len(at), np.int64), told["first"].to_numpy(), told["last"].to_numpy(),
            told["latitude"].fill_null(np.nan).to_numpy(), told["longitude"].fill_null(np.nan).to_numpy(),
        )  # fmt: skip
        wanted = Wanted(everyone, everyone + EVER, everyone + NEVER, np.arange(len(shapes)))
        event, shape = by_place(located, wanted, shapes)
        named = [
            (row, number) for row, joined_places in enumerate(told["places"].to_list()) for number in self._named(joined_places)
        ]
        rows = np.concatenate([at[event], at[np.array([r for r, _ in named], np.int64)]])
        whose = np.concatenate([owner[shape], np.array([n for _, n in named], np.int64)])
        both = np.unique(np.column_stack([rows, whose]), axis=0) if len(rows) else np.zeros((0, 2), np.int64)
        return both[:, 0], both[:, 1]

    @lru_cache(maxsize=100_000)  # noqa: B019 - lives as long as the group
    def _named(self, joined_places: str | None) -> tuple[int, ...]:
        names = places_of(joined_places)
        return tuple(n for n, p in enumerate(self._places) if p.named(names))

    def _zones(self, rows: pl.DataFrame, agreement: Ints, early: Flags) -> pl.Series:
        out = np.full(len(agreement), None, object)
        late = np.flatnonzero(~early)
        order = late[np.argsort(agreement[late], kind="stable")]
        lat, lon, radius = (rows[n].fill_null(np.nan).to_numpy() for n in ("latitude", "longitude", "radius_km"))
        names = rows["places"].to_numpy()
        for one, two in stretches(agreement[order]):
            these = order[one:two]
            places = self._places[int(agreement[these[0]])]
            held = places.held(lat[these], lon[these], radius[these])
            for number, shape in enumerate(places.outlines):
                out[these[held == number]] = shape.zone
            nowhere = these[held == NOWHERE]
            out[nowhere] = [places.named(places_of(n)) for n in names[nowhere]]
        return pl.Series(out.tolist(), dtype=pl.String)


def since(agreement: Agreement) -> int:
    """The first day on which an event may count for a term of the agreement; EVER where that is not bounded."""
    starts = [EVER if d is None or not d.window else d.start for d in (duty_of(agreement, t) for t in agreement.terms.values())]
    return min(starts, default=EVER)


def left_out(events: pl.DataFrame) -> int:
    """How many events name no first party and no place at all: nothing ties them to any agreement."""
    nowhere = pl.col("places").fill_null("").str.replace_all("\x1f", "") == ""
    unplaced = events.filter(nowhere & (pl.col("latitude").is_null() | pl.col("longitude").is_null()))
    return sum(n for a, n in unplaced.group_by("actor").len().iter_rows() if _nameless(a))


def _nameless(actor: str) -> bool:
    """R8: whether nobody is named as the first party."""
    return is_unnamed(actor, None)
