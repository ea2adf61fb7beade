"""What stands behind 'as follows:' is told by whoever announces it."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from servanda.agreement import loads
from servanda.reading import read
from servanda.reports.model import Report

AGREEMENT = """
servanda: 1
id: x
title: x
actors:
  boran: {name: Boran, aliases: [Boran army], role: signatory}
  kestia: {name: Kestia, aliases: [Kestian army], role: signatory}
zones:
  mirna: {name: Mirna}
  tarn: {name: Tarn}
terms:
  t: {norm: prohibition, bearer: [boran, kestia], act: attack}
"""


def speakers(text: str) -> list[str | None]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    report = Report("r.txt", digest, text, (), "txt", title="Boran and Kestia", published=date(2024, 3, 13))
    return [c.speaker.actor for c in read(report, loads(AGREEMENT)).claims if c.act == "attack"]


@pytest.mark.parametrize(
    "head",
    [
        "The Boran army said that it had kept the truce. The incidents of Tuesday are as follows:",
        "The Boran army listed the following incidents:",
    ],
)
def test_the_list_is_the_announcers(head: str) -> None:
    """The next paragraph, and every item of a list."""
    text = f"{head}\n\n- Kestian troops shelled Mirna at noon.\n\n- Kestian troops shelled Tarn at dusk.\n\nRain fell. Kestia bombed Tarn."
    assert speakers(text)[:2] == ["boran", "boran"]
    assert speakers(text)[2:] == [None]


def test_nobody_announces() -> None:
    """A colon of the outlet's own leaves the words its own."""
    assert speakers("The week was as follows:\n\nKestian troops shelled Mirna at noon.") == [None]
