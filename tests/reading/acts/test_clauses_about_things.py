"""A clause about a thing tells of days and deeds of its own: the verb that takes the thing neither dates nor undoes them."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import claims_of


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The Front called off the ceasefire that the sides signed in January.", "sign"),
        ("The Front cancelled the withdrawal that was agreed on Monday.", "agree"),
    ],
)
def test_what_is_called_off_had_been_agreed(text: str, act: str) -> None:
    (claim,) = claims_of(text, act)
    assert (claim.polarity, claim.modality) == ("affirmed", "completed")


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Boran halted the attack that it started on Monday.", "cease-fire"),
        ("Boran stopped the shelling that killed ten people in Kest on Monday.", "cease-fire"),
        ("Boran ended the truce declared two weeks ago.", "terminate"),
        ("On Monday the Front freed the soldiers it seized in Kest.", "detain"),
    ],
)
def test_the_day_of_the_one_is_not_that_of_the_other(text: str, act: str) -> None:
    assert all(c.when.earliest is None for c in claims_of(text, act))


def test_one_act_told_by_a_participle_and_a_verb_has_one_day() -> None:
    claims = claims_of("A missile fired by the Front hit a mosque in Kest on Monday.")
    assert {c.when.latest for c in claims} == {date(2024, 3, 11)}


@pytest.mark.parametrize(
    "text",
    [
        "Boran and the Front agreed to a ceasefire, ending the worst fighting since Boran took power in 2021.",
        "Boran and the Front have agreed to extend their 48-hour ceasefire until talks expected to begin on Saturday.",
    ],
)
def test_the_day_of_what_is_no_act_dates_none(text: str) -> None:
    for act in ("cease-fire", "extend-deadline"):
        assert all(c.when.earliest is None and c.new_due is None and c.adds_days is None for c in claims_of(text, act))


def test_first_declared() -> None:
    for tail in ("", " and the Alder Union helped both sides pause hostilities"):
        claims = claims_of(f"The truce was first declared on 10 March after mediation by the UN{tail}.", "cease-fire")
        assert claims[0].when.latest == date(2024, 3, 10)
        assert all(c.speaker.kind == "outlet" for c in claims)


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Front fighters resorted to an unprovoked attack on Kest on 12 March.", ["Front fighters"]),
        ("Boran targeted men launching attacks from Dolan.", ["Boran", "men"]),
        (
            "Boran maintains that its actions were aimed at neutralising militants staging attacks from Kest.",
            [None, "militants"],
        ),
    ],
)
def test_who_attacks_and_who_is_attacked(text: str, doers: list[str | None]) -> None:
    assert [c.actors[0].words if c.actors else None for c in claims_of(text)] == doers


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ('Boran insisted the strikes hit "verified militant camps" in Kest.', "verify"),
        ("Boran responded by withdrawing from a planned cricket series.", "withdraw"),
        ("Boran said 23 soldiers had accepted martyrdom in Kest.", "agree"),
    ],
)
def test_no_such_act(text: str, act: str) -> None:
    assert not claims_of(text, act)
