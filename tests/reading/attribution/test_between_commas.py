"""Who tells it between a subject and its verb: 'The Front, said the minister, shelled Kest'."""

from __future__ import annotations

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    "aside",
    [
        "said a Borana minister",
        "said Borana minister Oto Marl",
        "the Borana army said",
        "the Borana army said on Monday",
        "insisted the Borana army",
        "according to the Borana army",
    ],
)
def test_neither_the_doer_nor_the_place_of_the_teller_is_lost(aside: str) -> None:
    (told,) = claims_of(f"The Front, {aside}, shelled Dolan.")
    assert [p.id for p in told.actors] == ["front"]
    assert told.speaker.actor == "boran"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Front fighters, the Borana army claimed, remain in Kest.", "remain"),
        ("Front fighters in Kest, said the Borana army, have left Dolan.", "withdraw"),
        ("The Front, said the Borana army, had promised to leave Kest.", "withdraw"),
    ],
)
def test_of_other_acts(text: str, act: str) -> None:
    (told,) = claims_of(text, act)
    assert [p.id for p in told.actors] == ["front"]
    assert told.speaker.actor == "boran"


def test_an_office_behind_a_name_is_no_teller() -> None:
    (told,) = claims_of("Oto Marl, the Borana minister, said the Front had shelled Dolan.")
    assert (told.speaker.actor, [p.id for p in told.actors]) == ("boran", ["front"])


@pytest.mark.parametrize(
    "text",
    [
        "The Front, an enemy of Boran, shelled Dolan.",
        "Dolan, reported quiet on Monday, was shelled by the Front.",
        "The Front's leader, said to be ill, shelled Dolan.",
    ],
)
def test_what_else_stands_between_commas(text: str) -> None:
    (told,) = claims_of(text)
    assert [p.id for p in told.actors] == ["front"]
    assert told.speaker.kind == "outlet"


def test_who_has_gone_over_speaks_for_no_side() -> None:
    (told,) = claims_of("A general who defected from the Borana army said the Front had shelled Dolan.")
    assert told.speaker.kind == "witness"
