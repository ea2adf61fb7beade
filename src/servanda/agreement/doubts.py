"""What a file may say and probably does not mean: told with its line wherever a status is shown, and refused nowhere.

Invariant: a doubt changes nothing; a file without slips raises none. What cannot be meant at all is an error (`checks`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from servanda.agreement.decisions import differing
from servanda.agreement.model import Agreement, Event, Term
from servanda.agreement.places import Path, Placed
from servanda.vocabulary import vocabulary

_BOUND = frozenset({"signatory", "bound"})
_YEARS = 60
_Doubt = Iterator[tuple[Path, str]]


def doubts(agreement: Agreement, placed: Placed, file: str) -> tuple[str, ...]:
    """`agreement.yaml:18: terms.t.due: …` for each, in the order of the file."""
    found = [*_whole(agreement), *_actors(agreement), *_zones(agreement)]
    for term in agreement.terms.values():
        found += [
            *_parties(agreement, term),
            *_days(agreement, term),
            *_idle(term, agreement.expires is not None),
            *_acts(term),
            *_events(agreement, term),
        ]
    found += _texts(agreement)
    told = [(placed.place(path, file), f"{'.'.join(map(str, path))}: {why}" if path else why) for path, why in found]
    told.sort(key=lambda pair: (pair[0].line or 0, pair[0].column or 0))
    return tuple(f"{place.file}:{place.line or 1}: {why}" for place, why in told)


def doubts_of(agreement: Agreement, term: str) -> tuple[str, ...]:
    """Those doubts about a file that speak of one term, in the main text or in a rival one."""
    return tuple(d for d in agreement.doubts if _term_of(agreement, d) == term)


def _term_of(agreement: Agreement, doubt: str) -> str | None:
    path = f".{doubt.split(': ')[1]}."  # file:line: path: why
    return max((t for t in agreement.terms if f".terms.{t}." in path), key=len, default=None)


def _whole(agreement: Agreement) -> _Doubt:
    if agreement.start is None:
        yield (), "neither signed nor in_force: the terms count as in force from the beginning. Write signed: DAY"
    if not any("signatory" in a.roles for a in agreement.actors.values()):
        yield ("actors",), "none is a signatory. Write role: signatory on whoever consented to be bound"


def _actors(agreement: Agreement) -> _Doubt:
    for actor in agreement.actors.values():
        path: Path = ("actors", actor.id)
        if "bound" in actor.roles and not (actor.basis or any(u.basis for u in actor.under)):
            yield (*path, "role"), "bound without a basis. Write basis: and what binds it, of the text or the facts"
        above = [u for u in actor.under if u.how == "commands"]
        for number, one in enumerate(above):
            for other in above[:number]:
                if other.actor != one.actor and _overlap(one.since, one.until, other.since, other.until):
                    why = f"commanded by {other.actor} and by {one.actor} at once; the first counts. Write since: and until:"
                    yield (*path, "under"), why


def _zones(agreement: Agreement) -> _Doubt:
    for zone in agreement.zones.values():
        if zone.geometry is not None and zone.geometry.get("type") == "Point" and zone.radius_km is None:
            yield ("zones", zone.id, "geometry"), "a point without radius_km; 1 km is taken. Write {point: […], radius_km: …}"


def _overlap(first: date | None, last: date | None, since: date | None, until: date | None) -> bool:
    return (last is None or since is None or since <= last) and (until is None or first is None or first <= until)


def _parties(agreement: Agreement, term: Term) -> _Doubt:
    path: Path = ("terms", term.id)
    for bearer in term.bearer:
        if not _BOUND & set(agreement.actors[bearer].roles):
            yield (
                (*path, "bearer"),
                f"{bearer} is neither signatory nor bound. Write role: signatory, or bound and its basis",
            )
    only = term.bearer[0] if len(term.bearer) == 1 else None
    for name in ("toward", "target", "protects"):
        if only is not None and getattr(term, name) == (only,):
            yield (*path, name), f"{only} is the bearer itself. Name the other side, or leave it out"
    if term.verifier is not None and term.verifier in term.bearer:
        yield (*path, "verifier"), f"{term.verifier} would confirm its own performance"


def _days(agreement: Agreement, term: Term) -> _Doubt:
    path: Path = ("terms", term.id)
    start = agreement.start
    due = term.due.day if term.due else None
    if due and start and due < start:
        yield (*path, "due"), f"{due} lies before the agreement is in force, {start}"
    if due and start and due.year - start.year > _YEARS:
        yield (*path, "due"), f"{due} lies more than {_YEARS} years after the agreement is in force, {start}"
    if due and term.from_ and due < term.from_:
        yield (*path, "due"), f"{due} lies before from, {term.from_}"
    for name, last in (("until", term.until), ("expires", agreement.expires)):
        if due and last and last < due:
            yield (*path, "due"), f"{due} lies after {name}, {last}: the term has ended by then"
    if term.until and start and term.until < start:
        yield (*path, "until"), f"{term.until} lies before the agreement is in force, {start}: the term never binds"
    if term.from_ and agreement.expires and agreement.expires < term.from_:
        yield (*path, "from"), f"{term.from_} lies after expires, {agreement.expires}: the term never binds"


def _idle(term: Term, expires: bool) -> _Doubt:
    """Fields that have no effect on a term of this norm."""
    path: Path = ("terms", term.id)
    obligation = term.norm == "obligation"
    idle = {
        "window": term.window is not None and obligation,
        "absence": term.absence == "breach" and not obligation,
        "verifier": term.verifier is not None and not obligation,
    }
    for name, told in idle.items():
        if told:
            yield (*path, name), f"has no effect on {'an' if obligation else 'a'} {term.norm}"
    if term.every is not None and term.due is None:
        yield (*path, "every"), "without due: the first date is not known, and nothing falls due. Write due: {by: DAY}"
    if term.renewal is not None and term.until is None and term.ends_with is None and not expires:
        yield (*path, "renewal"), "without an end: there is nothing to renew. Write until: DAY, or expires: DAY at the top"


def _acts(term: Term) -> _Doubt:
    path: Path = ("terms", term.id)
    known = vocabulary("acts.yaml")["acts"]
    forbidden = [a for a in term.act if known[a].get("norm") == "forbidden"]
    if term.norm == "obligation" and forbidden:
        yield (*path, "norm"), f"an obligation to {', '.join(forbidden)}. Write norm: prohibition if it is forbidden"
    for act in term.act:
        if act in term.except_.acts:
            yield (*path, "except"), f"exempts {act}, the act itself"
    for bearer in term.bearer:
        if bearer in term.except_.actors:
            yield (*path, "except"), f"exempts {bearer}, its bearer"


def _events(agreement: Agreement, term: Term) -> _Doubt:
    path: Path = ("terms", term.id)
    named: list[tuple[str, Event | None]] = [("when", term.when), ("ends_with", term.ends_with)]
    for name, event in (*named, ("due", term.due.of if term.due else None)):
        if event is not None and event.term and event.state == "fulfilled":
            other = agreement.terms[event.term]
            if other.norm == "prohibition":
                yield (
                    (*path, name),
                    f"{other.id} is a prohibition, which is never fulfilled. Write {other.id}.breached",
                )
    if term.ends_with is not None and term.ends_with.kind in ("signed", "in-force"):
        yield (*path, "ends_with"), f"ends as the agreement is {term.ends_with.kind}: the term never binds"


def _texts(agreement: Agreement) -> _Doubt:
    for text in agreement.texts.values():
        if not text.terms:
            yield ("texts", text.id), "words no term otherwise. Write terms: {TERM: {…}}, or take it out"
        for key, term in text.terms.items():
            if not differing(agreement.terms[key], term):
                yield ("texts", text.id, "terms", key), "words nothing otherwise than the main text"
