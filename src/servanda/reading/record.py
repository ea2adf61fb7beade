"""Claims as plain JSON values and back, for the ledger and for exports.

Invariant: `claim_from(claim_to(c)) == c` for every claim.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import Any

from servanda.reading.claim import Claim, Party, Quantity, Speaker, When

_DATES = ("new_due", "old_due", "known")
_PAIRS = ("sentence", "place")


def claim_to(claim: Claim) -> dict[str, Any]:
    """The claim as a mapping of JSON values; fields that hold their default None are left out."""
    out: dict[str, Any] = {}
    for field in fields(Claim):
        value = getattr(claim, field.name)
        if value is None:
            continue
        out[field.name] = _plain(value)
    return out


def claim_from(data: Mapping[str, Any], known: date | None = None) -> Claim:
    """The claim that `claim_to` wrote; `known` is the day for one that tells none. Raises KeyError or TypeError on a
    record of another form."""
    values: dict[str, Any] = dict(data)
    values["speaker"] = _speaker(*_of_speaker(data["speaker"]))
    values["via"] = tuple([_speaker(*_of_speaker(s)) for s in data["via"]])
    values["actors"] = tuple([_party(*_of_party(p)) for p in data["actors"]])
    values["between"] = tuple([_party(*_of_party(p)) for p in data.get("between", ())])
    values["target"] = _party(*_of_party(data["target"])) if data.get("target") else None
    values["when"] = _when(*_of_when(data["when"]))
    values["said"] = _when(*_of_when(data["said"]))
    values["quantity"] = Quantity(**data["quantity"]) if data.get("quantity") else None
    values["zone"] = data.get("zone")
    for name in _DATES:
        if name in values:
            values[name] = _day(values[name])
    for name in _PAIRS:
        if name in values:
            values[name] = tuple(values[name])
    if known is not None:
        values.setdefault("known", known)
    return Claim(**values)


_of_party = itemgetter("words", "id")
_of_when = itemgetter("earliest", "latest", "basis")
_named = itemgetter("name", "actor", "kind")


def _of_speaker(data: Mapping[str, Any]) -> tuple[Any, ...]:
    return (*_named(data), True) if data.get("untold") else _named(data)


_speaker = lru_cache(maxsize=65_536)(Speaker)  # the same few say, do and are told of in thousands of claims
_party = lru_cache(maxsize=65_536)(Party)
_day = lru_cache(maxsize=65_536)(date.fromisoformat)


@lru_cache(maxsize=65_536)
def _when(earliest: str | None, latest: str | None, basis: str) -> When:
    return When(_day(earliest) if earliest else None, _day(latest) if latest else None, basis)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    if isinstance(value, Speaker) and not value.untold:
        return {"name": value.name, "actor": value.actor, "kind": value.kind}
    if isinstance(value, Party | Quantity | Speaker | When):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    return value
