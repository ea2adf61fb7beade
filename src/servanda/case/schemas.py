"""The JSON Schemas of what commands print with `--json`, by the name of what they describe.

Invariant: a schema is made from the very classes whose values are printed; it names every key and allows no other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel, TypeAdapter

from servanda.case.verify import Verification
from servanda.findings.changes import Change
from servanda.findings.due import DueItem
from servanda.findings.explain import Explanation
from servanda.outputs.document import Check, ClaimPart

Schema = dict[str, Any]
DRAFT = "https://json-schema.org/draft/2020-12/schema"


class ChangesDocument(BaseModel):
    """What is different from how things stood, as then known, on an earlier day (`servanda changes --json`)."""

    case: str
    since: date
    as_of: date
    known_at: date
    changes: list[Change]


class DueDocument(BaseModel):
    """What falls due, and what is past its date without a known outcome (`servanda due --json`)."""

    case: str
    as_of: date
    known_at: date
    due: list[DueItem]


class CheckDocument(BaseModel):
    """The verdicts on a text's breach claims, with the claims they speak of (`servanda check --json`)."""

    report: str
    published: date | None
    as_of: date
    known_at: date
    read: int
    unread: str | None
    checks: list[Check]
    claims: list[ClaimPart]


def schema_of(form: Any) -> Schema:
    """The JSON Schema (2020-12) of values of a class, every key of which is printed."""
    made = TypeAdapter(form).json_schema(by_alias=True, mode="serialization")
    for part in (made, *made.get("$defs", {}).values()):
        if "properties" in part:
            part |= {"required": list(part["properties"]), "additionalProperties": False}
    return {"$schema": DRAFT, **made}


def _agreement() -> Schema:
    from servanda.agreement import agreement_schema

    return agreement_schema()


def _status() -> Schema:
    from servanda.outputs.document import status_schema

    return status_schema()


def _read() -> Schema:
    from servanda.outputs.readout_schema import read_schema

    return read_schema()


SCHEMAS: Mapping[str, Callable[[], Schema]] = {
    "agreement": _agreement,
    "status": _status,
    "read": _read,
    "explain": lambda: schema_of(Explanation),
    "check": lambda: schema_of(CheckDocument),
    "changes": lambda: schema_of(ChangesDocument),
    "due": lambda: schema_of(DueDocument),
    "verify": lambda: schema_of(Verification),
}
