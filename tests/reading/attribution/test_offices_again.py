"""Offices named again, heads of a side, 'its leader' behind a clause, and days before something."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Boran has given the Front a week to leave Kest, its deputy leader, Lena Orso, told the radio.", "boran"),
        ("Brandt, who heads Boran's negotiating team, said the Front had a week to leave Kest.", "boran"),
        ("General John Ferrer, who leads the Joint Watch, toured Dolan. The Front has left Kest, the general added.", "watch"),
        ("Front commander Idris Kallo toured Dolan. The Front has left Kest, the commander said.", "front"),
        (
            "The Front has left Kest, the Boran foreign minister said on Tuesday, a day before the deadline was due to run out.",
            "boran",
        ),
    ],
)
def test_whose_word(text: str, by: str) -> None:
    claims = claims_of(text, "withdraw") or claims_of(text, "extend-deadline")
    assert {c.speaker.actor for c in claims} == {by}


@pytest.mark.parametrize(
    "text",
    [
        "Front commander Idris Kallo toured Dolan. The Front has left Kest, the general said.",
        "Brandt, who heads a negotiating team, said the Front had left Kest.",
    ],
)
def test_nobodys_side(text: str) -> None:
    assert {c.speaker.actor for c in claims_of(text, "withdraw")} == {None}


def test_a_spokesman_in_apposition_has_a_name() -> None:
    (claim,) = claims_of("Idris Kallo, the Front's spokesman, said the army had shelled Kest.")
    assert (claim.speaker.name, claim.speaker.kind, claim.speaker.actor) == ("Idris Kallo", "named-official", "front")


def test_a_translated_source_behind_its_verb_speaks() -> None:
    (claim,) = claims_of(
        "To the present moment withdrawn is only one Front battalion, informed the source in the Joint Watch.", "withdraw"
    )
    assert claim.speaker.actor == "watch"
