"""From an answer to the dossier that pages, pictures and exports are made from.

Invariant: a dossier holds the values of the answer and nothing else.
"""

from __future__ import annotations

from servanda.case.answer import Answer
from servanda.outputs.dossier import Dossier


def dossier_of(answer: Answer) -> Dossier:
    """The dossier of an answer."""
    return Dossier(
        answer.agreement,
        answer.evidence,
        answer.findings,
        answer.document,
        answer.knowledge.reports,
        answer.case.sources,
        answer.head,
    )
