"""Which column of a table of agreements is what: a known form, or NAME.mapping.yaml beside the table.

Invariant: a form names only columns that the table has; all that is wrong in a mapping is told at once, each with its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import ConfigDict

from servanda.agreement.messages import dotted
from servanda.agreement.nearest import nearest
from servanda.agreement.places import Path as KeyPath
from servanda.agreement.scalars import AnyNumberOf, Label, Text
from servanda.agreement.shaped import shaped, text_of
from servanda.agreement.term_shape import Shape, example
from servanda.errors import AgreementError, BatchError, Place, joined
from servanda.reading.beside import mapping_of
from servanda.reading.known_table import known_form, near_form
from servanda.vocabulary import vocabulary

_EMPTY = "Write columns: {id: …, signed: …, parties: …}, or remove the file"


@dataclass(frozen=True, slots=True)
class AgreementForm:
    """A mapping of columns; see data/agreement_tables.yaml."""

    name: str
    columns: Mapping[str, Any]
    split: str | None = None
    whole: tuple[str, ...] = ()
    country: str = "plain"
    aliases: Mapping[str, Sequence[str]] = field(default_factory=dict)


class AgreementColumns(Shape):
    """Which column holds what; a day is one column, or three: year, month, day."""

    id: Label | None = example("pa_id", "The agreement's id; rows with the same are one agreement.", default=None)
    title: Label | None = example("name", "Its name.", default=None)
    signed: AnyNumberOf[Label] = example("pa_date", "The day of signature.", default_factory=list)
    start: AnyNumberOf[Label] = example("effect", "The day of effect.", default_factory=list)
    end: AnyNumberOf[Label] = example("ended", "The day on which it ended.", default_factory=list)
    country: Label | None = example("country", "Where it holds.", default=None)
    parties: AnyNumberOf[Label] = example(["side_a", "side_b"], "Who owes it.", default_factory=list)
    dyads: Label | None = example("dyad", "The pairs in conflict: A - B, A - C.", default=None)
    latitude: Label | None = example("lat", "Degrees north of the place where it holds.", default=None)
    longitude: Label | None = example("lon", "Degrees east.", default=None)
    radius_km: Label | None = example("radius", "How wide that place is.", default=None)


class AgreementMapping(Shape):
    """A mapping file for a table of agreements."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"columns": {"signed": "pa_date", "parties": ["side_a", "side_b"]}}]}
    )

    name: Label | None = example("Valley agreements", "The name of the data set.", default=None)
    columns: AgreementColumns = example({"signed": "pa_date", "parties": ["side_a", "side_b"]}, "Which column holds what.")
    split: Text | None = example(",", "What stands between several parties in one cell.", default=None)
    whole: AnyNumberOf[Label] = example(["Macedonia, FYR"], "Names that hold it and are one party.", default_factory=list)
    country: Literal["plain", "conflict"] = example(
        "plain", "`conflict`: the country stands before a colon (Angola: Cabinda).", default="plain"
    )
    aliases: dict[str, AnyNumberOf[Label]] = example(
        {"Government of Syria": ["Syrian army"]}, "Other names of a party in event tables.", default_factory=dict
    )


def agreement_form(path: Path, columns: Sequence[str]) -> AgreementForm:
    """The form of a table: NAME.mapping.yaml beside it, else a known one. Raises BatchError B104, B105."""
    beside = mapping_of(path)
    if beside.is_file():
        return _form(_mapping(beside, columns), columns, path)
    low = {c.lower().strip() for c in columns}
    forms = vocabulary("agreement_tables.yaml")["tables"]
    known = known_form(forms, low)
    if known is not None:
        return _form(_present(known, low), columns, path)
    raise BatchError(
        "B104",
        f"the columns ({', '.join(columns[:8])}, …) fit no known table of agreements. Known: UCDP Peace Agreements, "
        f"ETH/PRIO ceasefires. {near_form(forms, low)}Write {beside.name} beside it (docs/batch.md)",
        Place(str(path)),
    )


def _present(entry: Mapping[str, Any], low: set[str]) -> Mapping[str, Any]:
    """A known form with the columns that this table has."""
    there: dict[str, Any] = {}
    for key, value in entry["columns"].items():
        if all(c in low for c in _listed(value)):
            there[key] = value
    return {**entry, "columns": there}


def _mapping(path: Path, columns: Sequence[str]) -> Mapping[str, Any]:
    """A mapping file in the form of the known ones. Raises BatchError B105 with all errors of the file."""
    try:
        text = text_of(path, str(path))
    except AgreementError as error:
        raise BatchError("B105", error.message, error.place) from None
    placed, shape, errors = shaped(text, str(path), AgreementMapping, _schema(), empty=_EMPTY)
    found = [BatchError("B105", e.message, e.place) for e in errors]
    for where, message in _wrong(placed.value, columns):
        found.append(BatchError("B105", f"{dotted(where)}: {message}", placed.place(where, str(path), at_value=True)))
    if shape is None or found:
        raise joined(found)
    entry = shape.model_dump(exclude_none=True)
    return {**entry, "columns": {k: v for k, v in entry["columns"].items() if v != []}}


@cache
def _schema() -> Mapping[str, Any]:
    return AgreementMapping.model_json_schema(by_alias=True)


def _wrong(value: Any, there: Sequence[str]) -> Iterator[tuple[KeyPath, str]]:
    """What the shape cannot say, as far as the parts are of the right shape."""
    named = value.get("columns") if isinstance(value, dict) else None
    if not isinstance(named, dict):
        return
    low = {c.lower().strip() for c in there}
    for key, given in named.items():
        if key not in AgreementColumns.model_fields:
            continue
        for number, name in enumerate(_listed(given)):
            word = str(getattr(name, "written", name))
            if isinstance(name, str | int | float) and word.lower().strip() not in low:
                where = ("columns", key, number) if isinstance(given, list) else ("columns", key)
                yield where, f"the table has no column {word!r}.{nearest(word, there)} It has: {', '.join(there)}"
        if key in {"signed", "start", "end"} and isinstance(given, list) and len(given) not in (1, 3):
            yield ("columns", key), f"{len(given)} columns. A day is one column, or three: [year, month, day]"
    if not named.get("parties"):
        yield ("columns",), "no column with the parties. Write columns: {parties: …}, one column or a list"
    if not (named.get("signed") or named.get("start")):
        yield ("columns",), "no column with a day. Write columns: {signed: …} or {start: …}"
    if bool(named.get("latitude")) != bool(named.get("longitude")):
        yield ("columns",), "latitude and longitude go together. Name both, or none"


def _form(entry: Mapping[str, Any], columns: Sequence[str], path: Path) -> AgreementForm:
    by_low = {c.lower().strip(): c for c in columns}
    named: dict[str, Any] = {}
    for key, value in entry["columns"].items():
        found = [by_low[str(c).lower().strip()] for c in _listed(value)]
        named[key] = found if isinstance(value, list) and (key == "parties" or len(found) > 1) else found[0]
    split = entry.get("split")
    return AgreementForm(
        str(entry.get("name", path.stem)), named, None if split is None else str(split),
        tuple(_listed(entry.get("whole") or ())), str(entry.get("country", "plain")),
        {str(k): _listed(v) for k, v in (entry.get("aliases") or {}).items()},
    )  # fmt: skip


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]
