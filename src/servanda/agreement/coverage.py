"""coverage.yaml: who could see which zone from when to when.

Invariant: an entry that comes back lies in a zone of the agreement (or everywhere) and does not end before it begins.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from pydantic import ValidationError

from servanda.agreement.messages import wrongs
from servanda.agreement.model import Agreement, Coverage
from servanda.agreement.nearest import listing, nearest
from servanda.agreement.places import Placed, parse
from servanda.agreement.shape import CoverageShape, coverage_schema
from servanda.agreement.yamltext import block
from servanda.errors import AgreementError


def covered(text: str, file: str, agreement: Mapping[str, Any]) -> tuple[tuple[Coverage, ...], list[AgreementError]]:
    """The entries of a coverage file and its errors; `agreement` is the plain value of the agreement's file."""
    placed, errors = parse(text, file)
    if placed.value is None:
        return (), errors
    placed = _listed(placed)
    try:
        shape = CoverageShape.model_validate(placed.value)
    except ValidationError as error:
        return (), errors + [w.error for w in wrongs(error, placed, file, _schema())]
    zones = agreement.get("zones") if isinstance(agreement, dict) else None
    known = list(zones) if isinstance(zones, dict) else []
    found: list[Coverage] = []
    for number, entry in enumerate(shape.coverage):
        if entry.zone is not None and entry.zone not in known:
            message = f"there is no zone {entry.zone!r}.{nearest(entry.zone, known)} Allowed: {listing(known)}"
            place = placed.place(("coverage", number, "zone"), file, at_value=True)
            errors.append(AgreementError("A114", message, place))
        if entry.until < entry.from_:
            message = f"until {entry.until} lies before from {entry.from_}. Swap them"
            place = placed.place(("coverage", number, "until"), file, at_value=True)
            errors.append(AgreementError("A115", message, place))
        found.append(
            Coverage(entry.observer, entry.zone, date.fromisoformat(entry.from_), date.fromisoformat(entry.until))
        )
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


def _listed(placed: Placed) -> Placed:
    """A bare list counts as the list under `coverage`."""
    if not isinstance(placed.value, list):
        return placed
    values = {("coverage", *path): place for path, place in placed.values.items()}
    keys = {("coverage", *path): place for path, place in placed.keys.items()}
    return Placed({"coverage": placed.value}, keys, values)
