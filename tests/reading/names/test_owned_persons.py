"""Persons whose side the text before them tells."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.boran import AGREEMENT, claims_of
from tests.reading.claims import claims_in


@pytest.mark.parametrize(
    ("text", "act", "side"),
    [
        (
            'The Front said it would stay in Kest. "The truce is over," its negotiator Sela Amadi told reporters. '
            "Amadi said her side held no soldiers.",
            "detain",
            "front",
        ),
        ('Boran\'s army said it was tired. "We left Dolan on Monday," spokesman Tena Mbaro said.', "withdraw", "boran"),
        ('The Front rejected Boran\'s charge. "We left Kest on Monday," spokeswoman Ilka Brun said.', "withdraw", "front"),
    ],
)
def test_he_speaks_for_whoever_spoke_before(text: str, act: str, side: str) -> None:
    (claim,) = claims_of(text, act)
    assert (claim.speaker.actor, [p.id for p in claim.actors]) == (side, [side])


def test_a_spokesman_of_another_speaks_for_him() -> None:
    claims = claims_of("Boran's army said it had left Kest. A UN spokesman said it had not.", "withdraw")
    assert [c.speaker.actor for c in claims] == ["boran", "un"]


def test_the_guarantor_is_who_the_agreement_names_as_such() -> None:
    named = AGREEMENT.replace("  watch:", "  alder: {name: Alder Union, role: guarantor}\n  watch:")
    (claim,) = claims_in("The guarantor of the truce extended the deadline to 20 March.", named, date(2024, 3, 15))
    assert [p.id for p in claim.actors] == ["alder"]
