"""The reader `tables`: rows of event tables as claims."""

from __future__ import annotations

from servanda.reading.readers import TABLE_READER
from servanda.reading.tables.rows import TableReading, read_table

__all__ = ["TABLE_READER", "TableReading", "read_table"]
