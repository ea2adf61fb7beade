"""What of a case may be handed on: all but reports marked confidential and claims whose source is withheld (S12).

Invariant: no word, name, path or hash of what is left out remains, and no status rests on it: everything is weighed
and found again from the rest, so that whoever receives it can check it. A mark reaches back: once a report is marked,
no version of it that came before, under this or another path, is handed on at any known-at; only a version that came
after the mark and bears none is open again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from servanda.case.answer import Answer
from servanda.case.folder import Case
from servanda.case.intake import waiting
from servanda.case.knowledge import Knowledge
from servanda.errors import CaseError
from servanda.evidence import weigh
from servanda.findings import find
from servanda.ledger import StoredReport
from servanda.outputs.assemble import assemble
from servanda.reports.model import Report
from servanda.reports.sources import source_of

T = TypeVar("T")
_YES = frozenset({"true", "yes", "1", "confidential"})
_MARKS = ("confidential", "withheld")


def is_confidential(report: Report) -> bool:
    """Whether a report is marked confidential, or its source withheld."""
    return any(str(report.extra.get(m, "")).strip().lower() in _YES for m in _MARKS)


@dataclass(frozen=True, slots=True)
class Closed:
    """The versions (path, hash of the words) that marks close, and the paths that ever bore a mark."""

    versions: frozenset[tuple[str, str]]
    paths: frozenset[str]

    def among(self, reports: Mapping[str, Report]) -> frozenset[str]:
        """The paths of the reports that are not handed on: marked, closed by a mark, or translated from one of these."""
        found = {p for p, r in reports.items() if is_confidential(r) or (p, _words(r)) in self.versions}
        barred = found | (self.paths - reports.keys())
        return frozenset(found | {p for p, r in reports.items() if r.translation_of in barred})


def closed_in(case: Case) -> Closed:
    """What the ledger of a case closes.

    Raises LedgerError L104 before the first run, CaseError C134 where files wait: a mark may stand in one of them.
    """
    with case.ledger(readonly=True) as ledger:
        held, left = ledger.reports(), waiting(case, ledger).files
    if left:
        raise CaseError(
            "C134",
            f"{left} file(s) are new or changed since the last run, and one may be marked confidential. "
            f"Write: servanda run {case.root.name}",
        )
    marked = [s for s in held if is_confidential(s.report)]
    if not marked:
        return Closed(frozenset(), frozenset())
    plain = [s for s in held if not is_confidential(s.report)]
    # versions of a file are told apart by their number, files by the second in which they were seen
    of_file = _latest(marked, lambda s: (s.document.path,), lambda s: s.document.version)
    of_words = _latest(marked, lambda s: (_words(s.report),), lambda s: s.document.seen_at)
    again = _latest(plain, lambda s: (s.document.path, _words(s.report)), lambda s: s.document)
    versions = set()
    for s in plain:
        words = _words(s.report)
        last = again[(s.document.path, words)]
        by_file, by_words = of_file.get((s.document.path,)), of_words.get((words,))
        # one file may hold many reports, marked one by one: what still stands in it beside the mark is open
        if (by_file and last.version < by_file) or (by_words and last.seen_at <= by_words):
            versions.add((s.report.path, words))
    return Closed(frozenset(versions), frozenset(s.report.path for s in marked))


def shared(answer: Answer, closed: Closed) -> Answer:
    """The answer that may be handed on. Files that were not read, and sources not heard in it, are not named in it."""
    held, agreement = answer.knowledge, answer.agreement
    hidden = closed.among(held.reports)
    known = Knowledge(
        {p: r for p, r in held.reports.items() if p not in hidden},
        {p: d for p, d in held.known.items() if p not in hidden},
        tuple(c for c in held.claims if c.report not in hidden),
        (),
        held.rejected,
    )
    heard = {source_of(r, answer.case.sources).id for r in known.reports.values()}
    sources = {k: s for k, s in answer.case.sources.items() if s.id in heard}
    evidence, findings = answer.evidence, answer.findings
    if hidden:
        evidence = weigh(agreement, sources, known.reports, known.claims, known.known, findings.known_at)
        findings = find(agreement, evidence, findings.as_of)
    document = assemble(agreement, findings, evidence, known.reports, known.known, (), text=answer.document.text)
    case = replace(answer.case, sources=sources)
    return replace(answer, case=case, knowledge=known, evidence=evidence, findings=findings, document=document)


def _latest(
    stored: Iterable[StoredReport], key: Callable[[StoredReport], tuple[str, ...]], value: Callable[[StoredReport], T]
) -> dict[tuple[str, ...], T]:
    """Of the stored reports of each key the value of the last version."""
    ordered = sorted(stored, key=lambda s: (s.document.seen_at, s.document.version))
    return {key(s): value(s) for s in ordered}


def _words(report: Report) -> str:
    """A hash of a report's words that spacing and case do not change."""
    return hashlib.sha256(" ".join(report.text.split()).casefold().encode()).hexdigest()
