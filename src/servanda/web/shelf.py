"""A case as the web app holds it: what was loaded, kept as long as the files stay as they are.

Invariant: what is kept belongs to one state of the files (agreement, sources, ledger); when that changes, all of it is
dropped. Keeping changes no answer. Nobody waits but for what he asks for himself.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from servanda.case import Answer, Case, Loaded, open_case
from servanda.case.dossiers import base_layers, dossier_of
from servanda.case.kept import state_of
from servanda.case.once import Once
from servanda.case.searching import Index
from servanda.case.standing import keep, keep_glance, kept_glance
from servanda.errors import ServandaError
from servanda.outputs.dossier import Dossier
from servanda.outputs.glance import Glance, glance

T = TypeVar("T")
PAGES, ANSWERS, INDEXES = 128, 8, 2
_DRAWN = 0.6  # seconds in which a page of what was kept is drawn
_FILES = ("agreement.yaml", "sources.yaml", "coverage.yaml", "ledger.db", "ledger.db-wal")


@dataclass(frozen=True, slots=True)
class _Held:
    """What belongs to one state of the files: the case, what was loaded of it, answers, and what is small."""

    state: Hashable
    case: Case
    loaded: Once = field(default_factory=lambda: Once(1))
    answers: Once = field(default_factory=lambda: Once(ANSWERS))
    indexes: Once = field(default_factory=lambda: Once(INDEXES))
    pages: Once = field(default_factory=lambda: Once(PAGES))


class Shelf:
    """One case; may be asked from several threads. `lock` is for those who write to the case, or read a text."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.lock = threading.RLock()
        self._hold = threading.Lock()
        self._held: _Held | None = None
        self._seen = threading.Event()

    @property
    def case(self) -> Case:
        """The case as its files are now."""
        return self._now().case

    def load(self) -> Loaded:
        """All that the case holds now, loaded once. Raises LedgerError L104 before the first run."""
        held = self._now()
        return held.loaded.get("case", lambda: Loaded(held.case))

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """A small value made once for this state of the files."""
        return self._now().pages.get(key, make)

    def answer(self, as_of: date, known_at: date, text: str | None = None) -> Answer:
        """The answer for a pair of days, by a rival text if one is named."""
        return self.dossier_and_answer(as_of, known_at, text)[1]

    def dossier(self, as_of: date, known_at: date, text: str | None = None) -> Dossier:
        """The same as a dossier."""
        return self.dossier_and_answer(as_of, known_at, text)[0]

    def dossier_and_answer(self, as_of: date, known_at: date, text: str | None) -> tuple[Dossier, Answer]:
        """Both, of one state of the files."""

        def make() -> tuple[Dossier, Answer]:
            answer = self.load().ask(as_of, known_at, text=text)
            return dossier_of(answer), answer

        return self._now().answers.get((as_of, known_at, text), make)

    def glance(self, as_of: date, known_at: date, text: str | None = None) -> Glance:
        """The answer at a glance: as it was kept once, else found and kept."""

        def make() -> Glance:
            held, state = self._now(), state_of(self.root)
            seen = kept_glance(held.case, as_of, known_at, text)
            if seen is not None:
                return seen
            dossier, answer = self.dossier_and_answer(as_of, known_at, text)
            found = glance(dossier, answer.waiting)
            if self._now() is held:
                keep_glance(state, answer, found, text)
            return found

        found = self.kept(("glance", as_of, known_at, text), make)
        self._seen.set()
        return found

    def warm(self, first_page_within: float = 4.0) -> None:
        """Answer for today, so that later pages need not wait; what cannot be answered is told when it is asked.

        Where the last run kept the answer at a glance, the first page is let go before: it needs no more than that.
        """
        with contextlib.suppress(ServandaError):
            state, today = state_of(self.root), self.case.today()
            if kept_glance(self.case, today, today, None) is not None and self._seen.wait(first_page_within):
                time.sleep(_DRAWN)
            self.dossier(today, today)
            keep(state, self.answer(today, today))

    def index(self, known_at: date) -> Index:
        """The search index of what was known on a day."""
        return self._now().indexes.get(known_at, lambda: Index(self.load().knowledge(known_at)))

    def layers(self) -> list[dict[str, Any]]:
        """The user's base layers of the map."""
        return self.kept("layers", lambda: base_layers(self.case))

    def _now(self) -> _Held:
        with self._hold:
            state = tuple(_stamp(self.root / name) for name in _FILES)
            if self._held is None or state != self._held.state:
                self._held = _Held(state, open_case(self.root))
            return self._held


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_size) if found.st_size else None  # SQLite leaves an empty journal behind a look
