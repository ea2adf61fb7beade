"""Which reader reads a case's prose: the grammar (with our own parser or the user's), or a language model.

Invariant: the ledger remembers the version that the last `run` used, and every question is answered by the readings
of that version; to use another reader is to run again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from servanda.agreement.model import Agreement
from servanda.ledger import Ledger
from servanda.reading.claim import Claim
from servanda.reading.readers import ReaderName
from servanda.reading.version import READER_VERSION
from servanda.reports.model import Report
from servanda.settings import Settings

_KEY = "prose-reader"
Read = Callable[[Report, Agreement], Sequence[Claim]]


@dataclass(frozen=True, slots=True)
class Prose:
    """A reader of prose: its version, under which readings are kept, and the reading itself."""

    version: str
    read: Read


def prose_reader(name: ReaderName, settings: Settings) -> Prose:
    """The reader of that name. Raises ReadingError D210 where `llm` is asked and none is set."""
    if name is ReaderName.LLM:
        from servanda.reading.llm import Endpoint, read_with, version

        endpoint = Endpoint.set_in(settings.llm)
        return Prose(version(endpoint), lambda report, agreement: read_with(endpoint, report, agreement).claims)
    model = settings.spacy_model
    return Prose(f"{READER_VERSION} with {model}" if model else READER_VERSION, _grammar(model))


def _grammar(model: str | None) -> Read:
    def read_(report: Report, agreement: Agreement) -> Sequence[Claim]:
        from servanda.reading import read
        from servanda.reading.parser import load

        return read(report, agreement, nlp=load(model) if model else None).claims

    return read_


def standing(ledger: Ledger, settings: Settings) -> Prose:
    """The reader of the kind that a case uses, as the user's settings now have it."""
    return prose_reader(ReaderName.LLM if in_use(ledger).startswith("llm/") else ReaderName.GRAMMAR, settings)


def in_use(ledger: Ledger) -> str:
    """The version by whose readings questions are answered; one of the grammar that is no longer current gives way."""
    kept = ledger.recall(_KEY)
    if kept is None or (kept.startswith("grammar/") and kept.split(" ")[0] != READER_VERSION):
        return READER_VERSION
    return kept


def use(ledger: Ledger, version: str) -> None:
    """From now on questions are answered by this reader."""
    if in_use(ledger) != version:
        ledger.remember(_KEY, version)
