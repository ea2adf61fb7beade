"""The findings room: the calculus of DESIGN section 3 as small pure functions. No I/O of any kind."""

from __future__ import annotations

from servanda.findings.find import Findings, find, find_term, history
from servanda.findings.finding import Check, Incident, SetAside, TermFinding, Unknown

__all__ = ["Check", "Findings", "Incident", "SetAside", "TermFinding", "Unknown", "find", "find_term", "history"]
