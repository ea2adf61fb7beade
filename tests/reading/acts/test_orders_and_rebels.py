"""Orders that name nobody, rebels of a country, fault found with two, aid held back in breach, neither confirmed nor denied."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.claims import claims_in

from servanda.reading.claim import Claim

AGREEMENT = """
servanda: 1
id: x
title: x
actors:
  syria: {name: Government of Syria, aliases: [Syria, Syrian government, Damascus], role: signatory}
  jordan: {name: Jordan, aliases: [Amman], role: signatory}
  un: {name: United Nations, aliases: [UN, UN mission], role: monitor}
zones:
  mirna: {name: Mirna}
terms:
  t: {norm: prohibition, bearer: [syria, jordan], act: attack}
"""


def claims_of(text: str) -> list[Claim]:
    return claims_in(text, AGREEMENT, date(2024, 3, 13), "Syria and Jordan")


def doers(text: str, act: str) -> list[list[str | None]]:
    return [[p.id for p in c.actors] for c in claims_of(text) if c.act == act]


@pytest.mark.parametrize(
    "who", ["A Syrian rebel group", "Syrian armed opposition forces", "A Syrian insurgent commander", "Syrian separatists"]
)
def test_rebels_of_a_country_are_not_the_country(who: str) -> None:
    """Neither as doers nor as speakers."""
    assert all("syria" not in d for d in doers(f"{who} released the prisoners in Mirna.", "release"))
    assert all(c.speaker.actor != "syria" for c in claims_of(f"{who} said Jordan had shelled Mirna."))


def test_an_army_of_a_country_is_the_country() -> None:
    """The other way round, as before."""
    assert doers("Syrian army forces released the prisoners in Mirna.", "release") == [["syria"]]


def test_an_order_is_to_nobody_unless_said() -> None:
    """Whoever reports movements despite an order to pull back was not ordered."""
    text = "The UN mission reported movements of troops on Friday, despite an order from the Council to pull back from Mirna."
    assert [(c.modality, c.actors) for c in claims_of(text) if c.act == "withdraw"] == [("required", ())]


def test_whoever_ignores_a_demand_was_asked() -> None:
    """Not whoever made it."""
    assert doers("Syria ignored a demand by Jordan to release the prisoners.", "release") == [["syria"]]


def test_fault_found_with_two() -> None:
    """'Cited A for refusing to leave': A refused."""
    text = "The UN envoy cited Amman for refusing to leave, and Damascus for shelling Mirna."
    assert doers(text, "withdraw") == [["jordan"]]
    assert doers(text, "attack") == [["syria"]]


def test_neither_confirmed_nor_denied() -> None:
    """It is not known, and not denied."""
    text = "Jordan could not confirm or deny the release of the Syrian prisoners."
    assert {c.modality for c in claims_of(text) if c.act == "release"} <= {"unknown"}


def test_whoever_held_the_convoy_up_broke_the_truce() -> None:
    """Not the convoy; and it is no attack that is told of."""
    text = "Syrian government forces have prevented an aid convoy from entering Mirna in violation of the truce, the UN said."
    breach = [c for c in claims_of(text) if c.act == "breach-ceasefire"]
    assert [[p.id for p in c.actors] for c in breach] == [["syria"]]
    assert breach[0].means is not None
    assert "convoy" in breach[0].means


def test_a_convoy_of_the_united_nations_brings_aid() -> None:
    """To hold it up is to let no aid through, and hinders no monitor."""
    acts = {c.act for c in claims_of("Syrian forces are not allowing a United Nations convoy to deliver aid to Mirna.")}
    assert "obstruct-monitor" not in acts
    assert acts & {"allow-passage", "deny-passage"}
