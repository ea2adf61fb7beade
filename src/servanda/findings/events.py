"""Events that deadlines and conditions hang on: what another term came to, or an act by somebody.

Invariant (R2): an event has happened on a day only if it is established that it happened by then; what is strongly
denied has not happened. An act is established as performance is: one's own word for one's own deed carries nothing,
unless the deed is done by words (to sign, to agree, to notify, to confirm). Whoever grants that the other's deed has
begun a duty of his own speaks against his interest (R5).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from servanda.agreement.model import Agreement, Event, Term
from servanda.evidence.acts import aspect, entailed
from servanda.evidence.carriers import is_named, mandated, side_of
from servanda.evidence.levels import level_pro, sides
from servanda.evidence.scope import words_bar
from servanda.evidence.testimony import Testimony
from servanda.findings.asking import Asking
from servanda.findings.propositions import Proposition, propositions
from servanda.findings.strength import by, first_free, last_strong

DONE_BY_WORDS = frozenset({"sign", "agree", "verify", "extend-deadline", "waive", "suspend", "resume", "terminate"})


@dataclass(frozen=True, slots=True)
class Happening:
    """The day on which an event is established to have happened, and on which claims."""

    day: date
    claims: tuple[str, ...] = ()


def happened(ask: Asking, event: Event, day: date, begins: Term | None = None) -> Happening | None:
    """The event if it had happened by `day`, else None. `begins`: the duty that it calls into being."""
    if event.kind == "term":
        return _of_term(ask, event, day)
    if event.kind == "act":
        return _of_act(ask, event, day, begins)
    fixed = ask.agreement.signed if event.kind == "signed" else ask.agreement.start
    return Happening(fixed) if fixed is not None and fixed <= day else None


def _of_term(ask: Asking, event: Event, day: date) -> Happening | None:
    assert event.term is not None
    if event.state == "breached":
        return _breach(ask, event.term, day)
    if event.state == "started":
        items = propositions(ask.agreement.terms[event.term], ask.testimonies(event.term))
        begun = [b for p in items if (b := _beginning(ask.agreement, ask.agreement.terms[event.term], p)) is not None]
        return _established(begun, [p for p in items if p.kind == "DENY"], day)
    found = ask.finding(event.term, day)
    done = found.done_on
    return Happening(done, found.because) if done is not None and done <= day else None


def _beginning(agreement: Agreement, term: Term, p: Proposition) -> Proposition | None:
    """What says that a duty was begun: done, done in part, or going on; the last is here a word for performance."""
    if p.kind in {"DONE", "PART"}:
        return p
    claim, item = p.testimony.claim, p.testimony
    if claim.modality != "under-way" or claim.polarity == "negated" or not entailed(claim.act) & set(term.act):
        return None
    who = sides(agreement, term, (p.bearer,) if p.bearer else term.bearer)
    return replace(p, kind="PART", level=level_pro(agreement, term, who, item.chain, claim, item.carrier))


def _breach(ask: Asking, key: str, day: date) -> Happening | None:
    """The first established breach: an incident with its author, or the day after the date that passed unperformed."""
    found = ask.finding(key, day)
    known = [(i.latest, i.claims) for i in found.incidents if i.authors and i.latest and i.latest <= day]
    if known:
        first, claims = min(known)
        return Happening(first, claims)
    settled = any(b.compliance == "breached" and b.epistemic != "contested" for b in found.bearers)
    if settled and found.due is not None:
        return Happening(found.due + timedelta(days=1), found.because)
    return None


def _of_act(ask: Asking, event: Event, day: date, begins: Term | None) -> Happening | None:
    told = [(t, _says(ask.agreement, event, t)) for t in ask.evidence.testimonies]
    yes = [_proposition(ask.agreement, event, t, pro=True, begins=begins) for t, way in told if way == "for"]
    no = [_proposition(ask.agreement, event, t, pro=False, begins=begins) for t, way in told if way == "against"]
    return _established(yes, no, day)


def _established(yes: list[Proposition], no: list[Proposition], day: date) -> Happening | None:
    """R6, R7: the first day by which it is strong that it happened, with nothing strong in conflict."""
    known = [p for p in yes if p.day is not None and p.day <= day]
    first = first_free(known, last_strong(no))
    return None if first is None else Happening(first, tuple(sorted(p.claim for p in by(known, first))))


def _says(agreement: Agreement, event: Event, item: Testimony) -> str | None:
    """Whether a testimony speaks for the act having been done, against it, or of something else."""
    claim = item.claim
    if event.act not in entailed(claim.act) or item.retracted or words_bar(claim):
        return None
    if event.actor and event.actor not in _authors(agreement, item):
        return None
    if event.zone and (claim.zone not in agreement.zones or event.zone not in agreement.zone_chain(claim.zone or "")):
        return None
    if claim.modality == "denied" or (claim.polarity == "negated" and claim.modality in {"completed", "alleged"}):
        return "against"
    by_words = claim.modality == "announced" and event.act in DONE_BY_WORDS
    done = claim.polarity == "affirmed" and (claim.modality in {"completed", "alleged"} or by_words)
    return "for" if done else None


def _authors(agreement: Agreement, item: Testimony) -> set[str]:
    ids = [p.id for p in item.claim.actors if p.id in agreement.actors and p.id]
    return {a for i in ids for a in (i, *agreement.commanders(i))}


def _proposition(agreement: Agreement, event: Event, item: Testimony, *, pro: bool, begins: Term | None) -> Proposition:
    claim = item.claim
    told = claim.said.latest or item.known
    day = (claim.when.latest or told) if pro else told
    level = _level(agreement, event, item, pro, begins)
    return Proposition("DONE" if pro else "DENY", event.actor, day, claim.when.earliest, level, item)


def _level(agreement: Agreement, event: Event, item: Testimony, pro: bool, begins: Term | None) -> int:
    """R5 for an act that nobody owes here: monitors 2; its author 0 for it, 2 against it and for deeds of words; the one
    whose duty it begins 2 for it; others 1."""
    claim, speaker = item.claim, item.chain[0]
    if claim.modality == "alleged" or item.carrier.reliability == "E":
        return 0
    if mandated(agreement, speaker, item.carrier):
        return 2
    side = side_of(agreement, speaker, item.carrier)
    own = side is not None and side in {agreement.side(a) for a in _authors(agreement, item)}
    if not own:
        owes = begins is not None and side is not None and side in {agreement.side(b) for b in begins.bearer}
        return 2 if owes and pro and is_named(speaker) else 1
    by_words = event.act in DONE_BY_WORDS or aspect(event.act or "") == "speech"
    return 2 if by_words or not pro else 0
