"""Explain: why a term has its status; every rule cited, every claim used and set aside, what would change it.

Invariant: an explanation re-makes the finding that it explains, from the same functions; it adds no judgement.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from servanda.agreement.model import Agreement, Term
from servanda.evidence.testimony import Evidence, Testimony
from servanda.findings.amendments import Amendment, amendments
from servanda.findings.deadlines import Deadline
from servanda.findings.finding import BearerFinding, TermFinding
from servanda.findings.inquiry import Inquiry
from servanda.findings.propositions import Proposition, about, propositions
from servanda.findings.strength import best, strong
from servanda.findings.worlds import obligation_worlds
from servanda.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Weight:
    """One proposition as it stood: what it says, how much it carries, and what became of it."""

    says: str
    day: date | None
    bearer: str | None
    level: int
    stands: str
    claim: str
    origin: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a term has its status on a day."""

    finding: TermFinding
    as_of: date
    known_at: date
    rules: tuple[tuple[str, str], ...]
    steps: tuple[str, ...]
    weights: tuple[Weight, ...]
    amendments: tuple[Amendment, ...]
    would_change: tuple[str, ...]
    without_parties: str
    survives: bool

    def plain(self) -> dict[str, Any]:
        """As JSON values."""
        values: dict[str, Any] = json.loads(json.dumps(asdict(self), default=str))
        return values


def explain(agreement: Agreement, evidence: Evidence, key: str, as_of: date) -> Explanation:
    """The explanation of a term's status. Raises KeyError for an unknown term."""
    inquiry = Inquiry(agreement, evidence, as_of)
    term, found = agreement.terms[key], inquiry.finding(key)
    deadline, moves = inquiry.deadline(term, as_of)
    alone = _without_parties(agreement, evidence, key, as_of)
    all_moves = amendments(agreement, term, inquiry.testimonies(key))
    steps = (
        *_deadline_steps(term, deadline, moves, as_of),
        *(_bearer_step(b, as_of, deadline) for b in found.bearers),
    )
    if found.why_force:
        steps = (found.why_force, *steps)
    cited = sorted(
        {
            found.rule,
            *(b.rule for b in found.bearers),
            *(s.why[:3].rstrip(":") for s in found.set_aside),
            *(["R4"] if all_moves else []),
        },
        key=_number,
    )
    return Explanation(
        found,
        as_of,
        evidence.known_at,
        tuple((r, rule(r)) for r in cited if r.startswith("R")),
        steps,
        _weights(term, inquiry.testimonies(key)),
        all_moves,
        _would_change(term, found, deadline, as_of),
        alone.status,
        (alone.status, alone.compliance) == (found.status, found.compliance),
    )


def rule(number: str) -> str:
    """The sentence of a rule."""
    rules: dict[str, str] = vocabulary("rules.yaml")["rules"]
    return rules[number]


def replay(agreement: Agreement, evidence: Evidence, key: str, as_of: date) -> TermFinding:
    """The finding from its own cited claims alone, those of the terms it depends on included."""
    inquiry = Inquiry(agreement, evidence, as_of)
    cited: set[str] = set()
    waiting, seen = [key], set()
    while waiting:
        term = waiting.pop()
        if term in seen:
            continue
        seen.add(term)
        cited |= set(inquiry.finding(term).because)
        waiting += depends_on(agreement.terms[term])
    kept = _keep(evidence, lambda t: t.id in cited)
    return Inquiry(agreement, kept, as_of).finding(key)


def depends_on(term: Term) -> list[str]:
    """The terms whose findings this one's rest on."""
    events = [term.when, term.ends_with, term.due.of if term.due else None]
    beside = term.in_parallel_with if term.due is None else ()
    return [*(e.term for e in events if e is not None and e.term), *term.after, *term.superseded_by, *beside]


def _without_parties(agreement: Agreement, evidence: Evidence, key: str, as_of: date) -> TermFinding:
    parties = {agreement.side(a.id) for a in agreement.actors.values() if {"signatory", "bound"} & set(a.roles)}
    kept = _keep(evidence, lambda t: t.voice.removeprefix("side:") not in parties)
    return Inquiry(agreement, kept, as_of).finding(key)


def _keep(evidence: Evidence, keep: object) -> Evidence:
    assert callable(keep)
    items = tuple(t for t in evidence.testimonies if keep(t))
    by_term = {k: tuple(t for t in v if keep(t)) for k, v in evidence.by_term.items()}
    return replace(evidence, testimonies=items, by_term=by_term)


