"""An outlet whose own name says whose it is speaks for that side; a country's name alone does not."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from tests.reading.boran import AGREEMENT

from servanda.agreement import loads
from servanda.reading import read
from servanda.reports.model import Report

TEXT = "Last night our fighters shelled Dolan, and Boran's drones struck our convoy in Kest."


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Voice of the Hills (Kest Front radio)", "front"),
        ("Radio of the Kest Front", "front"),
        ("Borani army radio", "boran"),
        ("Boran Radio", None),
        ("Boran Tribune", None),
        ("Radio Kest", None),
        ("UN Radio", None),
        ("Joint Watch Radio", None),
    ],
)
def test_whom_it_speaks_for(source: str, speaker: str | None) -> None:
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    report = Report("r.txt", digest, TEXT, (), "txt", source=source, published=date(2024, 3, 15))
    assert {c.speaker.actor for c in read(report, loads(AGREEMENT)).claims} == {speaker}
