"""What is not confirmed, not owned up to or only supposed is left open: neither done nor left undone."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "The withdrawal of Boran from Kest has yet to be verified.",
        "The withdrawal of Boran has not been confirmed by Joint Watch.",
        "No withdrawal has been confirmed.",
    ],
)
def test_not_confirmed_is_not_undone(text: str) -> None:
    assert all(c.modality in {"unknown", "possible"} for c in claims_of(text, "withdraw"))


def test_confirmed_is_done() -> None:
    (left,) = claims_of("The withdrawal of Boran has been confirmed by Joint Watch.", "withdraw")
    assert (left.modality, left.polarity) == ("completed", "affirmed")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The UN said it was not in a position to confirm the shelling of Kest.", "unknown"),
        ("Boran stopped short of admitting it had shelled Kest.", "possible"),
        ("Boran did not acknowledge that it had shelled Kest.", "possible"),
        ("Boran admitted that it had shelled Kest.", "completed"),
        ("Should Boran shell Kest, the Front will respond.", "possible"),
        ("If Boran shells Kest, the Front will respond.", "possible"),
    ],
)
def test_left_open(text: str, modality: str) -> None:
    (attack,) = claims_of(text)
    assert attack.modality == modality


def test_who_will_respond_says_nothing() -> None:
    for text in ("Should Boran shell Kest, the Front will respond.", "If Boran shells Kest, the Front will respond."):
        assert all(c.speaker.actor is None for c in claims_of(text))


def test_who_says_if_speaks() -> None:
    (left,) = claims_of("If Boran left Kest, the Front said, it would disarm.", "withdraw")
    assert left.speaker.actor == "front"


def test_not_in_a_position_is_no_place() -> None:
    assert not claims_of("Boran is not in a position to leave Kest.", "remain")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The UN urged Boran to leave Kest and the Front to disarm.", "requested"),
        ("Boran promised to leave Kest and the Front to disarm.", "promised"),
        ("The agreement requires Boran to leave Kest and the Front to disarm.", "required"),
    ],
)
def test_one_order_for_two(text: str, modality: str) -> None:
    (left,), (disarm,) = claims_of(text, "withdraw"), claims_of(text, "disarm")
    assert [[p.id for p in c.actors] for c in (left, disarm)] == [["boran"], ["front"]]
    assert left.modality == disarm.modality == modality


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Asked whether Boran had left Kest, Kam said yes.", "unknown"),
        ("Reporters asked Kam whether the Boran army had left Kest.", "unknown"),
        ("The UN asked Boran to leave Kest.", "requested"),
    ],
)
def test_asked_whether(text: str, modality: str) -> None:
    (left,) = claims_of(text, "withdraw")
    assert left.modality == modality


def test_who_is_not_responsible_did_not_do_it() -> None:
    (attack,) = claims_of("Boran was not responsible for the shelling of Kest.")
    assert (attack.polarity, [p.id for p in attack.actors]) == ("negated", ["boran"])
