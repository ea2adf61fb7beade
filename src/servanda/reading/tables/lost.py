"""What of a table's rows is not read, in words: rows that are left out, cells that are not understood, ids that stand twice.

Invariant: nothing that a row holds is passed over in silence, unless a known form passes it over by design (the kinds of
ACLED that are no acts); of one table at most `MOST` rows are named, and the rest is counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from servanda.reading.tables.cells import Cells, act_of, count_of, day_of, latitude_of, longitude_of, text_of
from servanda.reading.tables.mapping import TableForm

MOST = 20
_DAY = "is no day that is read (write it as 2023-04-21)"
_NUMBER = "is no number that is read for sure (write 1200)"
_DEGREES = "is no place on the earth in degrees (write 46.41)"
_CELLS: dict[str, tuple[Callable[[str], object], str]] = {
    "end": (day_of, _DAY),
    "known": (day_of, _DAY),
    "latitude": (latitude_of, _DEGREES),
    "longitude": (longitude_of, _DEGREES),
    **dict.fromkeys(("low", "best", "high", "deaths_actor", "deaths_other"), (count_of, _NUMBER)),
}
"""The cells that are read as something, with how, and what is said of one that is not."""
_BY_DESIGN = frozenset({"known"})
"""Cells that known tables fill with what is no day, as UCDP does with the days of several sources."""


@dataclass(slots=True)
class Losses:
    """What is told of one table, row by row."""

    form: TableForm
    _rows: list[str] = field(default_factory=list)
    _kinds: Counter[str] = field(default_factory=Counter)
    _ids: dict[str, list[int]] = field(default_factory=dict)

    def row(self, number: int, row: Mapping[str, Any], cells: Cells | None, long: str | None) -> None:
        """Take in a row: its number from 1, what was found in it, and what is wrong with it as a whole."""
        if long is not None:
            self._rows.append(f"[E107] row {number}: {long}")
            return
        if key := _text(row, self.form, "id"):
            self._ids.setdefault(key, []).append(number)
        if cells is not None:
            self._rows += [f"[E108] row {number}: {said}" for said in _not_understood(row, self.form)]
        elif act_of(kind := _text(row, self.form, "kind"), self.form) is None:
            self._kinds[kind] += 1
        else:
            self._rows.append(f"[E107] row {number}: {_no_day(row, self.form)}: the row is left out")

    def told(self) -> tuple[str, ...]:
        """A line each, each with its code: E107, E108 for what is not read, E109 for what a person should look at."""
        more = len(self._rows) - MOST
        rows = self._rows if more <= 0 else [*self._rows[:MOST], f"[E107] {more} more of this table's rows are not read whole"]
        return (*rows, *self._passed_over(), *self._twice())

    def _passed_over(self) -> Iterator[str]:
        if self._kinds and self.form.own:
            column, kinds = self.form.columns.get("kind"), sorted(self._kinds.items(), key=lambda k: (-k[1], k[0]))
            named = ", ".join(f"{kind or 'nothing'!r} ({many})" for kind, many in kinds[:MOST])
            yield (
                f"[E109] {sum(self._kinds.values())} row(s) of a kind that the mapping takes for no act are left out: "
                f"{column} {named}. Add to acts what is one"
            )

    def _twice(self) -> Iterator[str]:
        twice = [(key, rows) for key, rows in self._ids.items() if len(rows) > 1]
        if twice:
            named = ", ".join(f"{key} (rows {', '.join(map(str, rows[:5]))})" for key, rows in twice[:5])
            more = f" and {len(twice) - 5} more" if len(twice) > 5 else ""
            yield (
                f"[E109] {len(twice)} id(s) stand in several rows: {named}{more}. Each row counts as an event of its own; "
                "remove the rows that tell one event again"
            )


def _no_day(row: Mapping[str, Any], form: TableForm) -> str:
    column, found = form.columns.get("start"), _text(row, form, "start")
    return f"{column} {found!r:.40} {_DAY}" if found else f"{column} is empty, and no other cell tells the day"


def _not_understood(row: Mapping[str, Any], form: TableForm) -> Iterator[str]:
    for name, (read, said) in _CELLS.items():
        found = _text(row, form, name)
        if found and read(found) is None and (form.own or name not in _BY_DESIGN):
            yield f"{form.columns[name]} {found!r:.40} {said}; the row is read without it"


def _text(row: Mapping[str, Any], form: TableForm, name: str) -> str:
    column = form.columns.get(name)
    return text_of(row.get(column)) if isinstance(column, str) else ""
