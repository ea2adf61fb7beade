"""The bytes of an event table as columns of text: its encoding, what separates its cells, and rows that are too long.

Invariant: the rows keep their order and number; a row that has more cells than the header is empty in the frame and
named beside it, and costs no other row.
"""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from servanda.errors import EvidenceError, Place, ReportError
from servanda.reports.decoding import decode

_QUOTED = re.compile(r'"[^"]*"')
_GZIP = b"\x1f\x8b"
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Rows:
    """A table's rows; `long` gives the number of each row that is longer than the header, with what to say of it."""

    frame: pl.DataFrame
    long: Mapping[int, str] = field(default_factory=dict)


def rows_of_file(path: Path) -> Rows:
    """The rows of a table, everything text where it is no Parquet. Raises EvidenceError E104 where it cannot be opened."""
    place = Place(path.name)
    try:
        if path.name.lower().endswith(".parquet"):
            return Rows(pl.read_parquet(path))
        raw = path.read_bytes()
        text = in_utf8(gzip.decompress(raw) if raw.startswith(_GZIP) else raw, place)
        header = text[: text.find(b"\n") + 1 or len(text)].decode("utf-8")
        return rows_of_text(text, separator_of(header, path.name), place)
    except (pl.exceptions.PolarsError, OSError, EOFError) as error:
        raise EvidenceError("E104", f"the table cannot be opened: {str(error).splitlines()[0]}", place) from error


def in_utf8(raw: bytes, place: Place) -> bytes:
    """The bytes of a table in UTF-8, decoded as those of a report: UTF-16 with its mark, Latin-1 as `Caf\\xe9`.

    Raises EvidenceError E104 for what is no text.
    """
    try:
        raw.decode("utf-8")
        if b"\x00" not in raw and not raw.startswith(_WIDE):
            return raw.removeprefix(codecs.BOM_UTF8)
    except UnicodeDecodeError:
        pass
    try:
        return decode(raw, place).text.encode()
    except ReportError as error:
        raise EvidenceError("E104", error.message, place) from None


def separator_of(header: str, name: str) -> str:
    """What separates the cells, by the header: the tab of a .tsv, else whichever of `,`, `;` and the tab it has most of."""
    if ".tsv" in name.lower():
        return "\t"
    bare = _QUOTED.sub("", header)
    return max(",;\t", key=bare.count)


def rows_of_text(text: bytes, separator: str, place: Place) -> Rows:
    """The rows of a table in UTF-8, each cell a text. Raises EvidenceError E104, and PolarsError for what is no table."""
    try:
        return Rows(pl.read_csv(text, infer_schema=False, separator=separator, encoding="utf8-lossy"))
    except pl.exceptions.ComputeError:
        return _by_record(text.decode("utf-8", "replace"), separator, place)


def _by_record(text: str, separator: str, place: Place) -> Rows:
    """The same, record by record: slower, but it knows which rows do not fit."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    kept: list[list[str | None]] = []
    long: dict[int, str] = {}
    try:
        header = next(reader, [])
        for record in reader:
            if not record:
                continue
            if len(record) > len(header):
                long[len(kept) + 1] = (
                    f"line {reader.line_num} has {len(record)} cells, and the header {len(header)}: the row is left out. "
                    f'Put a cell that holds {_NAMED[separator]} in quotation marks ("…")'
                )
                record = []
            kept.append([*record, *[None] * (len(header) - len(record))])
    except csv.Error as error:
        raise EvidenceError("E104", f"the table cannot be read on: {error}", Place(place.file, reader.line_num)) from None
    return Rows(pl.DataFrame(kept, schema=dict.fromkeys(_unique(header), pl.String), orient="row"), long)


def _unique(header: list[str]) -> list[str]:
    """The names of columns, a name that stands again told apart as Polars does it: `x`, `x_duplicated_0`."""
    again = [header[:n].count(name) for n, name in enumerate(header)]
    return [f"{name}_duplicated_{n - 1}" if n else name for name, n in zip(header, again, strict=True)]


_NAMED = {",": "a comma", ";": "a semicolon", "\t": "a tab"}
