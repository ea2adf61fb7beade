"""Incidents: charges and records of a forbidden act, brought together where they speak of the same one.

Invariant: an incident whose author is not established breaches nobody; charges of several authors stay apart
inside it (R7).
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from servanda.agreement.model import Agreement
from servanda.findings.finding import Incident
from servanda.findings.propositions import Proposition
from servanda.findings.strength import best, of_kind, strong

WIDE = timedelta(days=3)
DENIAL_REACHES_BACK = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Stance:
    """What one incident says of one bearer: who charges, who denies, and which of the two stands."""

    against: tuple[Proposition, ...]
    denied: tuple[Proposition, ...]
    established: bool
    refuted: bool


@dataclass(frozen=True, slots=True)
class Charge:
    """One incident with its propositions: charges (INC, by author or None) and denials that meet it.

    `exemptions`: other accounts of it, by which it was an act that the text exempts.
    """

    id: str
    earliest: date | None
    latest: date | None
    zone: str | None
    kind: str | None
    charges: tuple[Proposition, ...]
    denials: tuple[Proposition, ...]
    exemptions: tuple[Proposition, ...] = ()
    _stances: dict[str, Stance] = field(init=False, default_factory=dict, compare=False, repr=False)

    def against(self, bearer: str) -> tuple[Proposition, ...]:
        """The charges that name this bearer."""
        return self._stance(bearer).against

    def denied_by(self, bearer: str) -> tuple[Proposition, ...]:
        """The denials that speak for this bearer, or for nobody in particular."""
        return self._stance(bearer).denied

    def exempted_for(self, bearer: str) -> tuple[Proposition, ...]:
        """The accounts by which this bearer did what the text exempts."""
        return tuple(p for p in self.exemptions if p.bearer == bearer)

    def established(self, bearer: str) -> bool:
        """Whether the act and its author are established."""
        return self._stance(bearer).established

    def refuted(self, bearer: str) -> bool:
        """Whether the denial is established."""
        return self._stance(bearer).refuted

    def _stance(self, bearer: str) -> Stance:
        if bearer not in self._stances:
            against = tuple(p for p in self.charges if p.bearer == bearer)
            denied = tuple(p for p in self.denials if p.bearer in (bearer, None))
            charged, met = strong(against), strong(denied)
            self._stances[bearer] = Stance(against, denied, charged and not met, met and not charged)
        return self._stances[bearer]

    @property
    def happened(self) -> bool:
        """Whether it is established that the act took place, whoever its author."""
        return strong(self.charges) and not strong([p for p in self.denials if p.bearer is None])


def charges(agreement: Agreement, items: Sequence[Proposition]) -> tuple[Charge, ...]:
    """All incidents that propositions about a prohibition speak of, in order of their days."""
    incidents = _with_events(agreement, _grouped(agreement, of_kind(items, "INC")))
    denials = _denials(of_kind(items, "NOINC"))
    exempt = _Reaching.of((p.first, p.day, p) for p in of_kind(items, "EXEMPT") if not _is_wide(p))
    found = [_exempting(agreement, _charge(agreement, group, denials), exempt) for group in incidents]
    return tuple(sorted(found, key=lambda c: (c.latest or date.max, c.earliest or date.min, c.id)))


def shown(agreement: Agreement, charge: Charge, bearers: Iterable[str]) -> Incident:
    """The incident as it is shown: its authors only where they are established."""
    accused = tuple(sorted({p.bearer for p in charge.charges if p.bearer}))
    authors = [b for b in bearers if b in accused and charge.established(b)]
    known = bool(authors) or charge.happened
    refuted = bool(accused) and all(charge.refuted(b) for b in accused) and not known
    word = "established" if known else "refuted" if refuted else "credible" if best(charge.charges) >= 1 else "alleged"
    return Incident(
        charge.id,
        charge.earliest,
        charge.latest,
        authors[0] if len(authors) == 1 else None,
        charge.zone,
        charge.kind,
        word,  # type: ignore[arg-type]
        accused,
        tuple(sorted({p.claim for p in charge.charges})),
        tuple(sorted({p.claim for p in charge.denials})),
        tuple(sorted({p.claim for p in charge.exemptions})),
        tuple(authors),
    )


def _grouped(agreement: Agreement, items: Sequence[Proposition]) -> list[list[Proposition]]:
    """Union of those that may be one act: days that meet, places of which one lies in the other, kinds that agree.

    Propositions of few days meet only those of the same days or near them, so each is compared with its own days'
    alone, and of those that have day, kind, place and author in common with the first; those of a wide
    range meet only their equals. What names no kind joins what is most like it, and makes no one act of two.
    """
    ordered = sorted(items, key=lambda p: (p.first or p.day or date.min, p.day or date.max, p.claim))
    ordered.sort(key=lambda p: not p.testimony.claim.kind)
    parent = list(range(len(ordered)))
    told = [_Told.of(p) for p in ordered]

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    def join(i: int, j: int) -> None:
        one, other = root(i), root(j)
        if one == other or not _same_act(agreement, ordered[i], ordered[j]):
            return
        if _must_be_one(ordered[i], ordered[j]) or not told[one].apart(agreement, told[other]):
            parent[one] = other
            told[other].take(told[one])

    seen: dict[tuple[object, ...], int] = {}
    of_day: dict[date, dict[tuple[str | None, ...], int]] = defaultdict(dict)
    for i, p in enumerate(ordered):
        for key in _meeting_keys(p):
            join(i, seen.setdefault(key, i))
        if p.testimony.claim.is_row:
            continue
        own = (p.testimony.claim.kind, p.testimony.claim.zone, p.bearer)
        for day in _days(p):
            for _, j in sorted((_far(p, ordered[j]), j) for j in of_day[day].values()):
                join(i, j)
            of_day[day].setdefault(own, i)
    groups: dict[int, list[Proposition]] = defaultdict(list)
    for i, p in enumerate(ordered):
        groups[root(i)].append(p)
    return list(groups.values())


@dataclass(slots=True)
class _Told:
    """What all those of one act say of it: the kinds, the places, and whom each voice names as its author."""

    kinds: set[str]
    zones: set[str | None]
    authors: dict[tuple[str, str | None, str | None], set[str]]

    @classmethod
    def of(cls, p: Proposition) -> _Told:
        """What one proposition says."""
        claim = p.testimony.claim
        voice = (claim.report, claim.speaker.name, claim.speaker.actor)
        kinds = {claim.kind} if claim.kind and claim.kind not in _BESIDE else set()
        return cls(kinds, {claim.zone}, {voice: {p.bearer}} if p.bearer else {})

    def take(self, other: _Told) -> None:
        """Add what others of the same act say."""
        self.kinds |= other.kinds
        self.zones |= other.zones
        for voice, named in other.authors.items():
            self.authors.setdefault(voice, set()).update(named)

    def apart(self, agreement: Agreement, other: _Told) -> bool:
        """Whether they are two acts: a shelling and a drone, places apart, or one voice that names two authors."""
        if self.kinds and other.kinds and self.kinds.isdisjoint(other.kinds):
            return True
        if not all(_places_meet(agreement, a, b) for a in self.zones for b in other.zones):
            return True
        both = self.authors.keys() & other.authors.keys()
        return any(self.authors[voice].isdisjoint(other.authors[voice]) for voice in both)


_BESIDE = frozenset({"killing", "clash"})
"""Kinds that say what came of an act, or nothing of its means."""


def _must_be_one(a: Proposition, b: Proposition) -> bool:
    """Two authors in one claim or row, and those of one wide range, which nothing tells apart."""
    return a.claim == b.claim or _same_row(a, b) or _is_wide(a) or _is_wide(b)


def _far(p: Proposition, other: Proposition) -> tuple[bool, bool, bool]:
    """How little two have in common: author, place, report."""
    one, two = p.testimony.claim, other.testimony.claim
    return p.bearer != other.bearer, one.zone != two.zone, one.report != two.report


def _with_events(agreement: Agreement, groups: list[list[Proposition]]) -> list[list[Proposition]]:
    """What prose tells joins the event of a table that it may be about: one of the same author, few days, place and kind.

    It joins the first such event only, so that two events are never made one by what is told of either.
    """
    events = [g for g in groups if g[0].testimony.claim.is_row]
    if not events or len(events) == len(groups):
        return groups
    by_day: dict[tuple[date, str | None], list[int]] = defaultdict(list)
    for n, event in enumerate(events):
        for p in event:
            for day in _days(p):
                by_day[(day, p.bearer)].append(n)
    joined, left = [[*e] for e in events], []
    for group in (g for g in groups if not g[0].testimony.claim.is_row):
        near = {n for p in group for day in _days(p) for n in by_day[(day, p.bearer)]}
        fitting = [n for n in near if all(_same_act(agreement, p, e) for p in group for e in events[n])]
        if fitting and any(p.bearer is not None for p in group):
            joined[min(fitting, key=lambda n: events[n][0].claim)] += group
        else:
            left.append(group)
    return [*joined, *left]


def _days(p: Proposition) -> list[date]:
    """The days of a short range; none of a wide one."""
    if _is_wide(p) or p.first is None or p.day is None:
        return []
    return [p.first + timedelta(days=n) for n in range((p.day - p.first).days + 1)]


def _meeting_keys(p: Proposition) -> list[tuple[object, ...]]:
    """Where to look for the same act beside its days: the claim's own id, the row of a table, the range of a wide one.

    A row of a table is an event of its own; its two authors share the row's words.
    """
    claim = p.testimony.claim
    own: list[tuple[object, ...]] = [("claim", p.claim)]
    if claim.is_row:
        return [*own, ("row", claim.report, claim.start)]
    return [*own, ("range", p.first, p.day, p.bearer, claim.zone)] if _is_wide(p) else own


def _same_act(agreement: Agreement, a: Proposition, b: Proposition) -> bool:
    if a.claim == b.claim or _same_row(a, b):
        return True
    if _is_wide(a) or _is_wide(b):
        same = (a.first, a.day, a.bearer) == (b.first, b.day, b.bearer)
        return same and a.testimony.claim.zone == b.testimony.claim.zone
    one, two = a.testimony.claim, b.testimony.claim
    if one.kind and two.kind and one.kind != two.kind:
        return False
    return _places_meet(agreement, one.zone, two.zone)


def _same_row(a: Proposition, b: Proposition) -> bool:
    one, two = a.testimony.claim, b.testimony.claim
    return one.is_row and two.is_row and (one.report, one.start) == (two.report, two.start)


def _is_wide(p: Proposition) -> bool:
    return p.first is None or p.day is None or p.day - p.first > WIDE


def _places_meet(agreement: Agreement, a: str | None, b: str | None) -> bool:
    if a is None or b is None or a not in agreement.zones or b not in agreement.zones:
        return True
    return a in agreement.zone_chain(b) or b in agreement.zone_chain(a)


def _charge(agreement: Agreement, group: Sequence[Proposition], denials: _Reaching) -> Charge:
    firsts = [p.first for p in group if not _is_wide(p)] or [p.first for p in group]
    lasts = [p.day for p in group if not _is_wide(p)] or [p.day for p in group]
    earliest = None if any(f is None for f in firsts) else max(f for f in firsts if f is not None)
    latest = min((d for d in lasts if d is not None), default=None)
    if earliest and latest and earliest > latest:
        earliest, latest = latest, earliest
    zones = sorted(
        {z for p in group if (z := p.testimony.claim.zone) in agreement.zones and z},
        key=lambda z: (-len(agreement.zone_chain(z)), z),
    )
    kinds = sorted({k for p in group if (k := p.testimony.claim.kind)})
    zone = zones[0] if zones else None
    accused = {p.bearer for p in group}
    met = denials.meeting(agreement, earliest, latest, accused, zone)
    first = min(p.claim for p in group)
    key = "i-" + hashlib.sha256(first.encode()).hexdigest()[:8]
    return Charge(key, earliest, latest, zone, kinds[0] if kinds else None, tuple(sorted(group, key=lambda p: p.claim)), met)


def _exempting(agreement: Agreement, charge: Charge, exempt: _Reaching) -> Charge:
    """The incident with the accounts of the same days, place, kind and author that the text exempts, or by the words
    of a charge itself."""
    if charge.latest is None:
        return charge
    accused = {p.bearer for p in charge.charges}
    near = exempt.meeting(agreement, charge.earliest, charge.latest, accused, charge.zone)
    met = tuple(e for e in near if not charge.kind or e.testimony.claim.kind in (None, charge.kind))
    return replace(charge, exemptions=met) if met else charge


@dataclass(frozen=True, slots=True)
class _Reaching:
    """Propositions with the days that they reach, to be found by author, place and days; those of long or open reach are
    looked at each time."""

    reaching: tuple[tuple[date | None, date | None, Proposition], ...]
    by_week: Mapping[tuple[str | None, str | None], Mapping[int | None, Sequence[int]]]

    @classmethod
    def of(cls, told: Iterable[tuple[date | None, date | None, Proposition]]) -> _Reaching:
        """All of these, each with its first and last day."""
        reaching = tuple(told)
        by_week: dict[tuple[str | None, str | None], dict[int | None, list[int]]] = defaultdict(lambda: defaultdict(list))
        for n, (begin, end, p) in enumerate(reaching):
            weeks = by_week[(p.bearer, p.testimony.claim.zone)]
            if begin is None or end is None or not begin <= end <= begin + _LONG:
                weeks[None].append(n)
                continue
            for week in range(_week(begin), _week(end) + 1):
                weeks[week].append(n)
        return cls(reaching, by_week)

    def meeting(
        self, agreement: Agreement, earliest: date | None, latest: date | None, bearers: Set[str | None], zone: str | None
    ) -> tuple[Proposition, ...]:
        """Those about one of these bearers whose reach meets a range of days and whose place meets a zone, in order."""
        short = earliest is not None and latest is not None and latest - earliest <= _LONG
        which: set[int] = set()
        for (bearer, place), weeks in self.by_week.items():
            if bearer not in bearers or not _places_meet(agreement, place, zone):
                continue
            if short and earliest is not None and latest is not None:
                asked: Iterable[int | None] = (None, *range(_week(earliest), _week(latest) + 1))
            else:
                asked = weeks
            which.update(n for week in asked for n in weeks.get(week, ()))
        near = map(self.reaching.__getitem__, sorted(which))
        return tuple(p for begin, end, p in near if _overlap(begin, end, earliest, latest))


def _denials(told: Iterable[Proposition]) -> _Reaching:
    """All denials that may meet an incident. R11: 'in other areas it was quiet' says nothing of any one."""
    return _Reaching.of((*_reach(d), d) for d in told if d.testimony.claim.extent != "part")


_LONG = timedelta(days=366)


def _week(day: date) -> int:
    return day.toordinal() // 7


def _reach(d: Proposition) -> tuple[date | None, date | None]:
    """A denial meets what lies in its own days, or shortly before it was said where it gives none."""
    told = d.testimony.claim.said.latest or d.day
    begin = d.first if d.first is not None else (told - DENIAL_REACHES_BACK if told else None)
    return begin, d.day or told


def _overlap(begin: date | None, end: date | None, earliest: date | None, latest: date | None) -> bool:
    return (begin is None or latest is None or latest >= begin) and (end is None or earliest is None or earliest <= end)
