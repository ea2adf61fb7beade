"""Which reader reads a case's prose: the grammar (with our own parser or the user's), or a language model.

Invariant: the ledger remembers the version that the last `run` used, and every question is answered by the readings
of that version; to use another reader is to run again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from servanda.agreement.model import Agreement
from servanda.errors import ReadingError
from servanda.ledger import Ledger
from servanda.reading.claim import Claim
from servanda.reading.readers import ReaderName
from servanda.reading.version import READER_VERSION
from servanda.reports.model import Report
from servanda.settings import Settings

if TYPE_CHECKING:
    from servanda.reading.llm import Endpoint
    from servanda.reading.names import Names

_KEY = "prose-reader"
Outcome = Sequence[Claim] | ReadingError
"""What was read in a report, or what kept this one from being read."""
Read = Callable[[Iterable[Report], Agreement], Iterator[Outcome]]
_OF_ONE_REPORT = frozenset({"D212", "D213"})
_TOGETHER = 32


@dataclass(frozen=True, slots=True)
class Prose:
    """A reader of prose: its version, under which readings are kept, and the reading itself, of reports in order, each
    as if alone; `together` is how many files are best given at once, none of which is kept before all are read.

    The reading raises ReadingError where the reader cannot work at all."""

    version: str
    read: Read
    together: int = 1


def prose_reader(name: ReaderName, settings: Settings) -> Prose:
    """The reader of that name. Raises ReadingError D210 where `llm` is asked and none is set."""
    if name is ReaderName.LLM:
        from servanda.reading.llm import Endpoint, version

        endpoint = Endpoint.set_in(settings.llm)
        return Prose(version(endpoint), _model(endpoint))
    model = settings.spacy_model
    return Prose(f"{READER_VERSION} with {model}" if model else READER_VERSION, _grammar(model), _TOGETHER)


def _grammar(model: str | None) -> Read:
    names_of = _Kept()

    def read_(reports: Iterable[Report], agreement: Agreement) -> Iterator[Outcome]:
        from servanda.reading.grammar import Item, read_all
        from servanda.reading.parser import load

        names = names_of(agreement)
        items = (Item(report, agreement, names) for report in reports)
        for reading in read_all(items, nlp=load(model) if model else None):
            yield reading.claims

    return read_


def _model(endpoint: Endpoint) -> Read:
    names_of = _Kept()

    def read_(reports: Iterable[Report], agreement: Agreement) -> Iterator[Outcome]:
        from servanda.reading.llm import read_with

        names = names_of(agreement)
        for report in reports:
            try:
                yield read_with(endpoint, report, agreement, names=names).claims
            except ReadingError as error:
                if error.code not in _OF_ONE_REPORT:
                    raise
                yield error

    return read_


class _Kept:
    """The names of an agreement, made once: that takes longer than reading a report."""

    def __init__(self) -> None:
        self._of: tuple[Agreement, Names] | None = None

    def __call__(self, agreement: Agreement) -> Names:
        if self._of is None or self._of[0] is not agreement:
            from servanda.reading.names import Names

            self._of = (agreement, Names.of(agreement))
        return self._of[1]


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
