"""'The army confirmed this': the word of another for the one thing that was told right before."""

from __future__ import annotations

from tests.reading.boran import claims_of


def test_it_is_the_confirmers_word_too() -> None:
    told = claims_of("The Front said that it had left Kest. The Boran army confirmed this.", "withdraw")
    assert {c.speaker.actor for c in told} == {"front", "boran"}
    assert all([p.id for p in c.actors] == ["front"] for c in told)


def test_of_two_things_none_is_confirmed() -> None:
    text = "The Front said that it had left Kest and freed ten men. The Boran army confirmed this."
    assert {c.speaker.actor for c in claims_of(text, "withdraw")} == {"front"}


def test_nobody_confirms_himself() -> None:
    text = "The Front said that it had left Kest. The Front confirmed this."
    assert len(claims_of(text, "withdraw")) == 1
