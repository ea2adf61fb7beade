"""Explain: why a term has its status; every rule cited, every claim used and set aside, what would change it.

Invariant: an explanation re-makes the finding that it explains, from the same functions; it adds no judgement.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from typing import Any

from servanda.agreement.model import Agreement, Term
from servanda.evidence.testimony import Evidence, Testimony
from servanda.findings.amendments import Amendment
from servanda.findings.deadlines import Deadline
from servanda.findings.finding import BearerFinding, TermFinding
from servanda.findings.inquiry import Inquiry
from servanda.findings.propositions import Kind, Proposition, about
from servanda.findings.strength import best, strong
from servanda.vocabulary import vocabulary

_RULE = re.compile(r"^(R\d+):")


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
    return explained(Inquiry(agreement, evidence, as_of), key)


def explained(inquiry: Inquiry, key: str) -> Explanation:
    """The same by an inquiry under way: what it has found is not found again."""
    agreement, evidence, as_of = inquiry.agreement, inquiry.evidence, inquiry.as_of
    term, found = agreement.terms[key], inquiry.finding(key)
    deadline, moves = inquiry.deadline(term, as_of)
    verdict = (found.status, found.compliance)
    alone = _without_parties(agreement, evidence, key, as_of) or verdict
    all_moves = inquiry.acts(term)
    steps = (
        *_deadline_steps(agreement, term, deadline, moves, as_of, evidence),
        *_claimed_steps(agreement, all_moves, moves, as_of, evidence),
        *_round_steps(inquiry, term, as_of),
        *(_bearer_step(agreement, b, evidence) for b in found.bearers),
    )
    if found.why_force:
        steps = (found.why_force, *steps)
    cited = sorted(
        {
            found.rule,
            *(b.rule for b in found.bearers),
            *(s.why[:3].rstrip(":") for s in found.set_aside),
            *(["R4"] if all_moves else []),
            *(r for step in steps for r in _RULE.findall(step)),
        },
        key=_number,
    )
    return Explanation(
        found,
        as_of,
        evidence.known_at,
        tuple((r, rule(r)) for r in cited if r.startswith("R")),
        steps,
        _weights(inquiry, term),
        all_moves,
        _would_change(agreement, term, found, deadline, as_of, _supporters(inquiry.items(term))),
        alone[0],
        alone == verdict,
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
    kept = _keep(agreement, evidence, lambda t: t.id in cited, seen)
    return Inquiry(agreement, kept or evidence, as_of).finding(key)


def depends_on(term: Term) -> list[str]:
    """The terms whose findings this one's rest on."""
    events = [term.when, term.ends_with, term.due.of if term.due else None]
    beside = term.in_parallel_with if term.due is None else ()
    return [*(e.term for e in events if e is not None and e.term), *term.after, *term.superseded_by, *beside]


def _without_parties(agreement: Agreement, evidence: Evidence, key: str, as_of: date) -> tuple[str, str] | None:
    """Status and compliance with every party's word left out: what its people say, what those who publish for it tell.

    A monitor with a mandate is heard even where it belongs to a side, unless it is the bearer's or the other party's.
    None where no party's word plays a part.
    """
    term = agreement.terms[key]
    side = {a: agreement.side(a) for a in agreement.actors}
    parties = {side[a.id] for a in agreement.actors.values() if {"signatory", "bound"} & set(a.roles)}
    involved = {side[a] for a in (*term.bearer, *term.toward)}

    def heard(t: Testimony) -> bool:
        """By the sides of those who speak and of the one who publishes."""
        named = (t.carrier.actor, t.carrier.side, *(s.actor for s in t.chain))
        sides = {t.voice.removeprefix("side:"), *(side[i] for i in named if i is not None and i in side)} & parties
        return not sides or (t.chain[0].kind == "monitor" and not sides & involved)

    kept = _keep(agreement, evidence, heard, _reach(agreement, key))
    return None if kept is None else Inquiry(agreement, kept, as_of).verdict(key)


def _reach(agreement: Agreement, key: str) -> set[str]:
    """The term and all that it depends on."""
    seen, waiting = {key}, [key]
    while waiting:
        for other in depends_on(agreement.terms[waiting.pop()]):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return seen


