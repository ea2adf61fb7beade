"""Pages for days that nobody has asked for: who asks for others does not wait, and what was kept is what is found."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import pytest

from servanda.case import Loaded, ask, kept, open_case
from servanda.case.dossiers import dossier_of
from servanda.case.reviewing import decide
from servanda.findings.inquiry import Inquiry
from servanda.outputs.glance import glance
from servanda.web.shelf import Shelf

EVE, DAY_AFTER = date(2020, 11, 24), date(2020, 11, 25)


def test_a_page_for_other_days_keeps_nobody_waiting(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf(own)
    shelf.glance(EVE, EVE)
    begun, go = threading.Event(), threading.Event()
    real = Inquiry._find

    def slow(self: Inquiry, term: object, day: date) -> object:
        if day == DAY_AFTER:
            begun.set()
            assert go.wait(60)
        return real(self, term, day)  # type: ignore[arg-type]

    monkeypatch.setattr(Inquiry, "_find", slow)
    thread = threading.Thread(target=shelf.glance, args=(DAY_AFTER, DAY_AFTER))
    thread.start()
    try:
        assert begun.wait(60)
        assert shelf.glance(EVE, EVE).lines
        assert shelf.dossier(EVE, EVE).course("6-kalbajar").bands
        assert shelf.glance(EVE, date(2020, 11, 14)).lines, "days that nobody asked for either"
    finally:
        go.set()
        thread.join(60)
    assert shelf.glance(DAY_AFTER, DAY_AFTER).lines


def test_a_glance_once_asked_for_is_kept_and_is_the_found_one(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_SETTLED", -10.0)
    pairs = [(EVE, EVE), (DAY_AFTER, DAY_AFTER), (DAY_AFTER, EVE)]
    shelf = Shelf(own)
    seen = [shelf.glance(*pair) for pair in pairs]
    loads: list[object] = []
    real = Loaded.__init__
    monkeypatch.setattr(Loaded, "__init__", lambda self, case: (loads.append(case), real(self, case))[1])
    again = Shelf(own)
    assert [again.glance(*pair) for pair in pairs] == seen
    assert not loads, "what was kept needs no case"
    for pair, one in zip(pairs, seen, strict=True):
        answer = ask(open_case(own), *pair)
        assert glance(dossier_of(answer), answer.waiting) == one


def test_what_is_written_makes_the_kept_stale(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_SETTLED", -10.0)
    shelf = Shelf(own)
    day = date(2020, 11, 26)
    before = shelf.glance(day, day)
    claims = shelf.dossier(day, day).found("6-kalbajar").because
    assert claims
    decide(own, claims, "accepted", "a reader")
    after = shelf.glance(day, day)
    assert [t.status.reviewed for t in before.lines if t.term.id == "6-kalbajar"] == [False]
    assert [t.status.reviewed for t in after.lines if t.term.id == "6-kalbajar"] == [True]
