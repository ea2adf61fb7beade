"""The mark of a ledger: a short text that differs whenever the ledger's contents do, read without opening all of it.

Invariant: everything that is accepted, goes or is decided is an entry of the chain, and what is not in the chain (the
small values of `meta`) is in the mark as it stands; looking at it writes nothing.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from urllib.parse import quote


def mark(path: Path) -> str | None:
    """The mark of the ledger at `path`; None where there is none or it cannot be read."""
    try:
        opened = sqlite3.connect(f"file:{quote(str(path.resolve()))}?mode=ro", uri=True, timeout=2.0)
    except sqlite3.Error:
        return None
    try:
        last = opened.execute("SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1").fetchone()
        kept = opened.execute("SELECT key, value FROM meta ORDER BY key").fetchall()
    except sqlite3.Error:
        return None
    finally:
        opened.close()
    return repr((last, kept))
