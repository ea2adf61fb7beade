"""The tables of the ledger, in SQLite.

Rows of `document`, `report`, `claim` and `entry` are only ever added; a file that changes or goes is a new fact
about it (`gone_at`, a new version), never an overwrite. `entry` is a chain of hashes over everything accepted.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text, UniqueConstraint

VERSION = 1

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
)

document = Table(
    "document",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("path", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("bytes", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("seen_at", Text, nullable=False),
    Column("gone_at", Text),
    Column("unread", Text),
    Index("document_path", "path"),
    sqlite_strict=True,
)

report = Table(
    "report",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document_id", Integer, ForeignKey("document.id"), nullable=False),
    Column("path", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("title", Text),
    Column("source", Text),
    Column("published", Text),
    Column("received", Text),
    Column("language", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("head", Text, nullable=False),
    Index("report_document", "document_id"),
    sqlite_strict=True,
)

reading = Table(
    "reading",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("report_id", Integer, ForeignKey("report.id"), nullable=False),
    Column("reader", Text, nullable=False),
    Column("names", Text, nullable=False),
    Column("unread", Text),
    UniqueConstraint("report_id", "reader", "names"),
    sqlite_strict=True,
)

claim = Table(
    "claim",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("reading_id", Integer, ForeignKey("reading.id"), nullable=False),
    Column("quote", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("record", Text, nullable=False),
    Index("claim_id", "id"),
    Index("claim_reading", "reading_id"),
    sqlite_strict=True,
)

decision = Table(
    "decision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("claim", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("reviewer", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("note", Text),
    Column("record", Text),
    Index("decision_claim", "claim"),
    sqlite_strict=True,
)

entry = Table(
    "entry",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    sqlite_strict=True,
)
