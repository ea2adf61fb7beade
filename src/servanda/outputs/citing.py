"""One sentence on a term that can be cited as it stands.

Invariant: the sentence holds the agreement, the term, who owes it, both clocks, the status with its epistemic word
and, where no person accepted the deciding claims, says so.
"""

from __future__ import annotations

from servanda.agreement.model import Agreement
from servanda.findings import TermFinding
from servanda.outputs.assemble import LazyDocument
from servanda.outputs.document import TermStatus
from servanda.outputs.wording import UNREVIEWED, long_day, needs_review_mark, shown


def citable(term: TermFinding | TermStatus, agreement: Agreement, document: LazyDocument) -> str:
    """The sentence."""
    bearers = joined([agreement.actors[b.actor].name for b in term.bearers])
    due = f", due {long_day(term.due)}" if term.due else ""
    moved = f" (first {long_day(term.original_due)})" if term.due != term.original_due and term.original_due else ""
    review = f" ({UNREVIEWED})" if needs_review_mark(term.compliance, term.reviewed) else ""
    text = f", by the text {document.text}" if document.text else ""
    return (
        f"As of {long_day(document.as_of)}, by what was known on {long_day(document.known_at)}{text}, "
        f"term {term.id} of “{agreement.title}”, owed by {bearers}{due}{moved}, was: "
        f"{shown(term.status)}, {shown(term.epistemic)}{review}."
    )


def joined(names: list[str]) -> str:
    """Names in a sentence: 'A', 'A and B', 'A, B and C'."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else "nobody"
