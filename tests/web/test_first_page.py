"""The first page after a run needs only what the run kept: the case is loaded once that page has been asked for."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import pytest

from servanda.case import ask, open_case
from servanda.case.kept import state_of
from servanda.case.standing import keep
from servanda.outputs.dossier import Dossier
from servanda.web.shelf import Shelf


class Watched(Shelf):
    """A shelf that tells when it begins to load the case."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.loading = threading.Event()

    def dossier(self, as_of: date, known_at: date, text: str | None = None) -> Dossier:
        self.loading.set()
        return super().dossier(as_of, known_at, text)


def _warming(shelf: Shelf, seconds: float) -> threading.Thread:
    thread = threading.Thread(target=shelf.warm, args=(seconds,), daemon=True)
    thread.start()
    return thread


def test_the_first_page_goes_before_the_case_is_loaded(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("servanda.case.kept._SETTLED", -1.0)  # else what changed a moment ago is not kept
    case = open_case(own)
    today = case.today()
    keep(state_of(own), ask(case, today, today))
    shelf = Watched(own)
    thread = _warming(shelf, 60)
    assert not shelf.loading.wait(1), "the case is loaded before anybody has seen a page"
    assert shelf.glance(today, today).lines
    assert shelf.loading.wait(30), "the case is not loaded after the first page"
    thread.join(60)


def test_without_a_kept_answer_the_case_is_loaded_at_once(own: Path) -> None:
    shelf = Watched(own)
    thread = _warming(shelf, 60)
    assert shelf.loading.wait(30)
    thread.join(60)
