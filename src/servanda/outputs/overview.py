"""The answer at a glance: terms in groups, party by party, what falls due, in one sentence.

Invariant: nothing is ranked and nothing is scored; parties stand in the order of the agreement.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from servanda.findings.due import DueItem, due
from servanda.outputs.dossier import Dossier
from servanda.outputs.groups import Group, group_of, in_groups
from servanda.outputs.lines import TermLine
from servanda.outputs.wording import long_day, plural, shown

SOON = timedelta(days=15)
_CELLS = (("kept",), ("broken", "restored"), ("disputed",), ("unknown", "quiet"), ("pending", "idle"))

Cell = list[tuple[str, str]]


def grouped(views: Sequence[TermLine]) -> list[tuple[Group, list[TermLine]]]:
    """The terms under their groups."""
    return in_groups((v.group, v) for v in views)


def party_table(dossier: Dossier) -> list[tuple[str, list[Cell]]]:
    """For each bearer: the terms met, missed, disputed, unknown, pending, each with its word."""
    out: list[tuple[str, list[Cell]]] = []
    for actor in dossier.agreement.actors.values():
        cells: list[Cell] = [[] for _ in _CELLS]
        for found in dossier.findings.terms:
            for b in found.bearers:
                if b.actor != actor.id:
                    continue
                group = group_of(found.force, b.compliance, b.epistemic).id
                word = found.force if found.force != "in-force" else b.compliance
                cell = next(i for i, ids in enumerate(_CELLS) if group in ids)
                cells[cell].append((found.id, shown("disputed" if group == "disputed" else word)))
        if any(cells):
            out.append((actor.name, cells))
    return out


def due_soon(dossier: Dossier) -> tuple[DueItem, ...]:
    """What falls due in the next 15 days, and what is past its date without a known outcome."""
    return due(dossier.findings, SOON)


def news_days(dossier: Dossier) -> tuple[date | None, date | None]:
    """The last day before and the first after D on which a report became known or a term falls due."""
    as_of = dossier.findings.as_of
    days = {dossier.document.known[p] for p in dossier.document.held} | {t.due for t in dossier.findings.terms if t.due}
    days |= {t.due + timedelta(days=1) for t in dossier.findings.terms if t.due}
    return (
        max((d for d in days if d < as_of), default=None),
        min((d for d in days if d > as_of), default=None),
    )


def summary(dossier: Dossier, views: Sequence[TermLine]) -> str:
    """The next date and what the answer rests on; how many terms stand how is told by their groups."""
    text = ""
    later = [v for v in views if v.status.compliance == "pending" and v.status.due and v.status.force == "in-force"]
    if later:
        nearest = min(later, key=lambda v: (v.status.due or dossier.findings.as_of, v.term.id))
        text = f"The next date is {long_day(nearest.status.due)} ({nearest.term.id}). "
    if not dossier.reports:
        return f"{text}No report was known yet, and silence proves nothing."
    known = plural(len(dossier.reports), "report")
    return f"{text}Found from {known} with {plural(len(dossier.evidence.testimonies), 'claim')}."
