"""What a page shows of one term, in order: the status, the promise, the date, the evidence.

Invariant: whatever is cut for length is counted and said; nothing decisive is cut before `DECIDING` quotes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from servanda.agreement.doubts import doubts_of
from servanda.agreement.model import Term, Unmodelled
from servanda.evidence.testimony import Testimony
from servanda.findings.explain import Explanation
from servanda.findings.finding import Incident, TermFinding
from servanda.outputs.accounts import SIDES, Account, Side, accounts
from servanda.outputs.alternatives import Alternative
from servanda.outputs.citing import citable
from servanda.outputs.dossier import Dossier
from servanda.outputs.groups import Group, group_of
from servanda.outputs.quotes import Quote, quote
from servanda.outputs.wording import flag_words, in_words, long_day, needs_review_mark, plural, shown, span

_INCIDENT = re.compile(r"\bi-[0-9a-f]{6,}\b")
_IDS = re.compile(r"\b(by|on) c-[0-9a-f]+(?:, c-[0-9a-f]+)*")
DECIDING = 40
ACCOUNTS = 15
ASIDE = 12
INCIDENTS = 60
TITLES: dict[Side, tuple[str, str]] = {
    "against": ("Against", "claims that it was not performed, or was broken"),
    "for": ("For", "claims that it was performed, or denials that it was broken"),
    "change": ("On the duty itself", "claims that the date was moved, the duty waived, suspended or ended"),
    "notice": ("Announced", "refusals and announcements: they warn, and establish nothing"),
    "count": ("Counts", "counts, each by its own rule"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One account as shown: the lead quotation, who repeats it."""

    lead: Quote
    copies: tuple[Quote, ...]
    copies_left: int
    deciding: bool


@dataclass(frozen=True, slots=True)
class EvidenceSide:
    """One side's accounts; `left` of them are not shown."""

    side: Side
    title: str
    means: str
    told: tuple[Told, ...]
    left: int


@dataclass(frozen=True, slots=True)
class Move:
    """One act on the date: its words, and whether it took effect."""

    words: str
    when: str
    takes_effect: bool
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aside:
    """Claims set aside for one reason."""

    why: str
    rule: str | None
    quotes: tuple[Quote, ...]
    left: int


