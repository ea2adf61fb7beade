"""Denials of what the sentence before told, denials given up, and denials of what is itself a not-doing."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    ("text", "act", "who"),
    [
        ("The Front's fighters withdrew from Kest on Monday. Boran disputed this.", "withdraw", "boran"),
        (
            "The Joint Watch said the Front withdrew from Kest. A Borani spokesman called the statement false.",
            "withdraw",
            "boran",
        ),
        ("The Front released 40 prisoners on Sunday. Boran denied it.", "release", "boran"),
        ("The deadline has been moved to 25 March, the Front said. Boran denied this.", "extend-deadline", "boran"),
        ("The Front has asked for two more weeks, Boran said. The Front denied this.", "request-extension", "front"),
        ("The Front left Kest on Monday. Boran rejected this as untrue.", "withdraw", "boran"),
    ],
)
def test_the_deed_told_right_before_is_denied(text: str, act: str, who: str) -> None:
    told, denied = claims_of(text, act)
    assert (denied.modality, denied.speaker.actor, denied.zone) == ("denied", who, told.zone)
    assert [p.id for p in denied.actors] == [p.id for p in told.actors]


@pytest.mark.parametrize(
    "text",
    [
        "Boran withdrew from Dolan on Sunday and the Front left Kest. Boran disputed this.",
        "The Front left Kest on Monday. It was quiet. Shops were open. Boran disputed this.",
        "The Front left Kest, Boran said. Boran denied it.",
        "The Front left Kest on Monday. Boran had no comment.",
        "The Front left Kest on Monday. Residents disputed this.",
    ],
)
def test_not_where_it_is_open_what_is_denied(text: str) -> None:
    assert [c for c in claims_of(text, "withdraw") if c.modality == "denied"] == []


@pytest.mark.parametrize(
    "so_far", ["It had until now denied", "Until now the Front had denied", "The Front had until then denied"]
)
def test_a_denial_given_up(so_far: str) -> None:
    assert claims_of(f"The Front admitted the raid. {so_far} that its men attacked Kest.", "attack")[1:] == []


def test_a_denial_that_stands() -> None:
    (denied,) = claims_of("The Front has always denied that its men attacked Kest.")
    assert denied.modality == "denied"


@pytest.mark.parametrize(
    ("text", "modality", "polarity"),
    [
        ("The Front denied that it had failed to withdraw from Kest.", "denied", "negated"),
        ("The Front denied that it had delayed its withdrawal from Kest.", "possible", "affirmed"),
        ("The Front denied that it refused to withdraw from Kest.", "possible", "affirmed"),
        ("The Front denied that it had withdrawn from Kest.", "denied", "affirmed"),
    ],
)
def test_denied_not_to_have(text: str, modality: str, polarity: str) -> None:
    (claim,) = claims_of(text, "withdraw")
    assert (claim.modality, claim.polarity) == (modality, polarity)