def _weights(term: Term, testimonies: tuple[Testimony, ...]) -> tuple[Weight, ...]:
    items = propositions(term, testimonies)
    out: list[Weight] = []
    for bearer in term.bearer:
        mine = about(items, bearer, term)
        refuted = obligation_worlds(mine).refuted if term.norm == "obligation" else frozenset()
        for p in mine:
            same = [q for q in mine if q.kind == p.kind]
            stands = "refuted" if p.claim in refuted else "strong with others" if strong(same) else _alone(p, same)
            out.append(Weight(_SAYS[p.kind], p.day, bearer, p.level, stands, p.claim, p.testimony.origin))
    return tuple(sorted(set(out), key=lambda w: (w.bearer or "", w.says, str(w.day), w.claim)))


_SAYS = {
    "DONE": "performed, from", "PART": "performed in part, from", "NOT": "not performed, up to",
    "INC": "forbidden act, on", "NOINC": "no forbidden act, on", "DENY": "performance denied, on",
}  # fmt: skip


def _alone(p: Proposition, same: list[Proposition]) -> str:
    return "credible, not established" if best(same) >= 1 else "alleged"


def _deadline_steps(term: Term, deadline: Deadline, moves: tuple[Amendment, ...], as_of: date) -> tuple[str, ...]:
    if term.norm != "obligation":
        return ()
    if deadline.due is None:
        return ("R3: no date is set.",) if deadline.open else ("R3: the date is not known yet.",)
    steps = [f"R3: first due {deadline.original} ({term.due.bound if term.due else 'by'})."]
    for m in moves:
        form = "by an instrument" if m.form == "formal" else "informally"
        late = " It came after the date then due." if deadline.late_from and m.latest >= deadline.late_from else ""
        steps.append(f"R4: moved {form} to {m.new_due or deadline.due}, by {', '.join(m.claims)}.{late}")
    assert deadline.last is not None
    passed = "had passed" if as_of > deadline.last else "had not passed"
    steps.append(f"R3: on {as_of} the last day in time, {deadline.last}, {passed}.")
    return tuple(steps)


def _bearer_step(b: BearerFinding, as_of: date, deadline: Deadline) -> str:
    grounds = f" on {', '.join(b.because)}" if b.because else ""
    return f"{b.rule}: {b.actor}: {b.compliance}, {b.epistemic}{grounds}."


def _would_change(term: Term, found: TermFinding, deadline: Deadline, as_of: date) -> tuple[str, ...]:
    owed = " or ".join(term.toward) or "a monitor"
    if found.force != "in-force":
        return ("the condition or the day on which it comes into force",) if found.force == "inchoate" else ()
    if term.norm != "obligation":
        return _ban_changes(found)
    day = deadline.last
    after = f" after {day}" if day else ""
    full = f"a statement by {owed}, or two independent reports, that all of it was done"
    admitted = f"an admission by {' or '.join(term.bearer)}"
    failed = f"{admitted}, a monitor's finding or two independent reports that it was not done{after}"
    if found.epistemic == "contested":
        return ("evidence that refutes one of the two accounts (level 2, or two independent origins)",)
    if found.compliance == "pending":
        return (full, f"the passing of {day}" if day else "a date")
    if found.compliance in {"overdue", "open"}:
        return (full, failed) if day else (full,)
    if found.compliance == "partly-fulfilled":
        return (full, "a report on the remainder")
    if found.compliance == "breached":
        return (f"{full} (then: fulfilled late)", "a strong report against the failure")
    return (f"strong evidence that it was not done by {found.done_on or as_of}",)


def _ban_changes(found: TermFinding) -> tuple[str, ...]:
    if found.compliance == "breached":
        return ("a strong denial of each incident in the window", "the window's passing (then: restored)")
    open_ = [i.id for i in found.incidents if i.actor is None or i.epistemic != "established"]
    hint = f" for {', '.join(open_[:3])}" if open_ else ""
    return (
        f"a monitor's finding, an admission, or two independent reports that name the author of an incident{hint}",
        "a coverage record that says who could see"
        if found.epistemic == "no-information"
        else "a denial by an independent origin",
    )


def _number(text: str) -> tuple[int, str]:
    digits = text[1:]
    return (int(digits) if digits.isdigit() else 99, text)
