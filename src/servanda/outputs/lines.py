"""A term in one line: its word, its group, whether the word is unreviewed; cheap enough for long lists.

Invariant: a line says what the finding says and asks no further question of the rules, except how a term stood that has ended.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from servanda.agreement.model import Term
from servanda.outputs.at_the_end import at_the_end, with_end
from servanda.outputs.dossier import Dossier
from servanda.outputs.groups import Group, group_of
from servanda.outputs.wording import needs_review_mark, shown


@dataclass(frozen=True, slots=True)
class Stands:
    """How a term stands: the words and days of its finding, without what they rest on; `last`: how it stood when it ended."""

    status: str
    force: str
    compliance: str
    epistemic: str
    due: date | None
    original_due: date | None
    reviewed: bool
    flags: tuple[str, ...]
    last: str | None = None


@dataclass(frozen=True, slots=True)
class TermLine:
    """One term in a list."""

    term: Term
    status: Stands
    group: Group
    word: str
    epistemic: str
    mark: bool
    flags: tuple[str, ...]


def line(dossier: Dossier, key: str) -> TermLine:
    """The line of the term `key`."""
    f = dossier.found(key)
    last = at_the_end(dossier.findings, key)
    stands = Stands(f.status, f.force, f.compliance, f.epistemic, f.due, f.original_due, f.reviewed, f.flags, last)
    return line_of(dossier.agreement.terms[key], stands)


def line_of(term: Term, stands: Stands) -> TermLine:
    """The line of a term that stands so."""
    return TermLine(
        term,
        stands,
        group_of(stands.force, stands.compliance, stands.epistemic),
        with_end(stands.status, stands.last),
        shown(stands.epistemic),
        needs_review_mark(stands.compliance, stands.reviewed),
        tuple(shown(f) for f in stands.flags if f != "unreviewed"),
    )


def lines(dossier: Dossier) -> list[TermLine]:
    """All terms, in the order of the agreement."""
    return [line(dossier, key) for key in dossier.agreement.terms]
