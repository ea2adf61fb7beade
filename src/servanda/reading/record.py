"""Claims as plain JSON values and back, for the ledger and for exports.

Invariant: `claim_from(claim_to(c)) == c` for every claim.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from servanda.reading.claim import Claim, Party, Quantity, Speaker, When

_DATES = frozenset({"new_due", "old_due", "known"})
_PAIRS = frozenset({"sentence", "place"})


def claim_to(claim: Claim) -> dict[str, Any]:
    """The claim as a mapping of JSON values; fields that hold their default None are left out."""
    out: dict[str, Any] = {}
    for field in fields(Claim):
        value = getattr(claim, field.name)
        if value is None:
            continue
        out[field.name] = _plain(value)
    return out


def claim_from(data: Mapping[str, Any]) -> Claim:
    """The claim that `claim_to` wrote. Raises KeyError or TypeError on a record of another form."""
    values: dict[str, Any] = dict(data)
    values["speaker"] = Speaker(**data["speaker"])
    values["via"] = tuple(Speaker(**s) for s in data["via"])
    values["actors"] = tuple(Party(**p) for p in data["actors"])
    values["between"] = tuple(Party(**p) for p in data.get("between", ()))
    values["target"] = Party(**data["target"]) if data.get("target") else None
    values["when"] = _when(data["when"])
    values["said"] = _when(data["said"])
    values["quantity"] = Quantity(**data["quantity"]) if data.get("quantity") else None
    values["zone"] = data.get("zone")
    for name in _DATES & values.keys():
        values[name] = date.fromisoformat(values[name])
    for name in _PAIRS & values.keys():
        values[name] = tuple(values[name])
    return Claim(**values)


def _when(data: Mapping[str, Any]) -> When:
    days = {k: date.fromisoformat(data[k]) if data[k] else None for k in ("earliest", "latest")}
    return When(days["earliest"], days["latest"], data["basis"])


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    if isinstance(value, Party | Quantity | Speaker | When):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    return value
