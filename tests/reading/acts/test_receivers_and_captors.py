"""Who got captives that nobody is said to have given, and who holds those that nobody is said to hold."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "All sixty captives walked out of prison on Monday and were welcomed by the Front.",
        "The Front said that sixty captives had been received.",
        "The Front said that it had received sixty captives.",
    ],
)
def test_receiver(text: str) -> None:
    (freed,) = claims_of(text, "release")
    assert freed.actors == ()
    assert freed.target is not None
    assert freed.target.id == "front"


@pytest.mark.parametrize(
    "text",
    [
        "The Front said that sixty captives had been freed.",
        "Boran said that sixty captives had been received by the UN.",
        "The minister confirmed that sixty captives had been received.",
    ],
)
def test_who_only_tells_received_nothing(text: str) -> None:
    (freed,) = claims_of(text, "release")
    assert freed.target is None or freed.target.id not in {"front", "boran"}


@pytest.mark.parametrize(
    ("text", "captor", "polarity"),
    [
        ("Fourteen sailors remained in Boran custody.", "boran", "affirmed"),
        ("Twelve men remain in the Front's hands.", "front", "affirmed"),
        ("No Borani soldier remained in the Front's hands.", "front", "negated"),
        ("“Nine of our men are still sitting in the cells,” the Front said.", "boran", "affirmed"),
    ],
)
def test_captor(text: str, captor: str, polarity: str) -> None:
    (held,) = claims_of(text, "detain")
    assert [p.id for p in held.actors] == [captor]
    assert held.polarity == polarity


def test_nobody_is_chosen_where_nobody_is_told() -> None:
    (held,) = claims_of("Nine captives were still sitting in the cells, the UN said.", "detain")
    assert held.actors == ()


def test_a_place_in_hands_is_no_captive() -> None:
    assert not claims_of("Kest remained in the Front's hands.", "detain")


def test_the_count_is_of_those_who_remained() -> None:
    (held,) = claims_of("Of forty prisoners, twelve had gone home and nine remained in Boran custody.", "detain")
    assert held.quantity is not None
    assert held.quantity.low == 9


@pytest.mark.parametrize("whom", ["into our care", "to Joint Watch"])
def test_captured_soldiers_are_freed(whom: str) -> None:
    text = f"The Front transferred nine captured soldiers {whom}."
    (freed,) = claims_of(text, "release")
    assert [p.id for p in freed.actors] == ["front"]
    assert not claims_of(text, "deploy")


def test_soldiers_are_deployed() -> None:
    assert not claims_of("The Front transferred nine soldiers to Kest.", "release")
