"""What a page shows of one claim: the words in context, who says them, by whose report, how far they carry.

Invariant: every part is taken from the testimony; nothing is judged here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from servanda.evidence.testimony import Bearing, Testimony
from servanda.outputs.dossier import Dossier
from servanda.outputs.quotations import Quotation, quotation
from servanda.outputs.wording import BEARS, LEVELS, grade_words, long_day, shown, span, speaker_kind
from servanda.reading.claim import Claim, Speaker
from servanda.reports.sources import folded


@dataclass(frozen=True, slots=True)
class Quote:
    """One claim as a page shows it; days in words, `published` as it is."""

    id: str
    words: Quotation
    speaker: str
    speaker_kind: str
    via: tuple[str, ...]
    report: str
    segment: str
    title: str | None
    source: str
    source_kind: str
    published: date | None
    guessed: bool
    known: date
    happened: str
    reading: str
    grade: str
    grade_words: str
    origin: str
    bears: str | None
    interest: str | None
    level: int | None
    level_words: str | None
    confidence: float
    reviewed: bool
    reader: str
    start: int


def quote(dossier: Dossier, item: Testimony, bearing: Bearing | None = None) -> Quote:
    """A testimony as a page shows it, with its bearing on one term where one is meant."""
    claim = item.claim
    report = dossier.reports.get(claim.report)
    return Quote(
        id=item.id,
        words=quotation(report, claim.start, claim.end, claim.quote),
        speaker=speaker(dossier, item.chain[0]),
        speaker_kind=speaker_kind(item.chain[0].kind),
        via=tuple(speaker(dossier, s) for s in item.chain[1:]),
        report=claim.report,
        segment=claim.segment,
        title=report.title if report else None,
        source=item.carrier.name,
        source_kind=item.carrier.kind,
        published=report.published if report else None,
        guessed=report.published_guessed if report else False,
        known=item.known,
        happened=span(claim.when.earliest, claim.when.latest),
        reading=reading_words(dossier, claim),
        grade=item.grade,
        grade_words=grade_words(item.grade),
        origin=item.origin,
        bears=BEARS[bearing.as_] if bearing else None,
        interest=bearing.interest.replace("-", " ") if bearing else None,
        level=bearing.level if bearing else None,
        level_words=LEVELS[bearing.level] if bearing else None,
        confidence=round(claim.confidence, 2),
        reviewed=claim.reviewed,
        reader=claim.reader,
        start=claim.start,
    )


def reading_words(dossier: Dossier, claim: Claim) -> str:
    """What was read in a claim, in one line: who, what, to whom, where, how it is said, when, until when."""
    actors = ", ".join(dossier.name(p.id) if p.id else p.label for p in claim.actors) or "nobody named"
    target = f" → {dossier.name(claim.target.id) if claim.target.id else claim.target.label}" if claim.target else ""
    place = f", {dossier.zone(claim.zone)}" if claim.zone else ""
    negated = ", negated" if claim.polarity == "negated" else ""
    moved = f"; new date {long_day(claim.new_due)}" if claim.new_due else ""
    said = f"{shown(claim.modality)}{negated}; {span(claim.when.earliest, claim.when.latest)}{moved}"
    return f"{actors}: {shown(claim.act)}{target}{place}; {said}"


def speaker(dossier: Dossier, who: Speaker) -> str:
    """A speaker by name and side: 'an aide, for Azerbaijan'; a name of the side itself, or one that holds it, is not
    said to speak 'for' it; 'not named' where the text names nobody."""
    name = who.name or ("somebody not named" if who.kind != "outlet" else "the outlet itself")
    side = dossier.name(who.actor) if who.actor else None
    if side is None or folded(side) in folded(name):
        return name
    actor = dossier.agreement.actors.get(who.actor or "")
    if actor and folded(name) in {folded(a) for a in (actor.id, *actor.aliases)}:
        return side if folded(name) in folded(side) else f"{name} ({side})"
    return f"{name}, for {side}"
