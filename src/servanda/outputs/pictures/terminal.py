"""The timeline as lines of text, for a terminal: one sign a stretch of days, a key below.

Invariant: every line fits the width; both clocks and a key of the signs are printed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from servanda.outputs.bands import Band
from servanda.outputs.dossier import Dossier
from servanda.outputs.groups import GROUPS, group_of
from servanda.outputs.wording import shown

SIGNS = {
    "broken": "X", "restored": "x", "disputed": "%", "unknown": "?", "kept": "=", "quiet": "-", "pending": ".", "idle": " ",
}  # fmt: skip


def terminal(dossier: Dossier, width: int = 60, terms: Iterable[str] | None = None) -> list[str]:
    """Some terms (all where None) as lines; `width` is that of the bands."""
    keys = list(terms if terms is not None else dossier.agreement.terms)
    last = dossier.findings.as_of
    first = min((b.first for k in keys for b in dossier.course(k).bands), default=last)
    days = max(1, (last - first).days)
    name = max((len(k) for k in keys), default=4)
    at = [first + timedelta(days=round(i * days / (width - 1))) for i in range(width)]
    lines, seen = [], set()
    for term in keys:
        bands = dossier.course(term).bands
        row = [_group(next(b for b in bands if d <= b.last or b is bands[-1])) for d in at]
        seen |= set(row)
        lines.append(f"{term:<{name}} |{''.join(SIGNS[g] for g in row)}| {shown(dossier.found(term).status)}")
    legend = ", ".join(f"{SIGNS[g.id]} {g.title.lower()}" for g in GROUPS.values() if g.id in seen and g.id != "idle")
    lines.append(f"{'':<{name}}  {first.isoformat()}{last.isoformat():>{max(11, width - 10)}}")
    lines.append(f"as of {last}, as known at {dossier.findings.known_at}; {legend}")
    return lines


def _group(band: Band) -> str:
    f = band.finding
    return group_of(f.force, f.compliance, f.epistemic).id
