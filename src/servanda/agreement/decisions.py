"""The choices that the writer of an agreement file took; every report lists them.

Invariant: listing changes nothing and takes no side; each choice names the line where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.model import Agreement, Decision, Term
from servanda.agreement.places import Path, Placed

_POWERS = ("may_extend", "may_waive", "may_suspend", "may_terminate")


def decisions(agreement: Agreement, placed: Placed) -> tuple[Decision, ...]:
    """Links between actors, non-signatories as bearers, powers, exceptions, closed-world terms, wordings, names,
    borders; by kind (`Decision.kind`), with the id of what they are about and the field that holds them.
    """
    found = [*_actors(agreement), *_terms(agreement), *_texts(agreement), *_names(agreement), *_borders(agreement)]
    return tuple(
        Decision(about, choice, basis, _line(placed, path), kind, str(path[1]), str(path[-1]))
        for path, kind, about, choice, basis in found
    )


_Item = tuple[Path, str, str, str, str | None]


def _actors(agreement: Agreement) -> Iterator[_Item]:
    for actor in agreement.actors.values():
        for link in actor.under:
            contested = f", contested by {', '.join(link.contested_by)}" if link.contested_by else ""
            dates = f"{f' from {link.since}' if link.since else ''}{f' until {link.until}' if link.until else ''}"
            choice = f"answers to {link.actor} ({link.how}){dates}{contested}"
            yield ("actors", actor.id, "under"), "under", actor.name, choice, link.basis or actor.basis
        if "bound" in actor.roles and "signatory" not in actor.roles:
            path: Path = ("actors", actor.id, "role")
            yield path, "bound", actor.name, "is taken as bound without having signed", actor.basis
        if actor.excluded:
            path = ("actors", actor.id, "excluded")
            yield path, "excluded", actor.name, "is excluded by the text from its protection", actor.basis


def _terms(agreement: Agreement) -> Iterator[_Item]:
    for term in agreement.terms.values():
        for bearer in term.bearer:
            actor = agreement.actors[bearer]
            if not {"signatory", "bound"} & set(actor.roles):
                choice = f"is borne by {bearer}, who did not sign"
                yield ("terms", term.id, "bearer"), "bearer", term.id, choice, actor.basis
        yield from _powers(term)
        if term.absence == "breach":
            choice = "is closed-world: where no record shows performance, it counts as a breach"
            yield ("terms", term.id, "absence"), "closed-world", term.id, choice, None
        excepted = (*term.except_.acts, *term.except_.actors, *term.except_.zones)
        if excepted:
            yield ("terms", term.id, "except"), "exception", term.id, f"exempts {', '.join(excepted)}", None


def _powers(term: Term) -> Iterator[_Item]:
    for name in _POWERS:
        power = getattr(term, name)
        if power is None:
            continue
        mode = f"{power.mode} of " if len(power.holders) > 1 else ""
        choice = f"{name.replace('_', ' ')}: {mode}{', '.join(power.holders)}"
        yield ("terms", term.id, name), "power", term.id, choice, None


def _texts(agreement: Agreement) -> Iterator[_Item]:
    for rival in agreement.texts.values():
        for key, term in rival.terms.items():
            fields = ", ".join(differing(agreement.terms[key], term)) or "no field"
            path: Path = ("texts", rival.id, "terms", key)
            choice = f"follows the main text; the text {rival.id} words it otherwise ({fields})"
            yield path, "wording", key, choice, rival.title


def differing(term: Term, other: Term) -> tuple[str, ...]:
    """The names of the fields in which two wordings of a term differ, by the model."""
    names = [name for name in Term.__dataclass_fields__ if name not in ("id", "line")]
    return tuple(name for name in names if getattr(term, name) != getattr(other, name))


def _names(agreement: Agreement) -> Iterator[_Item]:
    for actor in agreement.actors.values():
        if actor.aliases:
            path: Path = ("actors", actor.id, "aliases")
            yield path, "names", actor.name, f"is also found as {', '.join(actor.aliases)}", None
    for zone in agreement.zones.values():
        if zone.aliases:
            path = ("zones", zone.id, "aliases")
            yield path, "names", zone.name, f"is also found as {', '.join(zone.aliases)}", None


def _borders(agreement: Agreement) -> Iterator[_Item]:
    for zone in agreement.zones.values():
        if zone.geometry is not None:
            yield ("zones", zone.id, "geometry"), "border", zone.name, _extent(zone.radius_km), None
        if zone.within is not None:
            yield ("zones", zone.id, "within"), "border", zone.name, f"lies within {zone.within}", None


def _extent(radius: float | None) -> str:
    return "has the border drawn in the file" if radius is None else f"reaches {radius:g} km around a point"


def _line(placed: Placed, path: Path) -> int | None:
    for length in range(len(path), 0, -1):
        at = placed.keys.get(path[:length])
        if at is not None:
            return at.line
    return None
