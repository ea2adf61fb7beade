"""Tables as Parquet, by Polars: the same columns as CSV, typed, text untouched.

Invariant: a column has its type even where every value is missing.
"""

from __future__ import annotations

import io
from datetime import date

from servanda.outputs.dossier import Dossier
from servanda.outputs.exports.csv_tables import zipped
from servanda.outputs.exports.tables import TABLES, table


def parquet_table(dossier: Dossier, name: str) -> bytes:
    """One table."""
    import polars as pl

    kinds = {str: pl.String, int: pl.Int64, float: pl.Float64, bool: pl.Boolean, date: pl.Date}
    columns, rows = table(dossier, name)
    frame = pl.DataFrame({c: [r.get(c) for r in rows] for c in columns}, schema={c: kinds[t] for c, t in columns.items()})
    out = io.BytesIO()
    frame.write_parquet(out, compression="zstd")
    return out.getvalue()


def parquet_bundle(dossier: Dossier) -> bytes:
    """All tables in one zip."""
    return zipped({f"{name}.parquet": parquet_table(dossier, name) for name in TABLES})
