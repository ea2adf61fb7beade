"""Whom 'the rebel group' stands for: never a third party, and the speaker's own where one of its own speaks."""

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
  govt: {name: Government of Boran, aliases: [Boran, Boran army], role: signatory}
  front: {name: Kest Front, role: signatory}
  union: {name: Mirna Union, role: signatory}
  relief: {name: Relief Committee, role: third-party}
terms:
  t: {norm: obligation, bearer: [front], act: release}
"""


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("The Relief Committee said the rebel group had released 15 soldiers of Boran.", [None]),
        ("Kest Front spokesman Lam Garan said the rebel group had released 15 soldiers of Boran.", ["front"]),
    ],
)
def test_the_rebel_group(text: str, doers: list[str | None]) -> None:
    """The committee that tells of a release released nobody."""
    report = Report("r.txt", hashlib.sha256(text.encode()).hexdigest(), text, (), "txt", published=date(2024, 3, 13))
    claims = [c for c in read(report, loads(AGREEMENT)).claims if c.act == "release"]
    assert [[p.id for p in c.actors] for c in claims] == [doers]


UNDER = """
servanda: 1
id: x
title: x
actors:
  govt: {name: Government of Boran, aliases: [Boran], role: signatory}
  riders: {name: Red Riders, role: bound, under: govt, basis: armed by the government}
  front: {name: Kest Front, role: signatory}
  union: {name: Mirna Union, role: signatory}
terms:
  t: {norm: prohibition, bearer: [front], act: attack}
"""


def test_who_fights_under_the_government_are_no_rebels() -> None:
    """Though the text names no other group."""
    text = "The Red Riders had come to the talks. On Friday the rebels said that 64 civilians were killed in Dolan."
    report = Report("r.txt", hashlib.sha256(text.encode()).hexdigest(), text, (), "txt", published=date(2024, 3, 13))
    (claim,) = read(report, loads(UNDER)).claims
    assert claim.speaker.actor is None
