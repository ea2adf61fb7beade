"""What stands beside an act is not laid at the door of whoever tells of it: charges turned down, people held before."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date

import pytest

from servanda.agreement import loads
from servanda.agreement.model import Agreement
from servanda.reading import read
from servanda.reading.claim import Claim
from servanda.reports.model import Report

CASE: Agreement = loads(
    """
servanda: 1
id: x
title: A ceasefire
actors:
  army: {name: National Army, role: signatory, aliases: [the army]}
  front: {name: Liberation Front, role: signatory, aliases: [the Front]}
  watch: {name: Truce Watch, role: monitor, aliases: [the monitors]}
zones:
  kidal: {name: Kidal}
terms:
  t: {norm: prohibition, bearer: [army, front], act: attack}
"""
)


def claims(text: str, act: str) -> Sequence[Claim]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    report = Report("r.txt", digest, text, (), "txt", published=date(2014, 5, 20))
    return [c for c in read(report, CASE).claims if c.act == act]


@pytest.mark.parametrize(
    "text",
    [
        "Fighters of the Front fired four rockets at Kidal on Monday, wounding a child, the army said.",
        "Gunmen opened fire on a bus near Kidal, wounding a nurse, the army said.",
        "The Front shelled Kidal on Monday, killing three people and wounding a child, the army said.",
    ],
)
def test_a_participle_before_said_is_no_act_of_the_one_who_says_it(text: str) -> None:
    found = claims(text, "attack")
    assert found
    assert all("army" not in {a.id for a in c.actors} for c in found)


@pytest.mark.parametrize(
    "text",
    [
        "The monitors dismissed a complaint that the army had fired on a boat near Kidal.",
        "The monitors threw out charges that the army had fired on a boat near Kidal.",
        "The monitors disputed a report that the army had fired on a boat near Kidal.",
        "The monitors could find no evidence that the army had fired on a boat near Kidal.",
        "The monitors did not find any proof that the army fired on a boat near Kidal.",
        "The army has not produced evidence that the Front fired on a boat near Kidal.",
        "The monitors saw no evidence of an attack by the army near Kidal.",
        "The monitors had received a protest over an alleged attack by the army near Kidal.",
    ],
)
def test_a_charge_turned_down_or_without_proof_is_no_finding(text: str) -> None:
    found = claims(text, "attack")
    assert {c.modality for c in found} <= {"denied", "possible", "unknown", "alleged"}


@pytest.mark.parametrize(
    "text",
    [
        "A joint survey found no sign of an attack by the army on Kidal.",
        "There was no sign of an attack by the Front on Kidal.",
    ],
)
def test_no_sign_of_an_attack_is_no_attack(text: str) -> None:
    (claim,) = claims(text, "attack")
    assert claim.polarity == "negated"


def test_signs_that_they_left_are_no_departure() -> None:
    (claim,) = claims("There are signs that the Front has left Kidal.", "withdraw")
    assert claim.modality == "possible"


def test_what_belongs_to_a_force_is_no_force() -> None:
    text = "Army troops have yet to leave the Front's farm near Kidal despite repeated requests."
    assert not claims(text, "remain")
    assert [c.polarity for c in claims(text, "withdraw")] == ["negated"]


def test_evidence_found_is_a_finding() -> None:
    (claim,) = claims("The monitors found evidence that the Front had fired on a boat near Kidal.", "attack")
    assert (claim.modality, [a.id for a in claim.actors]) == ("completed", ["front"])


def test_an_act_met_with_scorn_may_still_have_happened() -> None:
    (claim,) = claims("The monitors dismissed the attack by the Front near Kidal as a provocation.", "attack")
    assert claim.modality == "completed"


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("The army freed 35 of the 60 prisoners it holds.", "part"),
        ("The army has freed 362 of the nearly 400 people held since the war.", "part"),
        ("Of the 60 prisoners, the army has freed 35.", "part"),
        ("The Front released all the soldiers it had captured in Kidal in April.", "all"),
    ],
)
def test_those_held_before_are_freed_now_and_a_count_of_them_is_a_part(text: str, extent: str) -> None:
    (claim,) = claims(text, "release")
    assert (claim.extent, claim.modality) == (extent, "completed")
    assert claim.when.latest == date(2014, 5, 20)
    assert not claims(text, "detain")


def test_an_abduction_is_a_detention_and_no_attack() -> None:
    text = "The Front abducted two nurses in Kidal on 9 May."
    assert [c.kind for c in claims(text, "detain")] == ["abduction"]
    assert not claims(text, "attack")
