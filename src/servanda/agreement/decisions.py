"""The choices that the writer of an agreement file took; every report lists them.

Invariant: listing changes nothing and takes no side; each choice names the line where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.model import Agreement, Decision
from servanda.agreement.places import Placed

_POWERS = ("may_extend", "may_waive", "may_suspend", "may_terminate")


def decisions(agreement: Agreement, placed: Placed) -> tuple[Decision, ...]:
    """Links between actors, non-signatories as bearers, powers, chosen wordings, closed-world terms, borders."""
    found = [*_actors(agreement), *_terms(agreement), *_texts(agreement), *_zones(agreement)]
    return tuple(Decision(about, choice, basis, _line(placed, path)) for path, about, choice, basis in found)


_Item = tuple[tuple[str | int, ...], str, str, str | None]


def _actors(agreement: Agreement) -> Iterator[_Item]:
    for actor in agreement.actors.values():
        for link in actor.under:
            contested = f", contested by {', '.join(link.contested_by)}" if link.contested_by else ""
            choice = f"answers to {link.actor} ({link.how}){contested}"
            yield ("actors", actor.id, "under"), actor.name, choice, link.basis or actor.basis
        if "bound" in actor.roles and not actor.under:
            yield ("actors", actor.id, "role"), actor.name, "is taken as bound without having signed", actor.basis
        if actor.excluded:
            yield ("actors", actor.id, "excluded"), actor.name, "is excluded by the text", actor.basis


def _terms(agreement: Agreement) -> Iterator[_Item]:
    for term in agreement.terms.values():
        for bearer in term.bearer:
            if "signatory" not in agreement.actors[bearer].roles:
                choice = f"is borne by {bearer}, who did not sign"
                yield ("terms", term.id, "bearer"), term.id, choice, agreement.actors[bearer].basis
        for name in _POWERS:
            power = getattr(term, name)
            if power is not None:
                who = f"{'all' if power.mode == 'all' else 'any'} of {', '.join(power.holders)}"
                yield ("terms", term.id, name), term.id, f"{name.replace('_', ' ')}: {who}", None
        if term.absence == "breach":
            yield (
                ("terms", term.id, "absence"),
                term.id,
                "is closed-world: absence of a record counts as a breach",
                None,
            )


def _texts(agreement: Agreement) -> Iterator[_Item]:
    for rival in agreement.texts.values():
        for term in rival.terms:
            yield ("texts", rival.id, "terms", term), term, f"is worded otherwise in the text {rival.id}", rival.title


def _zones(agreement: Agreement) -> Iterator[_Item]:
    drawn = [z.id for z in agreement.zones.values() if z.geometry is not None]
    if drawn:
        yield ("zones",), "borders", f"drawn by the file's writer for {', '.join(drawn)}", None


def _line(placed: Placed, path: tuple[str | int, ...]) -> int | None:
    for length in range(len(path), 0, -1):
        at = placed.keys.get(path[:length])
        if at is not None:
            return at.line
    return None
