"""Files that other programs open: tables, calendar, feed, map data.

Invariant: the same dossier gives the same bytes; text that a spreadsheet would run is defused; what is confidential
is left out where the export is public.
"""

from __future__ import annotations

from servanda.outputs.exports.calendar import calendar
from servanda.outputs.exports.csv_tables import csv_bundle, csv_table
from servanda.outputs.exports.feed import FeedEntry, feed
from servanda.outputs.exports.geojson import geojson
from servanda.outputs.exports.parquet import parquet_bundle, parquet_table
from servanda.outputs.exports.public import closed, public
from servanda.outputs.exports.tables import TABLES, table

__all__ = [
    "TABLES",
    "FeedEntry",
    "calendar",
    "closed",
    "csv_bundle",
    "csv_table",
    "feed",
    "geojson",
    "parquet_bundle",
    "parquet_table",
    "public",
    "table",
]
