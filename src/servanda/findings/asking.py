"""What the parts of the calculus may ask of an inquiry: the agreement, what touches a term, and other terms' findings.

Invariant: a term's part asks only for terms that the agreement lets it depend on, so that questions never run in a
circle (the loader refuses circles).
"""

from __future__ import annotations

from datetime import date
from typing import Protocol

from servanda.agreement.model import Agreement, Term
from servanda.evidence.testimony import Evidence, Testimony
from servanda.findings.amendments import Amendment
from servanda.findings.deadlines import Deadline
from servanda.findings.finding import TermFinding


class Asking(Protocol):
    """An inquiry as events, force and deadlines see it."""

    agreement: Agreement
    evidence: Evidence

    def finding(self, key: str, on: date | None = None) -> TermFinding:
        """The finding of a term on a day."""
        ...

    def testimonies(self, key: str) -> tuple[Testimony, ...]:
        """What touches a term."""
        ...

    def acts(self, term: Term) -> tuple[Amendment, ...]:
        """All acts said to change a term."""
        ...

    def deadline(self, term: Term, day: date) -> tuple[Deadline, tuple[Amendment, ...]]:
        """The deadline standing on a day, and what made it so."""
        ...
