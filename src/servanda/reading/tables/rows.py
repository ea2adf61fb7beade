"""Event tables to claims, without reading prose: one line of text and its claims for each row.

Invariant: every row becomes a line of the report's text and each of its claims quotes that whole line; a cell that
is not understood leaves the claim without that field, and a row without a day is left out and told.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from servanda.agreement.model import Agreement
from servanda.reading.claim import Claim
from servanda.reading.tables.cells import cells_of, text_of
from servanda.reading.tables.files import rows_of_file
from servanda.reading.tables.lost import Losses
from servanda.reading.tables.mapping import TableForm, mapping_for
from servanda.reading.tables.told import Teller, zones_of
from servanda.reports.model import Report, Segment


@dataclass(frozen=True, slots=True)
class TableReading:
    """A table as a report with its claims; `left_out` rows had no usable day or act; `unread` says what was not read."""

    report: Report
    claims: tuple[Claim, ...]
    left_out: int
    unread: tuple[str, ...] = ()


def read_table(path: Path, root: Path, agreement: Agreement) -> TableReading:
    """Read an event table of a case. Raises EvidenceError E101 to E104."""
    opened = rows_of_file(path)
    frame = opened.frame
    mapping = mapping_for(path, frame.columns)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    teller = Teller(agreement, mapping, path.relative_to(root).as_posix(), digest)
    lines: list[str] = []
    claims: list[Claim] = []
    losses = Losses(mapping)
    at, left_out = 0, 0
    cells = [cells_of(row, mapping) for row in frame.iter_rows(named=True)]
    zones = iter(zones_of(teller.places, [c for c in cells if c is not None]))
    for number, (row, told) in enumerate(zip(frame.iter_rows(named=True), cells, strict=True), start=1):
        line = line_of(row, mapping)
        found = [] if told is None else list(teller.claims(told, next(zones), line, at, number))
        left_out += not found
        losses.row(number, row, told, opened.long.get(number))
        lines.append(line)
        claims += found
        at += len(line) + 1
    text = "\n".join(lines)
    known = min((c.known for c in claims if c.known), default=None)
    report = Report(
        path=teller.path,
        sha256=digest,
        text=text,
        segments=(Segment("body", 0, len(text)),),
        format="table",
        title=mapping.name,
        source=mapping.name,
        received=known,
        extra={
            "reliability": mapping.reliability,
            "kind": "dataset",
            "rows": str(frame.height),
            "left_out": str(left_out),
        },
    )
    return TableReading(report, tuple(claims), left_out, losses.told())


def line_of(row: Mapping[str, Any], form: TableForm) -> str:
    """The row in words of its own cells."""
    c = form.columns

    def text(name: str) -> str:
        column = c.get(name)
        return text_of(row.get(column)) if isinstance(column, str) else ""

    parts = [f"{form.name} {text('id')}".strip()]
    parts += [" to ".join(dict.fromkeys(t for t in (text("start"), text("end")) if t))]
    parts += [" - ".join(s for s in (text("actor"), text("other")) if s)]
    parts += [", ".join(dict.fromkeys(t for n in c.get("place", ()) if (t := text_of(row.get(n)))))]
    parts += [text("kind") if form.acts else ""]
    parts += [f"{n} {t}" for n in ("low", "best", "high") if (t := text(n))]
    parts += [f"source: {t}" for t in [text("offices")] if t]
    return " | ".join(p.replace("\n", " ") for p in parts if p)
