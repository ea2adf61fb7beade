"""Where the mapping of a table stands: NAME.mapping.yaml beside NAME.csv.

Invariant: every table has one place for its mapping, whether or not there is one.
"""

from __future__ import annotations

from pathlib import Path

TABLES = (".csv", ".csv.gz", ".tsv", ".tsv.gz", ".parquet")


def mapping_of(table: Path) -> Path:
    """The mapping file of a table, whether or not it is there."""
    ending = max((e for e in TABLES if table.name.lower().endswith(e)), key=len, default=table.suffix)
    return table.with_name(table.name[: len(table.name) - len(ending)] + ".mapping.yaml")
