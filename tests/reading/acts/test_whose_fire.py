"""Whose fire it was where the verb's subject does not say: told by a charge, a position, a clause of time, a tail."""

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
  norland: {name: Republic of Norland, aliases: [Norland], role: signatory}
  guard: {name: River Guard, aliases: [Guard], role: signatory}
  mission: {name: Joint Watch, aliases: [JW, the monitors], role: monitor}
zones:
  oma: {name: Oma}
  tala: {name: Tala}
terms:
  t: {norm: prohibition, bearer: [norland, guard], act: attack}
"""


def attacks(text: str) -> list[Claim]:
    return [c for c in claims_in(text, AGREEMENT, date(2024, 6, 10)) if c.act == "attack"]


def doers(claim: Claim) -> list[str | None]:
    return [p.id for p in claim.actors]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Two soldiers were killed in an attack claimed by the River Guard.", "completed"),
        ("Two soldiers were killed in an attack blamed on the River Guard.", "alleged"),
        ("Two villagers were killed in a raid attributed to the River Guard in Oma.", "alleged"),
        ("Two soldiers were killed in an attack that Norland attributed to the River Guard.", "alleged"),
        ("Two soldiers were killed in an ambush for which the River Guard claimed responsibility.", "completed"),
        ("An attack on Oma attributed to the River Guard killed two villagers.", "alleged"),
        ("The shelling of Oma on Monday, which Norland blamed on the River Guard, killed two.", "alleged"),
        ("Two soldiers were killed in an ambush laid by the River Guard.", "completed"),
    ],
)
def test_the_attack_that_killed_is_somebodys(text: str, modality: str) -> None:
    """Who is behind the attack is behind the deaths; only charged with it, he is charged with them."""
    killed = next(c for c in attacks(text) if c.words == "killed")
    assert (doers(killed), killed.modality) == (["guard"], modality)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Shells fired from Norland positions hit Oma on Monday.", "hit"),
        ("Two people were wounded by fire from Norland positions.", "wounded"),
        ("Oma was hit by shells fired from positions of Norland.", "hit"),
    ],
)
def test_fire_from_somebodys_positions(text: str, words: str) -> None:
    hit = next(c for c in attacks(text) if c.words == words)
    assert doers(hit) == ["norland"]


@pytest.mark.parametrize(
    "text", ["A rocket launched from Norland territory hit Oma.", "A rocket launched from near Norland positions hit Oma."]
)
def test_a_land_that_it_came_from_is_nobody(text: str) -> None:
    assert {p.id for c in attacks(text) for p in c.actors} <= {None}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The River Guard was behind the shelling of Oma, the monitors concluded.", "completed"),
        ("The monitors held the River Guard responsible for the shelling of Oma.", "alleged"),
        ("Norland accused the River Guard of having fired first.", "alleged"),
    ],
)
def test_who_is_charged_with_it(text: str, modality: str) -> None:
    (attack,) = attacks(text)
    assert (doers(attack), attack.modality) == (["guard"], modality)


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Two soldiers were killed and three wounded when their truck came under fire from River Guard positions.", ["guard"]),
        ("Two Norland soldiers were killed when River Guard fighters attacked their post at Oma.", ["guard"]),
        ("Two soldiers were killed after their car was hit by River Guard shells.", ["guard"]),
        ("Two soldiers were killed on Monday, and on Tuesday the River Guard attacked Oma.", []),
        ("Two River Guard fighters were killed when the River Guard attacked Oma.", []),
        ("Two soldiers were killed when the River Guard and Norland attacked each other.", []),
    ],
)
def test_killed_when_somebody_attacked(text: str, whose: list[str]) -> None:
    """The clause of time tells the cause."""
    assert [doers(c) for c in attacks(text) if c.words in {"killed", "wounded"}][:1] == [whose]


@pytest.mark.parametrize(
    ("text", "whose", "polarity"),
    [
        ("It was the River Guard, not Norland, that shelled Oma.", ["guard"], "affirmed"),
        ("It was not Norland that shelled Oma.", ["norland"], "negated"),
        ("It was not Norland but the River Guard that shelled Oma.", ["guard"], "affirmed"),
        ("Seven shells were fired at Oma by Norland and twelve by the River Guard.", ["norland", "guard"], "affirmed"),
        ("Two men were killed at the hands of the River Guard in Oma.", ["guard"], "affirmed"),
        ("Two men were killed by a mine laid by River Guard fighters.", ["guard"], "affirmed"),
    ],
)
def test_told_by_contrast_count_or_tail(text: str, whose: list[str], polarity: str) -> None:
    attack = next(c for c in attacks(text) if c.words != "laid")
    assert (doers(attack), attack.polarity) == (whose, polarity)


@pytest.mark.parametrize(
    "text",
    [
        "Fighters believed to belong to the River Guard attacked a police station in Oma.",
        "Men thought to be members of the River Guard attacked a police station in Oma.",
        "Gunmen suspected of being from the River Guard attacked a police station in Oma.",
    ],
)
def test_believed_to_be_theirs(text: str) -> None:
    (attack,) = attacks(text)
    assert (doers(attack), attack.modality) == (["guard"], "alleged")


def test_shot_at_us() -> None:
    (attack,) = attacks('"All night Norland soldiers were shooting at us," said a River Guard spokesman.')
    assert attack.target is not None
    assert attack.target.id == "guard"


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Shells from Norland howitzers rained down on Oma.", ["norland"]),
        ("A patrol came under fire from a house occupied by River Guard gunmen.", ["guard"]),
        ("Clashes pitting Norland against the River Guard have left 15 dead in Oma.", ["norland", "guard"]),
    ],
)
def test_whose_guns_and_houses(text: str, whose: list[str]) -> None:
    assert doers(attacks(text)[0]) == whose


def test_a_charge_behind_the_noun() -> None:
    (attack,) = attacks("The shelling of Oma, which Norland blames on the River Guard, went on on Monday.")
    assert (doers(attack), attack.modality) == (["guard"], "alleged")


@pytest.mark.parametrize(
    "text",
    [
        "Two people were killed in an attack on land claimed by the River Guard.",
        "Two people were killed in an attack on a convoy led by Norland soldiers.",
    ],
)
def test_what_was_attacked_is_not_the_attackers(text: str) -> None:
    assert doers(attacks(text)[0]) == []
