"""Tables as CSV (RFC 4180, UTF-8 with a byte-order mark so that spreadsheets read it).

Invariant (S4): a text cell that a spreadsheet would run begins with an apostrophe instead; numbers and days are
written as they are.
"""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date

from servanda.outputs.dossier import Dossier
from servanda.outputs.exports.tables import TABLES, Cell, table

_RUN = ("=", "+", "-", "@", "\t", "\r", "\x00", "＝", "＋", "－", "＠")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def defused(text: str) -> str:
    """Text that no spreadsheet runs: an apostrophe before `= + - @`, tab and CR; NUL is taken out."""
    led = text.lstrip(" \n")
    clean = text.replace("\x00", "")
    return f"'{clean}" if text.startswith(_RUN) or led.startswith(_RUN) else clean


def cell(value: Cell) -> str:
    """A value as CSV writes it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return defused(value) if isinstance(value, str) else f"{value:g}" if isinstance(value, float) else str(value)


def csv_table(dossier: Dossier, name: str) -> str:
    """One table with its head."""
    columns, rows = table(dossier, name)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([cell(row.get(c)) for c in columns] for row in rows)
    return "\ufeff" + out.getvalue()


def csv_bundle(dossier: Dossier) -> bytes:
    """All tables in one zip, the same bytes for the same dossier."""
    return zipped({f"{name}.csv": csv_table(dossier, name).encode() for name in TABLES})


def zipped(files: dict[str, bytes]) -> bytes:
    """Files in a zip whose times are fixed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return out.getvalue()
