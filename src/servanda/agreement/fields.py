"""Which fields are evaluated; those that are only read are named wherever a status is shown.

Invariant: a field that is used in a file and not evaluated never goes unmentioned. The table is
`data/fields.yaml`; a field counts as used where it holds something else than its default.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from typing import Any

from servanda.agreement.model import Actor, Agreement, Due, Term, Under, Zone
from servanda.vocabulary import vocabulary

# The key in the file for the names in the model that differ.
KEYS = {"from_": "from", "except_": "except", "limits": "limit", "roles": "role"}


def not_evaluated(agreement: Agreement) -> tuple[str, ...]:
    """`term.field` for every field in use that the findings do not evaluate yet, in the file's order.

    Fields of actors and zones are named `actors.armenia.excluded`, those of rival texts `texts.mfa.6-a.phase`.
    """
    table = vocabulary("fields.yaml")
    found = [f"{t.id}.{name}" for t in agreement.terms.values() for name in _of_term(t, None, table)]
    for text in agreement.texts.values():
        for key, term in text.terms.items():
            found += [f"texts.{text.id}.{key}.{name}" for name in _of_term(term, agreement.terms[key], table)]
    for actor in agreement.actors.values():
        found += [f"actors.{actor.id}.{name}" for name in _waiting(actor, Actor, table["actor"])]
        found += [f"actors.{actor.id}.under.{n}" for link in actor.under for n in _waiting(link, Under, table["under"])]
    for zone in agreement.zones.values():
        found += [f"zones.{zone.id}.{name}" for name in _waiting(zone, Zone, table["zone"])]
    found += list(_waiting(agreement, Agreement, table["agreement"]))
    return tuple(dict.fromkeys(found))


def _of_term(term: Term, other: Term | None, table: Mapping[str, Any]) -> Iterator[str]:
    """Waiting fields of a term; with `other`, only those that differ from it."""
    for name in _waiting(term, Term, table["fields"]):
        if other is None or _value(term, name) != _value(other, name):
            yield name
    if term.due is not None and (other is None or term.due != other.due):
        yield from (f"due.{name}" for name in _waiting(term.due, Due, table["due"]))
    if term.norm == "maintenance" and term.due is not None and other is None:
        yield "due"


def _value(term: Term, key: str) -> Any:
    back = {v: k for k, v in KEYS.items()}
    return getattr(term, back.get(key, key))


def _waiting(value: Any, model: type[Any], table: Mapping[str, Any]) -> Iterator[str]:
    for entry in fields(model):
        key = KEYS.get(entry.name, entry.name)
        if key not in table or table[key]["evaluated"]:
            continue
        if getattr(value, entry.name) != _default(entry):
            yield key


def _default(entry: Any) -> Any:
    if entry.default is not MISSING:
        return entry.default
    return entry.default_factory() if entry.default_factory is not MISSING else None