@dataclass(frozen=True, slots=True)
class IncidentView:
    """An incident in words."""

    id: str
    day: str
    latest: date | None
    where: str | None
    kind: str | None
    author: str
    attributed: bool
    accused: tuple[str, ...]
    epistemic: str
    claims: tuple[str, ...]
    denials: tuple[str, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class BearerView:
    """One bearer's own word."""

    name: str
    group: Group
    word: str
    epistemic: str
    rule: str | None


@dataclass(frozen=True, slots=True)
class TermView:
    """A term as a page shows it."""

    term: Term
    status: TermFinding
    group: Group
    word: str
    epistemic: str
    mark: bool
    sentence: str
    bearers: tuple[BearerView, ...]
    toward: tuple[str, ...]
    zone: str | None
    flags: tuple[tuple[str, str], ...]
    due_words: str
    moves: tuple[Move, ...]
    steps: tuple[str, ...]
    rules: tuple[tuple[str, str], ...]
    evidence: tuple[EvidenceSide, ...]
    origins: int
    aside: tuple[Aside, ...]
    aside_count: int
    incidents: tuple[IncidentView, ...]
    incidents_left: int
    unattributed: int
    tallies: tuple[tuple[str, str, str, str], ...]
    would_change: tuple[str, ...]
    survives: str
    alternatives: tuple[Alternative, ...]
    unmodelled: tuple[Unmodelled, ...]
    doubts: tuple[str, ...]


def term_view(dossier: Dossier, key: str) -> TermView:
    """All that a page shows of the term `key`."""
    term, found = dossier.agreement.terms[key], dossier.found(key)
    why = dossier.explanation(key)
    held = accounts(term, dossier.evidence, frozenset(found.because))
    aside = _aside(dossier, found)
    return TermView(
        term=term,
        status=found,
        group=group_of(found.force, found.compliance, found.epistemic),
        word=shown(found.status),
        epistemic=shown(found.epistemic),
        mark=needs_review_mark(found.compliance, found.reviewed),
        sentence=citable(found, dossier.agreement, dossier.document),
        bearers=tuple(
            BearerView(
                dossier.name(b.actor),
                group_of(found.force, b.compliance, b.epistemic),
                shown("disputed" if b.epistemic == "contested" else b.compliance),
                shown(b.epistemic),
                b.rule,
            )
            for b in found.bearers
        ),
        toward=tuple(dossier.name(a) for a in term.toward),
        zone=dossier.zone(term.zone),
        flags=tuple((f, flag_words(f)) for f in found.flags),
        due_words=_due(term, found),
        moves=_moves(why),
        steps=tuple(_named(dossier, key, s) for s in why.steps),
        rules=why.rules,
        evidence=tuple(_side(dossier, s, held[s]) for s in SIDES if held[s]),
        origins=len({a.origin for side in held.values() for a in side}),
        aside=aside,
        aside_count=len(found.set_aside),
        incidents=tuple(_incident(dossier, i) for i in found.incidents[-INCIDENTS:]),
        incidents_left=max(0, len(found.incidents) - INCIDENTS),
        unattributed=sum(1 for i in found.incidents if not i.authors and i.epistemic == "established"),
        tallies=tuple(_tally(dossier, t.claim, t.what, t.low, t.high, t.rule) for t in found.tallies[:INCIDENTS]),
        would_change=tuple(_named(dossier, key, w) for w in why.would_change),
        survives=_survives(why),
        alternatives=dossier.alternatives_of(key),
        unmodelled=tuple(u for u in dossier.agreement.unmodelled if key in u.concerns),
        doubts=doubts_of(dossier.agreement, key),
    )


def _due(term: Term, found: TermFinding) -> str:
    if term.norm != "obligation":
        return "holds on every day while in force"
    if found.due is None:
        return "no date is set" if term.due is None else "the date hangs on an event that is not established"
    bound = {"by": "by", "before": "before", "unclear": "by or before (the text leaves it unclear)"}
    return f"{bound[term.due.bound if term.due else 'by']} {long_day(found.due)}"


def _moves(why: Explanation) -> tuple[Move, ...]:
    verbs = {
        "extend-deadline": "extension",
        "waive": "waiver",
        "suspend": "suspension",
        "terminate": "termination",
        "notify-termination": "notice of termination",
    }
    out = []
    for m in why.amendments:
        to = (
            f" to {long_day(m.new_due)}"
            if m.new_due
            else f" by {m.adds_days} days"
            if m.adds_days
            else f" by {m.adds_months} months"
            if m.adds_months
            else ""
            if m.act != "extend-deadline"
            else ", to no stated day"
        )
        form = "by an instrument" if m.form == "formal" else "informal"
        out.append(Move(f"{verbs.get(m.act, shown(m.act))}{to}, {form}", span(m.earliest, m.latest), m.effective, m.claims))
    return tuple(sorted(out, key=lambda m: not m.takes_effect))


def _side(dossier: Dossier, side: Side, held: tuple[Account, ...]) -> EvidenceSide:
    kept = [a for i, a in enumerate(held) if i < (DECIDING if a.deciding else ACCOUNTS)]
    told = tuple(
        Told(
            quote(dossier, a.lead, a.bearing),
            tuple(quote(dossier, c) for c in a.copies[:8]),
            max(0, len(a.copies) - 8),
            a.deciding,
        )
        for a in kept
    )
    return EvidenceSide(side, *TITLES[side], told, len(held) - len(kept))


def _aside(dossier: Dossier, found: TermFinding) -> tuple[Aside, ...]:
    by_reason: dict[str, list[Testimony]] = {}
    for s in found.set_aside:
        if s.claim in dossier.by_claim:
            by_reason.setdefault(s.why, []).append(dossier.by_claim[s.claim])
    out = []
    for why, items in sorted(by_reason.items(), key=lambda p: (-len(p[1]), p[0])):
        number = why.split(":")[0] if why[:1] == "R" and why[1:2].isdigit() else None
        ordered = sorted(items, key=lambda t: (t.claim.report, t.claim.start))
        words = why.partition(": ")[2] if number else why
        out.append(Aside(words, number, tuple(quote(dossier, t) for t in ordered[:ASIDE]), max(0, len(ordered) - ASIDE)))
    return tuple(out)


def _incident(dossier: Dossier, i: Incident) -> IncidentView:
    origins = {dossier.by_claim[c].origin for c in i.claims if c in dossier.by_claim}
    return IncidentView(
        i.id,
        span(i.earliest, i.latest),
        i.latest,
        dossier.zone(i.zone),
        i.kind,
        " and ".join(map(dossier.name, i.authors)) or "author not established",
        bool(i.authors),
        tuple(dossier.name(a) for a in i.accused),
        i.epistemic,
        i.claims,
        i.denials,
        len(origins),
    )


def _tally(
    dossier: Dossier, claim: str, what: str | None, low: float | None, high: float | None, by: str | None
) -> tuple[str, str, str, str]:
    item = dossier.by_claim.get(claim)
    who = quote(dossier, item).speaker if item else "unknown"
    source = item.carrier.name if item else ""
    numbers = f"{low:,.0f}" if low is not None and low == high else f"{_n(low)} to {_n(high)}"
    return what or "not said what", numbers, f"{who}; {source}", by or "rule not stated"


def _n(number: float | None) -> str:
    return "?" if number is None else f"{number:,.0f}"


def _survives(why: Explanation) -> str:
    if why.survives:
        return "Without any party's word the status stays the same."
    return f"It rests on the word of a party: without any party's word it would be ‘{shown(why.without_parties)}’."


def _named(dossier: Dossier, term: str, step: str) -> str:
    """A step with names for ids, words for statuses, and days in words."""
    words = {
        **{a.id: a.name for a in dossier.agreement.actors.values()},
        "alleged-only": "alleged only",
        "no-information": "no information",
        "overdue": "date passed, outcome unknown",
    }
    parts = _IDS.sub(_counted_claims, step).split(" ")
    named = " ".join(words.get(p.rstrip(",.:;"), p.rstrip(",.:;")) + p[len(p.rstrip(",.:;")) :] for p in parts)
    return plain_words(dossier, named, term)


def plain_words(dossier: Dossier, sentence: str, term: str | None = None) -> str:
    """A sentence of the findings, of one term if it is known which, with its days in words and its incidents by day and
    place instead of id."""
    return _INCIDENT.sub(lambda found: _incident_words(dossier, found[0], term), in_words(sentence))


def _incident_words(dossier: Dossier, key: str, term: str | None) -> str:
    terms = [term] if term is not None and term in dossier.agreement.terms else []
    searched = (dossier.found(t) for t in dict.fromkeys([*terms, *dossier.agreement.terms]))
    found = next((i for t in searched for i in t.incidents if i.id == key), None)
    if found is None:
        return key
    place = dossier.zone(found.zone)
    return f"{span(found.earliest, found.latest)}{f', {place}' if place else ''}"


def _counted_claims(found: re.Match[str]) -> str:
    """A list of claims' ids as a count: the claims themselves are quoted below it."""
    return f"{found[1]} {plural(found[0].count('c-'), 'claim')}"
