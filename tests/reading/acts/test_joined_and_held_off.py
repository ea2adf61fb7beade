"""What is joined shares what governs it; what is held off, a quality, or part of another act's words is no act of its own."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from servanda.agreement import loads
from servanda.agreement.model import Agreement
from servanda.reading import read
from servanda.reports.model import Report

CASE: Agreement = loads(
    """
servanda: 1
id: x
title: A ceasefire
actors:
  army: {name: National Army, role: signatory, aliases: [the army]}
  front: {name: Liberation Front, role: signatory, aliases: [the Front]}
zones:
  kidal: {name: Kidal}
terms:
  t: {norm: prohibition, bearer: [army, front], act: attack}
"""
)


def told(text: str) -> set[tuple[str, str, str]]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    report = Report("r.txt", digest, text, (), "txt", published=date(2014, 5, 20))
    return {(c.act, c.modality, c.polarity) for c in read(report, CASE).claims}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Doctors called for a truce and for the release of the wounded.", ("release", "requested", "affirmed")),
        ("The Front neither freed the teachers nor vacated the school.", ("release", "completed", "negated")),
        ("The Front neither freed the teachers nor vacated the school.", ("withdraw", "completed", "negated")),
        ("The Front held off attacking the base at Kidal.", ("attack", "completed", "negated")),
        ("The Front desisted from attacking the base at Kidal.", ("attack", "completed", "negated")),
        ("Had the army withdrawn from Kidal, the truce might have held.", ("withdraw", "possible", "affirmed")),
        ("Front to release abducted schoolteachers in Kidal", ("release", "announced", "affirmed")),
        ("The Front's claim that the army had shelled Kidal is false.", ("attack", "denied", "affirmed")),
    ],
)
def test_the_act_is_read_as_it_stands(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in told(text)


def test_had_after_its_subject_is_no_condition() -> None:
    assert ("withdraw", "completed", "affirmed") in told("The army had withdrawn from Kidal, the Front said.")


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The army suspended offensive operations in Kidal.", "attack"),
        ("Twelve soldiers kidnapped by the Front remain missing.", "remain"),
        ("The army will remain loyal.", "remain"),
        ("The Front has honoured the cessation of hostilities.", "cease-fire"),
        ("The market of Kidal is crowded and the schools have reopened.", "open-route"),
        ("The army withdrew the accusation against the Front.", "withdraw"),
    ],
)
def test_no_act_of_its_own(text: str, act: str) -> None:
    assert act not in {name for name, _, _ in told(text)}


def test_to_remain_stationed_is_to_remain() -> None:
    assert "remain" in {name for name, _, _ in told("The army's troops remain stationed in Kidal.")}
