"""Rows of a table of agreements as minimal agreements: no attack between these parties, here, from this day on.

Whoever makes an agreement of a row takes decisions; they are these, and each agreement carries them:
the parties that fought each other owe each other one prohibition of attack; a sole party owes it to everyone;
signatories that are no party to the conflict owe nothing; the prohibition holds in the country named, if one alone
is, and everywhere else; it begins on the day of effect, else of signature, and ends only where a column says so.

Invariant: an agreement that comes out is whole; a row that cannot be used is named with the reason.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl

from servanda.agreement.model import Actor, Agreement, Decision, Term, Zone
from servanda.batch.agreement_form import AgreementForm, agreement_form
from servanda.errors import BatchError, Place
from servanda.reading.tables.cells import day_of, number_of, text_of
from servanda.reports.sources import folded, slug

TERM = "no-attack"
ZONE = "country"


@dataclass(frozen=True, slots=True)
class Unusable:
    """A row of a table that gave nothing, and why."""

    table: str
    row: int
    id: str
    why: str


def minimal_agreements(path: Path) -> tuple[list[Agreement], list[Unusable]]:
    """The agreements of a table and the rows that gave none. Raises BatchError B103 to B105."""
    frame = _opened(path)
    form = agreement_form(path, frame.columns)
    rows = [(n, _Row(r, form)) for n, r in enumerate(frame.iter_rows(named=True), start=1)]
    groups: dict[str, list[tuple[int, _Row]]] = {}
    for number, row in rows:
        groups.setdefault(row.text("id") or f"row-{number}", []).append((number, row))
    made: list[Agreement] = []
    unusable: list[Unusable] = []
    taken: set[str] = set()
    for key, group in groups.items():
        why, agreement = _agreement(_free(key, taken), [r for _, r in group], form)
        if agreement is None:
            unusable += [Unusable(path.name, n, key, why) for n, _ in group]
        else:
            made.append(agreement)
    return made, unusable


class _Row:
    """One row by the meaning of its columns."""

    def __init__(self, row: Mapping[str, Any], form: AgreementForm) -> None:
        self._row = row
        self._form = form

    def text(self, meaning: str) -> str:
        column = self._form.columns.get(meaning)
        return text_of(self._row.get(column)) if isinstance(column, str) else ""

    def texts(self, meaning: str) -> list[str]:
        column = self._form.columns.get(meaning)
        return [text_of(self._row.get(c)) for c in (column if isinstance(column, list) else [column] if column else [])]

    def day(self, meaning: str, *, last: bool) -> date | None:
        column = self._form.columns.get(meaning)
        if not isinstance(column, list):
            return day_of(self.text(meaning))
        year, month, day = (_whole(t) for t in [*self.texts(meaning), "", ""][:3])
        if year is None or not 1000 <= year <= 9999:
            return None
        month = month if month is not None and 1 <= month <= 12 else 12 if last else 1
        length = monthrange(year, month)[1]
        return date(year, month, day if day is not None and 1 <= day <= length else length if last else 1)


def _agreement(key: str, rows: Sequence[_Row], form: AgreementForm) -> tuple[str, Agreement | None]:
    """The agreement of the rows of one id, or why there is none."""
    signed = _least(r.day("signed", last=True) for r in rows)
    start = _least(r.day("start", last=True) for r in rows) or signed
    if start is None:
        return "no day of signature or effect", None
    names = list(dict.fromkeys(n for r in rows for t in r.texts("parties") for n in _split(t, form)))
    if not names:
        return "no party is named", None
    fought = _fighting(names, [r.text("dyads") for r in rows])
    country = _country([r.text("country") for r in rows], form)
    ends = _least(r.day("end", last=False) for r in rows)
    if ends is not None and ends < start:
        return "it ends before it begins", None
    actors = _actors(names, fought, form)
    ids = [a.id for a in actors.values() if a.name in fought]
    zone = _zone(country, rows[0])
    term = Term(
        id=TERM, norm="prohibition", bearer=tuple(ids), act=("attack",), toward=tuple(ids) if len(ids) > 1 else (),
        zone=zone.id if zone else None,
    )  # fmt: skip
    title = next((t for r in rows if (t := r.text("title"))), f"{form.name}: {key}")
    return "", Agreement(
        id=key, title=title, signed=signed,
        in_force=None if start == signed else datetime(start.year, start.month, start.day),
        timezone="UTC", actors=actors, zones={zone.id: zone} if zone else {}, terms={TERM: term},
        decisions=_decisions(form, names, fought, zone, start, signed, ends), expires=ends,
    )  # fmt: skip


def _split(text: str, form: AgreementForm) -> list[str]:
    """The parties in a cell; a name that holds the separator, and is one party, stays whole."""
    if not form.split:
        return [t for t in [" ".join(text.split())] if t]
    keep = {w.replace(form.split, "\x00"): w for w in form.whole}
    for hidden, whole in keep.items():
        text = text.replace(whole, hidden)
    parts = [" ".join(p.replace("\x00", form.split).split()) for p in text.split(form.split)]
    return [p for p in parts if p]


def _fighting(names: Sequence[str], dyads: Sequence[str]) -> list[str]:
    """Those that stand in a pair in conflict; all where no pairs are given, or none is found in them."""
    pairs = ", ".join(" ".join(d.split()) for d in dyads if d)
    found = [n for n in names if re.search(rf"(?:^|, | - ){re.escape(n)}(?= ?- | ?, | ?$)", pairs)] if pairs else []
    return found if len(found) > 1 else list(names)


def _country(cells: Sequence[str], form: AgreementForm) -> str | None:
    """The one country named; None where several are, or none can be told."""
    found: set[str] = set()
    for cell in cells:
        if form.country != "conflict":
            found |= {cell} if cell else set()
            continue
        hidden = cell
        for whole in form.whole:
            hidden = hidden.replace(whole, whole.replace(",", "\x00"))
        for part in hidden.split(","):
            name, colon, _ = part.partition(":")
            found.add(name.replace("\x00", ",").strip() if colon else "")
    return found.pop() if len(found) == 1 and "" not in found else None


def _actors(names: Sequence[str], fought: Sequence[str], form: AgreementForm) -> dict[str, Actor]:
    taken: set[str] = set()
    out = {}
    for name in names:
        key = _free(slug(name), taken)
        roles = ("signatory",) if name in fought else ("third-party",)
        out[key] = Actor(key, name, roles, tuple(form.aliases.get(name, ())))
    return out


def _zone(country: str | None, row: _Row) -> Zone | None:
    lat, lon = number_of(row.text("latitude")), number_of(row.text("longitude"))
    if lat is not None and lon is not None and abs(lat) <= 90 and abs(lon) <= 180:
        radius = number_of(row.text("radius_km")) or 25.0
        return Zone(ZONE, country or "place named", (), None, {"type": "Point", "coordinates": [lon, lat]}, radius)
    if country is None:
        return None
    plain, _, other = country.partition(" (")
    aliases = tuple(dict.fromkeys(n for n in (plain, other.rstrip(")")) if n and n != country))
    return Zone(ZONE, country, aliases)


def _decisions(
    form: AgreementForm,
    names: Sequence[str],
    fought: Sequence[str],
    zone: Zone | None,
    start: date,
    signed: date | None,
    ends: date | None,
) -> tuple[Decision, ...]:
    basis = f"a row of {form.name}"
    outside = [n for n in names if n not in fought]
    told = [
        ("bearer", "bearer", f"is owed by {', '.join(fought)}" + ("" if len(fought) > 1 else ", to everyone")),
        ("border", "zone", f"holds in {zone.name} alone" if zone else "holds everywhere: no one country is named"),
        ("wording", "act", "is read as no attack at all, whatever the agreement's own words on violence are"),
        ("wording", "in_force", f"begins on {start}" + (", the day of signature" if start == signed else "")),
        ("wording", "expires", f"ends on {ends}" if ends else "has no end: no column of ends is used"),
    ]
    told += [("bearer", "role", f"does not bind {n}, who signed and is no party to the conflict") for n in outside]
    return tuple(Decision(TERM, choice, basis, None, kind, TERM, where) for kind, where, choice in told)


def _least(days: Iterable[date | None]) -> date | None:
    return min((d for d in days if d is not None), default=None)


def _whole(text: str) -> int | None:
    number = number_of(text)
    return int(number) if number is not None and number.is_integer() else None


def _free(key: str, taken: set[str]) -> str:
    """A key made into an id that is not taken yet."""
    base = re.sub(r"[^a-z0-9_.-]+", "-", folded(key).replace(" ", "-")).strip("-.") or "x"
    free, n = base, 1
    while free in taken:
        n += 1
        free = f"{base}-{n}"
    taken.add(free)
    return free


def _opened(path: Path) -> pl.DataFrame:
    try:
        if path.name.endswith(".parquet"):
            return pl.read_parquet(path)
        separator = "\t" if ".tsv" in path.name else ","
        return pl.read_csv(path, infer_schema=False, separator=separator, encoding="utf8-lossy")
    except (pl.exceptions.PolarsError, OSError) as error:
        raise BatchError(
            "B103", f"the table of agreements cannot be opened: {str(error).splitlines()[0]}", Place(str(path))
        ) from error
