"""The shape of NAME.mapping.yaml, and what is wrong in one: every error of the file at once, each with its place.

Invariant: a mapping that passes names columns of the table and acts of the vocabulary, and nothing in it is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Discriminator, Field, Tag

from servanda.agreement.act_words import act_meant
from servanda.agreement.messages import dotted
from servanda.agreement.nearest import listing, nearest
from servanda.agreement.places import Path as KeyPath
from servanda.agreement.scalars import AnyNumberOf, Label, Text, form
from servanda.agreement.shaped import shaped, text_of
from servanda.agreement.term_shape import Shape, example
from servanda.errors import AgreementError, EvidenceError, joined
from servanda.vocabulary import vocabulary

_EMPTY = "Write columns: {start: …, actor: …} and act: attack, or remove the file"
_Found = Iterator[tuple[str, KeyPath, str]]


class Columns(Shape):
    """Which column holds what."""

    id: Label | None = example("nr", "The row's own id.", default=None)
    start: Label | None = example("day", "The first day of the event.", default=None)
    end: Label | None = example("last_day", "Its last day.", default=None)
    known: Label | None = example("reported", "The day from which it was known.", default=None)
    actor: Label | None = example("by", "The first party.", default=None)
    other: Label | None = example("against", "The other party.", default=None)
    kind: Label | None = example("type", "What kind of event; goes with `acts`.", default=None)
    latitude: Label | None = example("lat", "Degrees north.", default=None)
    longitude: Label | None = example("lon", "Degrees east.", default=None)
    place: AnyNumberOf[Label] = example(["village", "district"], "Names of the place, narrowest first.", default_factory=list)
    low: Label | None = example("dead_low", "Deaths, at least.", default=None)
    best: Label | None = example("dead", "Deaths, best estimate.", default=None)
    high: Label | None = example("dead_high", "Deaths, at most.", default=None)
    sources: Label | None = example("n_sources", "How many sources the row rests on.", default=None)
    offices: Label | None = example("source", "Their names, with ; between.", default=None)
    deaths_actor: Label | None = example("dead_a", "Deaths of the first party.", default=None)
    deaths_other: Label | None = example("dead_b", "Deaths of the other.", default=None)
    day_precision: Label | None = example("day_code", "A code of `day_span`.", default=None)
    place_precision: Label | None = example("place_code", "A code of `radius_km`.", default=None)


class ActOf(Shape):
    """What a kind of row tells."""

    act: Text = example("attack", "From the vocabulary of acts.")
    kind: Text | None = example("shelling", "The kind of an attack.", default=None)


class MappingShape(Shape):
    """A mapping file: which column is what, and which act a row tells."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"columns": {"start": "day", "actor": "by"}, "act": "attack"}]}
    )

    name: Label | None = example("Valley incident log", "The name of the data set.", default=None)
    reliability: Literal["A", "B", "C", "D", "E", "F"] = example("C", "Its reliability, A to F.", default="F")
    columns: Columns = example({"start": "day", "actor": "by"}, "Which column holds what.")
    act: Text | None = example("attack", "The act that every row tells.", default=None)
    acts: dict[str, Annotated[Annotated[Text, Tag("a text")] | Annotated[ActOf, Tag("a mapping")], Discriminator(form)]] = (
        example(
            {"shelling": {"act": "attack", "kind": "shelling"}}, "By what stands in the column `kind`.", default_factory=dict
        )
    )
    authors: Literal["first", "deaths"] = example(
        "first", "`first`: the first party acted; `deaths`: who inflicted deaths did.", default="first"
    )
    one_sided: Label | None = example("3", "With `deaths`: the kind in which only the first party acts.", default=None)
    mutual: AnyNumberOf[Label] = example(["clash"], "With `first`: kinds in which both parties act.", default_factory=list)
    radius_km: dict[str, Annotated[float, Field(gt=0, le=20_037, allow_inf_nan=False)]] = example(
        {"1": 1, "2": 25}, "By the code of the place's precision.", default_factory=dict
    )
    day_span: dict[str, Annotated[int, Field(ge=0, le=3660)]] = example(
        {"1": 0, "2": 6}, "Days that may be added, by the code of the day's precision.", default_factory=dict
    )
    unit: Text | None = example("deaths by the log's own count", "The counting rule.", default=None)


