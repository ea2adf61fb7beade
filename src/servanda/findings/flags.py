"""Flags: what a reader of a status should also know. The list is closed and lies in `data/flags.yaml`.

Invariant: a flag changes no status.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from servanda.agreement.model import Term
from servanda.evidence.testimony import Testimony
from servanda.findings.amendments import Amendment, new_due
from servanda.findings.finding import UNDATED, TermFinding
from servanda.findings.propositions import Proposition, accuses, own_refusal, own_word
from servanda.vocabulary import vocabulary


def flags(
    term: Term,
    found: TermFinding,
    items: Sequence[Proposition],
    testimonies: Iterable[Testimony],
    moves: Sequence[Amendment],
    applied: Sequence[Amendment],
    as_of: date,
    contested_due: bool,
) -> tuple[str, ...]:
    """The flags of a finding, in the order of the list."""
    raised = {
        *_moves(moves, applied, found.original_due, as_of),
        *_words(term, testimonies, as_of),
        *_conduct(term, found, items, as_of),
    }
    if contested_due:
        raised.add("deadline-contested")
    if found.compliance in {"breached", "fulfilled", "fulfilled-late", "partly-fulfilled", "restored"} and not found.reviewed:
        raised.add("unreviewed")
    if any(i.exemptions for i in found.incidents):
        raised.add("excuse-claimed")
    if found.compliance == "holding" and _undated(found):
        raised.add("time-uncertain")
    if any(not i.authors and i.epistemic == "established" for i in found.incidents):
        raised.add("unattributed-incident")
    return tuple(f for f in vocabulary("flags.yaml")["flags"] if f in raised)


def _undated(found: TermFinding) -> bool:
    """R2: an act of a known author that counts for nothing only because its day is not known."""
    aside = {s.claim for s in found.set_aside if s.why.startswith(UNDATED)}
    return any(i.authors and i.epistemic == "established" and aside & set(i.claims) for i in found.incidents)


def _moves(moves: Sequence[Amendment], applied: Sequence[Amendment], original: date | None, as_of: date) -> Iterator[str]:
    """R4: what moved the date, and what else is said to move it to another day; 'by ten days' is the day it leads to."""
    for item in applied:
        yield "extended-formally" if item.form == "formal" else "extended-informally"
    dates = {item.new_due for item in applied}
    for item in moves:
        if item.act != "extend-deadline" or item in applied or (item.earliest or item.latest) > as_of:
            continue
        told = new_due(item, original)
        if not applied or (told not in dates if told is not None else not item.effective):
            yield "extension-claimed"


def _words(term: Term, testimonies: Iterable[Testimony], as_of: date) -> Iterator[str]:
    for item in testimonies:
        if _later(item, as_of):
            continue
        for b in item.on(term.id):
            if b.aside is not None and b.as_ != "warns":
                continue
            if b.as_ == "requests":
                yield "extension-requested"
            elif b.as_ == "warns" and b.aside is None:
                refused = item.claim.modality == "refused"
                if refused:
                    yield "refusal-alleged"
                if not refused or own_refusal(b):
                    yield "stay-announced"


def _conduct(term: Term, found: TermFinding, items: Sequence[Proposition], as_of: date) -> Iterator[str]:
    established = {c for b in found.bearers for c in b.because if b.compliance in {"breached", "restored"}}
    recorded = {c for i in found.incidents if i.epistemic == "established" and not i.accused for c in i.claims}
    for p in items:
        if _later(p.testimony, as_of):
            continue
        if own_word(term, p) and not (found.compliance.startswith("fulfilled") and found.epistemic == "settled"):
            yield "performance-claimed"
        if p.kind in {"NOT", "DENY"} and (p.kind == "DENY" or _told_as_failure(p)):
            yield "performance-denied"
        if accuses(p) and p.claim not in established and p.claim not in recorded:
            yield "breach-alleged"
        if p.kind == "NOINC" and _told_as_denial(p):
            yield "breach-denied"
        if p.kind in {"INC", "NOT"} and p.testimony.claim.excuse:
            yield "excuse-claimed"
    if found.compliance == "fulfilled" and found.rule == "R2":
        yield "time-uncertain"
    if term.verifier and found.compliance.startswith(("fulfilled", "partly")) and not _verified(term, items):
        yield "unverified"


def _later(item: Testimony, as_of: date) -> bool:
    """Whether it was said after a day: what is known by then was said by then, whatever day is guessed for it."""
    told = item.claim.said.earliest or item.claim.said.latest
    return told is not None and min(told, item.known) > as_of


def _told_as_denial(p: Proposition) -> bool:
    """That a road was open is no denial that it was closed on another day."""
    return p.testimony.claim.modality == "denied" or p.testimony.claim.polarity == "negated"


def _told_as_failure(p: Proposition) -> bool:
    return p.testimony.claim.polarity == "negated"


def _verified(term: Term, items: Sequence[Proposition]) -> bool:
    """R12: whether the verifier that the text names has confirmed performance."""
    return any(p.kind in {"DONE", "PART"} and term.verifier in {s.actor for s in p.testimony.chain[:1]} for p in items)
