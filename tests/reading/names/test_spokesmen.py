"""Whom a pronoun stands for that an office's saying opens."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import AGREEMENT, claims_of
from tests.reading.claims import claims_in

DAY = date(2024, 3, 15)

OTHERS = "The ombudsman told the Borani parliament about it. "


@pytest.mark.parametrize(
    "text",
    [
        "The Front's spokesman said its men had shelled Dolan.",
        "Idris Kallo, the Front's spokesman, said its men had shelled Dolan.",
        "A spokesman for the Front told reporters on Monday that it had shelled Dolan.",
        "Front commander Idris Kallo admitted that its gunners had shelled Dolan.",
    ],
)
def test_it_is_whom_he_speaks_for(text: str) -> None:
    (claim,) = claims_of(OTHERS + text)
    assert [p.id for p in claim.actors] == ["front"]
    assert claim.speaker.actor == "front"


def test_they_may_be_either() -> None:
    (claim,) = claims_of(OTHERS + "The Front's spokesman said they had shelled Dolan.")
    assert [p.id for p in claim.actors if p.id] == []


def test_they_are_the_troops_spoken_of() -> None:
    (claim,) = claims_of("Borani troops were in Kest. A Front commander said they had shelled Dolan.")
    assert [p.id for p in claim.actors] == ["boran"]


def test_the_commission_of_the_case() -> None:
    agreement = AGREEMENT.replace("name: Joint Watch", "name: Joint Truce Commission")
    for text in (
        "The Front has left Kest, the commission said.",
        "The Front has left Kest, the commission's chairwoman, Ines Moro, said.",
    ):
        assert {c.speaker.actor for c in claims_in(text, agreement, DAY)} == {"watch"}
    assert {c.speaker.actor for c in claims_in("The Front has left Kest, the committee said.", agreement, DAY)} == {None}


def test_a_name_of_several_with_an_apostrophe() -> None:
    agreement = AGREEMENT.replace("name: Kest Front, aliases: [Front]", "name: \"Workers' Army\"")
    (claim,) = claims_in("The Workers' Army attacked the Borani army in Kest on Friday.", agreement, DAY)
    assert [p.id for p in claim.actors] == ["front"]


def test_a_mine_may_be_a_place_of_the_case() -> None:
    agreement = AGREEMENT.replace("dol: {name: Dolan}", "dol: {name: Oro mine}")
    told = {c.zone for c in claims_in("Front fighters left the Oro mine on Tuesday.", agreement, DAY) if c.act == "withdraw"}
    assert told == {"dol"}
    assert claims_of("Front fighters left mines in Kest.", "withdraw") == []
