"""Which column of an event table is what: built-in forms, or a mapping file beside the table.

Invariant: a mapping names only columns that the table has; anything else is refused with what is there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from servanda.errors import EvidenceError, Place
from servanda.vocabulary import vocabulary

COLUMNS = (
    "id", "start", "end", "known", "actor", "other", "kind", "latitude", "longitude", "place", "low", "best", "high",
    "sources", "offices", "deaths_actor", "deaths_other", "day_precision", "place_precision",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TableForm:
    """A mapping: dataset's name and reliability, columns by meaning, and how acts and authors are told."""

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


def mapping_for(path: Path, columns: Sequence[str]) -> TableForm:
    """The mapping of a table: the file NAME.mapping.yaml beside it, else a built-in form that its columns fit.

    Raises EvidenceError E101 where neither fits, E102 where the mapping names a column that is not there.
    """
    beside = path.with_name(path.name.split(".")[0] + ".mapping.yaml")
    if beside.is_file():
        return _checked(_from_file(beside), columns, beside)
    for entry in vocabulary("tables.yaml")["tables"].values():
        if set(entry["recognise"]) <= set(columns):
            return _checked(entry, columns, path, lenient=True)
    raise EvidenceError(
        "E101",
        f"the columns ({', '.join(columns[:8])}, …) fit no known table. Known: UCDP GED, ACLED. "
        f"Write {beside.name} beside it (docs/events.md)",
        Place(str(path)),
    )


def _from_file(path: Path) -> Mapping[str, Any]:
    try:
        data = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    except (YAMLError, UnicodeDecodeError) as error:
        raise EvidenceError(
            "E103", f"the mapping is not YAML: {str(error).splitlines()[0]}", Place(str(path))
        ) from error
    if not isinstance(data, dict) or "columns" not in data:
        raise EvidenceError("E103", "a mapping needs columns: {start: …, actor: …, latitude: …}", Place(str(path)))
    return data


def _checked(entry: Mapping[str, Any], columns: Sequence[str], path: Path, *, lenient: bool = False) -> TableForm:
    named = dict(entry["columns"])
    unknown = [k for k in named if k not in COLUMNS]
    if unknown:
        raise EvidenceError(
            "E102", f"unknown meaning {unknown[0]!r}. Allowed: {', '.join(COLUMNS)}", Place(str(path))
        )
    for key, value in list(named.items()):
        wanted = value if isinstance(value, list) else [value]
        there = [c for c in wanted if c in columns]
        if len(there) < len(wanted) and not lenient:
            raise EvidenceError(
                "E102",
                f"columns.{key}: the table has no column {wanted[0]!r}. It has: {', '.join(columns)}",
                Place(str(path)),
            )
        if not there:
            del named[key]
        else:
            named[key] = there if isinstance(value, list) else there[0]
    if "start" not in named or not (entry.get("act") or entry.get("acts")):
        raise EvidenceError("E103", "a mapping needs columns.start and act: (or acts:)", Place(str(path)))
    return TableForm(
        name=str(entry.get("name", path.stem)),
        reliability=str(entry.get("reliability", "F")),
        columns=named,
        act=entry.get("act"),
        acts=entry.get("acts") or {},
        authors=str(entry.get("authors", "first")),
        one_sided=None if entry.get("one_sided") is None else str(entry["one_sided"]),
        mutual=tuple(entry.get("mutual") or ()),
        radius_km={str(k): float(v) for k, v in (entry.get("radius_km") or {}).items()},
        day_span={str(k): int(v) for k, v in (entry.get("day_span") or {}).items()},
        unit=entry.get("unit"),
    )
