"""What the shape cannot say: ids that dangle, circles, fields that do not go together.

Invariant: a file that passes can be built into an `Agreement` on which every later question has an answer.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from servanda.agreement import build
from servanda.agreement.circles import circles
from servanda.agreement.messages import stands
from servanda.agreement.nearest import listing, nearest
from servanda.agreement.places import Path, Placed
from servanda.agreement.shape import ActorShape, AgreementShape, UnderShape
from servanda.agreement.term_checks import check_fields, check_whole
from servanda.agreement.term_shape import TermFields
from servanda.errors import AgreementError

Found = Iterator[tuple[Path, str, str]]


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that a file gives, also those of entries that are wrong otherwise, and the days that events need."""

    actors: frozenset[str]
    zones: frozenset[str]
    terms: frozenset[str]
    signed: bool
    in_force: bool

    @staticmethod
    def of(value: Mapping[str, Any]) -> Known:
        """From the plain value of the file."""
        return Known(
            actors=_ids(value.get("actors")),
            zones=_ids(value.get("zones")),
            terms=_ids(value.get("terms")),
            signed=value.get("signed") is not None,
            in_force=value.get("in_force") is not None,
        )

    def missing(self, path: Path, ids: Iterable[str], kind: str) -> Found:
        """An error for each id that is none of this kind."""
        known: frozenset[str] = getattr(self, f"{kind}s")
        for number, item in enumerate(ids):
            if item not in known:
                message = f"there is no {kind} {item!r}.{nearest(item, known)} Allowed: {listing(known)}"
                yield (*path, number), "A114", message


def _ids(section: Any) -> frozenset[str]:
    return frozenset(section) if isinstance(section, dict) else frozenset()


def check(shape: AgreementShape, placed: Placed, file: str, touched: frozenset[Path] = frozenset()) -> list[AgreementError]:
    """All errors beyond the shape, unordered; none about paths in `touched`."""
    known = Known.of(placed.value)
    found = [
        *_actors(shape, known),
        *_shared_names(shape),
        *_zone_links(shape, known),
        *_terms(shape, known),
        *_texts(shape, known),
    ]
    found += [*_rest(shape, known), *_empty(shape, placed.value), *_circles(shape)]
    return [
        AgreementError(code, message, placed.place(path, file, at_value=True))
        for path, code, message in ((_grounded(p, placed.value), c, m) for p, c, m in found)
        if not any(_follows(path, code, t) for t in touched)
    ]


def _grounded(path: Path, value: Any) -> Path:
    """The path without numbers where the file holds one thing and no list."""
    kept: list[str | int] = []
    for part in path:
        if isinstance(part, str) or stands(part, value):
            kept.append(part)
            value = value[part] if stands(part, value) else None
    return tuple(kept)


def _follows(path: Path, code: str, touched: Path) -> bool:
    """Whether an error at `path` may come only from what was taken away at `touched`."""
    return path[: len(touched)] == touched or (code == "A119" and touched[: len(path)] == path)


def _actors(shape: AgreementShape, known: Known) -> Found:
    for key, actor in shape.actors.items():
        for path, link in links(key, actor):
            yield from known.missing((*path, "actor"), (link.actor,), "actor")
            yield from known.missing((*path, "contested_by"), build.listed(link.contested_by), "actor")
            if link.since and link.until and link.until < link.since:
                yield (*path, "until"), "A115", f"until {link.until} lies before since {link.since}. Swap them"


def links(key: str, actor: ActorShape) -> list[tuple[Path, UnderShape]]:
    """The links above an actor, each with its path; a bare id is written out."""
    given = actor.under if isinstance(actor.under, list) else [actor.under] if actor.under else []
    several = isinstance(actor.under, list)
    return [
        (
            ("actors", key, "under", *((number,) if several else ())),
            link if isinstance(link, UnderShape) else UnderShape(actor=link),
        )
        for number, link in enumerate(given)
    ]


def _shared_names(shape: AgreementShape) -> Found:
    """A name that two actors, or two zones, are given stands for neither in a text."""
    for kind, things in (("actors", shape.actors), ("zones", shape.zones)):
        taken: dict[str, str] = {}
        for key, thing in things.items():
            aliases = build.listed(thing.aliases)
            places: list[tuple[Path, str]] = [((kind, key, "name"), thing.name)]
            places += [((kind, key, "aliases", number), alias) for number, alias in enumerate(aliases)]
            for path, name in places:
                other = taken.setdefault(_folded(name), key)
                if other != key:
                    message = (
                        f"{name!r} is a name of {other} too: in a text it would stand for neither. Leave it with one of them"
                    )
                    yield path, "A125", message


