"""The case room: the only place that joins files, ledger and findings."""

from __future__ import annotations

from servanda.case.answer import Answer, ask
from servanda.case.folder import Case, open_case
from servanda.case.intake import Taken, take_in
from servanda.case.questions import Changed, Checked, Due, changes_since, check_report, due_within, explain
from servanda.case.writing import replace_file, write_report
from servanda.reading.version import READER_VERSION

__all__ = [
    "READER_VERSION",
    "Answer",
    "Case",
    "Changed",
    "Checked",
    "Due",
    "Taken",
    "ask",
    "changes_since",
    "check_report",
    "due_within",
    "explain",
    "open_case",
    "replace_file",
    "take_in",
    "write_report",
]
