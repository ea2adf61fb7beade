"""The rows of a result as lines of text: by them rows are sorted, and a digest is made.

Invariant: rows that differ in any column have different lines, and so the order of sorted rows is one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl

LINE = "line"


def lined(frame: pl.DataFrame) -> pl.DataFrame:
    """The rows in the order of their lines, with the line of each."""
    return frame.with_columns(line(frame.schema)).sort(LINE)


def line(schema: Mapping[str, Any]) -> pl.Expr:
    """A row's cells as one text: \\x1f between cells, \\x1e within lists, \\x00 for nothing."""
    cells = [pl.col(n).list.join("\x1e") if t == pl.List(pl.String) else pl.col(n).cast(pl.String) for n, t in schema.items()]
    return pl.concat_str([c.fill_null("\x00") for c in cells], separator="\x1f").alias(LINE)
