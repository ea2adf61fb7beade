"""A case as the web app holds it: what was loaded, kept as long as the files stay as they are.

Invariant: what is kept belongs to one state of the files (agreement, sources, ledger); when that changes, all of it is
dropped. Keeping changes no answer.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar, cast

from servanda.case import Answer, Case, ask, open_case
from servanda.case.dossiers import base_layers, dossier_of
from servanda.case.kept import state_of
from servanda.case.searching import Index
from servanda.case.standing import keep, kept_glance
from servanda.errors import ServandaError
from servanda.outputs.dossier import Dossier
from servanda.outputs.glance import Glance, glance

T = TypeVar("T")
KEPT = 64
_DRAWN = 0.6  # seconds in which a page of what was kept is drawn
_NOTHING = object()
_FILES = ("agreement.yaml", "sources.yaml", "coverage.yaml", "ledger.db", "ledger.db-wal")


class Shelf:
    """One case; asked from several threads, it works on one question at a time, and gives what it holds at once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.lock = threading.RLock()
        self._hold = threading.Lock()
        self._state: Hashable = None
        self._case: Case | None = None
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._seen = threading.Event()

    @property
    def case(self) -> Case:
        """The case as its files are now."""
        with self._hold:
            self._refresh()
            assert self._case is not None
            return self._case

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """A value made once for this state of the files; the least used of `KEPT` are dropped."""
        found, state = self._look(key)
        if found is not _NOTHING:
            return cast("T", found)
        with self.lock:
            found, state = self._look(key)  # another may have made it meanwhile
            if found is not _NOTHING:
                return cast("T", found)
            value = make()
        with self._hold:
            if state == self._state:
                self._kept[key] = value
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
        return value

    def answer(self, as_of: date, known_at: date, text: str | None = None) -> Answer:
        """The answer for a pair of days, by a rival text if one is named."""
        return self.kept(("answer", as_of, known_at, text), lambda: ask(self.case, as_of, known_at, text=text))

    def glance(self, as_of: date, known_at: date, text: str | None = None) -> Glance:
        """The answer at a glance: as the last run kept it, else found."""
        key = ("glance", as_of, known_at, text)
        found, state = self._look(key)
        if found is not _NOTHING:
            return cast("Glance", found)
        seen = kept_glance(self.case, as_of, known_at, text)
        if seen is None:
            return self.kept(key, lambda: self._glance(as_of, known_at, text))
        with self._hold:
            if state == self._state:
                self._kept[key] = seen
        self._seen.set()
        return seen

    def dossier(self, as_of: date, known_at: date, text: str | None = None) -> Dossier:
        """The same as a dossier."""
        answer = self.answer(as_of, known_at, text)
        return self.kept(("dossier", as_of, known_at, text), lambda: dossier_of(answer))

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
        answer = self.answer(known_at, known_at)
        return self.kept(("index", known_at), lambda: Index(answer.knowledge))

    def layers(self) -> list[dict[str, Any]]:
        """The user's base layers of the map."""
        return self.kept("layers", lambda: base_layers(self.case))

    def _glance(self, as_of: date, known_at: date, text: str | None) -> Glance:
        return glance(self.dossier(as_of, known_at, text), self.answer(as_of, known_at, text).waiting)

    def _look(self, key: Hashable) -> tuple[Any, Hashable]:
        """What is held under a key, or _NOTHING; and the state of the files."""
        with self._hold:
            self._refresh()
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key, _NOTHING), self._state

    def _refresh(self) -> None:
        state = tuple(_stamp(self.root / name) for name in _FILES)
        if state != self._state:
            self._case = open_case(self.root)
            self._kept.clear()
            self._state = state


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_size) if found.st_size else None  # SQLite leaves an empty journal behind a look
