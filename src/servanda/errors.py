"""Every error that a user can meet, as one tree; each carries a stable code.

    ServandaError
    ├── AgreementError     A…  the agreement file, sources.yaml, coverage.yaml
    │   └── AgreementErrors    all errors of one file at once
    ├── ReportError        R…  a document that cannot be read
    ├── ReadingError       D…  the reader: models, languages, a language model's answers
    ├── EvidenceError      E…  event tables, claims entered by hand
    ├── FindingError       F…  what the rules refuse (cycles, unknown terms)
    ├── LedgerError        L…  the SQLite file
    ├── CaseError          C…  a case folder, a command
    ├── WebError           W…  the web app
    └── BatchError         B…  many agreements and events

The text of an error names what was found, where, what is allowed and what to write instead.
`docs/errors.md` lists every code; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a file and, where known, line and column (both from 1)."""

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        parts = [self.file, *(str(n) for n in (self.line, self.column) if n is not None)]
        return ":".join(parts)


class ServandaError(Exception):
    """The base of all. `code` is stable, `message` is a sentence or two, `place` is optional."""

    def __init__(self, code: str, message: str, place: Place | None = None) -> None:
        self.code = code
        self.message = message
        self.place = place
        super().__init__(str(self))

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        return f"[{self.code}] {where}{self.message}"


class AgreementError(ServandaError):
    """One thing wrong in agreement.yaml, sources.yaml or coverage.yaml."""


class AgreementErrors(AgreementError):
    """All things wrong in one file, in the order of the file."""

    def __init__(self, errors: Sequence[AgreementError]) -> None:
        self.errors = tuple(errors)
        first = self.errors[0]
        super().__init__(first.code, first.message, first.place)

    def __str__(self) -> str:
        return "\n".join(f"[{e.code}] {f'{e.place}: ' if e.place else ''}{e.message}" for e in self.errors)


E = TypeVar("E", bound=ServandaError)


def joined(errors: Sequence[E]) -> E:
    """All errors of one file as one of their kind: the first one's code and place, the others on lines of their own."""
    ordered = sorted(errors, key=lambda e: (0, 0) if e.place is None else (e.place.line or 0, e.place.column or 0))
    first = ordered[0]
    return type(first)(first.code, "\n".join([first.message, *(str(e) for e in ordered[1:])]), first.place)


class ReportError(ServandaError):
    """A document that cannot be read; the run goes on without it."""


class ReadingError(ServandaError):
    """The reader could not do its work (a model is missing, a language model's answer is unusable)."""


class EvidenceError(ServandaError):
    """An event table or a claims file that cannot be used."""


class FindingError(ServandaError):
    """A question that the rules refuse."""


class LedgerError(ServandaError):
    """The ledger file is damaged, locked or from a later version."""


class CaseError(ServandaError):
    """A case folder or a command's input that cannot be used."""


class WebError(ServandaError):
    """A request that the web app refuses."""


class BatchError(ServandaError):
    """Agreements or events that a batch cannot take."""
