"""The case room: the only place that joins files, ledger and findings."""

from __future__ import annotations

from servanda.case.answer import Answer, ask
from servanda.case.folder import Case, open_case
from servanda.case.intake import Taken, take_in
from servanda.reading.version import READER_VERSION

__all__ = ["READER_VERSION", "Answer", "Case", "Taken", "ask", "open_case", "take_in"]
