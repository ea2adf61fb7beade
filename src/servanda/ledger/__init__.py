"""The ledger room: reports, claims, decisions and their history, in one SQLite file.

Importing it loads nothing; each name is loaded when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from servanda.ledger.chain import Entry, broken
    from servanda.ledger.store import Decision, Document, Found, Intake, Ledger, StoredReport, utc_now

__all__ = ["Decision", "Document", "Entry", "Found", "Intake", "Ledger", "StoredReport", "broken", "utc_now"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    room = "chain" if name in {"Entry", "broken"} else "store"
    value = globals()[name] = getattr(import_module(f"servanda.ledger.{room}"), name)
    return value
