"""The table of terms that a terminal shows, as plain words: what `servanda status` prints, whoever prints it.

Invariant: it holds words that the status document holds, and a kept table prints as a new one does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from servanda.outputs.at_the_end import at_the_end, with_end
from servanda.outputs.wording import UNREVIEWED, is_noted, known_only_later, needs_review_mark, shown, to_read_again

if TYPE_CHECKING:
    from servanda.outputs.assemble import LazyDocument
    from servanda.outputs.document import TermStatus


@dataclass(frozen=True, slots=True)
class Row:
    """One term: its id, the status (`word` as data, `status` as shown), due date, evidence and flags."""

    term: str
    word: str
    status: str
    due: str
    evidence: str
    flags: str


@dataclass(frozen=True, slots=True)
class StatusTable:
    """Title, both clocks, the rows, and what a reader must also know, a line each."""

    title: str
    clocks: str
    rows: tuple[Row, ...]
    closing: tuple[str, ...]
    waiting: int


def status_table(document: LazyDocument, title: str, waiting: int = 0) -> StatusTable:
    """The table of a status document; `waiting` is how many files are new or changed since the last run."""
    text = f", by text {document.text}" if document.text else ""
    clocks = f"as of {document.as_of}, as known at {document.known_at}{text}"
    rows = tuple(_row(t, at_the_end(document.findings, t.id)) for t in document.terms)
    return StatusTable(title, clocks, rows, tuple(_closing(document)), waiting)


def table_to(table: StatusTable) -> dict[str, Any]:
    """The table as JSON values."""
    return asdict(table)


def table_from(data: Mapping[str, Any]) -> StatusTable:
    """The table that `table_to` wrote. Raises KeyError or TypeError on a record of another form."""
    rows = tuple(Row(**row) for row in data["rows"])
    return StatusTable(data["title"], data["clocks"], rows, tuple(data["closing"]), data["waiting"])


def _row(term: TermStatus, last: str | None) -> Row:
    mark = " *" if needs_review_mark(term.compliance, term.reviewed) else ""
    due = str(term.due) if term.due else ""
    if term.due and term.original_due and term.due != term.original_due:
        due += f" (first {term.original_due})"
    return Row(term.id, term.status, with_end(term.status, last) + mark, due, shown(term.epistemic), ", ".join(term.flags))


def _closing(document: LazyDocument) -> list[str]:
    lines: list[str] = []
    if document.waiting.again:
        lines.append(to_read_again(document.waiting.again))
    if document.undated:
        lines.append(known_only_later(document.undated))
    unattributed = len({frozenset(i.claims) for t in document.terms for i in t.incidents if not i.authors})
    if unattributed:
        lines.append(f"{unattributed} incident(s) whose author is not established; they breach nobody.")
    if document.unknowns:
        lines.append(f"{len(document.unknowns)} thing(s) that reports say are not known.")
    if any(needs_review_mark(t.compliance, t.reviewed) for t in document.terms):
        lines.append(f"* {UNREVIEWED}: a machine read the deciding claims and no person has accepted them yet.")
    if document.not_evaluated:
        lines.append(f"Read but not evaluated yet: {', '.join(document.not_evaluated)}")
    lines += [f"To check in the agreement file: {d}" for d in document.agreement.doubts]
    lines += [f"{'note' if is_noted(u.why) else 'not read'}: {u.path}: {u.why}" for u in document.unread]
    return lines
