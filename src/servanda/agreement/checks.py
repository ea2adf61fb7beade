"""What the shape cannot say: ids that dangle, circles, fields that do not go together.

Invariant: a file that passes can be built into an `Agreement` on which every later question has an answer.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping

from servanda.agreement import build
from servanda.agreement.places import Path as KeyPath
from servanda.agreement.places import Placed
from servanda.agreement.shape import AgreementShape, UnderShape
from servanda.agreement.term_shape import EventShape, JointShape, PowerShape, TermFields
from servanda.errors import AgreementError
from servanda.vocabulary import vocabulary

STATES = ("fulfilled", "breached", "started")
_Found = Iterator[tuple[KeyPath, str, str]]


def check(shape: AgreementShape, placed: Placed, file: str) -> list[AgreementError]:
    """All errors beyond the shape, unordered."""
    found: list[tuple[KeyPath, str, str]] = []
    for part in (_actors(shape), _zone_links(shape), _terms(shape), _texts(shape), _rest(shape), _circles(shape)):
        found += part
    return [AgreementError(code, message, placed.place(path, file)) for path, code, message in found]


def _actors(shape: AgreementShape) -> _Found:
    for key, actor in shape.actors.items():
        links = actor.under if isinstance(actor.under, list) else [actor.under] if actor.under else []
        for link in links:
            above = link.actor if isinstance(link, UnderShape) else link
            yield from _known(("actors", key, "under"), (above,), shape.actors, "actor")
            if isinstance(link, UnderShape):
                yield from _known(("actors", key, "under"), build.listed(link.contested_by), shape.actors, "actor")


def _zone_links(shape: AgreementShape) -> _Found:
    for key, zone in shape.zones.items():
        if zone.within:
            yield from _known(("zones", key, "within"), (zone.within,), shape.zones, "zone")


def _terms(shape: AgreementShape) -> _Found:
    for key, term in shape.terms.items():
        yield from _needed(("terms", key), term)
        yield from _fields(("terms", key), term, shape)


def _texts(shape: AgreementShape) -> _Found:
    for text, rival in shape.texts.items():
        for key, term in rival.terms.items():
            path: KeyPath = ("texts", text, "terms", key)
            yield from _known(path, (key,), shape.terms, "term")
            yield from _fields(path, term, shape)


def _rest(shape: AgreementShape) -> _Found:
    for number, item in enumerate(shape.unmodelled):
        yield from _known(("unmodelled", number, "concerns"), build.listed(item.concerns), shape.terms, "term")
    if shape.signed and shape.in_force and shape.in_force[:10] < shape.signed:
        yield ("in_force",), "A115", f"in_force {shape.in_force} lies before signed {shape.signed}"


def _needed(path: KeyPath, term: TermFields) -> _Found:
    for name, example in (("norm", "obligation"), ("bearer", "[actor]"), ("act", "withdraw")):
        if not getattr(term, name):
            yield path, "A109", f"{path[-1]} has no {name}. Write {name}: {example}"
    if term.norm == "prohibition" and term.due is not None:
        yield (
            (*path, "due"),
            "A116",
            "a prohibition has no due date; it holds while in force. Write from: and until:, or norm: obligation",
        )


def _fields(path: KeyPath, term: TermFields, shape: AgreementShape) -> _Found:
    bearer = tuple(term.bearer.jointly) if isinstance(term.bearer, JointShape) else build.listed(term.bearer)
    for name, ids in (
        ("bearer", bearer), ("toward", term.toward), ("target", term.target), ("protects", term.protects), ("verifier", term.verifier),
    ):  # fmt: skip
        yield from _known((*path, name), build.listed(ids), shape.actors, "actor")
    for name in ("may_extend", "may_waive", "may_suspend", "may_terminate"):
        yield from _power((*path, name), getattr(term, name), shape)
    if term.zone:
        yield from _known((*path, "zone"), (term.zone,), shape.zones, "zone")
    yield from _acts((*path, "act"), build.listed(term.act))
    if term.except_:
        yield from _acts((*path, "except"), build.listed(term.except_.acts))
        yield from _known((*path, "except"), build.listed(term.except_.actors), shape.actors, "actor")
        yield from _known((*path, "except"), build.listed(term.except_.zones), shape.zones, "zone")
    yield from _known((*path, "after"), build.listed(term.after), shape.terms, "term")
    yield from _known((*path, "in_parallel_with"), build.listed(term.in_parallel_with), shape.terms, "term")
    yield from _event((*path, "when"), term.when, shape)
    if term.due is not None:
        yield from _event((*path, "due"), term.due.of, shape)
    yield from _limits(path, term)
    if term.from_ and term.until and term.until < term.from_:
        yield (*path, "until"), "A115", f"until {term.until} lies before from {term.from_}"


def _power(path: KeyPath, value: object, shape: AgreementShape) -> _Found:
    if value is None:
        return
    if isinstance(value, PowerShape):
        if (value.any_ is None) == (value.all_ is None):
            yield path, "A111", "write either {any: [a, b]} or {all: [a, b]}"
        holders = build.listed(value.all_ or value.any_)
    else:
        holders = build.listed(value)  # type: ignore[arg-type]
    yield from _known(path, holders, shape.actors, "actor")


def _acts(path: KeyPath, acts: Iterable[str]) -> _Found:
    known = vocabulary("acts.yaml")["acts"]
    for act in acts:
        if act not in known:
            yield path, "A117", f"there is no act {act!r}.{nearest(act, known)} Allowed: {', '.join(sorted(known))}"


def _event(path: KeyPath, value: str | EventShape | None, shape: AgreementShape) -> _Found:
    if isinstance(value, EventShape):
        yield from _acts(path, (value.act,))
        yield from _known(path, build.listed(value.actor), shape.actors, "actor")
        yield from _known(path, build.listed(value.zone), shape.zones, "zone")
    elif value is not None and value not in ("signed", "in-force"):
        term, dot, state = value.rpartition(".")
        if not dot or state not in STATES:
            allowed = "signed, in-force, TERM.fulfilled, TERM.breached, TERM.started or {act: …, actor: …}"
            yield path, "A118", f"{value!r} is no event. Allowed: {allowed}"
        else:
            yield from _known(path, (term,), shape.terms, "term")
    if (
        value == "signed"
        and shape.signed is None
        or value == "in-force"
        and shape.in_force is None
        and shape.signed is None
    ):
        yield path, "A118", f"{value!r} is named but the file gives no such day. Write signed: YYYY-MM-DD at the top"


def _limits(path: KeyPath, term: TermFields) -> _Found:
    for name, steps in term.limit.items():
        for step in steps if isinstance(steps, list) else [steps]:
            low, high = step.at_least, step.at_most
            if low is None and high is None:
                yield (
                    (*path, "limit", name),
                    "A119",
                    f"limit {name} has no bound. Write {{at_most: n}} or {{at_least: n}}",
                )
            elif low is not None and high is not None and low > high:
                yield (*path, "limit", name), "A119", f"limit {name}: at_least {low:g} is above at_most {high:g}"


def _circles(shape: AgreementShape) -> _Found:
    up = {k: [_above(link) for link in _links(a.under)] for k, a in shape.actors.items()}
    wider = {k: [z.within] if z.within else [] for k, z in shape.zones.items()}
    for path, edges, what in (
        (("actors",), up, "under"),
        (("zones",), wider, "within"),
        (("terms",), _waits(shape), "deadlines and conditions"),
    ):
        circle = find_circle(edges)
        if circle:
            yield (*path, circle[0]), "A120", f"{what} run in a circle: {' -> '.join(circle)}. Cut it at one place"


def _waits(shape: AgreementShape) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for key, term in shape.terms.items():
        events = [term.when, term.due.of if term.due else None]
        named = [e.rpartition(".")[0] for e in events if isinstance(e, str) and "." in e]
        out[key] = [n for n in (*named, *build.listed(term.after)) if n in shape.terms]
    return out


def find_circle(edges: Mapping[str, list[str]]) -> list[str] | None:
    """A path from a node back to itself, or None; the same for the same edges."""
    done: set[str] = set()
    for start in edges:
        trail: list[str] = []
        stack: list[tuple[str, int]] = [(start, 0)]
        while stack:
            node, depth = stack.pop()
            trail[depth:] = [node]
            for following in edges.get(node, ()):
                if following in trail:
                    return [*trail[trail.index(following) :], following]
                if following not in done:
                    stack.append((following, depth + 1))
            if not stack or stack[-1][1] <= depth:
                done.add(node)
    return None


def _links(value: object) -> list[object]:
    return value if isinstance(value, list) else [value] if value else []


def _above(link: object) -> str:
    return link.actor if isinstance(link, UnderShape) else str(link)


def _known(path: KeyPath, ids: Iterable[str], known: Mapping[str, object], kind: str) -> _Found:
    for item in ids:
        if item not in known:
            allowed = ", ".join(sorted(known)) or "none are written in this file"
            yield path, "A114", f"there is no {kind} {item!r}.{nearest(item, known)} Allowed: {allowed}"


def nearest(word: str, known: Iterable[str]) -> str:
    """' Did you mean …?' with the nearest known word, or nothing."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f" Did you mean {near[0]!r}?" if near else ""
