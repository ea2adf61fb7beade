"""Numbers alone that are called the rest: of what was handed over before them."""

from __future__ import annotations

import pytest
from tests.reading.boran import every_claim_of


def _kinds(text: str) -> list[tuple[str, str, list[str | None]]]:
    return [(c.act, c.polarity, [p.id for p in c.actors]) for c in every_claim_of(text)]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The Front surrendered 31 of its 50 rifles. The remaining nineteen have not been handed over.", "hand-over-weapons"),
        ("The Front handed over 30 of its 49 guns. The other nineteen pieces have not been handed over.", "hand-over-weapons"),
        ("The Front freed six of the nine captives. The other three have not been handed over.", "release"),
        ("The Front returned two of the bodies. The remaining four have not been handed over.", "return-bodies"),
    ],
)
def test_the_rest_is_of_the_same_kind(text: str, act: str) -> None:
    assert _kinds(text) == [(act, "affirmed", ["front"]), (act, "negated", ["front"])]


def test_nothing_told_before_is_left_open() -> None:
    assert _kinds("The Front and Boran met. The remaining nineteen have not been handed over.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Front surrendered its rifles. The remaining nineteen captives have not been handed over.",
        "The Front surrendered its rifles. The remaining nineteen have not been freed.",
    ],
)
def test_who_is_freed_is_somebody(text: str) -> None:
    assert _kinds(text)[-1][:2] == ("release", "negated")
