"""Reading: a report in, claims out. `read` is the reader `grammar`; other readers give the same `Claim`s.

Importing this package loads no language model; the first `read` does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from servanda.reading.version import READER_VERSION

if TYPE_CHECKING:
    from spacy.language import Language

    from servanda.agreement.model import Agreement
    from servanda.reading.claim import Claim
    from servanda.reading.grammar import Reading
    from servanda.reading.names import Names
    from servanda.reports.model import Report

__all__ = ["READER_VERSION", "Claim", "read"]


def read(
    report: Report,
    agreement: Agreement | None = None,
    *,
    names: Names | None = None,
    nlp: Language | None = None,
    all_sentences: bool = False,
) -> Reading:
    """`servanda.reading.grammar.read`, imported when it is first needed."""
    from servanda.reading.grammar import read as read_

    return read_(report, agreement, names=names, nlp=nlp, all_sentences=all_sentences)


def __getattr__(name: str) -> Any:
    if name != "Claim":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from servanda.reading.claim import Claim

    return Claim
