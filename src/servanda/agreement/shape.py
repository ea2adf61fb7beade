"""The shape of agreement.yaml: what keys there are and what each may hold; the published JSON Schema comes from it.

Invariant: a file of this shape may still be wrong (ids that dangle, cycles); `load` checks that after the shape.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

_SLUG = re.compile(r"[a-z0-9][a-z0-9._-]*")
_PERIOD = re.compile(r"P(?=\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?")


def _slug(text: str) -> str:
    if not _SLUG.fullmatch(text):
        raise ValueError("an id is small letters, digits, '-', '_' and '.', beginning with a letter or digit")
    return text


def _day(text: str) -> str:
    try:
        date.fromisoformat(text)
    except ValueError as error:
        raise ValueError("a day is written YYYY-MM-DD, for example 2020-11-15") from error
    if len(text) != 10:
        raise ValueError("a day is written YYYY-MM-DD, for example 2020-11-15")
    return text


def _moment(text: str) -> str:
    try:
        datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError("a moment is written YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS+HH:MM") from error
    return text


def _period(text: str) -> str:
    if not _PERIOD.fullmatch(text):
        raise ValueError("a period is written as ISO 8601 does: P60D, P2W, P6M, P5Y")
    return text


Slug = Annotated[str, AfterValidator(_slug)]
Day = Annotated[str, AfterValidator(_day), Field(json_schema_extra={"format": "date"})]
Moment = Annotated[str, AfterValidator(_moment)]
PeriodText = Annotated[str, AfterValidator(_period), Field(json_schema_extra={"pattern": f"^{_PERIOD.pattern}$"})]
Ids = list[Slug] | Slug
RoleName = Literal["signatory", "bound", "guarantor", "monitor", "third-party"]


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=False, populate_by_name=True)


class UnderShape(Shape):
    """That this actor answers to another."""

    actor: Slug = Field(description="The actor above.")
    as_: Literal["commands", "must-prevent", "undertook-result"] = Field("commands", alias="as", description="How.")
    basis: str | None = Field(None, description="On what this rests.")
    since: Day | None = None
    until: Day | None = None
    contested_by: Ids = Field(default_factory=list, description="Actors that deny it.")


class ActorShape(Shape):
    """A state, armed force, group, person or body."""

    name: str = Field(description="The name to show.")
    role: RoleName | list[RoleName] = Field("third-party", description="Its role in the agreement.")
    aliases: list[str] = Field(
        default_factory=list, description="Other names in texts; spelling variants need not be listed."
    )
    under: Slug | UnderShape | list[UnderShape | Slug] | None = Field(None, description="The actor it answers to.")
    basis: str | None = Field(None, description="Why it is bound, for a non-signatory.")
    excluded: bool = Field(False, description="True where the text excludes this actor from its protection.")


class PointShape(Shape):
    """A point with a radius."""

    point: list[float] = Field(min_length=2, max_length=2, description="[longitude, latitude], degrees, WGS 84.")
    radius_km: float | None = Field(None, gt=0, description="Radius in kilometres.")


class ZoneShape(Shape):
    """A place that terms speak of."""

    name: str
    aliases: list[str] = Field(default_factory=list)
    within: Slug | None = Field(None, description="The wider zone.")
    geometry: str | PointShape | dict[str, Any] | None = Field(
        None, description="file.geojson#id, {point: [lon, lat], radius_km: n}, or a GeoJSON geometry."
    )


class EventShape(Shape):
    """An act by somebody, as a condition or base of a deadline."""

    act: str
    actor: Slug | None = None
    zone: Slug | None = None


EventText = str | EventShape


class DueShape(Shape):
    """When a duty is due: one of `by`, `before`, `within`."""

    by: Day | None = Field(None, description="The last day in time.")
    before: Day | None = Field(None, description="The first day too late.")
    bound: Literal["unclear"] | None = Field(
        None, description="The text leaves open whether the day itself is in time."
    )
    within: PeriodText | None = Field(None, description="A period, P60D.")
    of: EventText | None = Field(
        None, description="signed, in-force, TERM.fulfilled, TERM.breached, TERM.started, {act, actor}."
    )
    base_day: Literal["excluded", "included"] = Field("excluded", description="Whether the day of the event counts.")
    timezone: str | None = None

    @model_validator(mode="after")
    def _one(self) -> DueShape:
        given = [k for k in ("by", "before", "within") if getattr(self, k) is not None]
        if len(given) != 1:
            raise ValueError(f"exactly one of by, before, within is allowed, found {', '.join(given) or 'none'}")
        if self.within and self.of is None:
            raise ValueError(
                "within needs of: signed, in-force, TERM.fulfilled, … Write {within: P60D, of: in-force}"
            )
        return self


class PowerShape(Shape):
    """Who may do something to a term: any of the holders, or all together."""

    any_: Ids | None = Field(None, alias="any")
    all_: Ids | None = Field(None, alias="all")


class JointShape(Shape):
    """Several actors with one shared duty."""

    jointly: list[Slug] = Field(min_length=2)


class LimitShape(Shape):
    """Bounds on a counted thing, both inclusive."""

    at_most: float | None = None
    at_least: float | None = None
    since: Day | None = Field(None, description="From this day on (in a schedule).")


class ExceptShape(Shape):
    """What the text itself exempts."""

    acts: list[str] | str = Field(default_factory=list)
    actors: Ids = Field(default_factory=list)
    zones: Ids = Field(default_factory=list)


Holders = Ids | PowerShape


class TermFields(Shape):
    """The fields of a term; a rival text may give any of them anew."""

    article: str | int | None = Field(None, description="Where it stands in the text.")
    says: str | None = Field(None, description="The agreement's own words, or a faithful translation.")
    norm: Literal["obligation", "prohibition", "maintenance"] | None = Field(
        None, description="Do, never do, or keep."
    )
    bearer: Ids | JointShape | None = Field(None, description="Who owes it; several: each alone.")
    toward: Ids = Field(default_factory=list, description="To whom it is owed.")
    act: list[str] | str | None = Field(None, description="From the vocabulary of acts.")
    zone: Slug | None = None
    due: DueShape | None = None
    may_extend: Holders | None = None
    may_waive: Holders | None = None
    may_suspend: Holders | None = None
    may_terminate: Holders | None = None
    limit: dict[str, LimitShape | list[LimitShape]] = Field(default_factory=dict)
    when: EventText | None = Field(None, description="The condition under which it comes into force.")
    phase: str | int | None = None
    in_parallel_with: Ids = Field(default_factory=list)
    after: Ids = Field(default_factory=list, description="Terms that must be fulfilled first.")
    every: PeriodText | None = Field(None, description="It falls due again each period.")
    from_: Day | None = Field(None, alias="from")
    until: Day | None = None
    strength: Literal["result", "ensure", "best-efforts"] = "result"
    except_: ExceptShape | None = Field(None, alias="except")
    baseline: str | None = None
    target: Ids = Field(default_factory=list, description="Who may not be attacked; else `toward`.")
    protects: Ids = Field(default_factory=list)
    verifier: Slug | None = Field(None, description="The body that the text names to confirm performance.")
    absence: Literal["unknown", "breach"] = "unknown"
    window: PeriodText | None = Field(None, description="The window of a prohibition's word; default P30D.")
    level: Annotated[int, Field(ge=0, le=3)] | None = None
    renewal: PeriodText | None = Field(None, description="Tacit renewal by this period unless notice is given.")


class UnmodelledShape(Shape):
    """What no field holds, quoted."""

    article: str | int | None = None
    says: str
    concerns: Ids = Field(default_factory=list)


class TextShape(Shape):
    """A rival or translated text: per term, what it words otherwise."""

    title: str | None = None
    terms: dict[Slug, TermFields]


class AgreementShape(Shape):
    """An agreement file, version 1."""

    servanda: Literal[1] = Field(description="The version of this format.")
    id: Slug
    title: str
    signed: Day | None = None
    in_force: Moment | None = None
    expires: Day | None = None
    timezone: str = Field("UTC", description="IANA name; a day ends there.")
    actors: dict[Slug, ActorShape] = Field(min_length=1)
    zones: dict[Slug, ZoneShape] = Field(default_factory=dict)
    terms: dict[Slug, TermFields] = Field(min_length=1)
    texts: dict[Slug, TextShape] = Field(default_factory=dict)
    unmodelled: list[UnmodelledShape] = Field(default_factory=list)


class CoverageEntry(Shape):
    """Who could see which zone from when to when, both days included."""

    observer: str
    zone: Slug | None = None
    from_: Day = Field(alias="from")
    until: Day


def agreement_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of agreement.yaml, for editors."""
    schema = AgreementShape.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
