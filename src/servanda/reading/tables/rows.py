"""Event tables to claims, without reading prose: one line of text and its claims for each row.

Invariant: every row becomes a line of the report's text and each of its claims quotes that whole line; a cell that
is not understood leaves the claim without that field, and a row without a day is left out and counted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import polars as pl

from servanda.agreement.model import Agreement
from servanda.errors import EvidenceError, Place
from servanda.reading.claim import Claim, Party, Quantity, Speaker, When, identified
from servanda.reading.readers import TABLE_READER
from servanda.reading.tables.mapping import TableForm, mapping_for
from servanda.reading.tables.places import Places
from servanda.reports.model import Report, Segment
from servanda.reports.sources import folded

SUFFIXES = (".csv", ".csv.gz", ".tsv", ".parquet")


@dataclass(frozen=True, slots=True)
class TableReading:
    """A table as a report with its claims; `left_out` rows had no usable day or act."""

    report: Report
    claims: tuple[Claim, ...]
    left_out: int


def read_table(path: Path, root: Path, agreement: Agreement) -> TableReading:
    """Read an event table of a case. Raises EvidenceError E101 to E104."""
    frame = open_table(path)
    mapping = mapping_for(path, frame.columns)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    reader = _Rows(agreement, mapping, path.relative_to(root).as_posix(), digest)
    lines: list[str] = []
    claims: list[Claim] = []
    at, left_out = 0, 0
    for number, row in enumerate(frame.iter_rows(named=True), start=1):
        line = reader.line(row)
        found = list(reader.claims(row, line, at, number))
        left_out += not found
        lines.append(line)
        claims += found
        at += len(line) + 1
    text = "\n".join(lines)
    known = min((c.known for c in claims if c.known), default=None)
    report = Report(
        path=reader.path,
        sha256=digest,
        text=text,
        segments=(Segment("body", 0, len(text)),),
        format="table",
        title=mapping.name,
        source=mapping.name,
        received=known,
        extra={
            "reliability": mapping.reliability,
            "kind": "dataset",
            "rows": str(frame.height),
            "left_out": str(left_out),
        },
    )
    return TableReading(report, tuple(claims), left_out)


def open_table(path: Path) -> pl.DataFrame:
    """The table as columns, everything text in CSV. Raises EvidenceError E104 where it cannot be opened."""
    try:
        if path.name.endswith(".parquet"):
            return pl.read_parquet(path)
        return pl.read_csv(
            path, infer_schema=False, separator="\t" if ".tsv" in path.name else ",", encoding="utf8-lossy"
        )
    except (pl.exceptions.PolarsError, OSError) as error:
        raise EvidenceError(
            "E104", f"the table cannot be opened: {str(error).splitlines()[0]}", Place(path.name)
        ) from error


class _Rows:
    """Row to claims; holds only what does not change from row to row."""

    def __init__(self, agreement: Agreement, mapping: TableForm, path: str, digest: str) -> None:
        self.path = path
        self._digest = digest
        self._mapping = mapping
        self._places = Places(agreement)
        self._actors = {folded(n): a.id for a in agreement.actors.values() for n in (a.id, a.name, *a.aliases)}

    def line(self, row: dict[str, Any]) -> str:
        """The row in words of its own cells."""
        c = self._mapping.columns
        parts = [f"{self._mapping.name} {_text(row, c.get('id'))}".strip(), _span(row, c)]
        sides = " - ".join(s for s in (_text(row, c.get("actor")), _text(row, c.get("other"))) if s)
        place = ", ".join(dict.fromkeys(t for n in c.get("place", ()) if (t := _text(row, n))))
        parts += [sides, place]
        kind = _text(row, c.get("kind"))
        parts += [kind if self._mapping.acts else ""]
        parts += [f"{n} {_text(row, c.get(n))}" for n in ("low", "best", "high") if _text(row, c.get(n))]
        parts += [f"source: {s}" for s in [_text(row, c.get("offices"))] if s]
        return " | ".join(p.replace("\n", " ") for p in parts if p)

    def claims(self, row: dict[str, Any], line: str, start: int, number: int) -> Iterator[Claim]:
        """The claims of one row."""
        m, c = self._mapping, self._mapping.columns
        when = self._when(row)
        told = m.acts.get(_text(row, c.get("kind"))) if m.acts else {"act": m.act or ""}
        if when is None or not told:
            return
        lat, lon = _number(row, c.get("latitude")), _number(row, c.get("longitude"))
        radius = m.radius_km.get(_code(_text(row, c.get("place_precision"))))
        names = [_text(row, n) for n in c.get("place", ())]
        cited = _day(_text(row, c.get("known")))
        known = max(cited, when.earliest) if cited and when.earliest else when.latest
        best, low, high = (_number(row, c.get(n)) for n in ("best", "low", "high"))
        quantity = (
            None
            if best is None
            else Quantity("deaths", best if low is None else low, best if high is None else high, unit=m.unit)
        )
        between = tuple(self._party(w) for k in ("actor", "other") if (w := _text(row, c.get(k))))
        for author, target in self._authors(row):
            yield identified(
                Claim(
                    id="",
                    report=self.path,
                    report_sha256=self._digest,
                    segment="body",
                    quote=line,
                    start=start,
                    end=start + len(line),
                    speaker=Speaker(m.name, None, "dataset"),
                    via=(),
                    act=told["act"],
                    words=f"row {number}",
                    actors=(self._party(author),) if author else (),
                    target=self._party(target) if target else None,
                    zone=self._places.of(lat, lon, radius, names),
                    when=when,
                    said=When(known, known, "explicit"),
                    extent="unknown",
                    polarity="affirmed",
                    modality="completed",
                    zone_words=names[0] if names and names[0] else None,
                    kind=told.get("kind"),
                    quantity=quantity,
                    place=(lon, lat) if lat is not None and lon is not None else None,
                    place_radius_km=radius,
                    known=known,
                    confidence=1.0,
                    reader=TABLE_READER,
                    origins_cited=self._origins(row),
                    between=between,
                )
            )

    def _authors(self, row: dict[str, Any]) -> list[tuple[str | None, str | None]]:
        """Who is told to have acted against whom. By deaths: each side that inflicted some; nobody where none can be told."""
        m, c = self._mapping, self._mapping.columns
        one, two = _text(row, c.get("actor")) or None, _text(row, c.get("other")) or None
        kind = _text(row, c.get("kind"))
        if m.authors != "deaths":
            pairs = [(one, two)]
            return [*pairs, (two, one)] if kind in m.mutual and two else pairs
        if m.one_sided is not None and _code(kind) == m.one_sided:
            return [(one, two)]
        found: list[tuple[str | None, str | None]] = []
        if (_number(row, c.get("deaths_other")) or 0) > 0:
            found.append((one, two))
        if (_number(row, c.get("deaths_actor")) or 0) > 0:
            found.append((two, one))
        return found or [(None, None)]

    def _party(self, words: str) -> Party:
        """By the whole name, else where all names of a list belong to one actor; else as it is written."""
        whole = self._actors.get(folded(words))
        if whole is None and "," in words:
            parts = {self._actors.get(folded(p)) for p in words.split(",")}
            whole = parts.pop() if len(parts) == 1 else None
        return Party(words, whole)

    def _when(self, row: dict[str, Any]) -> When | None:
        m, c = self._mapping, self._mapping.columns
        first = _day(_text(row, c.get("start")))
        if first is None:
            return None
        last = _day(_text(row, c.get("end"))) or first
        span = m.day_span.get(_code(_text(row, c.get("day_precision"))), 0)
        return When(first, max(first, last) + timedelta(days=span), "explicit")

    def _origins(self, row: dict[str, Any]) -> int:
        c = self._mapping.columns
        offices = _text(row, c.get("offices"))
        named = len({folded(o) for o in offices.split(";") if o.strip()}) if offices else 1
        counted = _number(row, c.get("sources"))
        return max(1, named, min(int(counted or 1), 9))


def _span(row: dict[str, Any], c: dict[str, Any] | Any) -> str:
    days = list(dict.fromkeys(t for t in (_text(row, c.get("start")), _text(row, c.get("end"))) if t))
    return " to ".join(days)


def _text(row: dict[str, Any], column: Any) -> str:
    value = row.get(column) if isinstance(column, str) else None
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = "" if value is None else str(value).strip()
    return text[:-2] if text.endswith(".0") and text[:-2].lstrip("-").isdigit() else text


def _number(row: dict[str, Any], column: Any) -> float | None:
    try:
        return float(_text(row, column))
    except ValueError:
        return None


def _code(text: str) -> str:
    return text.removesuffix(".0")


def _day(text: str) -> date | None:
    if not text:
        return None
    for form in ("%Y-%m-%d", "%d %B %Y", "%Y-%m-%dT%H:%M:%S", "%Y/%m/%d", "%d-%b-%y"):
        try:
            return datetime.strptime(
                text[:19] if "T" in form else text.split(" 0")[0] if form == "%Y-%m-%d" else text, form
            ).date()
        except ValueError:
            continue
    if text.isdigit() and len(text) == 10:
        return datetime.fromtimestamp(int(text), tz=UTC).date()
    return None


def tables_in(folder: Path) -> Sequence[Path]:
    """The event tables of a case, in order of their names."""
    events = folder / "events"
    if not events.is_dir():
        return ()
    return sorted(p for p in events.rglob("*") if p.is_file() and not p.is_symlink() and p.name.endswith(SUFFIXES))
