"""The agreement: what was promised, by whom, where, until when, and who may change it.

Invariant: an `Agreement` that exists is whole. Every id it names is one of its own, no chain of `under` and no
chain of deadlines runs in a circle, and every day is a day. `load` refuses everything else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

Norm = Literal["obligation", "prohibition", "maintenance"]
UnderHow = Literal["commands", "must-prevent", "undertook-result"]
Bound = Literal["by", "before", "unclear"]


@dataclass(frozen=True, slots=True)
class Under:
    """That an actor answers to another, how, since when, and who contests it."""

    actor: str
    how: UnderHow = "commands"
    basis: str | None = None
    since: date | None = None
    until: date | None = None
    contested_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """A state, armed force, group, person or body. `roles` are those of DESIGN section 2."""

    id: str
    name: str
    roles: tuple[str, ...] = ("third-party",)
    aliases: tuple[str, ...] = ()
    under: tuple[Under, ...] = ()
    basis: str | None = None
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Zone:
    """A place that terms speak of. `geometry` is GeoJSON (lon, lat, WGS 84) or None; `within` is its wider zone."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    within: str | None = None
    geometry: Mapping[str, Any] | None = None
    radius_km: float | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A length of calendar time, ISO 8601 (`P60D`, `P2M`, `P1W`, `P5Y`)."""

    years: int = 0
    months: int = 0
    days: int = 0
    written: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Event:
    """Something a deadline or condition hangs on.

    kind `signed`, `in-force`; `term` (with `term` and `state`); `act` (with `act`, `actor`, `zone`).
    """

    kind: Literal["signed", "in-force", "term", "act"]
    term: str | None = None
    state: Literal["fulfilled", "breached", "started"] | None = None
    act: str | None = None
    actor: str | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """When a duty is due: an absolute `day`, or `within` a period `of` an event (R3).

    `bound` says whether the day itself is still in time (`by`), is already too late (`before`) or that the text
    leaves it `unclear`. `base_day` says whether the day of the event counts as the first.
    """

    day: date | None = None
    bound: Bound = "by"
    within: Period | None = None
    of: Event | None = None
    base_day: Literal["excluded", "included"] = "excluded"
    timezone: str | None = None
    written: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Power:
    """Who may do something to a term: any one of the holders, or all together."""

    holders: tuple[str, ...]
    mode: Literal["any", "all"] = "any"


@dataclass(frozen=True, slots=True)
class LimitStep:
    """From `since` on (None: from the beginning) the quantity is to lie within the bounds, both inclusive."""

    at_most: float | None = None
    at_least: float | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """Bounds on one counted thing (`personnel`, `vehicles`); several steps make a schedule."""

    quantity: str
    steps: tuple[LimitStep, ...]


@dataclass(frozen=True, slots=True)
class Exceptions:
    """What the text itself exempts: acts, actors or zones."""

    acts: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """One promise. Fields are those of DESIGN section 4; `line` is where it stands in the file."""

    id: str
    norm: Norm
    bearer: tuple[str, ...]
    act: tuple[str, ...]
    article: str | None = None
    says: str | None = None
    jointly: bool = False
    toward: tuple[str, ...] = ()
    zone: str | None = None
    due: Due | None = None
    may_extend: Power | None = None
    may_waive: Power | None = None
    may_suspend: Power | None = None
    may_terminate: Power | None = None
    limits: tuple[Limit, ...] = ()
    when: Event | None = None
    phase: str | None = None
    in_parallel_with: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    every: Period | None = None
    from_: date | None = None
    until: date | None = None
    strength: Literal["result", "ensure", "best-efforts"] = "result"
    except_: Exceptions = field(default_factory=Exceptions)
    baseline: str | None = None
    target: tuple[str, ...] = ()
    protects: tuple[str, ...] = ()
    verifier: str | None = None
    absence: Literal["unknown", "breach"] = "unknown"
    window: Period | None = None
    level: int | None = None
    renewal: Period | None = None
    superseded_by: tuple[str, ...] = ()
    ends_with: Event | None = None
    line: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class RivalText:
    """Another or translated text of the same agreement: per term, the fields that it words otherwise."""

    id: str
    title: str | None = None
    terms: Mapping[str, Term] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unmodelled:
    """What no field holds, quoted, and the terms it concerns."""

    article: str | None
    says: str
    concerns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """A choice that the writer of the file took (a bearer, a basis, a power), for the report to list.

    `kind` is one of under, bound, excluded, bearer, power, exception, closed-world, wording, names, border;
    `subject` is the id of the actor, term, text or zone that it was taken for, and `where` the field that holds it.
    """

    about: str
    choice: str
    basis: str | None = None
    line: int | None = field(default=None, compare=False)
    kind: str = ""
    subject: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Who could see which zone from when to when (both days included)."""

    observer: str
    zone: str | None
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Agreement:
    """The promises: actors, zones, terms, texts. `timezone` is an IANA name; a day ends there."""

    id: str
    title: str
    signed: date | None
    in_force: datetime | None
    timezone: str
    actors: Mapping[str, Actor]
    zones: Mapping[str, Zone]
    terms: Mapping[str, Term]
    texts: Mapping[str, RivalText] = field(default_factory=dict)
    unmodelled: tuple[Unmodelled, ...] = ()
    decisions: tuple[Decision, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    expires: date | None = None
    not_evaluated: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    _above: dict[str, tuple[str, ...]] = field(init=False, default_factory=dict, compare=False, repr=False)
    _wider: dict[str, tuple[str, ...]] = field(init=False, default_factory=dict, compare=False, repr=False)
    _having: dict[tuple[str, ...], tuple[str, ...]] = field(init=False, default_factory=dict, compare=False, repr=False)

    @property
    def start(self) -> date | None:
        """The first day in force, in the agreement's own time zone: `in_force`, else `signed`."""
        if self.in_force is None:
            return self.signed
        from zoneinfo import ZoneInfo

        moment = self.in_force
        return (moment.astimezone(ZoneInfo(self.timezone)) if moment.tzinfo else moment).date()

    def commanders(self, actor: str, on: date | None = None) -> tuple[str, ...]:
        """The chain of `under: commands` above an actor on a day, nearest first, the actor itself left out."""
        if on is not None:
            return self._commanders(actor, on)
        if actor not in self._above:
            self._above[actor] = self._commanders(actor, None)
        return self._above[actor]

    def side(self, actor: str, on: date | None = None) -> str:
        """The top of the actor's chain of `under: commands` on a day; the actor itself where there is none."""
        above = self.commanders(actor, on)
        return above[-1] if above else actor

    def having(self, *roles: str) -> tuple[str, ...]:
        """The actors that have one of these roles, in the order of the file."""
        if roles not in self._having:
            self._having[roles] = tuple(a.id for a in self.actors.values() if not set(roles).isdisjoint(a.roles))
        return self._having[roles]

    def zone_chain(self, zone: str) -> tuple[str, ...]:
        """The zone and all wider zones that it lies within, narrowest first."""
        if zone not in self._wider:
            chain = [zone]
            while (wider := self.zones[chain[-1]].within) is not None:
                chain.append(wider)
            self._wider[zone] = tuple(chain)
        return self._wider[zone]

    def _commanders(self, actor: str, on: date | None) -> tuple[str, ...]:
        chain: list[str] = []
        current = actor
        while (nxt := self._commander(current, on)) is not None and nxt not in chain:
            chain.append(nxt)
            current = nxt
        return tuple(chain)

    def _commander(self, actor: str, on: date | None) -> str | None:
        for link in self.actors[actor].under if actor in self.actors else ():
            begun = link.since is None or on is None or link.since <= on
            over = link.until is not None and on is not None and on > link.until
            if link.how == "commands" and begun and not over:
                return link.actor
        return None
