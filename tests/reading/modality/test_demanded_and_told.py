"""Headings that demand, what somebody was told, what goes on beside a 'not', and what stays shut."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of, claims_under


@pytest.mark.parametrize(
    ("head", "act", "modality"),
    [
        ("Boran: end arbitrary detention", "detain", "requested"),
        ("Boran: Release prisoners now", "release", "requested"),
        ("Kest: stop shelling of villages", "cease-fire", "requested"),
        ("Kest: Front releases prisoners", "release", "completed"),
        ("Kest: army ends shelling of villages", "cease-fire", "completed"),
    ],
)
def test_a_bare_verb_behind_a_colon_demands(head: str, act: str, modality: str) -> None:
    assert {c.modality for c in claims_under(head) if c.act == act} == {modality}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The Joint Watch was told that Boran had shelled Kest.", "alleged"),
        ("The Joint Watch was told by the Front that Boran had shelled Kest.", "completed"),
        ("Boran shelled Kest, and the Joint Watch was told that the road was shut.", "completed"),
    ],
)
def test_what_nobody_named_told_is_hearsay(text: str, modality: str) -> None:
    (claim,) = claims_of(text)
    assert claim.modality == modality


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("The Front did not return fire and continues to observe the truce.", {"comply"}),
        ("Boran units did not open fire and continue to abide by the truce.", {"comply"}),
        ("Boran units did not observe the truce.", {"breach-ceasefire"}),
    ],
)
def test_no_not_reaches_what_goes_on(text: str, acts: set[str]) -> None:
    assert {a for a in ("comply", "breach-ceasefire") if claims_of(text, a)} == acts


def test_or_shares_the_not() -> None:
    assert {c.polarity for c in claims_of("The Front did not fire or continue to shell Kest.")} == {"negated"}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The Kest road has been closed by the Front until further notice.", date(2024, 3, 15)),
        ("The Front keeps the Kest road shut, although the deadline ran out on Monday.", date(2024, 3, 15)),
        ("The Front has closed the Kest road.", None),
        ("The Front closed the Kest road on Monday, although the accord forbids it.", date(2024, 3, 11)),
    ],
)
def test_what_stays_shut_is_shut_when_told(text: str, first: date | None) -> None:
    (claim,) = claims_of(text, "block-route")
    assert claim.when.earliest == first
