"""Whose deed it is not: what stands between a doer and the verb, behind it, or near the one who is told of."""

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
  mission: {name: Joint Watch, aliases: [JW], role: monitor}
zones:
  oma: {name: Oma}
  tala: {name: Mount Tala}
terms:
  t: {norm: prohibition, bearer: [norland, guard], act: attack}
"""


def one(text: str, act: str) -> Claim:
    return next(c for c in claims_in(text, AGREEMENT, date(2024, 6, 10)) if c.act == act)


def who(claim: Claim) -> list[str | None]:
    return [p.id for p in claim.actors]


@pytest.mark.parametrize(
    ("text", "act", "doers"),
    [
        # the time behind the agent is no part of it
        ("Oma was seized by Norland paratroopers last week.", "capture", ["norland"]),
        # what two commas enclose
        (
            "Since Monday, when the Norland navy, citing threats, closed the strait, no boat has left.",
            "block-route",
            ["norland"],
        ),
        # the object of the verb before
        ("River Guard men entered a quarter of Oma at dawn, dragged out suspects and set fire to houses.", "attack", ["guard"]),
        # an apposition to the source
        ("According to its spokesman, Colonel Ivo Brenn, Norland soldiers opened fire on the bridge.", "attack", ["norland"]),
        # who dealt with the matter freed nobody
        ("Twelve hostages were released on Tuesday after mediation by Norland officials.", "release", []),
        # kin and servants are no side, captors the other
        ("A Norland general was shot dead by his own bodyguard in Oma.", "attack", [None]),
        # allies are not their allies
        ("The River Guard's allies, the Tala Boys, shelled Oma.", "attack", [None]),
        ("Norland troops and their allies, the River Guard, shelled Oma.", "attack", ["norland", "guard"]),
        # 'in the north' is no part of 'soldiers'
        ("Fires burned, while in the north soldiers of Norland shelled Oma.", "attack", ["norland"]),
        # whom a charge is against, over who he is
        ("Norland accused the River Guard, a band that never signed, of shelling Oma.", "attack", ["guard"]),
        # what 'it' is
        ("The Oma road was reopened a week after Norland soldiers closed it.", "block-route", ["norland"]),
        # who says so between commas
        ("River Guard men were still in Oma, residents said, and had even set up new roadblocks.", "block-route", ["guard"]),
        # people of arms by their trade
        ("A patrol boat of the Joint Watch was fired at by Norland sailors.", "attack", ["norland"]),
    ],
)
def test_who_did_it(text: str, act: str, doers: list[str | None]) -> None:
    assert who(one(text, act)) == doers


def test_the_enemy_and_its_men() -> None:
    """'Its' behind 'the enemy' is not the speaker's."""
    text = 'Ivo Brenn, who commands the River Guard, said: "We left. The enemy has not: its snipers still occupy Oma."'
    assert who(one(text, "remain")) == ["norland"]


def test_a_monitor_and_its_observers() -> None:
    letting = one("Norland will allow JW observers into Oma.", "allow-passage")
    assert letting.target is not None
    assert letting.target.id == "mission"


def test_having_said_so_is_no_speaker() -> None:
    text = "Having accused the River Guard of moving tanks to Oma, the Norland defence minister, Ida Mern, left for the border."
    assert one(text, "deploy").speaker.actor == "norland"


def test_it_said_goes_on() -> None:
    """'It said' between commas is whoever spoke before, not whoever was told to have fired."""
    text = (
        "Families in Oma have suffered again, the River Guard said in a statement. Overnight, Norland artillery hit the hospital in Oma. The shelling, it said, "
        "came from the direction of Mount Tala."
    )
    told = [c for c in claims_in(text, AGREEMENT, date(2024, 6, 10)) if c.act == "attack"][-1]
    assert told.speaker.actor == "guard"
    assert told.zone == "oma"


def test_a_month_is_no_may() -> None:
    freed = one("Four men held by the River Guard since May were released on Tuesday.", "release")
    assert freed.modality == "completed"


def test_what_a_clause_in_commas_dates() -> None:
    """The day of 'whose men lost it in May' is neither that of speaking nor that of the act told."""
    text = "Norland's president, Ida Mern, whose men lost Oma in May, said the River Guard had fortified it since."
    assert one(text, "reinforce").when.latest == date(2024, 6, 10)


def test_who_says_so_within_his_own_clause() -> None:
    """The clause before the semicolon is not his."""
    first = one("Norland soldiers shelled Oma on Monday; two people, residents said, were killed.", "attack")
    assert first.speaker.kind == "outlet"


def test_the_blame_is_put_on_somebody() -> None:
    told = claims_in(
        "A truck was hit by a missile near Oma. Norland put the blame on the River Guard.", AGREEMENT, date(2024, 6, 10)
    )
    assert [(who(c), c.modality) for c in told] == [([], "completed"), (["guard"], "alleged")]


def test_the_date_agreed_is_a_bound() -> None:
    told = one("Norland must leave Oma by the agreed date of 15 June.", "withdraw")
    assert (told.when.latest, told.when.earliest) != (date(2024, 6, 15), date(2024, 6, 15))


def test_a_day_that_was_planned() -> None:
    freed = one("The release of 40 men by Norland, originally set for 1 June, took place on Friday in Oma.", "release")
    assert freed.when.latest == date(2024, 6, 7)


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Two villagers were detained by a Norland patrol on Sunday and freed the next day.", ["norland"]),
        ("The River Guard captured twelve soldiers in May. They were freed on Monday in a raid.", []),
    ],
)
def test_who_is_freed_by_those_who_held_him(text: str, doers: list[str]) -> None:
    assert who(one(text, "release")) == doers


@pytest.mark.parametrize(
    "text",
    [
        "A man was killed in Oma. The River Guard said it had nothing to do with the killing.",
        "A man was killed in Oma. Ivo Brenn of the River Guard, whose men hold Oma, denied that they had anything to do with it.",
    ],
)
def test_nothing_to_do_with_it(text: str) -> None:
    told = [c for c in claims_in(text, AGREEMENT, date(2024, 6, 10)) if c.modality == "denied"]
    assert [(c.act, who(c)) for c in told] == [("attack", ["guard"])]
