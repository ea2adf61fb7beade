"""What 'the Parties' and 'the two sides' say is the word of each; what somebody between them says is not."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize("who", ["The Parties", "The two sides", "Both parties"])
def test_the_word_of_each(who: str) -> None:
    found = claims_of(f"{who} informed the Joint Watch that they had agreed to move the date to 29 April.", "extend-deadline")
    assert sorted(c.speaker.actor or "" for c in found) == ["boran", "front"]


@pytest.mark.parametrize("who", ["Mediators between the parties", "A mediator between the two sides"])
def test_not_of_who_stands_between(who: str) -> None:
    (moved,) = claims_of(f"{who} said the deadline had been moved to 29 April.", "extend-deadline")
    assert moved.speaker.actor is None


def test_each_of_the_other() -> None:
    found = claims_of("The warring sides each said the other had attacked Kest.")
    assert {c.speaker.actor for c in found} <= {None}