def _folded(name: str) -> str:
    """A name for comparison: case, accents, spaces and a leading 'the' aside."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    words = plain.split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _zone_links(shape: AgreementShape, known: Known) -> Found:
    for key, zone in shape.zones.items():
        yield from known.missing(("zones", key, "within"), build.listed(zone.within), "zone")


def _terms(shape: AgreementShape, known: Known) -> Found:
    for key, term in shape.terms.items():
        yield from check_whole(("terms", key), term)
        yield from check_fields(("terms", key), term, known)


def _texts(shape: AgreementShape, known: Known) -> Found:
    for text, rival in shape.texts.items():
        for key, given in rival.terms.items():
            path: Path = ("texts", text, "terms", key)
            if key not in known.terms:
                yield (
                    path,
                    "A114",
                    f"there is no term {key!r}.{nearest(key, known.terms)} Allowed: {listing(known.terms)}",
                )
                continue
            yield from check_fields(path, given, known)
            if key in shape.terms:
                for where, code, message in check_whole(path, worded(shape.terms[key], given)):
                    if where[-1] in _given(given) or "norm" in _given(given):
                        yield where, code, message


def _given(term: TermFields) -> set[str]:
    return {f.alias or name for name, f in TermFields.model_fields.items() if name in term.model_fields_set}


def worded(term: TermFields, other: TermFields) -> TermFields:
    """The term with the fields that a rival text gives put over its own."""
    values = {n: getattr(other if n in other.model_fields_set else term, n) for n in TermFields.model_fields}
    return TermFields.model_construct(term.model_fields_set | other.model_fields_set, **values)


def _rest(shape: AgreementShape, known: Known) -> Found:
    for number, item in enumerate(shape.unmodelled):
        yield from known.missing(("unmodelled", number, "concerns"), build.listed(item.concerns), "term")
    force = shape.in_force[:10] if shape.in_force else None
    if shape.signed and force and force < shape.signed:
        yield ("in_force",), "A115", f"in_force {force} lies before signed {shape.signed}. Correct one of the two"
    start = force or shape.signed
    if shape.expires and start and shape.expires < start:
        yield (
            ("expires",),
            "A115",
            f"expires {shape.expires} lies before the agreement is in force, {start}. Correct one",
        )


def _empty(shape: AgreementShape, file: Any) -> Found:
    for name, written in (("actors", shape.actors), ("terms", shape.terms)):
        if not written and not (isinstance(file, dict) and file.get(name)):
            yield (name,), "A109", f"{name} is empty. Write at least one, for example {_ONE[name]}"


_ONE = {
    "actors": "armenia: {name: Armenia, role: signatory}",
    "terms": "1-ceasefire: {norm: prohibition, bearer: [a, b], act: attack}",
}


def _circles(shape: AgreementShape) -> Found:
    yield from _under_circles(shape)
    wider = {k: [z.within] if z.within else [] for k, z in shape.zones.items()}
    for circle in circles(wider):
        yield ("zones", circle[0], "within"), "A120", _circle("zones lie within each other", circle)
    reported = set[frozenset[str]]()
    for text, terms in _wordings(shape):
        for circle in circles({k: _waits_for(t, shape) for k, t in terms.items()}):
            if frozenset(circle) not in reported:
                reported.add(frozenset(circle))
                where: Path = ("texts", text, "terms", circle[0]) if text else ("terms", circle[0])
                yield where, "A120", _circle("deadlines and conditions wait for each other", circle)


def _under_circles(shape: AgreementShape) -> Found:
    """Actors under each other on one day: links of different years make no circle."""
    all_links = {key: [link for _, link in links(key, actor)] for key, actor in shape.actors.items()}
    days = sorted({link.since or "" for found in all_links.values() for link in found})
    reported = set[frozenset[str]]()
    for day in days:
        on_day = {
            key: [u.actor for u in found if (u.since or "") <= day and (u.until is None or day <= u.until)]
            for key, found in all_links.items()
        }
        for circle in circles(on_day):
            if frozenset(circle) not in reported:
                reported.add(frozenset(circle))
                yield ("actors", circle[0], "under"), "A120", _circle("actors are under each other", circle)


def _wordings(shape: AgreementShape) -> Iterator[tuple[str | None, Mapping[str, TermFields]]]:
    yield None, shape.terms
    for key, text in shape.texts.items():
        own = {k: worded(shape.terms[k], t) for k, t in text.terms.items() if k in shape.terms}
        yield key, {**shape.terms, **own}


def _waits_for(term: TermFields, shape: AgreementShape) -> list[str]:
    events = [term.when, term.ends_with, term.due.of if term.due else None]
    named = [e.rpartition(".")[0] for e in events if isinstance(e, str) and "." in e]
    beside = build.listed(term.in_parallel_with) if term.due is None else ()
    return [n for n in (*named, *build.listed(term.after), *build.listed(term.superseded_by), *beside) if n in shape.terms]


def _circle(what: str, circle: list[str]) -> str:
    return f"{what} in a circle: {' -> '.join(circle)}. Take one of these links out"
