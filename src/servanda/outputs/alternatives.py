"""Which statuses would flip otherwise: by each rival text, without each power, without each link between actors.

Invariant: an alternative is found by the same rules from the same claims; it is shown beside the status and never
replaces it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

from servanda.agreement.model import Agreement, Term
from servanda.agreement.texts import text as by_text
from servanda.evidence.naming import POWERS
from servanda.evidence.testimony import Evidence
from servanda.evidence.weigh import arrange
from servanda.findings.explain import depends_on
from servanda.findings.find import find_term
from servanda.findings.finding import TermFinding


@dataclass(frozen=True, slots=True)
class Alternative:
    """What a term would be by another choice. `choice` says which; `flips`: the headline word differs."""

    term: str
    choice: str
    about: str
    status: str
    epistemic: str
    due: date | None
    flips: bool


def alternatives(
    agreement: Agreement, evidence: Evidence, found: Iterable[TermFinding], as_of: date
) -> tuple[Alternative, ...]:
    """Every alternative that gives a term another status, date or epistemic word, in the order of the file."""
    standing = {t.id: t for t in found}
    out: list[Alternative] = []
    for choice, about, other, terms in _choices(agreement, evidence):
        wanted = [t for t in terms if t in standing]
        for key, there in _found(other, evidence, wanted, as_of).items():
            here = standing[key]
            if (here.status, here.epistemic, here.due) != (there.status, there.epistemic, there.due):
                flips = here.status != there.status
                out.append(Alternative(key, choice, about, there.status, there.epistemic, there.due, flips))
    order = {t: i for i, t in enumerate(agreement.terms)}
    return tuple(sorted(out, key=lambda a: order[a.term]))


def _choices(agreement: Agreement, evidence: Evidence) -> Iterator[tuple[str, str, Agreement, list[str]]]:
    for rival in agreement.texts.values():
        yield f"by the text {rival.id}", rival.title or rival.id, by_text(agreement, rival.id), list(rival.terms)
    for term in agreement.terms.values():
        for act, name in POWERS.items():
            power = getattr(term, name)
            if power is None or act == "notify-termination" or not _used(evidence, term, name):
                continue
            other: Term = replace(term, **cast("dict[str, Any]", {name: None}))
            terms = {**agreement.terms, term.id: other}
            words = f"without the power ({name.replace('_', ' ')}: {', '.join(power.holders)})"
            yield words, term.id, replace(agreement, terms=terms), [term.id]
    for actor in agreement.actors.values():
        if not any(link.how == "commands" for link in actor.under):
            continue
        touched = _touched(evidence, actor.id)
        if touched:
            free = replace(actor, under=tuple(u for u in actor.under if u.how != "commands"))
            over = ", ".join(u.actor for u in actor.under if u.how == "commands")
            other_actors = {**agreement.actors, actor.id: free}
            yield (
                f"if {actor.id} does not answer to {over}",
                actor.id,
                replace(agreement, actors=other_actors),
                touched,
            )


def _used(evidence: Evidence, term: Term, power: str) -> bool:
    acts = {a for a, name in POWERS.items() if name == power}
    return any(t.claim.act in acts for t in evidence.by_term.get(term.id, ()))


def _touched(evidence: Evidence, actor: str) -> list[str]:
    """The terms on which something by or about this actor bears."""
    return [
        term
        for term, items in evidence.by_term.items()
        if any(actor in {*(p.id for p in t.claim.actors), *(s.actor for s in t.chain)} for t in items)
    ]


def _found(agreement: Agreement, evidence: Evidence, terms: list[str], day: date) -> Mapping[str, TermFinding]:
    """The findings of some terms by another agreement, only these and those they hang on weighed again."""
    if not terms:
        return {}
    needed, waiting = {}, list(terms)
    while waiting:
        key = waiting.pop()
        if key not in needed:
            needed[key] = agreement.terms[key]
            waiting += depends_on(agreement.terms[key])
    part = replace(agreement, terms={k: t for k, t in agreement.terms.items() if k in needed})
    weighed = arrange(part, (replace(t, bearings=()) for t in evidence.testimonies), evidence.known_at)
    return {key: find_term(part, weighed, key, day) for key in terms}