def _keep(agreement: Agreement, evidence: Evidence, keep: Callable[[Testimony], bool], terms: set[str]) -> Evidence | None:
    """The evidence on some terms, of those testimonies only that are kept; None where that is all."""
    named = [agreement.terms[k] for k in terms]
    acts = any(e is not None and e.kind == "act" for t in named for e in (t.when, t.ends_with, t.due.of if t.due else None))
    touching = {t.id: t for k in terms for t in evidence.by_term.get(k, ())}
    asked = evidence.testimonies if acts else tuple(touching.values())
    kept = {t.id for t in asked if keep(t)}
    if len(kept) == len(asked):
        return None
    return replace(
        evidence,
        testimonies=tuple(t for t in asked if t.id in kept),
        by_term={k: tuple(t for t in evidence.by_term.get(k, ()) if t.id in kept) for k in terms},
    )


def _weights(inquiry: Inquiry, term: Term) -> tuple[Weight, ...]:
    out: list[Weight] = []
    for bearer in term.bearer:
        mine = about(inquiry.items(term), bearer, term)
        refuted = inquiry.worlds(term, bearer, mine).refuted if term.norm == "obligation" else frozenset()
        standing = {kind: _together([p for p in mine if p.kind == kind]) for kind in {p.kind for p in mine}}
        for p in mine:
            stands = "refuted" if p.claim in refuted else standing[p.kind]
            out.append(Weight(_SAYS[p.kind], p.day, bearer, p.level, stands, p.claim, p.testimony.origin))
    return tuple(sorted(set(out), key=lambda w: (w.bearer or "", w.says, str(w.day), w.claim)))


_SAYS: dict[Kind, str] = {
    "DONE": "performed, from", "PART": "performed in part, from", "NOT": "not performed, up to",
    "INC": "forbidden act, on", "NOINC": "no forbidden act, on", "DENY": "performance denied, on",
    "EXEMPT": "an act that the text exempts, on",
}  # fmt: skip


def _together(same: list[Proposition]) -> str:
    if strong(same):
        return "strong with others"
    return "credible, not established" if best(same) >= 1 else "alleged"


def _claimed_steps(
    agreement: Agreement, told: tuple[Amendment, ...], moves: tuple[Amendment, ...], as_of: date, evidence: Evidence
) -> tuple[str, ...]:
    """What is said to have moved the date and is not established."""
    steps = []
    for m in told:
        if m.act == "extend-deadline" and not m.effective and m not in moves and (m.earliest or m.latest) <= as_of:
            to = f" to {m.new_due}" if m.new_due else ""
            steps.append(f"R4: said to have been moved{to}, {_on_whose_word(agreement, evidence, m.claims)}; not established.")
    return tuple(steps)


def _deadline_steps(
    agreement: Agreement, term: Term, deadline: Deadline, moves: tuple[Amendment, ...], as_of: date, evidence: Evidence
) -> tuple[str, ...]:
    if term.norm != "obligation":
        return ()
    if deadline.due is None:
        return ("R3: no date is set.",) if deadline.open else ("R3: the date is not known yet.",)
    bound = {"before": "the day itself is too late", "unclear": "whether the day itself is in time is unclear"}
    worded = bound.get(term.due.bound if term.due else "by", "the day itself is in time")
    steps = [f"R3: first due {deadline.original} ({worded})."]
    for m in moves:
        form = "by an instrument" if m.form == "formal" else "informally"
        late = " It came after the date then due." if deadline.late_from and m.latest >= deadline.late_from else ""
        steps.append(f"R4: moved {form} to {m.new_due or deadline.due}, {_on_whose_word(agreement, evidence, m.claims)}.{late}")
    assert deadline.last is not None
    passed = "had passed" if as_of > deadline.last else "had not passed"
    steps.append(f"R3: on {as_of} the last day in time, {deadline.last}, {passed}.")
    return tuple(steps)


