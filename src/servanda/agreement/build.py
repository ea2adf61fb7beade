"""From the checked shape to the model: short forms spelt out, texts to days.

Invariant: building decides nothing; a value that is not in the file is the model's default.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from servanda.agreement.model import (
    Actor,
    Bound,
    Due,
    Event,
    Exceptions,
    Limit,
    LimitStep,
    Period,
    Power,
    Term,
    Under,
    Unmodelled,
    Zone,
)
from servanda.agreement.shape import ActorShape, PointShape, UnderShape, UnmodelledShape, ZoneShape
from servanda.agreement.term_shape import DueShape, EventShape, JointShape, PowerShape, TermFields


def listed(value: list[str] | str | None) -> tuple[str, ...]:
    """One or several as a tuple."""
    return () if value is None else (value,) if isinstance(value, str) else tuple(value)


def day(text: str | None) -> date | None:
    """A day, or None."""
    return date.fromisoformat(text) if text else None


def moment(text: str | None) -> datetime | None:
    """A moment; a bare day is its beginning in the agreement's own time zone (no offset)."""
    return datetime.fromisoformat(text) if text else None


def period(text: str | None) -> Period | None:
    """ISO 8601 to years, months and days; weeks become days."""
    if text is None:
        return None
    parts = {unit: int(n) for n, unit in re.findall(r"(\d+)([YMWD])", text)}
    return Period(parts.get("Y", 0), parts.get("M", 0), parts.get("D", 0) + 7 * parts.get("W", 0), text)


def event(value: str | EventShape | None) -> Event | None:
    """`signed`, `in-force`, `TERM.state` or an act; whether TERM exists is checked elsewhere."""
    if value is None:
        return None
    if isinstance(value, EventShape):
        return Event("act", act=value.act, actor=value.actor, zone=value.zone)
    if value in ("signed", "in-force"):
        return Event(value)  # type: ignore[arg-type]
    term, _, state = value.rpartition(".")
    return Event("term", term=term, state=state)  # type: ignore[arg-type]


def due(shape: DueShape | None) -> Due | None:
    """The deadline with its bound; `bound: unclear` wins over by/before."""
    if shape is None:
        return None
    base = event(shape.of)
    bound: Bound = shape.bound or ("before" if shape.before else "by")
    return Due(
        day=day(shape.by or shape.before),
        bound=bound,
        within=period(shape.within),
        of=base,
        base_day=shape.base_day,
        timezone=shape.timezone,
        written=f"within {shape.within} of {event_words(base)}" if base else f"{bound} {shape.by or shape.before}",
    )


def event_words(event: Event | None) -> str:
    """An event in words, as a file writes it where it can."""
    if event is None:
        return "nothing"
    if event.kind == "term":
        return f"{event.term}.{event.state}"
    if event.kind == "act":
        by = f" by {event.actor}" if event.actor else ""
        return f"{event.act}{by}{f' in {event.zone}' if event.zone else ''}"
    return event.kind


def power(value: list[str] | str | PowerShape | None) -> Power | None:
    """Holders; a plain list means any of them."""
    if value is None:
        return None
    if isinstance(value, PowerShape):
        return Power(listed(value.all_), "all") if value.all_ else Power(listed(value.any_), "any")
    return Power(listed(value), "any")


def actor(key: str, shape: ActorShape) -> Actor:
    """An actor with its links spelt out."""
    roles = (shape.role,) if isinstance(shape.role, str) else tuple(shape.role)
    links = shape.under if isinstance(shape.under, list) else [shape.under] if shape.under else []
    return Actor(
        key,
        shape.name,
        roles,
        listed(shape.aliases),
        tuple(under(link) for link in links),
        shape.basis,
        shape.excluded,
    )


def under(link: str | UnderShape) -> Under:
    """A link upwards; a bare id means `commands`."""
    if isinstance(link, str):
        return Under(link)
    return Under(link.actor, link.as_, link.basis, day(link.since), day(link.until), listed(link.contested_by))


def zone(key: str, shape: ZoneShape, geometry: Mapping[str, Any] | None) -> Zone:
    """A zone with its geometry as GeoJSON."""
    radius = shape.geometry.radius_km if isinstance(shape.geometry, PointShape) else None
    return Zone(key, shape.name, listed(shape.aliases), shape.within, geometry, radius)


def term(key: str, f: TermFields, line: int | None) -> Term:
    """A term; the caller has checked that norm, bearer and act are there."""
    bearer = tuple(f.bearer.jointly) if isinstance(f.bearer, JointShape) else listed(f.bearer)
    excepted = f.except_
    return Term(
        id=key,
        norm=f.norm or "obligation",
        bearer=bearer,
        act=listed(f.act),
        article=None if f.article is None else str(f.article),
        says=f.says,
        jointly=isinstance(f.bearer, JointShape),
        toward=listed(f.toward),
        zone=f.zone,
        due=due(f.due),
        may_extend=power(f.may_extend),
        may_waive=power(f.may_waive),
        may_suspend=power(f.may_suspend),
        may_terminate=power(f.may_terminate),
        limits=tuple(_limit(name, steps) for name, steps in f.limit.items()),
        when=event(f.when),
        phase=None if f.phase is None else str(f.phase),
        in_parallel_with=listed(f.in_parallel_with),
        after=listed(f.after),
        every=period(f.every),
        from_=day(f.from_),
        until=day(f.until),
        ends_with=event(f.ends_with),
        strength=f.strength,
        except_=Exceptions(listed(excepted.acts), listed(excepted.actors), listed(excepted.zones))
        if excepted
        else Exceptions(),
        baseline=f.baseline,
        target=listed(f.target),
        protects=listed(f.protects),
        verifier=f.verifier,
        absence=f.absence,
        window=period(f.window),
        level=f.level,
        renewal=period(f.renewal),
        superseded_by=listed(f.superseded_by),
        line=line,
    )


def unmodelled(shape: UnmodelledShape) -> Unmodelled:
    """What no field holds."""
    return Unmodelled(None if shape.article is None else str(shape.article), shape.says, listed(shape.concerns))


def _limit(name: str, steps: Any) -> Limit:
    items = steps if isinstance(steps, list) else [steps]
    return Limit(name, tuple(LimitStep(s.at_most, s.at_least, day(s.since)) for s in items))
