"""An agreement back to the text of its file.

Invariant: `loads(dump(a)) == a` for every agreement that was loaded, its coverage aside (`dump_coverage` writes that);
geometries named by file are written out, and comments are not kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from servanda.agreement.decisions import differing
from servanda.agreement.fields import KEYS
from servanda.agreement.model import (
    Actor,
    Agreement,
    Due,
    Event,
    Exceptions,
    Limit,
    Period,
    Power,
    RivalText,
    Term,
    Under,
    Unmodelled,
    Zone,
)
from servanda.agreement.places import Path
from servanda.agreement.yamltext import block

_EMPTY = (None, (), Exceptions())
_UNSAID = {"strength": "result", "absence": "unknown"}


def dump(agreement: Agreement, comments: Mapping[Path, list[str]] | None = None) -> str:
    """The text of an agreement file; `comments` stand before the keys at their paths."""
    return block(as_value(agreement), comments)


def as_value(agreement: Agreement) -> dict[str, Any]:
    """The agreement as the plain value of its file."""
    a = agreement
    return _kept(
        {
            "servanda": 1,
            "id": a.id,
            "title": a.title,
            "signed": a.signed,
            "in_force": a.in_force,
            "expires": a.expires,
            "timezone": a.timezone,
            "actors": {k: _actor(v) for k, v in a.actors.items()},
            "zones": {k: _zone(v) for k, v in a.zones.items()},
            "terms": {k: _term(v) for k, v in a.terms.items()},
            "texts": {k: _text(v, a) for k, v in a.texts.items()},
            "unmodelled": [_unmodelled(u) for u in a.unmodelled],
        }
    )


def _kept(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that say something."""
    return {k: v for k, v in fields.items() if v is not None and v is not False and v not in ([], {})}


def _actor(actor: Actor) -> dict[str, Any]:
    roles = list(actor.roles)
    links = [_under(u) for u in actor.under]
    return _kept(
        {
            "name": actor.name,
            "role": roles[0] if len(roles) == 1 else roles,
            "aliases": list(actor.aliases),
            "under": links[0] if len(links) == 1 else links,
            "basis": actor.basis,
            "excluded": actor.excluded,
        }
    )


def _under(link: Under) -> Any:
    if link == Under(link.actor):
        return link.actor
    how = None if link.how == "commands" else link.how
    fields = {"actor": link.actor, "as": how, "basis": link.basis, "since": link.since, "until": link.until}
    return _kept({**fields, "contested_by": list(link.contested_by)})


def _zone(zone: Zone) -> dict[str, Any]:
    geometry: Any = zone.geometry
    if geometry is not None and zone.radius_km is not None:
        geometry = {"point": list(geometry["coordinates"]), "radius_km": zone.radius_km}
    return _kept({"name": zone.name, "aliases": list(zone.aliases), "within": zone.within, "geometry": geometry})


def _term(term: Term) -> dict[str, Any]:
    return {
        KEYS.get(name, name): field_value(term, name)
        for name in Term.__dataclass_fields__
        if name not in ("id", "line", "jointly")
        and getattr(term, name) not in _EMPTY
        and getattr(term, name) != _UNSAID.get(name)
    }


def _text(text: RivalText, agreement: Agreement) -> dict[str, Any]:
    terms: dict[str, Any] = {}
    for key, term in text.terms.items():
        names = ["bearer" if n == "jointly" else n for n in differing(agreement.terms[key], term)]
        terms[key] = {KEYS.get(n, n): field_value(term, n) for n in names}
    return {**({} if text.title is None else {"title": text.title}), "terms": terms}


def field_value(term: Term, name: str) -> Any:
    """One field of a term as the file writes it; an empty one as what takes it away."""
    value = getattr(term, name)
    if name == "bearer" and term.jointly:
        return {"jointly": list(value)}
    if name == "limits":
        return {limit.quantity: _limit(limit) for limit in value}
    if isinstance(value, Due):
        return _due(value)
    if isinstance(value, Event):
        return _event(value)
    if isinstance(value, Power):
        return {"all": list(value.holders)} if value.mode == "all" else list(value.holders)
    if isinstance(value, Period):
        return period_text(value)
    if isinstance(value, Exceptions):
        parts = {"acts": list(value.acts), "actors": list(value.actors), "zones": list(value.zones)}
        return _kept(parts) or None
    if name == "act" and len(value) == 1:
        return value[0]
    return list(value) if isinstance(value, tuple) else value


def _due(due: Due) -> dict[str, Any]:
    zone = due.timezone
    if due.within is not None:
        base = None if due.base_day == "excluded" else due.base_day
        event = _event(due.of) if due.of else None
        return _kept({"within": period_text(due.within), "of": event, "base_day": base, "timezone": zone})
    key = "before" if due.bound == "before" else "by"
    return _kept({key: due.day, "bound": "unclear" if due.bound == "unclear" else None, "timezone": zone})


def _event(event: Event) -> Any:
    if event.kind == "term":
        return f"{event.term}.{event.state}"
    if event.kind == "act":
        return _kept({"act": event.act, "actor": event.actor, "zone": event.zone})
    return event.kind


def period_text(period: Period) -> str:
    """ISO 8601, as it was written where it was."""
    parts = ((period.years, "Y"), (period.months, "M"), (period.days, "D"))
    return period.written or "P" + ("".join(f"{n}{unit}" for n, unit in parts if n) or "0D")


def _limit(limit: Limit) -> Any:
    steps = [
        {
            **({"since": s.since} if s.since else {}),
            **({"at_least": s.at_least} if s.at_least is not None else {}),
            **({"at_most": s.at_most} if s.at_most is not None else {}),
        }
        for s in limit.steps
    ]
    return steps[0] if len(steps) == 1 else steps


def _unmodelled(item: Unmodelled) -> dict[str, Any]:
    article = {} if item.article is None else {"article": item.article}
    return {**article, "says": item.says, **({"concerns": list(item.concerns)} if item.concerns else {})}
