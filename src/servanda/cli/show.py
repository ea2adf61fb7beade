"""Answers on a terminal: tables and sentences for people; colour only where it is a terminal.

Invariant: text from reports and agreements is never read as markup.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from servanda.outputs.document import StatusDocument, TermStatus
from servanda.outputs.wording import UNREVIEWED, needs_review_mark, shown

_STYLES = {
    "fulfilled": "green", "fulfilled-late": "green", "holding": "green", "restored": "green",
    "breached": "bold red", "disputed": "bold magenta", "overdue": "yellow", "partly-fulfilled": "yellow",
    "pending": "cyan", "open": "cyan",
}  # fmt: skip


def console() -> Console:
    """A console on standard output; plain where that is no terminal."""
    return Console(
        highlight=False, markup=False, soft_wrap=not sys.stdout.isatty(), width=None if sys.stdout.isatty() else 110
    )


def dump(value: Any) -> None:
    """One JSON document on standard output and nothing else."""
    sys.stdout.write(json.dumps(value, indent=1, ensure_ascii=False) + "\n")


def status_table(document: StatusDocument, title: str) -> None:
    """The table of terms, then what is unknown, set aside and unread."""
    out = console()
    text = f", by text {document.text}" if document.text else ""
    out.print(
        Text(f"{title}\n", style="bold").append(
            f"as of {document.as_of}, as known at {document.known_at}{text}", style="not bold"
        )
    )
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("term", "status", "due", "evidence", "flags"):
        table.add_column(name, overflow="fold")
    for term in document.terms:
        table.add_row(*_row(term))
    out.print(table)
    for line in closing(document):
        out.print(Text(line))


def closing(document: StatusDocument) -> list[str]:
    """What a reader of the table must also know, one line each."""
    lines: list[str] = []
    unattributed = sum(1 for t in document.terms for i in t.incidents if i.actor is None)
    if unattributed:
        lines.append(f"{unattributed} incident(s) whose author is not established; they breach nobody.")
    if document.unknowns:
        lines.append(f"{len(document.unknowns)} thing(s) that reports say are not known.")
    if any(needs_review_mark(t.compliance, t.reviewed) for t in document.terms):
        lines.append(f"* {UNREVIEWED}: a machine read the deciding claims and no person has accepted them yet.")
    if document.not_evaluated:
        lines.append(f"Read but not evaluated yet: {', '.join(document.not_evaluated)}")
    lines += [f"not read: {u.path}: {u.why}" for u in document.unread]
    return lines


def _row(term: TermStatus) -> tuple[Text, ...]:
    mark = " *" if needs_review_mark(term.compliance, term.reviewed) else ""
    due = str(term.due) if term.due else ""
    if term.due and term.original_due and term.due != term.original_due:
        due += f" (first {term.original_due})"
    return (
        Text(term.id),
        Text(shown(term.status) + mark, style=_STYLES.get(term.status, "")),
        Text(due),
        Text(shown(term.epistemic)),
        Text(", ".join(term.flags)),
    )
