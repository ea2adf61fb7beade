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
