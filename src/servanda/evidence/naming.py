"""R4: which terms an act that changes duties is about, by its own words.

An extension or a waiver that names no term moves those whose phase, article, place, date, bearer or act it names, else
none; one of the agreement itself moves what runs until a day and has no date of performance; 'the deadline' is that of
every dated duty where all have the same. A suspension, resumption or end that names nothing narrower is about the whole
agreement: every term over which somebody holds that power.

Invariant: a narrower name decides alone; what names a phase moves that phase, what names a place moves that place.
"""

from __future__ import annotations

import re
from functools import cache

from servanda.agreement.model import Agreement, Term
from servanda.evidence.acts import entailed, spoken_of
from servanda.reading.claim import Claim
from servanda.vocabulary import vocabulary

POWERS = {
    "extend-deadline": "may_extend",
    "waive": "may_waive",
    "suspend": "may_suspend",
    "resume": "may_suspend",
    "terminate": "may_terminate",
    "notify-termination": "may_terminate",
}
_WHOLE = frozenset({"suspend", "resume", "terminate", "notify-termination"})


def names(agreement: Agreement, term: Term, claim: Claim) -> bool:
    """Whether a change is about this term."""
    phase = phase_named(claim)
    if phase is not None and any(phase_number(t.phase) == phase for t in agreement.terms.values() if t.phase):
        return phase_number(term.phase) == phase
    if claim.article and term.article:
        return claim.article == term.article
    if claim.zone in agreement.zones and claim.zone:
        return _at_the_place(agreement, term, claim)
    if claim.zone_words:
        return False
    ends = term.until or agreement.expires
    first = term.due.day if term.due else ends
    if claim.old_due and first:
        return claim.old_due == first or (term.every is not None and claim.old_due > first)
    if claim.act in _WHOLE:
        held = POWERS[claim.act]
        spoken = {t.id for t in agreement.terms.values() if getattr(t, held) and _act_named(t, claim)}
        return term.id in spoken if spoken else True
    if claim.new_due and first and claim.new_due < first:
        return False
    if term.due is None and ends is None and term.phase is None and not _by_quantity(term):
        return False
    target = claim.target.id if claim.target else None
    if target and {target, *agreement.commanders(target)} & set(term.bearer):
        others = {t.id for t in agreement.terms.values() if t.due is not None and _deed_named(t, claim)}
        if not others or term.id in others:  # 'the deadline for the rebels to disarm' is none for their leaving
            return True
    runs_out = term.due is None and ends is not None and claim.act == "extend-deadline"
    only = term.due is not None and _one_deadline(agreement) and _the_deadline().search(claim.quote) is not None
    return only or _act_named(term, claim) or (runs_out and _agreement_named(agreement, claim))


def _at_the_place(agreement: Agreement, term: Term, claim: Claim) -> bool:
    """Of what is owed at the place that is named; where the words name another duty, which has no place, that one:
    'the guerrillas of Kosovo were given two more days to disarm' gives nobody more time to leave Kosovo."""
    there = [t for t in agreement.terms.values() if t.zone is not None and claim.zone in agreement.zone_chain(t.zone)]
    if claim.act not in _WHOLE and not any(_deed_named(t, claim) for t in there):
        elsewhere = [t for t in agreement.terms.values() if t.zone is None and t.due is not None and _deed_named(t, claim)]
        if elsewhere:
            return term in elsewhere
    return term in there


def _one_deadline(agreement: Agreement) -> bool:
    """Whether all dated duties of an agreement fall due at the same time, so that 'the deadline' can be no other."""
    dues = [t.due for t in agreement.terms.values() if t.due is not None]
    return all(due == dues[0] for due in dues)


@cache
def _the_deadline() -> re.Pattern[str]:
    which = r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir|initial|original|agreed|[\w-]+day)\s(?:[\w-]+\s){0,2}"
    day = r"(?:midnight|noon|next|early|late|mid|the\s(?:end|start|middle|\d)|[A-Z\d])"
    # 'moved the deadline to 20 June' names no duty; 'the deadline to leave the town' names one
    return re.compile(rf"{which}[Dd]eadline\b(?!\s(?:for|of)\b|\sto\s(?!{day}))|\b[Tt]he\sdate\sto\s{day}")


def _agreement_named(agreement: Agreement, claim: Claim) -> bool:
    """Whether what is extended is the agreement as a whole: by a word for such papers, or by its title."""
    return _pact().search(claim.quote) is not None or agreement.title.casefold() in claim.quote.casefold()


@cache
def _pact() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, vocabulary('forms.yaml')['pact']))})\b", re.I)


def _by_quantity(term: Term) -> bool:
    return term.norm == "obligation" and any(s.since for limit in term.limits for s in limit.steps)


def _act_named(term: Term, claim: Claim) -> bool:
    """Whether the words speak of the term's own act; of a truce, where the term forbids to attack."""
    if _deed_named(term, claim):
        return True
    truce = term.norm == "prohibition" and any("breach-ceasefire" in entailed(a) for a in term.act)
    return truce and _truce().search(claim.quote) is not None


def _deed_named(term: Term, claim: Claim) -> bool:
    """Whether the words speak of the term's own act."""
    if claim.about and claim.act == "extend-deadline":
        bare: dict[str, list[str]] = vocabulary("forms.yaml")["moved_deeds"]
        acts = {a for noun in re.findall(r"[\w-]+", claim.about.casefold()) for a in bare.get(noun, ())}
        return any(a in acts or spoken_of(a).search(claim.about) for a in term.act)
    rest = claim.quote.replace(claim.words, "", 1)  # the words of the change itself: 'withdrew from the agreement'
    return any(spoken_of(a).search(rest) for a in term.act)


@cache
def _truce() -> re.Pattern[str]:
    words = [*vocabulary("forms.yaml")["truce"]]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.I)


def phase_named(claim: Claim) -> int | None:
    """The number of the phase that the words name ('the second phase', 'Phase II', 'stage 2'), or that a person gave as
    the article."""
    for text in (claim.article or "", claim.quote):
        found = _phases().search(text)
        if found:
            return phase_number(found["before"] or found["after"])
    return None


def phase_number(label: str | None) -> int | None:
    """The number in a phase's label: 2 of '2', 'II', 'two', 'second', 'phase-2'."""
    words = re.findall(r"[a-z]+|\d+", (label or "").lower())
    table: dict[str, int] = vocabulary("forms.yaml")["ordinals"]
    return next((int(w) if w.isdigit() else table[w] for w in words if w.isdigit() or w in table), None)


@cache
def _phases() -> re.Pattern[str]:
    forms = vocabulary("forms.yaml")
    noun, number = "|".join(forms["phases"]), "|".join(sorted(forms["ordinals"], key=len, reverse=True))
    return re.compile(
        rf"\b(?:(?P<before>{number}|\d+(?:st|nd|rd|th))[\s-]+(?:{noun})|(?:{noun})[\s-]+(?P<after>{number}|\d+))\b", re.I
    )