def _round_steps(inquiry: Inquiry, term: Term, as_of: date) -> tuple[str, ...]:
    """What the rounds before came to, of a duty that falls due again."""
    found = inquiry.rounds(term, as_of) if term.norm == "obligation" else ()
    before = [r.deadline for r in found if r.deadline.due and r.deadline.last and r.deadline.last < as_of]
    if len(found) < 2 or not before:
        return ()
    told = [f"{d.due}: {inquiry.finding(term.id, d.last + timedelta(days=1)).compliance}" for d in before if d.last]
    return (f"R3: rounds before, as each stood on the day after: {'; '.join(told[-6:])}.",)


def _bearer_step(agreement: Agreement, b: BearerFinding, evidence: Evidence) -> str:
    """What was found of one bearer, and on whose word; an allegation is no ground for the word that stands."""
    left = f"; the remainder: {_shown(b.remainder)}" if b.remainder else ""
    found = f"{b.rule}: {agreement.actors[b.actor].name}: {_shown(b.compliance)}{left}"
    if not b.because:
        return f"{found}, {b.epistemic.replace('-', ' ')}."
    whose = _on_whose_word(agreement, evidence, b.because)
    if b.epistemic == "alleged-only":
        return f"{found}; any other word is alleged only, {whose}."
    if b.epistemic == "contested":
        return f"{found}, contested: it turns {whose}."
    return f"{found}, {b.epistemic.replace('-', ' ')}, {whose}."


def _shown(word: str) -> str:
    return "date passed, outcome unknown" if word == "overdue" else word.replace("-", " ")


def _on_whose_word(agreement: Agreement, evidence: Evidence, claims: Iterable[str]) -> str:
    """'on the word of A, B (3 claims, 1 origin)', with the party that a person or office speaks for."""
    items = [t for c in claims if (t := evidence.of(c)) is not None]
    names = list(dict.fromkeys(_called(agreement, t) for t in items))
    shown = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    origins = len({t.origin for t in items})
    return f"on the word of {shown} ({_many(len(items), 'claim')}, {_many(origins, 'origin')})"


def _called(agreement: Agreement, item: Testimony) -> str:
    """A speaker's name, and for whom, where the name does not tell."""
    name = item.chain[0].name or item.carrier.name
    actor = agreement.actors.get(item.chain[0].actor or "")
    known = actor is None or any(n.casefold() in name.casefold() for n in (actor.name, *actor.aliases))
    return name if known or actor is None else f"{name} ({actor.name})"


def _many(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def _supporters(items: tuple[Proposition, ...]) -> dict[str, int]:
    """How many independent voices say each thing at level 1."""
    voices: dict[str, set[str]] = {}
    for p in items:
        if p.level == 1:
            voices.setdefault(p.kind, set()).add(p.testimony.voice)
    return {kind: len(v) for kind, v in voices.items()}


def _would_change(
    agreement: Agreement, term: Term, found: TermFinding, deadline: Deadline, as_of: date, supporters: dict[str, int]
) -> tuple[str, ...]:
    def names(ids: Iterable[str]) -> str:
        return " or ".join(agreement.actors[i].name for i in ids)

    if found.force == "inchoate":
        return ("the condition or the day on which it comes into force",)
    if found.force == "suspended":
        return ("its resumption by a holder of the power, or the end of the time for which it is suspended",)
    if found.force == "ended":
        return ()
    if term.norm != "obligation":
        return _ban_changes(found)
    day = deadline.last
    after = f" after {day}" if day else ""
    done = "one more independent report" if supporters.get("DONE") else "two independent reports"
    undone = "one more independent report" if supporters.get("NOT") else "two independent reports"
    full = f"a statement by {names(term.toward) or 'a monitor'}, or {done}, that all of it was done"
    failed = f"an admission by {names(term.bearer)}, a monitor's finding or {undone} that it was not done{after}"
    if found.epistemic == "contested" and found.rule == "R3":
        return ("agreement, or a ruling, on whether the day itself is in time",)
    if found.epistemic == "contested" and term.strength == "best-efforts":
        return (full, "a finding on whether enough was done")
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
    open_ = [i.id for i in found.incidents if not i.authors or i.epistemic != "established"]
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
