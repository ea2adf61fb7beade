"""Weigh what is known: claims become testimonies with origin, grade and bearings.

Invariant: a pure function of its arguments; the order of reports and claims changes nothing; nothing known after
K is used.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from servanda.agreement.model import Agreement
from servanda.evidence.bearing import bear
from servanda.evidence.carriers import Organs, carrier_of, heard, is_named, own_voice, voice
from servanda.evidence.origins import echoes, first_carriers, origins, resting
from servanda.evidence.persons import offices, recognised
from servanda.evidence.retractions import set_aside, taken_back
from servanda.evidence.testimony import Bearing, Carrier, Evidence, Testimony
from servanda.evidence.touching import Touching
from servanda.reading.claim import Claim, Speaker
from servanda.reports.copies import Shingled
from servanda.reports.model import Report, Source
from servanda.reports.sources import folded, slug


def weigh(
    agreement: Agreement,
    sources: Mapping[str, Source],
    reports: Mapping[str, Report],
    claims: Iterable[Claim],
    known: Mapping[str, date],
    known_at: date,
) -> Evidence:
    """Everything known by the end of day `known_at`, weighed. `known` gives for each report the day it was known."""
    return Scales(agreement, sources).weigh(reports, claims, known, known_at)


class Scales:
    """For weighing the same claims as known on one day after another: what does not hang on the day is weighed once.

    Invariant: what was weighed before changes nothing of what comes out. May be used from several threads.
    """

    def __init__(self, agreement: Agreement, sources: Mapping[str, Source]) -> None:
        self.agreement, self.sources = agreement, sources
        self._listed = {folded(name): s.id for s in sources.values() for name in (s.id, s.name, *s.aliases)}
        self._organs = Organs(agreement)
        self._carriers: dict[str, tuple[Report, Carrier]] = {}
        self._told: dict[str, tuple[Claim, Carrier, Carrier | None, Testimony]] = {}
        self._borne: dict[str, tuple[Claim, Carrier, tuple[Bearing, ...]]] = {}
        self._shingled: Shingled = {}

    def weigh(
        self, reports: Mapping[str, Report], claims: Iterable[Claim], known: Mapping[str, date], known_at: date
    ) -> Evidence:
        """Everything known by the end of day `known_at`, weighed, as `weigh` does it."""
        kept = {p: r for p, r in reports.items() if p in known and known[p] <= known_at}
        carriers = {p: self._carrier(p, r) for p, r in kept.items()}
        told = {c.id: c for c in claims if c.report in kept}
        persons = offices(told.values())
        first = {p: carriers[q] for p, q in first_carriers(kept, known, self._shingled).items()}
        raw = [
            self._testimony(recognised(c, persons), carriers[c.report], known[c.report], first.get(c.report))
            for c in told.values()
        ]
        if any(t.claim.rests_on for t in raw):
            named = {folded(n): p for p, r in sorted(kept.items(), reverse=True) for n in (p, r.url, r.title) if n}
            raw = [_resting(t, named, carriers, self._listed) if t.claim.rests_on else t for t in raw]
        raw = _echoing(raw)
        borne = {t.id: b[2] for t in raw if (b := self._borne.get(t.id)) and b[0] == t.claim and b[1] is t.carrier}
        found = arrange(self.agreement, raw, known_at, borne)
        self._borne.update({t.id: (t.claim, t.carrier, borne[t.id]) for t in raw})
        return found

    def _carrier(self, path: str, report: Report) -> Carrier:
        had = self._carriers.get(path)
        if had is None or had[0] is not report:
            had = (report, carrier_of(report, self.agreement, self.sources, self._organs))
            self._carriers[path] = had
        return had[1]

    def _testimony(self, claim: Claim, carrier: Carrier, known: date, first: Carrier | None) -> Testimony:
        had = self._told.get(claim.id)
        if had and had[0] == claim and had[1] is carrier and had[2] is first and had[3].known == known:
            return had[3]
        made = _testimony(self.agreement, claim, carrier, known, first, self._listed)
        self._told[claim.id] = (claim, carrier, first, made)
        return made


def _echoing(raw: list[Testimony]) -> list[Testimony]:
    """R6: headlines and leads with the voice of those whom their report quotes."""
    by_report: dict[str, list[Testimony]] = defaultdict(list)
    for item in raw:
        by_report[item.claim.report].append(item)
    heard: dict[str, str] = {}
    for items in by_report.values():
        for own in {t.voice for t in items if t.voice.startswith("carrier:")}:
            heard.update(echoes(((t.claim, t.voice) for t in items), own))
    return [replace(t, voice=heard[t.id]) if t.id in heard else t for t in raw]


def arrange(
    agreement: Agreement, raw: Iterable[Testimony], known_at: date, borne: dict[str, tuple[Bearing, ...]] | None = None
) -> Evidence:
    """Give testimonies their origins, bearings and credibility and order them by claim.

    `borne` keeps the bearings of each claim from one day of knowledge to the next: what came later changes none.
    """
    items = sorted(raw, key=lambda t: t.id)
    origin = origins((t.claim, t.voice) for t in items)
    origin |= resting(items, origin)
    touching = Touching(agreement)
    borne = {} if borne is None else borne
    borne.update({t.id: _bearings(touching, t) for t in items if t.id not in borne})
    gone = taken_back(items)
    bearings = {t.id: set_aside(borne[t.id]) if t.id in gone else borne[t.id] for t in items}
    digits = _credibility(items, bearings, origin)
    graded = [
        Testimony(
            t.claim, t.carrier, t.known, origin[t.id], t.voice, t.named, t.chain, bearings[t.id], digit, t.id in gone,
            t.rests_on,
        )
        for t, digit in zip(items, digits, strict=True)
    ]  # fmt: skip
    by_term: dict[str, list[Testimony]] = defaultdict(list)
    for item in graded:
        for term in dict.fromkeys([b.term for b in item.bearings]):
            by_term[term].append(item)
    return Evidence(known_at, tuple(graded), {k: tuple(v) for k, v in by_term.items()})


def _testimony(
    agreement: Agreement,
    claim: Claim,
    carrier: Carrier,
    known: date,
    first: Carrier | None,
    listed: Mapping[str, str],
) -> Testimony:
    speaker = heard(claim, carrier, agreement)
    chain: tuple[Speaker, ...] = (speaker, *claim.via)
    who = voice(speaker, carrier, agreement, listed)
    if first is not None and who == own_voice(carrier.source):
        who = own_voice(first.source)
    named = is_named(speaker) and all(is_named(v) or v.kind == "outlet" for v in claim.via)
    return Testimony(claim, carrier, known, "", who, named, chain)


def _resting(
    item: Testimony, named: Mapping[str, str], carriers: Mapping[str, Carrier], listed: Mapping[str, str]
) -> Testimony:
    """A row with the voice of the source on which it rests: a report of the case by address or title, else by name."""
    words = item.claim.rests_on or ""
    report = named.get(folded(words))
    if report is not None and report != item.claim.report:
        return replace(item, rests_on=own_voice(carriers[report].source))
    return replace(item, rests_on=own_voice(listed.get(folded(words), f"unlisted:{slug(words)}")))


def _bearings(touching: Touching, item: Testimony) -> tuple[Bearing, ...]:
    found = (bear(touching.agreement, t, item.claim, item.chain, item.carrier) for t in touching.terms(item.claim))
    return tuple(b for bearings in found for b in bearings)


def _credibility(
    items: Sequence[Testimony], bearings: Mapping[str, tuple[Bearing, ...]], origin: Mapping[str, str]
) -> list[int]:
    """Of each claim: 1 two independent voices agree, 2 level 2, 3 level 1 with a name or a known carrier, else 6."""
    told: dict[tuple[str, str], list[Testimony]] = defaultdict(list)
    counted = [[b for b in bearings[t.id] if b.aside is None and b.as_ != "none"] for t in items]
    for item, found in zip(items, counted, strict=True):
        for b in found:
            if b.level >= 1:
                told[(b.term, b.as_)].append(item)
    agreed = {key for key, some in told.items() if _independent(some, origin)}
    out = []
    for item, found in zip(items, counted, strict=True):
        level = max([b.level for b in found], default=0)
        if level == 0:
            out.append(6)
            continue
        confirmed = any(b.level >= 1 and (b.term, b.as_) in agreed for b in found)
        out.append(1 if confirmed and item.anchors else 2 if level == 2 else 3 if item.anchors else 6)
    return out


def _independent(items: Sequence[Testimony], origin: Mapping[str, str]) -> bool:
    """R6: whether these have two voices, two sources and two origins."""
    apart = ({t.voice for t in items}, {t.source for t in items}, {origin[t.id] for t in items})
    return all(len(some) > 1 for some in apart)
