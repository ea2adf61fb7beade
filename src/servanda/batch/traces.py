"""Traces of run-time monitors: text lines `name|known|day|key`, times in whole days, in any order.

The first time is the day on which the event became known (other tools: arrival), the second the day on which it
happened. Lines with other names than those asked for are counted and otherwise passed over, whatever they hold; blank
lines are nothing. Keys are texts: `7` and `07` are two.

Invariant: subjects are numbered 0, 1, 2 … without gaps, and two rows have the same number exactly if their keys are
the same text. A line with a name asked for and anything but two whole numbers and a key is refused, not skipped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from servanda.batch.columns import NEVER, Ints
from servanda.errors import BatchError, Place

_SEPARATOR = "|"
_FURTHEST = NEVER // 2
_PART_BITS = 2
_WHOLE = re.compile(r"[+-]?[0-9]+")


@dataclass(frozen=True, slots=True)
class Trace:
    """The events with the names asked for, as columns; `kind` is the place of the name, `events` counts all lines."""

    events: int
    kind: Ints
    known: Ints
    day: Ints
    subject: Ints

    def of(self, kind: int) -> Trace:
        """The events of one name."""
        which = self.kind == kind
        return Trace(self.events, self.kind[which], self.known[which], self.day[which], self.subject[which])


def read_trace(path: Path, names: Sequence[str]) -> Trace:
    """A trace from a file. Raises BatchError B301 for a malformed line, B302 for a file that is no UTF-8 text."""
    rows = _rows(path, names)
    if rows is None:
        return Trace(0, *(np.zeros(0, np.int64) for _ in range(4)))
    if rows["wrong"].any():
        raise _refused(path, names)
    events = len(rows) - int(rows["blank"].sum())
    rows = rows.filter(pl.col("kind").is_not_null()).select("kind", "known", "day", "key")
    subject = numbered(rows["key"])
    kind, known, day = (rows[c].to_numpy() for c in ("kind", "known", "day"))
    return Trace(events, kind, known, day, subject)


def numbered(keys: pl.Series) -> Ints:
    """Numbers 0, 1, 2 … for texts, the same for the same text: by hash, held against the texts themselves."""
    hashed = keys.hash(1).to_numpy()
    part = (hashed >> np.uint64(64 - _PART_BITS)).astype(np.uint8)
    order = np.argsort(part, kind="stable")  # in parts, so that what follows stays near in memory
    hashed, told = hashed[order], keys.gather(order)
    out = np.empty(len(keys), np.int32)
    begin = taken = 0
    for size in np.bincount(part, minlength=2**_PART_BITS).tolist():
        rows = slice(begin, begin + size)
        found = _by_hash(hashed[rows], told[rows])
        if found is None:
            return (keys.rank("dense") - 1).cast(pl.Int32).to_numpy()
        out[order[rows]] = found + taken
        begin, taken = begin + size, taken + int(found.max(initial=-1)) + 1
    return out


def _by_hash(hashed: NDArray[np.uint64], keys: pl.Series) -> Ints | None:
    """Numbers in the order of the hashes; None where two texts have one hash."""
    order = np.argsort(hashed)
    ordered, told = hashed[order], keys.gather(order)
    new = np.r_[np.zeros(min(1, len(order)), bool), ordered[1:] != ordered[:-1]]
    if bool(((told != told.shift()) & ~pl.Series(new)).any()):
        return None
    out = np.empty(len(order), np.int32)
    out[order] = np.cumsum(new)
    return out


def _rows(path: Path, names: Sequence[str]) -> pl.DataFrame | None:
    """All lines, with what is wrong of them; None for an empty file."""
    schema = {"name": pl.String, "known": pl.Int32, "day": pl.Int32, "key": pl.String, "more": pl.String}
    lines = pl.scan_csv(
        path, separator=_SEPARATOR, has_header=False, schema=schema, quote_char=None, ignore_errors=True,
        truncate_ragged_lines=True, missing_columns="insert",
    )  # fmt: skip
    places = {name: n for n, name in enumerate(names)}
    asked = pl.col("name").is_in(list(names)).fill_null(False)
    whole = [pl.col(c).is_not_null() & (pl.col(c).abs() < _FURTHEST) for c in ("known", "day")]
    well = pl.all_horizontal(*whole, pl.col("key").is_not_null(), pl.col("more").is_null())
    blank = pl.all_horizontal(pl.all().is_null())
    try:
        return lines.select(
            pl.col("name").replace_strict(places, default=None, return_dtype=pl.Int8).alias("kind"),
            "known", "day", "key",
            wrong=(asked & ~well) | (pl.col("name").is_null() & ~blank),
            blank=blank,
        ).collect()  # fmt: skip
    except pl.exceptions.NoDataError:
        return None
    except pl.exceptions.ComputeError as error:
        raise _no_text(path) from error


def _refused(path: Path, names: Sequence[str]) -> BatchError:
    """The first line that is wrong, looked for in plain Python."""
    with path.open(encoding="utf-8") as lines:
        try:
            for number, line in enumerate(lines, start=1):
                fields = line.rstrip("\r\n").split(_SEPARATOR)
                if any(fields) and (fields[0] in names or not fields[0]) and not _well(fields):
                    return _malformed(f"found {line.rstrip()[:80]!r}", Place(str(path), number))
        except UnicodeDecodeError:
            return _no_text(path)
    return _malformed("a line has times out of range", Place(str(path)))


def _well(fields: Sequence[str]) -> bool:
    whole = all(_WHOLE.fullmatch(f) and abs(int(f)) < _FURTHEST for f in fields[1:3])
    return bool(fields[0]) and len(fields) == 4 and whole and bool(fields[3])


def _malformed(found: str, place: Place) -> BatchError:
    allowed = f"name|known|day|key with whole days below {_FURTHEST}"
    return BatchError("B301", f"not an event of a trace: {found}. Allowed: {allowed}. Write e.g. trigger|3|3|k7", place)


def _no_text(path: Path) -> BatchError:
    return BatchError("B302", "not UTF-8 text. Allowed: lines of UTF-8 text. Save the file as UTF-8", Place(str(path)))
