"""Reports and claims made by others that are denied, what is asked with 'whether', who is cleared, who is no doer."""

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
    ("text", "act", "modality"),
    [
        ("Boran rejected accusations levelled by the Front that it had shelled Kest.", "attack", "denied"),
        ("Boran dismissed the claims made by its own country's media that the Front had shelled Kest.", "attack", "denied"),
        ("Boran denied a report carried by local media that it had shelled Kest.", "attack", "denied"),
        ("Boran denied media reports suggesting a ceasefire violation by the Front in Kest.", "breach-ceasefire", "denied"),
        ("Boran denied rumours indicating an attack on Kest.", "attack", "denied"),
        (
            '"There have been reports regarding a ceasefire violation in Kest," the Boran army said.',
            "breach-ceasefire",
            "alleged",
        ),
        ("It is hard to say whether the Front has left Kest.", "withdraw", "unknown"),
        ("The Front does not mind Boran taking over Kest.", "enter", "possible"),
        ("The court acquitted two Boran soldiers of shelling Kest.", "attack", "denied"),
        ("Boran denied the launch of rockets at Kest.", "attack", "denied"),
        ("Boran denied there had been a launch of missiles at Kest.", "attack", "denied"),
    ],
)
def test_how_real(text: str, act: str, modality: str) -> None:
    assert [c.modality for c in claims_of(text, act)] == [modality]


@pytest.mark.parametrize(
    "said", ["Boran clarified that it had not shelled Kest.", "It was clarified that Boran had not shelled Kest."]
)
def test_what_is_clarified_is_said(said: str) -> None:
    assert [(c.modality, c.polarity) for c in claims_of(said, "attack")] == [("completed", "negated")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A Boran post came under fire from a forested area near Kest.", []),
        ("The court acquitted two Boran soldiers of shelling Kest.", ["boran"]),
        ("Boran troops detonated explosions at a Front depot in Kest.", ["boran"]),
    ],
)
def test_who(text: str, who: list[str | None]) -> None:
    assert [[p.id for p in c.actors] for c in claims_of(text, "attack")] == [who]


def test_a_clause_about_a_negated_subject_is_not_negated() -> None:
    (signed,) = claims_of("Neither Boran, which signed the truce, nor the Front withdrew.", "sign")
    assert signed.polarity == "affirmed"


@pytest.mark.parametrize(
    "text",
    ["Boran sent a team to oversee the truce and witness the handover of Kest.", "Boran will verify the handover of Kest."],
)
def test_a_handover_still_to_be_witnessed_is_not_told(text: str) -> None:
    assert not claims_of(text, "hand-over")


def test_to_remain_in_a_state_is_no_presence() -> None:
    assert not claims_of("Boran remained in a state of shock.", "remain")


def test_prisoners_are_swopped() -> None:
    assert len(claims_of("Boran and the Front swopped prisoners on Saturday.", "exchange-prisoners")) == 1


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Boran's minister Ivo Dal had earlier said the Front had shelled Kest.", "boran"),
        ("Monitors from the Tol-based Centre for Open Data said the Front had shelled Kest.", None),
        (
            "The Front's commander denied the charge.\n\nThe Boran minister Ivo Dal said he had told the army to answer "
            '"the shelling of Kest by the Front that began on Monday".',
            "boran",
        ),
    ],
)
def test_whose_word(text: str, speaker: str | None) -> None:
    assert {c.speaker.actor for c in claims_of(text, "attack")} == {speaker}
