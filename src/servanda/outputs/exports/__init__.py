"""Files that other programs open: tables, calendar, feed, map data.

Invariant: the same dossier gives the same bytes; text that a spreadsheet would run is defused. What may be handed on
is decided before (`case/confidential.py`): a file shows all of its dossier.
"""

from __future__ import annotations

from servanda.outputs.exports.calendar import calendar
from servanda.outputs.exports.csv_tables import csv_bundle, csv_table
from servanda.outputs.exports.feed import FeedEntry, feed
from servanda.outputs.exports.geojson import geojson
from servanda.outputs.exports.parquet import parquet_bundle, parquet_table
from servanda.outputs.exports.tables import TABLES, table

__all__ = [
    "TABLES",
    "FeedEntry",
    "calendar",
    "csv_bundle",
    "csv_table",
    "feed",
    "geojson",
    "parquet_bundle",
    "parquet_table",
    "table",
]
