"""Extensions told again, and those that a text only provides for."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from servanda.agreement import loads
from servanda.reading import Claim, read
from servanda.reports.model import Report

CASE = loads(
    """
servanda: 1
id: x
title: A ceasefire
actors:
  norland: {name: Norland, role: signatory}
  guard: {name: River Guard, role: signatory}
zones:
  oma: {name: Oma valley}
  tala: {name: Tala}
terms:
  t: {norm: obligation, bearer: [guard], act: withdraw, zone: oma, due: {by: 2024-05-01}}
"""
)
TOLD = "Norland has extended the deadline for the withdrawal from the Oma valley until May 11, a spokesman said.\n\n"
OTHER = "Norland has extended the deadline for the withdrawal from Tala until May 11, the spokesman added.\n\n"
AGAIN = "The ten additional days are given both for the withdrawal of the Guard and for families to leave."


def extensions(text: str) -> list[Claim]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    report = Report("r.txt", digest, text, (), "txt", published=date(2024, 4, 30))
    return [c for c in read(report, CASE).claims if c.act == "extend-deadline"]


def test_the_one_extension_told_before_says_whose_and_where() -> None:
    last = extensions(TOLD + AGAIN)[-1]
    assert last.quote == AGAIN
    assert (last.zone, [p.id for p in last.actors]) == ("oma", ["norland"])


def test_after_two_extensions_it_stays_open_which_is_meant() -> None:
    assert extensions(TOLD + OTHER + AGAIN)[-1].zone is None


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The truce is extended automatically for a year unless one of the sides objects.", "possible"),
        ("Norland extended the truce for a year.", "completed"),
        ("Norland agreed to extend the deadline for Tala until May 11.", "completed"),
        ("Norland agreed in writing to extend the deadline for Tala until May 11.", "completed"),
        ("Norland agreed in principle to extend the deadline for Tala until May 11.", "promised"),
        ("Norland tentatively agreed to extend the deadline for Tala until May 11.", "promised"),
    ],
)
def test_a_rule_for_what_may_come_extends_nothing(text: str, modality: str) -> None:
    assert [c.modality for c in extensions(text)] == [modality]


@pytest.mark.parametrize(
    ("text", "read_"),
    [
        ("The day given for the Oma valley in the first report was wrong.", 0),
        ("The ten days given to the Guard to leave the Oma valley end on Sunday.", 1),
        ("Norland gave the Guard ten more days to leave the Oma valley.", 1),
    ],
)
def test_a_day_that_is_told_moves_no_date(text: str, read_: int) -> None:
    assert len(extensions(text)) == read_
