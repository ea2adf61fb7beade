"""Weigh what is known: claims become testimonies with origin, grade and bearings.

Invariant: a pure function of its arguments; the order of reports and claims changes nothing; nothing known after
K is used.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from servanda.agreement.model import Agreement
from servanda.evidence.bearing import bear
from servanda.evidence.carriers import Organs, carrier_of, heard, is_named, own_voice, voice
from servanda.evidence.origins import echoes, first_carriers, origins
from servanda.evidence.persons import offices, recognised
from servanda.evidence.retractions import set_aside, taken_back
from servanda.evidence.testimony import Bearing, Carrier, Evidence, Testimony
from servanda.evidence.touching import Touching
from servanda.reading.claim import Claim, Speaker
from servanda.reports.model import Report, Source
from servanda.reports.sources import folded


def weigh(
    agreement: Agreement,
    sources: Mapping[str, Source],
    reports: Mapping[str, Report],
    claims: Iterable[Claim],
    known: Mapping[str, date],
    known_at: date,
) -> Evidence:
    """Everything known by the end of day `known_at`, weighed. `known` gives for each report the day it was known."""
    kept = {p: r for p, r in reports.items() if p in known and known[p] <= known_at}
    organs = Organs(agreement)
    carriers = {p: carrier_of(r, agreement, sources, organs) for p, r in kept.items()}
    told = {c.id: c for c in claims if c.report in kept}
    known_persons = offices(told.values())
    told = {key: recognised(c, known_persons) for key, c in told.items()}
    first = {p: carriers[q] for p, q in first_carriers(kept, known).items()}
    listed = {folded(name): s.id for s in sources.values() for name in (s.id, s.name, *s.aliases)}
    raw = [_testimony(agreement, c, carriers[c.report], known[c.report], first.get(c.report), listed) for c in told.values()]
    return arrange(agreement, _echoing(raw), known_at)


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
    touching = Touching(agreement)
    borne = {} if borne is None else borne
    borne.update((t.id, _bearings(touching, t)) for t in items if t.id not in borne)
    bearing = [replace(t, origin=origin[t.id], bearings=borne[t.id]) for t in items]
    gone = taken_back(bearing)
    graded = _graded([set_aside(t) if t.id in gone else t for t in bearing])
    by_term: dict[str, list[Testimony]] = defaultdict(list)
    for item in graded:
        for term in dict.fromkeys(b.term for b in item.bearings):
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


def _bearings(touching: Touching, item: Testimony) -> tuple[Bearing, ...]:
    found = (bear(touching.agreement, t, item.claim, item.chain, item.carrier) for t in touching.terms(item.claim))
    return tuple(b for bearings in found for b in bearings)


def _graded(items: list[Testimony]) -> list[Testimony]:
    """Credibility: 1 two independent voices agree, 2 level 2, 3 level 1 with a name or a known carrier, else 6."""
    voices: dict[tuple[str, str], set[str]] = defaultdict(set)
    for item in items:
        for b in item.bearings:
            if b.aside is None and b.level >= 1 and b.as_ != "none":
                voices[(b.term, b.as_)].add(item.voice)
    out = []
    for item in items:
        counted = [b for b in item.bearings if b.aside is None and b.as_ != "none"]
        level = max((b.level for b in counted), default=0)
        confirmed = any(b.level >= 1 and len(voices[(b.term, b.as_)]) > 1 for b in counted)
        digit = 1 if confirmed and item.anchors else 2 if level == 2 else 3 if level == 1 and item.anchors else 6
        out.append(item if digit == item.credibility else replace(item, credibility=digit))
    return out
