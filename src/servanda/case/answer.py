"""Ask a case: the status of every term on a day D, as known on a day K.

Invariant: asking changes nothing; the answer depends on the case's files, the ledger, D and K alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from servanda.agreement import text as by_text
from servanda.agreement.model import Agreement
from servanda.case.bulk import bulk
from servanda.case.folder import Case
from servanda.case.intake import waiting
from servanda.case.knowledge import Knowledge, known
from servanda.evidence import Evidence, weigh
from servanda.findings import Findings, find
from servanda.outputs.assemble import LazyDocument, assemble


@dataclass(frozen=True, slots=True)
class Answer:
    """The findings with all they rest on, and the document that shows them.

    `waiting`: files new, changed or gone since the last run; `again`: files whose earlier reading no longer counts.
    """

    case: Case
    agreement: Agreement
    knowledge: Knowledge
    evidence: Evidence
    findings: Findings
    document: LazyDocument
    head: str
    waiting: int = 0
    again: int = 0


def ask(case: Case, as_of: date | None = None, known_at: date | None = None, *, text: str | None = None) -> Answer:
    """D defaults to today, K to now; `text` judges by a rival text. Raises LedgerError L104 before the first run."""
    today = case.today()
    day, knowing = as_of or today, known_at or today
    agreement = by_text(case.agreement, text) if text else case.agreement
    with bulk():
        return _answer(case, agreement, day, knowing, text)


def _answer(case: Case, agreement: Agreement, day: date, knowing: date, text: str | None) -> Answer:
    with case.ledger(readonly=True) as ledger:
        knowledge = known(case, ledger, knowing)
        head = ledger.head()
        left = waiting(case, ledger)
    evidence = weigh(agreement, case.sources, knowledge.reports, knowledge.claims, knowledge.known, knowing)
    findings = find(agreement, evidence, day)
    document = assemble(
        agreement, findings, evidence, knowledge.reports, knowledge.known, knowledge.unread,
        text=text, waiting=(left.files, left.again),
    )  # fmt: skip
    return Answer(case, agreement, knowledge, evidence, findings, document, head, left.files, left.again)
