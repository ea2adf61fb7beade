"""What is only expected, what is left behind, what monitors saw done, and whose counterpart it was."""

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
  ruritania: {name: Ruritania, role: signatory}
  front: {name: Kest Front, aliases: [Front], role: signatory}
  watch: {name: Joint Watch, aliases: [Joint Watch Mission], role: monitor}
zones:
  kest: {name: Kest}
  strip: {name: buffer zone}
terms:
  t: {norm: prohibition, bearer: [boran], act: attack}
"""


def _agreement() -> Agreement:
    return loads(AGREEMENT)


def claims_of(text: str, act: str) -> list[Claim]:
    report = Report("r.txt", hashlib.sha256(text.encode()).hexdigest(), text, (), "txt", published=date(2024, 3, 15))
    return [c for c in read(report, _agreement()).claims if c.act == act]


@pytest.mark.parametrize(
    ("text", "act", "modality", "polarity"),
    [
        ("He spoke of the expected Boran troop withdrawal from Kest.", "withdraw", "possible", "affirmed"),
        ("The mediators welcomed the planned Front withdrawal from Kest.", "withdraw", "announced", "affirmed"),
        ("The expected Front withdrawal from Kest did not take place.", "withdraw", "completed", "negated"),
        ("The alleged Boran shelling of Kest killed nine.", "attack", "alleged", "affirmed"),
        ("It could well be that the Front has left Kest.", "withdraw", "possible", "affirmed"),
        ("It may be that Boran has shelled Kest.", "attack", "possible", "affirmed"),
        ("It is not told what, if any, withdrawals have taken place.", "withdraw", "unknown", "affirmed"),
        ("The data help to determine which withdrawals have taken place in Kest.", "withdraw", "unknown", "affirmed"),
        ("After the posts are set up, a part of the force will be withdrawn from Kest.", "deploy", "possible", "affirmed"),
        ("Boran has no regrets about shelling Kest.", "attack", "completed", "affirmed"),
        ("The Front offered no apology for shelling Kest.", "attack", "completed", "affirmed"),
        (
            '"We can confirm the withdrawal of the Front from Kest," the Boran spokesman said.',
            "withdraw",
            "completed",
            "affirmed",
        ),
    ],
)
def test_how_real(text: str, act: str, modality: str, polarity: str) -> None:
    assert [(c.modality, c.polarity) for c in claims_of(text, act)] == [(modality, polarity)]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Boran soldiers kept posts along the highway, leaving the army with the power to cut off trade.", "withdraw"),
        ("The Boran army burned the depot, leaving nothing but ashes.", "withdraw"),
        ("The Joint Watch said in its report, released on Monday, that shots were fired in Kest.", "release"),
        ("In figures released on Monday, the Joint Watch counted nine shellings in Kest.", "release"),
        ("The men were volunteers acting on their own accord.", "comply"),
    ],
)
def test_no_such_act(text: str, act: str) -> None:
    assert not claims_of(text, act)


@pytest.mark.parametrize(
    "text",
    [
        "The Joint Watch observed the withdrawal of the Front from Kest.",
        "The Joint Watch confirmed the withdrawal of the Front from Kest.",
        "The Joint Watch witnessed the pullout of the Front from Kest.",
        "The Joint Watch supervised the withdrawal of the Front from Kest.",
    ],
)
def test_what_monitors_saw_done_is_told_too(text: str) -> None:
    assert [(c.actors[0].id, c.modality, c.zone) for c in claims_of(text, "withdraw")] == [("front", "completed", "kest")]


@pytest.mark.parametrize(
    ("text", "act", "who"),
    [
        ("Boran's president said his Ruritanian counterpart had broken the truce.", "breach-ceasefire", "ruritania"),
        ("The Boran minister accused his counterpart from Ruritania of breaking the truce.", "breach-ceasefire", "ruritania"),
        ("Boran's president said his counterpart had broken the truce.", "breach-ceasefire", None),
        ("The Boran president described Front fighters shelling Kest as bandits.", "attack", "front"),
        ("The Boran president called the Front fighters shelling Kest bandits.", "attack", "front"),
    ],
)
def test_who(text: str, act: str, who: str | None) -> None:
    assert [[p.id for p in c.actors] for c in claims_of(text, act)] == [[who]]


@pytest.mark.parametrize(
    ("text", "zone", "extent"),
    [
        ("Boran troops were pulled back to the buffer zone.", None, "all"),
        ("Boran troops withdrew from Kest to the buffer zone.", "kest", "all"),
        ("Boran troops pulled back from positions outside Kest.", None, "part"),
        ("Boran troops withdrew from a base in Kest.", "kest", "part"),
        ("Boran troops withdrew from Kest.", "kest", "all"),
    ],
)
def test_where_they_go_is_not_where_they_left(text: str, zone: str | None, extent: str) -> None:
    assert [(c.zone, c.extent if zone else extent) for c in claims_of(text, "withdraw")] == [(zone, extent)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"Yesterday we pulled back the guns," a Front commander going by the nickname "Falcon" told reporters.', "front"),
        ('A Boran officer with the call sign "Falcon" said that the Front had left Kest.', "boran"),
        ("The Joint Watch Mission (JWM) to Ruritania said the Front had left Kest.", "watch"),
        ('The Boran spokesman Ivo Dal said: "We can confirm that from Kest the withdrawal is complete."', "boran"),
        ('"We cannot confirm that the Front has left Kest," the Boran spokesman said.', "boran"),
    ],
)
def test_whose_word(text: str, speaker: str) -> None:
    assert [c.speaker.actor for c in claims_of(text, "withdraw")] == [speaker]
