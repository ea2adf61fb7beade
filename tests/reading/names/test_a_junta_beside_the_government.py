"""A case with a junta beside the government, and one in which the government signed nothing: whose words are whose."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.claims import claims_in

JUNTA = """
servanda: 1
id: x
title: x
actors:
  government: {name: Government of Guinea, aliases: [government forces], role: signatory}
  junta: {name: Military Junta, aliases: [the junta], role: signatory}
  senegal: {name: Senegal, aliases: [Senegalese soldiers], role: bound, basis: x}
  watch: {name: Joint Watch, role: monitor}
zones:
  kest: {name: Kest}
terms:
  a: {norm: prohibition, bearer: [government, junta], act: attack}
  b: {norm: obligation, bearer: [senegal], act: withdraw, due: {by: 2024-03-14}}
"""
THIRD_STATE = """
servanda: 1
id: x
title: Agreement for peace in Afghanistan
actors:
  us: {name: United States, aliases: [Washington], role: signatory}
  taliban: {name: Taliban, role: signatory}
  afghan: {name: Afghan government, role: bound, basis: x}
zones:
  kest: {name: Kest}
terms:
  a: {norm: obligation, bearer: [afghan], act: release, due: {by: 2024-03-14}}
"""


def _told(text: str, act: str, agreement: str = JUNTA) -> list[tuple[list[str | None], str | None]]:
    claims = [c for c in claims_in(text, agreement, date(2024, 3, 15)) if c.act == act]
    return [([p.id for p in c.actors], c.speaker.actor) for c in claims]


@pytest.mark.parametrize(
    ("text", "act", "doers", "speaker"),
    [
        ("Junta spokesman Zamora Dabo confirmed that Senegalese soldiers had left Kest.", "withdraw", ["senegal"], "junta"),
        ('"Senegalese soldiers left Kest," junta spokesman Zamora Dabo told radio.', "withdraw", ["senegal"], "junta"),
        ("Government forces and the military junta shelled Kest on Sunday.", "attack", ["government", "junta"], None),
        ("A government spokesman said the military junta shelled Kest.", "attack", ["junta"], "government"),
        # nobody of the case
        ("Government forces and the military junta of Norland shelled Kest.", "attack", ["government", None], None),
        ("Government forces and a military junta shelled Kest on Sunday.", "attack", ["government", None], None),
    ],
)
def test_the_junta_and_the_government(text: str, act: str, doers: list[str | None], speaker: str | None) -> None:
    assert _told(text, act)[0] == (doers, speaker)


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("NAME Rahim, a spokesman for President Karim Ghani, said the government had released 20 prisoners.", ["afghan"]),
        ("The government released 20 prisoners on Monday.", ["afghan"]),
        ("Washington released 20 prisoners on Monday.", ["us"]),
        ("The Afghan government released 20 prisoners on Monday.", ["afghan"]),
    ],
)
def test_the_government_is_no_state_that_signed_for_another(text: str, doers: list[str | None]) -> None:
    assert _told(text, "release", THIRD_STATE)[0][0] == doers


def test_whose_president_it_is_stays_open() -> None:
    assert _told("President John Doe said the Taliban had released 20 prisoners.", "release", THIRD_STATE) == [
        (["taliban"], None)
    ]


def test_without_a_home_named_nobody_is_the_government() -> None:
    elsewhere = THIRD_STATE.replace("in Afghanistan", "in the valley")
    assert _told("The government released 20 prisoners on Monday.", "release", elsewhere)[0][0] in ([None], [])
