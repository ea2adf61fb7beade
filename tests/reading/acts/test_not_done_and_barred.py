"""Acts told by their opposite: what stays undone, who is not let in, what nobody asked for, what was only for a while."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from servanda.agreement import loads
from servanda.agreement.model import Agreement
from servanda.reading import read
from servanda.reading.claim import Claim
from servanda.reports.model import Report

AGREEMENT = """
servanda: 1
id: x
title: x
actors:
  army: {name: Boran army, aliases: [army], role: signatory}
  front: {name: Kest Front, aliases: [Front], role: signatory}
  mission: {name: Joint Watch, role: monitor}
zones:
  kest: {name: Kest}
terms:
  t: {norm: prohibition, bearer: [army], act: attack}
"""


def _agreement() -> Agreement:
    return loads(AGREEMENT)


def claims_of(text: str) -> list[Claim]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    report = Report("r.txt", digest, text, (), "txt", title="On the Boran army", published=date(2024, 3, 15))
    speech = {"agree", "demand", "deny", "accuse", "refuse-terms", "concede", "retract"}
    return [c for c in read(report, _agreement()).claims if c.act not in speech]


@pytest.mark.parametrize(
    ("text", "act", "modality", "polarity"),
    [
        ("The annex between the army and the Front remained unsigned.", "sign", "completed", "negated"),
        ("The Front's fighters have held on to their rifles.", "hand-over-weapons", "completed", "negated"),
        ("The Front's fighters will keep their rifles.", "hand-over-weapons", "refused", "affirmed"),
        ("The army would not let the observers into Kest.", "obstruct-monitor", "completed", "affirmed"),
        ("The Front has not allowed the Joint Watch to enter Kest.", "obstruct-monitor", "completed", "affirmed"),
        ("The army denied Joint Watch passage at Kest.", "obstruct-monitor", "completed", "affirmed"),
        ("Neither the army nor the Front has asked for the truce to be renewed.", "request-extension", "completed", "negated"),
        ("The Front asked for two more days to leave Kest.", "request-extension", "completed", "affirmed"),
        ("The army dismissed as fiction the claim that it shelled Kest.", "attack", "denied", "affirmed"),
        ("The report that the army shelled Kest is untrue.", "attack", "denied", "affirmed"),
        ("The Front could not tell whether the army had left Kest.", "withdraw", "unknown", "affirmed"),
        ("The army walked out of the talks on Monday.", "suspend", "completed", "affirmed"),
        ("The army suspended its part in the joint commission.", "suspend", "completed", "affirmed"),
        ("The mandate of the Joint Watch was prolonged twice.", "extend-deadline", "completed", "affirmed"),
    ],
)
def test_told_by_its_opposite(text: str, act: str, modality: str, polarity: str) -> None:
    assert [(c.act, c.modality, c.polarity) for c in claims_of(text)] == [(act, modality, polarity)]


@pytest.mark.parametrize(
    "text",
    [
        "The army signed a trade deal with a neighbour.",
        "The association extended the registration period for clubs.",
        "Travel limits on the river are a nuisance, the army wrote.",
    ],
)
def test_agreements_and_periods_of_another_kind(text: str) -> None:
    assert claims_of(text) == []


def test_a_participle_before_the_troops_says_only_which() -> None:
    assert [c.act for c in claims_of("Retreating soldiers mined the bridge at Kest.")] == ["lay-mines"]
