"""A term in one line: its word, its group, whether the word is unreviewed; cheap enough for long lists.

Invariant: a line says what the finding says and asks no further question of the rules.
"""

from __future__ import annotations

from dataclasses import dataclass

from servanda.agreement.model import Term
from servanda.outputs.document import TermStatus
from servanda.outputs.dossier import Dossier
from servanda.outputs.groups import Group, group_of
from servanda.outputs.wording import needs_review_mark, shown


@dataclass(frozen=True, slots=True)
class TermLine:
    """One term in a list."""

    term: Term
    status: TermStatus
    group: Group
    word: str
    epistemic: str
    mark: bool
    flags: tuple[str, ...]


def line(dossier: Dossier, key: str) -> TermLine:
    """The line of the term `key`."""
    found = dossier.found[key]
    return TermLine(
        dossier.agreement.terms[key],
        dossier.statuses[key],
        group_of(found.force, found.compliance, found.epistemic),
        shown(found.status),
        shown(found.epistemic),
        needs_review_mark(found.compliance, found.reviewed),
        tuple(shown(f) for f in found.flags if f != "unreviewed"),
    )


def lines(dossier: Dossier) -> list[TermLine]:
    """All terms, in the order of the agreement."""
    return [line(dossier, key) for key in dossier.agreement.terms]
