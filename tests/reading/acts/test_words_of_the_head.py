"""What a heading puts in quotation marks it holds at arm's length; who is blamed there says nothing."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from tests.reading.boran import AGREEMENT

from servanda.agreement import loads
from servanda.reading import read
from servanda.reading.claim import Claim
from servanda.reports.model import Report, Segment


def head(text: str) -> Claim:
    whole = f"{text}\n\nIt was quiet elsewhere."
    segments = (Segment("headline", 0, len(text)), Segment("body", len(text) + 2, len(whole)))
    digest = hashlib.sha256(whole.encode()).hexdigest()
    report = Report("r.txt", digest, whole, segments, "txt", title=text, published=date(2024, 3, 15))
    (claim,) = read(report, loads(AGREEMENT)).claims
    return claim


@pytest.mark.parametrize(
    ("text", "modality", "polarity"),
    [
        ("Boran 'broke truce 15 times'", "alleged", "affirmed"),
        ("Front 'did not attack Kest'", "alleged", "negated"),
        ("Front 'leaves Kest'", "alleged", "affirmed"),
        ("Boran shells 'rebel village' Kest", "completed", "affirmed"),
        ("'Boran shelled Kest', says Front", "completed", "affirmed"),
    ],
)
def test_held_at_arms_length(text: str, modality: str, polarity: str) -> None:
    claim = head(text)
    assert (claim.modality, claim.polarity) == (modality, polarity)


def test_who_is_blamed_does_not_speak() -> None:
    claim = head("Five killed in Kest shelling, Front blamed")
    assert (claim.modality, claim.speaker.actor) == ("alleged", None)


def test_the_number_of_a_wire_counts_no_troops() -> None:
    assert head("UPDATE 2-Boran troops leave Kest").quantity is None
