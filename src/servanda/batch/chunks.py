"""A table read in chunks: never more of it in memory than a block of its file and one chunk of its rows.

Invariant: the chunks, one after the other, are the table as it is read at once; a chunk has at most `size` rows.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, cast

import polars as pl

from servanda.errors import EvidenceError, Place
from servanda.reading.tables.files import in_utf8, rows_of_text, separator_of

BLOCK = 8 << 20
LONGEST = 8 * BLOCK


def columns_of(path: Path) -> list[str]:
    """The names of a table's columns. Raises EvidenceError E104."""
    try:
        if path.name.endswith(".parquet"):
            return pl.scan_parquet(path).collect_schema().names()
        with _opened(path) as file:
            block = next(_blocks(file, 1 << 16, path), b"")
        return _csv(block[: _record(block, 0)], path, None).columns
    except (pl.exceptions.PolarsError, OSError, EOFError) as error:
        raise EvidenceError("E104", f"the table cannot be opened: {_first_line(error)}", Place(str(path))) from error


def chunks_of(path: Path, size: int, columns: Sequence[str] | None = None) -> Iterator[pl.DataFrame]:
    """The rows of a table, with these columns of it, in chunks of at most `size`. Raises EvidenceError E104."""
    at = 0
    try:
        for chunk in rows_of(path, size, columns) if path.name.endswith(".parquet") else _csv_rows(path, size, columns):
            yield chunk
            at += chunk.height
    except (pl.exceptions.PolarsError, OSError, EOFError) as error:
        raise EvidenceError(
            "E104", f"the table cannot be read on after row {at}: {_first_line(error)}", Place(str(path))
        ) from error


def rows_of(path: Path, size: int, columns: Sequence[str] | None = None) -> Iterator[pl.DataFrame]:
    """The rows of a Parquet file in chunks of at most `size`."""
    table = pl.scan_parquet(path)
    many = int(table.select(pl.len()).collect().item())
    for at in range(0, many, size):
        part = table.slice(at, size)
        yield (part if columns is None else part.select(columns)).collect()


def _csv_rows(path: Path, size: int, columns: Sequence[str] | None) -> Iterator[pl.DataFrame]:
    """Blocks of whole records, each read with the head of the table before it."""
    head: bytes | None = None
    with _opened(path) as file:
        for block in _blocks(file, BLOCK, path):
            if head is None:
                head = block[: _record(block, 0)]
                block = block[len(head) :]
            if block:
                yield from _csv(head + block, path, columns).iter_slices(size)


def _csv(text: bytes, path: Path, columns: Sequence[str] | None) -> pl.DataFrame:
    """The rows of a block, its head before it; a row that is longer than the head is empty, and so told as unread."""
    place = Place(str(path))
    text = in_utf8(text, place)
    whole = rows_of_text(text, separator_of(text[: _record(text, 0)].decode(), path.name), place).frame
    return whole if columns is None else whole.select(columns)


def _opened(path: Path) -> BinaryIO:
    return cast("BinaryIO", gzip.open(path) if path.name.endswith(".gz") else path.open("rb"))


def _blocks(file: BinaryIO, size: int, path: Path) -> Iterator[bytes]:
    """Blocks of whole records: cut at a line's end that lies in no quotation."""
    held = b""
    while read := file.read(size):
        held += read
        cut = _last_record(held)
        if cut:
            yield held[:cut]
            held = held[cut:]
        elif len(held) > LONGEST:
            raise EvidenceError(
                "E104", "a quotation mark is opened and never closed. Write it twice inside a quoted cell", Place(str(path))
            )
    if held:
        yield held


def _last_record(text: bytes) -> int:
    """Where the last whole record ends; 0 where none does."""
    quotes, end = text.count(b'"'), len(text)
    while (at := text.rfind(b"\n", 0, end)) >= 0:
        quotes -= text.count(b'"', at, end)
        if quotes % 2 == 0:
            return at + 1
        end = at
    return 0


def _record(text: bytes, start: int) -> int:
    """Where the record that begins at `start` ends."""
    quotes, begin = 0, start
    while (at := text.find(b"\n", begin)) >= 0:
        quotes += text.count(b'"', begin, at)
        if quotes % 2 == 0:
            return at + 1
        begin = at + 1
    return len(text)


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
