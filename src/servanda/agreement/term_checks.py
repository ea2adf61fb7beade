"""What the shape cannot say of one term: ids, acts, events, and fields that do not go together.

Invariant: a term that passes names only what is there, and its fields do not contradict its norm.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from servanda.agreement import build
from servanda.agreement.act_words import act_meant
from servanda.agreement.nearest import listing, nearest
from servanda.agreement.places import Path
from servanda.agreement.term_shape import EventShape, JointShape, LimitShape, PowerShape, TermFields
from servanda.vocabulary import vocabulary

if TYPE_CHECKING:
    from servanda.agreement.checks import Known

_EVERYBODY = ("both", "all", "each", "everybody", "everyone", "both parties", "both sides", "all parties", "the parties",
              "the sides", "parties", "sides", "all sides")  # fmt: skip
STATES = ("fulfilled", "breached", "started")
_EVENTS = "signed, in-force, TERM.fulfilled, TERM.breached, TERM.started or {act: …, actor: …}"
_NEEDED = {"norm": "obligation", "bearer": "[actor]", "act": "withdraw"}
_ACTORS = ("toward", "target", "protects", "verifier")
_POWERS = ("may_extend", "may_waive", "may_suspend", "may_terminate")
_Found = Iterator[tuple[Path, str, str]]


def check_whole(path: Path, term: TermFields) -> _Found:
    """What a whole term needs and must not have, whichever text worded it."""
    for name, shown in _NEEDED.items():
        if not getattr(term, name):
            yield (*path, name), "A109", f"the term {path[-1]} has no {name}. Write {name}: {shown}"
    if term.norm == "prohibition":
        if term.due is not None:
            yield (
                (*path, "due"),
                "A116",
                "a prohibition has no due date; it holds while in force. "
                "Write from: and until: for its period, or norm: obligation if something is to be done by a date",
            )
        if term.limit:
            message = "a prohibition forbids the act whole. Write norm: maintenance to bound a number, or take limit out"
            yield (*path, "limit"), "A116", message
    if term.norm == "maintenance" and not term.limit and _only_said(term):
        message = f"{', '.join(build.listed(term.act))} is said once and keeps no state. Write limit: or norm: obligation"
        yield (*path, "act"), "A116", message
    if term.every and term.norm != "obligation":
        message = "only an obligation falls due again. Write norm: obligation with due:, or take every out"
        yield (*path, "every"), "A116", message
    if term.from_ and term.until and term.until < term.from_:
        yield (*path, "until"), "A115", f"until {term.until} lies before from {term.from_}. Swap them"


def check_fields(path: Path, term: TermFields, known: Known) -> _Found:
    """The fields that are given, each for itself."""
    yield from _bearer((*path, "bearer"), term, known)
    for name in _ACTORS:
        yield from known.missing((*path, name), build.listed(getattr(term, name)), "actor")
    for name in _POWERS:
        yield from _power((*path, name), getattr(term, name), known)
    yield from known.missing((*path, "zone"), build.listed(term.zone), "zone")
    yield from _acts((*path, "act"), build.listed(term.act))
    if term.except_:
        yield from _acts((*path, "except", "acts"), build.listed(term.except_.acts))
        yield from known.missing((*path, "except", "actors"), build.listed(term.except_.actors), "actor")
        yield from known.missing((*path, "except", "zones"), build.listed(term.except_.zones), "zone")
    for name in ("after", "in_parallel_with", "superseded_by"):
        yield from known.missing((*path, name), build.listed(getattr(term, name)), "term")
    yield from _event((*path, "when"), term.when, known)
    yield from _event((*path, "ends_with"), term.ends_with, known)
    if term.due is not None:
        yield from _event((*path, "due", "of"), term.due.of, known)
    for name, steps in term.limit.items():
        yield from _limit((*path, "limit", name), name, steps if isinstance(steps, list) else [steps])


def _bearer(path: Path, term: TermFields, known: Known) -> _Found:
    if isinstance(term.bearer, JointShape):
        path, ids = (*path, "jointly"), tuple(term.bearer.jointly)
    else:
        ids = build.listed(term.bearer)
    if len(ids) == 1 and ids[0] not in known.actors and ids[0].replace("-", " ").replace("_", " ") in _EVERYBODY:
        shown = ", ".join(sorted(known.actors)[:2]) or "a, b"
        message = f"there is no actor {ids[0]!r}. Write those who owe it as a list, each found alone: [{shown}]"
        yield path, "A114", f"{message}. Allowed: {listing(known.actors)}"
        return
    yield from known.missing(path, ids, "actor")
    for number, item in enumerate(ids):
        if item in ids[:number]:
            yield (*path, number), "A124", f"{item!r} is named twice. Name each bearer once"


def _power(path: Path, value: list[str] | str | PowerShape | None, known: Known) -> _Found:
    if isinstance(value, PowerShape):
        name = "any" if value.any_ is not None else "all"
        yield from known.missing((*path, name), build.listed(value.any_ or value.all_), "actor")
    else:
        yield from known.missing(path, build.listed(value), "actor")


def acts() -> tuple[str, ...]:
    """The vocabulary of acts, in its order."""
    return tuple(vocabulary("acts.yaml")["acts"])


def _acts(path: Path, given: Iterable[str]) -> _Found:
    for number, act in enumerate(given):
        if act not in vocabulary("acts.yaml")["acts"]:
            message = f"there is no act {act!r}.{act_meant(act)} Allowed: {', '.join(sorted(acts()))}"
            yield (*path, number), "A117", message


def _only_said(term: TermFields) -> bool:
    """Whether every act of the term is an act of speech: said once, with no state that lasts."""
    known = vocabulary("acts.yaml")["acts"]
    given = [known[a] for a in build.listed(term.act) if a in known]
    return bool(given) and all(entry.get("aspect") == "speech" for entry in given)


def _event(path: Path, value: str | EventShape | None, known: Known) -> _Found:
    if value is None:
        return
    if isinstance(value, EventShape):
        yield from _acts((*path, "act"), (value.act,))
        yield from known.missing((*path, "actor"), build.listed(value.actor), "actor")
        yield from known.missing((*path, "zone"), build.listed(value.zone), "zone")
    elif value in ("signed", "in-force"):
        if not (known.signed or (value == "in-force" and known.in_force)):
            day = "signed" if value == "signed" else "in_force"
            message = f"{value!r} is named but the file gives no such day. Write {day}: YYYY-MM-DD at the top"
            yield path, "A118", message
    else:
        yield from _term_event(path, value, known)


def _term_event(path: Path, value: str, known: Known) -> _Found:
    term, dot, state = value.rpartition(".")
    if not dot or state not in STATES:
        allowed = [s for t in sorted(known.terms) for s in (f"{t}.fulfilled", f"{t}.started", f"{t}.breached")]
        named = next((t for t in (value, term) if t in known.terms), None)
        near = f" Did you mean {named}.fulfilled?" if named else nearest(value, ["signed", "in-force", *allowed])
        yield path, "A118", f"{value!r} is no event.{near} Allowed: {_EVENTS}"
    elif term not in known.terms:
        message = f"there is no term {term!r}.{nearest(term, known.terms)} Allowed: {listing(known.terms)}"
        yield path, "A114", message


def _limit(path: Path, name: str, steps: list[LimitShape]) -> _Found:
    for number, step in enumerate(steps):
        low, high = step.at_least, step.at_most
        if low is None and high is None:
            yield (*path, number), "A119", f"limit {name} has no bound. Write {{at_most: n}} or {{at_least: n}}"
        elif low is not None and high is not None and low > high:
            yield (*path, number), "A119", f"limit {name}: at_least {low:g} lies above at_most {high:g}. Swap them"
    days = [step.since or "" for step in steps]
    if days != sorted(set(days)):
        message = f"limit {name}: the steps must begin on different days, earliest first. Found: " + ", ".join(
            d or "from the beginning" for d in days
        )
        yield path, "A119", message
