"""The ledger room: reports, claims, decisions and their history, in one SQLite file."""

from __future__ import annotations

from servanda.ledger.chain import Entry, broken
from servanda.ledger.store import Decision, Document, Found, Intake, Ledger, StoredReport, utc_now

__all__ = ["Decision", "Document", "Entry", "Found", "Intake", "Ledger", "StoredReport", "broken", "utc_now"]
