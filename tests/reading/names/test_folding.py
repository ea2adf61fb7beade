"""Folding: one letter for one letter, whatever stands beside it."""

from __future__ import annotations

import pytest

from servanda.reading.names.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("The Lahij brigade", "the lahij brigade"),
        ("“Łuków’s” Ørbro", " lukow s  orbro"),
        ("Село Ålby – East", "село alby   east"),
        ("Straße, İzmit & Kırk", "strase  izmit   kirk"),
    ],
)
def test_each_letter_is_folded_by_itself(text: str, folded: str) -> None:
    assert fold(text).text == folded
    assert "".join(fold(letter).text for letter in text) == folded


def test_places_lead_back_where_marks_and_runs_of_space_went() -> None:
    text = "A\u0301lby  –\nKest"
    found = fold(text)
    assert [text[found.place(i)].lower() for i, c in enumerate(found.text) if c.isalpha()] == list("albykest")
