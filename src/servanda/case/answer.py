"""Ask a case: the status of every term on a day D, as known on a day K.

Invariant: asking changes nothing; the answer depends on the case's files, the ledger, D and K alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from servanda.agreement import text as by_text
from servanda.agreement.model import Agreement
from servanda.case.bulk import bulk
from servanda.case.folder import Case
from servanda.case.intake import Waiting, waiting
from servanda.case.kept import State, state_of
from servanda.case.knowledge import Knowledge, Stored
from servanda.case.once import Once
from servanda.evidence import Evidence, Scales
from servanda.findings import Findings, find
from servanda.findings.inquiry import Inquiry
from servanda.outputs.assemble import LazyDocument, assemble
from servanda.reading.claim import Claim
from servanda.reports.model import Report

INQUIRIES = 6
"""Days of knowledge of which all that was found is kept."""
TEXTS = 8
"""Rival texts by which claims are kept weighed."""


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
    return Loaded(case).ask(as_of, known_at, text=text)


class Loaded:
    """A case loaded once, to be asked for many days: what does not hang on the days is read and weighed once.

    Invariant: what was asked before changes no answer. What the files of reports, the agreement and the ledger hold
    later is not seen; how many files wait is. May be asked from several threads.
    """

    def __init__(self, case: Case) -> None:
        """Raises LedgerError L104 before the first run."""
        self.case = case
        with bulk(), case.ledger(readonly=True) as ledger:
            self._stored = Stored.of(case, ledger)
            self._head = ledger.head()
        self._left: tuple[State | None, Waiting] | None = None
        self._scales = Once(TEXTS)
        self._inquiries = Once(INQUIRIES)

    def ask(self, as_of: date | None = None, known_at: date | None = None, *, text: str | None = None) -> Answer:
        """The answer for two days, as `ask` gives it."""
        today = self.case.today()
        day, knowing = as_of or today, known_at or today
        knowledge, inquiry = self._inquiries.get((knowing, text), lambda: self._inquiry(knowing, text))
        agreement, evidence = inquiry.agreement, inquiry.evidence
        findings = find(agreement, evidence, day, inquiry)
        left = self._waiting()
        document = assemble(
            agreement, findings, evidence, knowledge.reports, knowledge.known, knowledge.unread,
            text=text, waiting=(left.files, left.again), undated=knowledge.undated,
        )  # fmt: skip
        return Answer(self.case, agreement, knowledge, evidence, findings, document, self._head, left.files, left.again)

    def knowledge(self, knowing: date) -> Knowledge:
        """What was known on a day."""
        return self._stored.at(knowing)

    def with_report(self, report: Report, claims: Iterable[Claim], known: date, knowing: date) -> Evidence:
        """What would be known on a day if this report with these claims had come by then."""
        held = self.knowledge(knowing)
        reports, days = {**held.reports, report.path: report}, {**held.known, report.path: known}
        return self._of(None).weigh(reports, (*held.claims, *claims), days, knowing)

    def _inquiry(self, knowing: date, text: str | None) -> tuple[Knowledge, Inquiry]:
        """What was known on a day, weighed, and an inquiry into it, which keeps what it finds."""
        with bulk():
            held, scales = self.knowledge(knowing), self._of(text)
            evidence = scales.weigh(held.reports, held.claims, held.known, knowing)
        return held, Inquiry(scales.agreement, evidence, knowing)

    def _of(self, text: str | None) -> Scales:
        def make() -> Scales:
            return Scales(by_text(self.case.agreement, text) if text else self.case.agreement, self.case.sources)

        return self._scales.get(text, make)

    def _waiting(self) -> Waiting:
        """What the next run would take in; looked at anew where a file of the case changed since."""
        state = state_of(self.case.root)
        if self._left is None or state is None or self._left[0] != state:
            with self.case.ledger(readonly=True) as ledger:
                self._left = (state, waiting(self.case, ledger))
        return self._left[1]
