"""coverage.yaml: who could see which zone from when to when.

Invariant: an entry that comes back lies in a zone of the agreement (or everywhere) and does not end before it begins.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from servanda.agreement.model import Agreement, Coverage
from servanda.agreement.nearest import listing, nearest
from servanda.agreement.shape import CoverageEntry, CoverageShape, coverage_schema
from servanda.agreement.shaped import right_items, shaped
from servanda.agreement.yamltext import block
from servanda.errors import AgreementError

_EMPTY = "Write at least one entry, - {observer: …, from: DAY, until: DAY}, or remove the file"


def covered(text: str, file: str, agreement: Mapping[str, Any]) -> tuple[tuple[Coverage, ...], list[AgreementError]]:
    """The entries of a coverage file and its errors; `agreement` is the plain value of the agreement's file."""
    placed, _, errors = shaped(text, file, CoverageShape, _schema(), empty=_EMPTY, under="coverage")
    zones = agreement.get("zones") if isinstance(agreement, dict) else None
    known = list(zones) if isinstance(zones, dict) else []
    found: list[Coverage] = []
    for path, entry in right_items(placed, "coverage", CoverageEntry):
        if entry.zone is not None and entry.zone not in known:
            message = f"there is no zone {entry.zone!r}.{nearest(entry.zone, known)} Allowed: {listing(known)}"
            place = placed.place((*path, "zone"), file, at_value=True)
            errors.append(AgreementError("A114", message, place))
        if entry.until < entry.from_:
            message = f"until {entry.until} lies before from {entry.from_}. Swap them"
            place = placed.place((*path, "until"), file, at_value=True)
            errors.append(AgreementError("A115", message, place))
        found.append(Coverage(entry.observer, entry.zone, date.fromisoformat(entry.from_), date.fromisoformat(entry.until)))
    return (() if errors else tuple(found)), errors


def dump_coverage(agreement: Agreement) -> str:
    """The coverage of an agreement as the text of a coverage file."""
    entries = [
        {"observer": c.observer, **({"zone": c.zone} if c.zone else {}), "from": c.since, "until": c.until}
        for c in agreement.coverage
    ]
    return block({"coverage": entries})


@cache
def _schema() -> Mapping[str, Any]:
    return coverage_schema()
