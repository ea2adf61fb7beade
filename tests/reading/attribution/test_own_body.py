"""In a state's own paper 'the General Staff' is its own; in that of others it is not."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from tests.reading.boran import AGREEMENT

from servanda.agreement import loads
from servanda.reading import read
from servanda.reports.model import Report

TEXT = "The General Staff reports that the enemy shelled Kest on Monday."


@pytest.mark.parametrize(
    ("source", "speaker", "doers"),
    [
        ("Ministry of Defence of Boran", "boran", ["front"]),
        ("Kest Front", None, [None]),
        ("Joint Watch", None, [None]),
        ("Harbour Post", None, [None]),
    ],
)
def test_whose_general_staff_it_is(source: str, speaker: str | None, doers: list[str | None]) -> None:
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    report = Report("r.txt", digest, TEXT, (), "txt", source=source, published=date(2024, 3, 15))
    (claim,) = read(report, loads(AGREEMENT)).claims
    assert (claim.speaker.actor, [p.id for p in claim.actors]) == (speaker, doers)
