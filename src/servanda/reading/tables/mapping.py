"""Which column of an event table is what: built-in forms, or a mapping file beside the table.

Invariant: a mapping names only columns that the table has; anything else is refused with what is there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from servanda.errors import EvidenceError, Place
from servanda.reading.beside import mapping_of
from servanda.reading.known_table import known_form, near_form
from servanda.reading.tables.mapping_shape import mapping_file
from servanda.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class TableForm:
    """A mapping: dataset's name and reliability, columns by meaning, and how acts and authors are told.

    `own`: somebody wrote it for this table, so that what it passes over may be a mistake.
    """

    name: str
    reliability: str
    columns: Mapping[str, Any]
    act: str | None = None
    acts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    authors: str = "first"
    one_sided: str | None = None
    mutual: tuple[str, ...] = ()
    radius_km: Mapping[str, float] = field(default_factory=dict)
    day_span: Mapping[str, int] = field(default_factory=dict)
    unit: str | None = None
    own: bool = False


def mapping_for(path: Path, columns: Sequence[str]) -> TableForm:
    """The mapping of a table: the file NAME.mapping.yaml beside it, else a built-in form that its columns fit.

    Raises EvidenceError E101 where neither fits; E102, E103, E105 for what is wrong in the mapping file.
    """
    beside = mapping_of(path)
    if beside.is_file():
        return replace(_form(mapping_file(beside, columns), path), own=True)
    forms = vocabulary("tables.yaml")["tables"]
    known = known_form(forms, columns)
    if known is not None:
        return _form(_present(known, columns), path)
    raise EvidenceError(
        "E101",
        f"the columns ({', '.join(columns[:8])}, …) fit no known table. Known: UCDP GED, ACLED. "
        f"{near_form(forms, columns)}Write {beside.name} beside it (docs/events.md)",
        Place(str(path)),
    )


def _present(entry: Mapping[str, Any], columns: Sequence[str]) -> Mapping[str, Any]:
    """A built-in form with the columns that this table has."""
    there: dict[str, Any] = {}
    for key, value in entry["columns"].items():
        found = [c for c in (value if isinstance(value, list) else [value]) if c in columns]
        if found:
            there[key] = found if isinstance(value, list) else found[0]
    return {**entry, "columns": there}


def _form(entry: Mapping[str, Any], path: Path) -> TableForm:
    return TableForm(
        name=str(entry.get("name", path.stem)),
        reliability=str(entry.get("reliability", "F")),
        columns=entry["columns"],
        act=entry.get("act"),
        acts=entry.get("acts") or {},
        authors=str(entry.get("authors", "first")),
        one_sided=None if entry.get("one_sided") is None else str(entry["one_sided"]),
        mutual=tuple(entry.get("mutual") or ()),
        radius_km={str(k): float(v) for k, v in (entry.get("radius_km") or {}).items()},
        day_span={str(k): int(v) for k, v in (entry.get("day_span") or {}).items()},
        unit=entry.get("unit"),
    )
