"""A dossier that may be handed on: without confidential reports and without claims whose source is withheld (S12).

Invariant: no word, name, path or hash of what is left out remains, and no status rests on it: everything is found
again from what may be shown, so that the file can be checked by whoever receives it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from servanda.evidence.weigh import arrange
from servanda.findings import find
from servanda.outputs.assemble import assemble
from servanda.outputs.dossier import Dossier
from servanda.reports.model import Report, Unread

_YES = frozenset({"true", "yes", "1", "confidential"})
_MARKS = ("confidential", "withheld")


def is_confidential(report: Report | None) -> bool:
    """Whether a report is marked confidential, or its source withheld."""
    return report is not None and any(str(report.extra.get(m, "")).strip().lower() in _YES for m in _MARKS)


def closed(dossier: Dossier) -> frozenset[str]:
    """The paths of the reports that are confidential."""
    return frozenset(p for p, r in dossier.reports.items() if is_confidential(r))


def public(dossier: Dossier, also: Collection[str] = ()) -> Dossier:
    """The same, found again without what is confidential and without the reports `also`; itself where there is none."""
    hidden = (closed(dossier) | set(also)) & dossier.reports.keys()
    if not hidden:
        return dossier
    reports = {p: r for p, r in dossier.reports.items() if p not in hidden}
    open_ = [replace(t, bearings=()) for t in dossier.evidence.testimonies if t.claim.report not in hidden]
    evidence = arrange(dossier.agreement, open_, dossier.evidence.known_at)
    findings = find(dossier.agreement, evidence, dossier.findings.as_of)
    known = {r.path: r.known for r in dossier.document.reports}
    unread = [Unread(u.path, u.why) for u in dossier.document.unread if u.path not in hidden]
    text = dossier.document.text
    document = assemble(dossier.agreement, findings, evidence, reports, known, unread, text=text)
    heard = {r.source for r in reports.values()}
    unheard = {dossier.reports[p].source for p in hidden} - heard
    sources = {k: s for k, s in dossier.sources.items() if not {s.name, s.id, *s.aliases} & unheard}
    return Dossier(dossier.agreement, evidence, findings, document, reports, sources, dossier.head)
