"""What reading leaves behind and leaves alone: parses are let go, the collector of garbage is the host's, case is cheap."""

from __future__ import annotations

import gc

import pytest

from servanda.reading.grammar import Item, read_all
from servanda.reading.parser import load
from servanda.reading.parser.parsed import Token
from servanda.reading.small_letters import compile_small, small
from servanda.reports.opening import open_text

TEXT = "The army withdrew from the town on 3 May. The rebels, who shelled it, said that they had left."


def test_parses_are_let_go_and_garbage_is_left_to_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    reports = [Item(open_text(TEXT, path=f"{n}.txt")) for n in range(5)]
    load()
    collects = gc.isenabled()
    gc.disable()
    try:
        with monkeypatch.context() as patch:
            for name in ("disable", "enable", "collect", "freeze", "set_threshold"):
                patch.setattr(gc, name, lambda *_, name=name: pytest.fail(f"gc.{name} was called"))
            before = sum(isinstance(o, Token) for o in gc.get_objects())
            readings = list(read_all(reports, wide=True))
            after = sum(isinstance(o, Token) for o in gc.get_objects())
    finally:
        if collects:
            gc.enable()
    assert all(r.parsed == 2 and r.acts for r in readings)
    assert after == before


def test_small_letters_keep_their_places() -> None:
    text = "İzmir, the ARMY’s Çorum post, straße"
    assert len(small(text)) == len(text)
    found = compile_small(r"\barmy\b(?P<of>’s)").search(small(text))
    assert found is not None and text[found.start() : found.end()] == "ARMY’s"


def test_a_pattern_for_small_letters_asks_for_no_capital() -> None:
    with pytest.raises(ValueError, match="capital"):
        compile_small(r"\bMonday\b")
    assert compile_small(r"(?P<day>\S+day)\W") is not None