@cache
def mapping_schema() -> Mapping[str, Any]:
    """The JSON Schema of a mapping file."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **MappingShape.model_json_schema(by_alias=True)}


def mapping_file(path: Path, columns: Sequence[str]) -> Mapping[str, Any]:
    """A mapping file in the form of the built-in ones. Raises EvidenceError E102, E103, E105 with all errors of the file."""
    try:
        text = text_of(path, path.name)
    except AgreementError as error:
        raise EvidenceError("E103", error.message, error.place) from None
    placed, shape, errors = shaped(text, path.name, MappingShape, mapping_schema(), empty=_EMPTY)
    found = [EvidenceError("E102" if e.code == "A108" else "E103", e.message, e.place) for e in errors]
    for code, where, message in _wrong(placed.value, columns):
        place = placed.place(where, path.name, at_value=True)
        found.append(EvidenceError(code, f"{dotted(where)}: {message}", place))
    if shape is None or found:
        raise joined(found)
    entry = {k: v for k, v in shape.model_dump(exclude_none=True, exclude={"acts"}).items() if v not in ([], {})}
    entry.setdefault("name", path.name.removesuffix(".mapping.yaml"))
    entry["mutual"] = _listed(shape.mutual)
    entry["acts"] = {k: {"act": v} if isinstance(v, str) else v.model_dump(exclude_none=True) for k, v in shape.acts.items()}
    entry["columns"] |= {"place": _listed(shape.columns.place)} if shape.columns.place else {}
    return entry


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _wrong(value: Any, there: Sequence[str]) -> _Found:
    """What the shape cannot say, as far as the parts are of the right shape."""
    if not isinstance(value, dict):
        return
    named = value.get("columns")
    columns = {k: v for k, v in named.items() if k in Columns.model_fields} if isinstance(named, dict) else None
    for key, given in (columns or {}).items():
        for number, name in enumerate(given if isinstance(given, list) else [given]):
            word = str(getattr(name, "written", name))
            if isinstance(name, str | int | float) and word not in there:
                where = ("columns", key, number) if isinstance(given, list) else ("columns", key)
                yield "E102", where, f"the table has no column {word!r}.{nearest(word, there)} It has: {', '.join(there)}"
    yield from _acts(value)
    if columns is not None:
        yield from _together(value, columns)


def _acts(value: Mapping[str, Any]) -> _Found:
    acts = value.get("acts")
    told: list[tuple[KeyPath, Any]] = [(("act",), value.get("act"))]
    for kind, entry in acts.items() if isinstance(acts, dict) else ():
        told.append((("acts", kind, "act"), entry.get("act")) if isinstance(entry, dict) else (("acts", kind), entry))
    known = vocabulary("acts.yaml")["acts"]
    by_kind = {kind: act for act, entry in known.items() for kind in entry.get("kinds", ())}
    for where, act in told:
        if isinstance(act, str) and act not in known:
            near = f" Did you mean {{act: {by_kind[act]}, kind: {act}}}?" if act in by_kind else act_meant(act)
            yield "E105", where, f"there is no act {act!r}.{near} Allowed: {listing(known)}"
    for kind, entry in acts.items() if isinstance(acts, dict) else ():
        given = entry.get("kind") if isinstance(entry, dict) else None
        kinds = known.get(entry.get("act"), {}).get("kinds", {}) if given is not None else {}
        if isinstance(given, str) and kinds and given not in kinds:
            yield (
                "E105",
                ("acts", kind, "kind"),
                f"there is no kind {given!r}.{nearest(given, kinds)} Allowed: {listing(kinds)}",
            )


def _together(value: Mapping[str, Any], columns: Mapping[str, Any]) -> _Found:
    """Parts that need or exclude each other."""
    if not columns.get("start"):
        yield "E103", ("columns",), "no column with the day. Write columns: {start: …}"
    if not value.get("act") and not value.get("acts"):
        yield "E103", (), "no act: nothing would be told by a row. Write act: attack, or acts: by the column kind"
    if value.get("act") and value.get("acts"):
        yield "E103", ("act",), "act and acts exclude each other. Keep one"
    if value.get("acts") and not columns.get("kind"):
        yield "E103", ("acts",), "acts goes by the column kind, and none is named. Write columns: {kind: …}"
    for key, needs in (
        ("radius_km", "place_precision"),
        ("day_span", "day_precision"),
        ("mutual", "kind"),
        ("one_sided", "kind"),
    ):
        if value.get(key) and not columns.get(needs):
            yield "E103", (key,), f"{key} goes by the column {needs}, and none is named. Write columns: {{{needs}: …}}"
    if value.get("authors") == "deaths" and not (columns.get("deaths_actor") or columns.get("deaths_other")):
        message = "authors: deaths goes by the columns deaths_actor and deaths_other. Name them, or write authors: first"
        yield "E103", ("authors",), message
    if ("latitude" in columns) != ("longitude" in columns):
        yield "E103", ("columns",), "latitude and longitude go together. Name both, or none"
