"""The shape of agreement.yaml: what keys there are and what each may hold; the published JSON Schema comes from it.

Invariant: a file of this shape may still be wrong (ids that dangle, circles); `checks` says so after the shape.
Every field has a description and an example: editors, error messages and docs/agreement.md take them from here.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Discriminator, Field, Tag

from servanda.agreement.scalars import AnyNumberOf, Day, Label, Moment, Name, OneOrMore, Slug, Text, Timezone, form, names
from servanda.agreement.term_shape import Shape, TermFields, TermShape, example

RoleName = Literal["signatory", "bound", "guarantor", "monitor", "third-party"]


Aliases = Annotated[AnyNumberOf[Name], BeforeValidator(names)]


class UnderShape(Shape):
    """That this actor answers to another."""

    actor: Slug = example("armenia", "The actor above.")
    as_: Literal["commands", "must-prevent", "undertook-result"] = example(
        "must-prevent",
        "How: `commands` (its acts are that actor's acts; the default), `must-prevent` (its acts are evidence only), "
        "`undertook-result`.",
        default="commands",
        alias="as",
    )
    basis: Text | None = example("named as its commander in the text", "On what this rests.", default=None)
    since: Day | None = example("2019-01-01", "The first day on which it holds; without it, from the beginning.", default=None)
    until: Day | None = example("2021-12-31", "The last day on which it holds.", default=None)
    contested_by: AnyNumberOf[Slug] = example(["armenia"], "Actors that deny it.", default_factory=list)


UnderOne = Annotated[Annotated[Slug, Tag("a text")] | Annotated[UnderShape, Tag("a mapping")], Discriminator(form)]
UnderAny = Annotated[
    Annotated[Slug, Tag("a text")] | Annotated[UnderShape, Tag("a mapping")] | Annotated[list[UnderOne], Tag("a list")],
    Discriminator(form),
]


class ActorShape(Shape):
    """A state, armed force, group, person or body."""

    name: Name = example("Armenia", "The name to show.")
    role: OneOrMore[RoleName] = example(
        ["signatory", "guarantor"],
        "`signatory` (whoever consented to be bound), `bound` (a non-signatory that the text or the facts bind: give "
        "`basis`), `guarantor`, `monitor`, `third-party`; one or a list.",
        default="third-party",
    )
    aliases: Aliases = example(
        ["Republic of Armenia", "Yerevan"],
        "Other names in texts. Spellings of the same name in other transliterations need not be listed.",
        default_factory=list,
    )
    under: UnderAny | None = example(
        {"actor": "armenia", "as": "commands", "contested_by": ["armenia"]},
        "The actor that it answers to: an id (then it commands), a mapping, or a list of either.",
        default=None,
    )
    basis: Text | None = example(
        "fights under its command", "Why a non-signatory is bound, or what a link rests on.", default=None
    )
    excluded: bool = example(True, "True where the text excludes this actor from its protection.", default=False)


class PointShape(Shape):
    """A point with a radius."""

    point: list[float] = example(
        [46.04, 40.11], "[longitude, latitude] in degrees, WGS 84; longitude first.", min_length=2, max_length=2
    )
    radius_km: float | None = example(25, "Radius in kilometres.", default=None, gt=0, le=20_037, allow_inf_nan=False)


def geometry_form(value: Any) -> str:
    """A file to look in, a GeoJSON geometry, or a point."""
    kind = form(value)
    return "GeoJSON" if kind == "a mapping" and "type" in value else kind


class ZoneShape(Shape):
    """A place that terms speak of."""

    name: Name = example("Kalbajar district", "The name to show.")
    aliases: Aliases = example(["Karvachar"], "Other names in texts.", default_factory=list)
    within: Slug | None = example("conflict-zone", "The wider zone that this one lies within.", default=None)
    geometry: (
        Annotated[
            Annotated[Text, Tag("a text")]
            | Annotated[PointShape, Tag("a mapping")]
            | Annotated[dict[str, Any], Tag("GeoJSON"), Field(json_schema_extra={"required": ["type"]})],
            Discriminator(geometry_form),
        ]
        | None
    ) = example(
        {"point": [46.04, 40.11], "radius_km": 25},
        "Where it lies: `file.geojson#id` (a feature of a file beside this one), a point with a radius, or a GeoJSON "
        "geometry written out.",
        default=None,
    )


class UnmodelledShape(Shape):
    """What no field holds, quoted."""

    article: Label | None = example("9", "Where it stands in the text.", default=None)
    says: Name = example("The sides will draw up a plan for a new road.", "The words.")
    concerns: AnyNumberOf[Slug] = example(["6-kalbajar"], "Terms with which it is shown.", default_factory=list)


class TextShape(Shape):
    """A rival or translated text: per term, what it words otherwise."""

    title: Text | None = example("as the ministry published it", "Whose text this is.", default=None)
    terms: dict[Slug, TermFields] = example(
        {"6-kalbajar": {"due": {"before": "2020-11-15"}}},
        "For each term that differs, the fields that it words otherwise; null takes a field away.",
    )


class AgreementShape(Shape):
    """An agreement file, version 1."""

    servanda: Literal[1] = example(1, "The version of this format.")
    id: Slug = example("karabakh-2020", "The id of the agreement.")
    title: Name = example("Statement of 9/10 November 2020", "The name to show.")
    signed: Day | None = example("2020-11-09", "The day of signing.", default=None)
    in_force: Moment | None = example(
        "2020-11-10T00:00:00+03:00",
        "The moment from which it binds; a bare day begins at midnight in `timezone`. Without it, `signed` counts.",
        default=None,
    )
    expires: Day | None = example("2025-11-10", "The last day in force, where the text sets one.", default=None)
    timezone: Timezone = example("Asia/Baku", "IANA name; in it a day ends.", default="UTC")
    actors: dict[Slug, ActorShape] = example(
        {"armenia": {"name": "Armenia", "role": "signatory"}}, "By id.", json_schema_extra={"minProperties": 1}
    )
    zones: dict[Slug, ZoneShape] = example({"kalbajar": {"name": "Kalbajar district"}}, "By id.", default_factory=dict)
    terms: dict[Slug, TermShape] = example(
        {"6-kalbajar": {"norm": "obligation", "bearer": "armenia", "act": "withdraw"}},
        "The promises, by id.",
        json_schema_extra={"minProperties": 1},
    )
    texts: dict[Slug, TextShape] = example(
        {"mfa-az": {"terms": {"6-kalbajar": {"due": {"before": "2020-11-15"}}}}},
        "Rival or translated texts of the same agreement, by id.",
        default_factory=dict,
    )
    unmodelled: list[UnmodelledShape] = example(
        [{"article": "9", "says": "The sides will draw up a plan for a new road."}],
        "What no field holds, quoted; shown with the terms it concerns.",
        default_factory=list,
    )


class CoverageEntry(Shape):
    """Who could see which zone from when to when, both days included."""

    observer: Text = example("Valley Monitoring Mission", "Who could see.", min_length=1)
    zone: Slug | None = example("kalbajar", "Where; without it, everywhere.", default=None)
    from_: Day = example("2020-11-10", "The first day.", alias="from")
    until: Day = example("2020-12-10", "The last day.")


class CoverageShape(Shape):
    """A coverage file: a list of entries under `coverage`, or the list alone."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"coverage": [{"observer": "Valley Monitoring Mission", "from": "2020-11-10", "until": "2020-12-10"}]}]
        },
    )

    coverage: list[CoverageEntry] = example(
        [{"observer": "Valley Monitoring Mission", "from": "2020-11-10", "until": "2020-12-10"}], "The entries."
    )


_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def agreement_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of agreement.yaml, for editors."""
    return {"$schema": _DIALECT, **AgreementShape.model_json_schema(by_alias=True)}


def coverage_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of coverage.yaml in its form with the key `coverage`."""
    return {"$schema": _DIALECT, **CoverageShape.model_json_schema(by_alias=True)}
