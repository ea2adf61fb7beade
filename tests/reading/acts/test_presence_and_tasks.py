"""Presence told by a noun, what somebody is tasked with, who goes on after 'a day later', what lies around a place."""

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
  boran: {name: Boran, aliases: [Borana], role: signatory}
  front: {name: Kest Front, aliases: [Front], role: signatory}
  watch: {name: Joint Watch, role: monitor}
zones:
  kest: {name: Kest}
terms:
  t: {norm: prohibition, bearer: [boran], act: attack}
"""


def _agreement() -> Agreement:
    return loads(AGREEMENT)


def claims_of(text: str, act: str) -> list[Claim]:
    report = Report("r.txt", hashlib.sha256(text.encode()).hexdigest(), text, (), "txt", published=date(2024, 3, 15))
    return [c for c in read(report, _agreement()).claims if c.act == act]


@pytest.mark.parametrize(
    ("text", "act", "modality", "who"),
    [
        ("Boran acknowledged the presence of its soldiers in Kest.", "remain", "under-way", "boran"),
        ("The Joint Watch confirmed the presence of Boran troops in Kest.", "remain", "under-way", "boran"),
        ("The minister denied the presence of Boran troops in Kest.", "remain", "denied", "boran"),
        ("The Joint Watch, tasked with verifying the truce, left no word.", "verify", "required", "watch"),
        ("The minister had declared the pullout of Boran from Kest completed.", "withdraw", "completed", "boran"),
        ("Boran agreed to leave, but a day later took over Kest.", "enter", "completed", "boran"),
        ("The Front promised to leave Kest but two days later shelled it.", "attack", "completed", "front"),
        ("The mediators disputed Boran's claim that it had left Kest.", "withdraw", "denied", "boran"),
    ],
)
def test_what_and_who(text: str, act: str, modality: str, who: str) -> None:
    assert [(c.modality, [p.id for p in c.actors]) for c in claims_of(text, act)] == [(modality, [who])]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Boran will pull out of its checkpoints surrounding Kest.", "block-route"),
        ("Soldiers spent the day carrying away captured Boran military equipment.", "detain"),
    ],
)
def test_no_such_act(text: str, act: str) -> None:
    assert not claims_of(text, act)


def test_forces_that_surround_a_town_block_it() -> None:
    assert len(claims_of("Boran forces surrounding Kest opened fire.", "block-route")) == 1


def test_a_withdrawal_that_was_seen_need_not_be_all_of_it() -> None:
    (seen,) = claims_of("The Joint Watch observed the withdrawal of the Front from Kest.", "withdraw")
    (confirmed,) = claims_of("The Joint Watch confirmed the withdrawal of the Front from Kest.", "withdraw")
    assert (seen.extent, confirmed.extent) == ("unknown", "all")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A deal attended by Boran was reached in May, calling for a pullback of the Front.", None),
        ("Boran denied claims by the Front that it was encircled and said that the Front had left Kest.", "boran"),
    ],
)
def test_whose_word(text: str, speaker: str | None) -> None:
    (claim,) = claims_of(text, "withdraw")
    assert (claim.speaker.actor, [v.actor for v in claim.via]) == (speaker, [])


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Boran left Kest. Boran forces remain in the surrounding countryside.", None),
        ("Boran left Kest. Boran forces remain in nearby villages.", None),
        ("Boran left Kest. Boran forces remain in the area.", "kest"),
    ],
)
def test_what_lies_around_a_place_is_not_the_place(text: str, zone: str | None) -> None:
    assert [c.zone for c in claims_of(text, "remain")] == [zone]


@pytest.mark.parametrize(
    "text",
    [
        "Boran shelled Kest just hours after the truce took effect.",
        "Boran shelled Kest a day after the truce was to take effect.",
        "Boran shelled Kest on the day the truce was due to begin.",
    ],
)
def test_days_counted_from_when_a_truce_was_to_begin(text: str) -> None:
    case = loads(AGREEMENT.replace("title: x", "title: x\nsigned: 2024-02-01"))
    report = Report("r.txt", hashlib.sha256(text.encode()).hexdigest(), text, (), "txt", published=date(2024, 3, 15))
    (attack,) = [c for c in read(report, case).claims if c.act == "attack"]
    assert attack.when.latest in {date(2024, 2, 1), date(2024, 2, 2)}
