"""The case room: the only place that joins files, ledger and findings.

Importing it loads nothing; each name is loaded when it is first asked for, so that a kept answer comes at once.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from servanda.case.answer import Answer, Loaded, ask
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
    "Loaded",
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

_ROOMS = {
    "servanda.case.answer": ("Answer", "Loaded", "ask"),
    "servanda.case.folder": ("Case", "open_case"),
    "servanda.case.intake": ("Taken", "take_in"),
    "servanda.case.questions": ("Changed", "Checked", "Due", "changes_since", "check_report", "due_within", "explain"),
    "servanda.case.writing": ("replace_file", "write_report"),
    "servanda.reading.version": ("READER_VERSION",),
}
_WHERE = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_WHERE[name]), name)
    return value
