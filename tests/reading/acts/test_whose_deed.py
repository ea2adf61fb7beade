"""Whose deed it is and on which day: 'it' and 'their' in reported words, goings-on, days that name a paper."""

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
  army: {name: Boran army, aliases: [army], role: signatory}
  front: {name: Kest Front, aliases: [Front], role: signatory}
  mission: {name: Joint Watch, aliases: [the monitors], role: monitor}
zones:
  kest: {name: Kest}
terms:
  t: {norm: prohibition, bearer: [army], act: attack}
"""


def claims_of(text: str) -> list[Claim]:
    return claims_in(text, AGREEMENT, date(2024, 3, 15), "On Kest")


def told(text: str, act: str) -> Claim:
    (found,) = [c for c in claims_of(text) if c.act == act]
    return found


def test_nobody_shells_himself() -> None:
    """'Their' in the words of a speaker is his where the doer would hit himself."""
    attack = told("Ilan Sorek, the spokesman of the Kest Front, said the Boran army shelled their positions.", "attack")
    assert [p.id for p in attack.actors] == ["army"]
    assert attack.target is not None
    assert attack.target.id == "front"


def test_it_in_a_clause_of_time() -> None:
    """Who is told of is meant, not who tells."""
    took = told("The Joint Watch said the Boran army had broken the truce when it captured Kest.", "capture")
    assert [p.id for p in took.actors] == ["army"]


def test_attacks_that_are_waged() -> None:
    """Whoever wages them does them; whoever suffers beside them does not."""
    waged = told("The Front claimed that the Boran army continues to wage attacks on its posts in Kest.", "attack")
    assert ([p.id for p in waged.actors], waged.modality) == (["army"], "under-way")
    suffered = claims_of("Mortar attacks and killings of villagers and Front men continue in Kest, the Boran army said.")
    assert not [p for c in suffered if c.act == "attack" for p in c.actors]


def test_a_string_of_charges() -> None:
    """What is counted is charged."""
    charge = told("The Joint Watch accused the Boran army of a string of other serious violations in Kest.", "breach-ceasefire")
    assert ([p.id for p in charge.actors], charge.modality) == (["army"], "alleged")


def test_to_ask_for_condemnation() -> None:
    """What somebody is asked to condemn has happened in the speaker's words."""
    breach = told(
        "The Front urged the Joint Watch to condemn the Boran army for repeatedly violating the truce.", "breach-ceasefire"
    )
    assert ([p.id for p in breach.actors], breach.modality) == (["army"], "completed")


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("There were still hundreds of Boran army soldiers in Kest, the Joint Watch said.", "affirmed"),
        ("There were no Boran army soldiers in Kest, the Joint Watch said.", "negated"),
    ],
)
def test_there_are_soldiers(text: str, polarity: str) -> None:
    """Who is there stands behind the verb."""
    stay = told(text, "remain")
    assert ([p.id for p in stay.actors], stay.polarity) == (["army"], polarity)


def test_a_polite_request_is_one() -> None:
    """'Would like to urge' urges."""
    assert told("The Joint Watch would like to urge the Boran army to leave Kest.", "withdraw").modality == "requested"


def test_one_man_leaves() -> None:
    """One person's coming and going moves no forces."""
    assert not [c for c in claims_of("Sorek told the Front's paper that he left Kest at noon.") if c.act == "withdraw"]


def test_a_body_for_verification() -> None:
    """What a team is for is not what it did."""
    assert not [c for c in claims_of("A monitoring and verification team of the Joint Watch is in Kest.") if c.act == "verify"]


def test_the_day_of_a_paper() -> None:
    """The day on which it was signed is that of the signing alone; a year before its name dates nothing."""
    both = claims_of("The Boran army accused the Kest Front of violating the truce signed in Oslo on 21 December 2023.")
    days = {c.act: (c.when.earliest, c.when.latest) for c in both}
    assert days["sign"] == (date(2023, 12, 21), date(2023, 12, 21))
    assert days["breach-ceasefire"] == (None, date(2024, 3, 15))
    breach = told("The Boran army has violated a 2022 truce in the past two months.", "breach-ceasefire")
    assert breach.when.earliest is not None
    assert breach.when.earliest.year == 2024


def test_asked_for_by_a_weekday() -> None:
    """What is demanded by a weekday is due on the next."""
    asked = told("The Joint Watch demanded that the Boran army leave Kest by Monday.", "withdraw")
    assert asked.when.latest == date(2024, 3, 18)


def test_a_process_that_is_to_be_prolonged_is_read() -> None:
    """The process hangs on the verb that its need governs: nobody does it, and reading comes to an end."""
    for text in (
        "Its aim has been reached, and there is no longer a need for the process to be prolonged.",
        "There is no need for the process to be prolonged, the army said.",
    ):
        assert all(c.modality == "possible" and not c.actors for c in claims_of(text))
