"""R6, origins: where a claim started. Seven outlets that repeat one briefing are one origin.

Invariant: origins depend only on the set of what is known, never on its order; an origin's id is made of what is
told, by whom and when.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from servanda.evidence.acts import entailed
from servanda.evidence.carriers import own_voice
from servanda.evidence.testimony import Testimony
from servanda.reading.claim import Claim
from servanda.reports.copies import Shingled, copies
from servanda.reports.model import Report

SAME_OCCASION = timedelta(days=3)


def first_carriers(
    reports: Mapping[str, Report], known: Mapping[str, date], shingled: Shingled | None = None
) -> dict[str, str]:
    """For each report that is a copy or a translation of others: the path of the one known first of them all.

    `shingled` keeps the reports' word triples for the next time.
    """
    groups = [*copies(reports.values(), shingled=shingled), *_translations(reports)]
    joined: dict[str, set[str]] = {}
    for group in groups:
        whole = set(group).union(*(joined[p] for p in group if p in joined))
        joined.update(dict.fromkeys(whole, whole))
    together = {id(group): group for group in joined.values() if len(group) > 1}
    return {p: first for group in together.values() for first in [min(group, key=lambda q: (known[q], q))] for p in group}


def _translations(reports: Mapping[str, Report]) -> list[tuple[str, ...]]:
    """Pairs of a report and the one that it says it translates, named by path, address or title."""
    named = {key: p for p, r in sorted(reports.items()) for key in (p, r.url, r.title) if key}
    pairs = ((p, named.get(r.translation_of or "")) for p, r in reports.items())
    return [(p, other) for p, other in pairs if other and other != p]


def origins(heard: Iterable[tuple[Claim, str]]) -> dict[str, str]:
    """The origin of each claim, from pairs of claim and voice: one voice on one matter within a few days.

    Days are those of speaking; an occasion lasts SAME_OCCASION from its first day. A claim with no day of speaking
    joins the matter's only occasion, if there is only one.
    """
    matters: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    told = list(heard)
    dues = _dues(told)
    for claim, voice in told:
        matters[_matter(claim, voice, dues)].append(claim)
    out: dict[str, str] = {}
    for key, claims in matters.items():
        for first, occasion in _occasions(claims):
            origin = _name(key, first)
            out.update({c.id: origin for c in occasion})
    return out


def resting(items: Iterable[Testimony], origin: Mapping[str, str]) -> dict[str, str]:
    """R6: the origins of rows of tables that rest on one named source: that of what this source is heard to tell of the
    same deed, in its reports or as quoted; else one that all rows have which rest on it for that deed."""
    items = list(items)
    rows = [t for t in items if t.rests_on]
    told: dict[str, list[Testimony]] = defaultdict(list)
    for item in items if rows else ():
        if not item.claim.is_row:
            for source in {item.voice, own_voice(item.carrier.source)}:
                told[source].append(item)
    out: dict[str, str] = {}
    found: dict[tuple[object, ...], str] = {}
    for row in rows:
        claim, source = row.claim, row.rests_on or ""
        key = (source, claim.act, _way(claim), claim.zone, claim.when, claim.said)
        if key not in found:
            near = [t for t in told.get(source, ()) if _same_deed(claim, t.claim)]
            here = [t for t in near if t.claim.zone in (None, claim.zone)] or near
            own = _name((source, claim.act, _way(claim)), claim.when.earliest)
            found[key] = min((origin[t.id] for t in here), default=own)
        out[row.id] = found[key]
    return out


def _same_deed(row: Claim, other: Claim) -> bool:
    """Whether what a source tells may be what the row has from it: the same act, way and days."""
    acts = other.act in entailed(row.act) or row.act in entailed(other.act)
    if not acts or _way(row) != _way(other):
        return False
    spoken, told = _spoken(row), _spoken(other)
    if spoken is None or told is None or abs(spoken - told) <= SAME_OCCASION:
        return True
    first, last = other.when.earliest, other.when.latest
    return (first is None or row.when.latest is None or first <= row.when.latest) and (
        last is None or row.when.earliest is None or last >= row.when.earliest
    )


def echoes(heard: Iterable[tuple[Claim, str]], own: str) -> dict[str, str]:
    """R6: of one report's claims with their voices, the voice of those that only announce what the report then quotes.

    A headline, a lead or a general charge in the outlet's `own` voice that says what the same report has from somebody
    is no second origin: it has that voice.
    """
    told = list(heard)
    quoted = {(v, _told(c)) for c, v in told if v != own and c.segment != "comment"}
    by_place: dict[str | None, list[tuple[str, _Told]]] = defaultdict(list)
    for item in quoted:
        by_place[item[1][1]].append(item)
    found: dict[_Told, str | None] = {}
    out: dict[str, str] = {}
    for claim, voice in told:
        spoken = claim.act in _BY_WORDS  # what is done by words is known from whoever spoke them
        if voice != own or not (claim.segment == "headline" or claim.paragraph <= 1 or claim.generic or spoken):
            continue
        matter = _told(claim)
        if matter not in found:
            near = quoted if matter[1] is None else [*by_place[matter[1]], *by_place[None]]
            found[matter] = min((v for v, m in near if _same_matter(matter, m)), default=None)
        source = found[matter]
        if source is not None:
            out[claim.id] = source
    return out


_BY_WORDS = frozenset({"extend-deadline", "request-extension", "waive", "suspend", "terminate", "notify-termination"})
_Told = tuple[str, str | None, date | None, str]


def _told(claim: Claim) -> _Told:
    """What makes two claims tell one matter: act, place, new date, for or against."""
    return claim.act, claim.zone or claim.zone_words or None, claim.new_due, _way(claim)


def _same_matter(one: _Told, other: _Told) -> bool:
    """The same act, or one that entails the other, said in the same way, of places and dates that do not differ."""
    zones = {z for z in (one[1], other[1]) if z}
    dates = {d for d in (one[2], other[2]) if d}
    acts = one[0] in entailed(other[0]) or other[0] in entailed(one[0])
    return acts and len(zones) < 2 and len(dates) < 2 and one[3] == other[3]


def _way(claim: Claim) -> str:
    return "against" if claim.polarity == "negated" or claim.modality == "denied" else "for"


_Whose = tuple[str, str, str, str]


def _dues(told: Iterable[tuple[Claim, str]]) -> dict[_Whose, set[str]]:
    """The new dates that a voice gives in one matter."""
    found: dict[_Whose, set[str]] = defaultdict(set)
    for claim, voice in told:
        if claim.new_due:
            found[_whose(claim, voice)].add(str(claim.new_due))
    return found


def _whose(claim: Claim, voice: str) -> _Whose:
    return voice, claim.act, claim.zone or claim.zone_words or "", _way(claim)


def _matter(claim: Claim, voice: str, dues: Mapping[_Whose, set[str]]) -> tuple[str, ...]:
    """What a voice speaks of; where it names no date ('ten more days'), the only one that it names elsewhere is meant."""
    voiced, act, place, way = whose = _whose(claim, voice)
    named = dues.get(whose, set())
    due = str(claim.new_due) if claim.new_due else next(iter(named)) if len(named) == 1 else ""
    return (voiced, act, place, due, way)


def _occasions(claims: list[Claim]) -> list[tuple[date | None, list[Claim]]]:
    out: list[tuple[date | None, list[Claim]]] = []
    for claim in sorted((c for c in claims if _spoken(c)), key=lambda c: (_spoken(c) or date.min, c.id)):
        day = _spoken(claim)
        begun = out[-1][0] if out else None
        if day is not None and begun is not None and day - begun <= SAME_OCCASION:
            out[-1][1].append(claim)
        else:
            out.append((day, [claim]))
    undated = sorted((c for c in claims if not _spoken(c)), key=lambda c: c.id)
    if undated and len(out) == 1:
        out[0][1].extend(undated)
    elif undated:
        out.append((None, undated))
    return out


def _spoken(claim: Claim) -> date | None:
    return claim.said.latest or claim.said.earliest


def _name(key: tuple[str, ...], first: date | None) -> str:
    return "o-" + hashlib.sha256("\x1f".join((*key, str(first))).encode()).hexdigest()[:8]
