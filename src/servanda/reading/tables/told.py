"""The claims that one row of an event table makes, for one agreement.

Invariant: a claim says no more than its row; names and places become ids only where the agreement knows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from servanda.agreement.model import Agreement
from servanda.reading.claim import Claim, Party, Quantity, Speaker, When, identified
from servanda.reading.readers import TABLE_READER
from servanda.reading.tables.cells import Cells
from servanda.reading.tables.mapping import TableForm
from servanda.reading.tables.party_names import names_of
from servanda.reading.tables.places import Floats, Places
from servanda.reports.sources import folded


class Parties:
    """The actors of an agreement by the names that tables give them."""

    def __init__(self, agreement: Agreement) -> None:
        self.names = {folded(n): a.id for a in agreement.actors.values() for n in (a.id, a.name, *a.aliases)}
        self._known: dict[str, Party] = {}

    def of(self, words: str) -> Party:
        """By the whole name, else where all names of a list belong to one actor; else as it is written."""
        found = self._known.get(words)
        if found is None:
            found = self._known[words] = Party(words, self._id(words))
        return found

    def _id(self, words: str) -> str | None:
        whole = self._named(words)
        if whole is None and "," in words:
            parts = {self._named(p) for p in words.split(",")}
            whole = parts.pop() if len(parts) == 1 else None
        return whole

    def _named(self, words: str) -> str | None:
        return next((self.names[n] for n in names_of(words) if n in self.names), None)


def zones_of(places: Places, rows: Sequence[Cells]) -> list[str | None]:
    """The zone of each row."""

    def column(values: Iterable[float | None]) -> Floats:
        return np.array([np.nan if v is None else v for v in values], np.float64)

    lat, lon = column(c.latitude for c in rows), column(c.longitude for c in rows)
    return places.of_all(lat, lon, column(c.radius_km for c in rows), [c.places for c in rows])


class Teller:
    """Rows of one table to claims for one agreement; holds only what does not change from row to row."""

    def __init__(self, agreement: Agreement, form: TableForm, path: str, sha256: str) -> None:
        self.path = path
        self.form = form
        self.parties = Parties(agreement)
        self.places = Places(agreement)
        self._sha256 = sha256
        self._speaker = Speaker(form.name, None, "dataset")

    def claims(self, cells: Cells, zone: str | None, line: str, start: int, number: int) -> Iterator[Claim]:
        """The claims of the row `number` in `zone`, whose `line` stands at `start` in the report's text."""
        of = self.parties.of
        between = tuple(of(w) for w in (cells.actor, cells.other) if w)
        located = cells.latitude is not None and cells.longitude is not None
        place = (cells.longitude, cells.latitude) if located else None
        for author, target in cells.authors:
            yield identified(
                Claim(
                    id="",
                    report=self.path,
                    report_sha256=self._sha256,
                    segment="body",
                    quote=line,
                    start=start,
                    end=start + len(line),
                    speaker=self._speaker,
                    via=(),
                    act=cells.act,
                    words=f"row {number}",
                    actors=(of(author),) if author else (),
                    target=of(target) if target else None,
                    zone=zone,
                    when=When(cells.first, cells.last, "explicit"),
                    said=When(cells.known, cells.known, "explicit"),
                    extent="unknown",
                    polarity="affirmed",
                    modality="completed",
                    zone_words=(cells.places[0] or None) if cells.places else None,
                    kind=cells.kind,
                    quantity=_deaths(cells, self.form.unit),
                    place=place,  # type: ignore[arg-type]
                    place_radius_km=cells.radius_km,
                    known=cells.known,
                    confidence=1.0,
                    reader=TABLE_READER,
                    origins_cited=cells.origins,
                    rests_on=cells.rests_on,
                    between=between,
                )
            )


def _deaths(cells: Cells, unit: str | None) -> Quantity | None:
    best = cells.best
    if best is None:
        return None
    low, high = cells.low, cells.high
    return Quantity("deaths", best if low is None else low, best if high is None else high, unit=unit)
